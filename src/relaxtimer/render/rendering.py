"""A timeline -> a sound file."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.timeline import Timeline
from relaxtimer.render.blocks import blocks
from relaxtimer.render.chapters import Contents, contents_of
from relaxtimer.render.cue_sheet import cue_sheet, sheet_of
from relaxtimer.render.encoders.encoder import KINDS, Encoder
from relaxtimer.render.whole import whole
from relaxtimer.render.words import SpokenWords
from relaxtimer.sound.arranging import arrange, sayable
from relaxtimer.sound.messages import Report, Trouble
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Arrangement, Bus, Placed, Unfit
from relaxtimer.sound.process.sounds import SoundShelf
from relaxtimer.sound.voice import EnduringVoice

if TYPE_CHECKING:
    from relaxtimer.audio.passes import Passes
    from relaxtimer.sound.arithmetic import Arithmetic

# What is left after the last sound, so that no player cuts it short.
_AFTER: Milliseconds = SECOND // 2
Progress = Callable[[str, float], None]


class Heard(Struct, frozen=True, kw_only=True):
    """How a file is to sound: `gains` are linear, `voice` is `None` for none, `language` (BCP 47) is what it speaks."""

    profile: str
    bed: str | None
    gains: dict[Bus, float]
    voice: EnduringVoice | None
    language: str = "en-gb"


class Rendered(Struct, frozen=True):
    """What became of it: the length of the file, the words that had no time, and sentences for the person.

    `sheet` is the cue sheet that was written beside the file, if any.
    """

    duration: Milliseconds
    sheet: Path | None
    unfit: tuple[Unfit, ...]
    notes: tuple[str, ...]


class Rendering:
    """One file in the making."""

    def __init__(self, timeline: Timeline, heard: Heard, progress: Progress) -> None:
        """Be ready; `progress` is told what is done and how much of it, from 0 to 1."""
        self._timeline = timeline
        self._heard = heard
        self._progress = progress
        self._notes: list[str] = []
        self._shelf = SoundShelf(self._hear)
        self._words = SpokenWords()

    def write(self, target: Path) -> Rendered:
        """Write the file, whole or not at all, and a cue sheet beside a WAV file.

        Raises `OSError` where it cannot be written, `SoundFileError` for more than its kind of file can hold.
        """
        arrangement = self._arranged()
        frames = self._frames(arrangement)
        duration = frames * SECOND // RATE
        contents = contents_of(self._timeline, duration)
        kind = KINDS[target.suffix.lower()]
        with whole(target) as path:
            encoder = kind.open(path, contents, frames)
            try:
                self._mix(arrangement, encoder, frames)
                encoder.close()
            except BaseException:
                encoder.drop()
                raise
        with_sheet = target.suffix.lower() == ".wav"
        sheet = self._sheet(target, contents) if with_sheet else None
        if sheet is not None or not with_sheet:
            self._count_chapters(len(contents.chapters), kind.most_chapters)
        return Rendered(duration, sheet, arrangement.unfit, tuple(dict.fromkeys(self._notes)))

    def _mix(self, arrangement: Arrangement, encoder: Encoder, frames: int) -> None:
        done = 0
        for block in blocks(arrangement, self._clip, self._mixer(), frames):
            if isinstance(block, array):
                encoder.write(block)
                done += len(block) // 2
            else:
                encoder.write_silence(block)
                done += block
            self._progress("Mixing", done / frames)

    def _sheet(self, target: Path, contents: Contents) -> Path | None:
        sheet = sheet_of(target)
        try:
            with whole(sheet) as path:
                path.write_text(cue_sheet(contents, target.name), encoding="utf-8")
        except OSError as error:
            # The sound is there: that stays true without its chapters.
            why = error.strerror or error
            self._notes.append(f"{target.name} has no chapters: its cue sheet {sheet.name} cannot be written: {why}.")
            return None
        return sheet

    def _count_chapters(self, steps: int, most: int) -> None:
        if steps > most:
            counted = "" if steps == self._timeline.steps else ", each round counted"
            self._notes.append(f"The file has chapters for the first {most} of {steps:,} steps{counted}.")

    # What is heard

    def _arranged(self) -> Arrangement:
        notes = notes_of(self._timeline, speed=Fraction(1), language=self._heard.language)
        profile, voice = self._heard.profile, self._heard.voice
        if voice is None:
            return arrange(notes, self._words.length, profile=profile, voice=False)
        # Whatever is said with one set of lengths or another: the whole words, and the brief ones.
        self._words.speak(voice, sayable(notes), lambda ready, total: self._progress("Speaking", ready / total))
        self._notes += self._words.wrong
        return arrange(notes, self._words.length, profile=profile)

    def _frames(self, arrangement: Arrangement) -> int:
        """Give how long it all is, with what rings out after the end."""
        total = self._timeline.total
        # Nothing that began more than a minute before the end still sounds.
        last = [placed for placed in arrangement.placed if placed.at > total - 60 * SECOND]
        ends = (placed.at + clip.duration for placed in last if (clip := self._clip(placed)) is not None)
        return frames_in(max(total, *ends, 0) + _AFTER)

    def _clip(self, placed: Placed) -> Clip | None:
        if placed.bus is Bus.VOICE:
            return self._words.clip(placed.name)
        return self._shelf.wait_for(placed)

    def _mixer(self) -> Mixer:
        mixer = Mixer(_arithmetic())
        for bus, gain in self._heard.gains.items():
            mixer.set_volume(bus, gain)
        mixer.lay_bed(self._shelf.bed(self._heard.bed))
        return mixer

    def _hear(self, report: Report) -> None:
        if isinstance(report, Trouble):
            self._notes.append(report.words)


def passes() -> Passes | None:
    """Give the quickest way to level words that there is here; `None` for the plain one."""
    if not _has_numpy():
        return None
    from relaxtimer.render.passes import InRows  # noqa: PLC0415 - numpy is an extra

    return InRows()


def _arithmetic() -> Arithmetic | None:
    if not _has_numpy():
        return None
    from relaxtimer.render.arithmetic import InBlocks  # noqa: PLC0415 - numpy is an extra

    return InBlocks()


@cache
def _has_numpy() -> bool:
    return find_spec("numpy") is not None
