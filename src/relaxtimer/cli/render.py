"""`relaxtimer render ROUTINE -o FILE`: the sound of a routine as a file."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TextIO
from unicodedata import category

from relaxtimer.cli.closing import closed, short_notice
from relaxtimer.cli.ending import told
from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.fitting import fitted
from relaxtimer.cli.hearing import hearing_of
from relaxtimer.cli.own_record import own_record
from relaxtimer.cli.planning import first_side, own_routine
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.last_day import notice_of_last_day
from relaxtimer.core.preparing import prepared
from relaxtimer.core.safety.told import not_for
from relaxtimer.core.timeline import Timeline
from relaxtimer.core.variants import eased_from_the_start, easing_told
from relaxtimer.folders import folders
from relaxtimer.library.library import Library
from relaxtimer.notation.characters import escaped
from relaxtimer.today import today
from relaxtimer.visit import STOPPED_FOR_SAFETY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from relaxtimer.render.rendering import Rendered

_BAR = 30


def render_routine(options: argparse.Namespace, out: TextIO) -> int:
    """Write the file, and say what is in it.

    Raises `Failure` for a file name that asks for no kind there is, where something that kind takes is not installed,
    where the file cannot be written, and where somebody else's cue sheet is in the place of its own.
    """
    from relaxtimer.render.cue_sheet import sheet_of

    target = _target(options.output)
    library, store, settings = Library(), own_record(), own_settings()
    own = own_routine(library, options.routine, store, settings)
    if words := closed(store, own.loaded.routine):
        raise Failure("\n".join(words), STOPPED_FOR_SAFETY)
    routine = prepared(own.routine, settings.session.prepare)
    notice = short_notice(store, own.loaded.routine)
    told = (notice, not_for(own.suited, own.loaded.routine), *own.notes, *store.news())
    notes = [*library.notices, *filter(None, told)]
    if options.minutes is not None:
        routine, said = fitted(routine, options.minutes)
        notes.append(said)
    timeline = eased_from_the_start(Timeline.of(routine, first_side(options, own.personal)), own.personal.hurting)
    notes += easing_told(timeline, own.personal.hurting)
    if any(segment.waits for segment in timeline.segments):
        notes.append(
            "A file waits for nobody: steps that last until you are ready take the time they say they take about."
        )
    there_before = {file for file in (target, sheet_of(target)) if file.exists()}
    rendered, said_of_it = _rendered(timeline, options, target)
    for note in filter(None, (notice_of_last_day(routine, today()), *notes, *said_of_it)):
        sys.stderr.write(f"relaxtimer: {escaped(note)}\n")
    steps = "1 step" if timeline.steps == 1 else f"{timeline.steps} steps"
    files = " and ".join(
        f"{file} (in place of the one before)" if file in there_before else str(file)
        for file in (target, rendered.sheet)
        if file is not None
    )
    out.write(f"Written: {escaped(files)}, {in_words(_whole(rendered.duration))}, {steps}.\n")
    return 0


def _target(name: str) -> Path:
    from relaxtimer.render.encoders.encoder import KINDS

    # `Path.expanduser` fails where nobody has the name after the `~`; to a shell it is a name like any other then.
    target = Path(os.path.expanduser(name))  # noqa: PTH111
    kind = KINDS.get(target.suffix.lower())
    if kind is None:
        raise Failure(
            f"the kind of file is known by its ending: expected {', '.join(KINDS)}, not {escaped(name)!r}", WRONG_USAGE
        )
    if kind.missing:
        what = " and ".join(kind.missing)
        raise Failure(f"{target.suffix} takes {what}: pip install {' '.join(kind.missing)}, or write .wav", FAILED)
    wrong = _wrong_with(target)
    if wrong:
        raise Failure(wrong, WRONG_USAGE)
    return target


def _wrong_with(target: Path) -> str:
    """Say why nothing can be written there; empty where nothing is known to be in the way."""
    from relaxtimer.render.cue_sheet import sheet_of

    if not _is_plain(target.name):
        return f"expected the name of a file in UTF-8, without line breaks and the like, not {escaped(target.name)}"
    if target.is_dir():
        return f"{escaped(str(target))} is a folder: expected the name of a file"
    if target.suffix.lower() != ".wav":
        return _wrong_with_place(target)
    if '"' in target.name:
        return f"{escaped(target.name)} gets a cue sheet, which cannot name it: expected a name without double quotes"
    return _wrong_with_place(target) or _wrong_with_sheet(sheet_of(target), target)


def _wrong_with_place(file: Path, what: str = "") -> str:
    from relaxtimer.render.whole import place_of

    try:
        folder = place_of(file).parent
    except OSError as error:
        return f"{escaped(str(file))}{what} cannot be written: {error.strerror}"
    return "" if folder.is_dir() else f"there is no folder {escaped(str(folder))} to write {escaped(file.name)} to"


def _wrong_with_sheet(sheet: Path, target: Path) -> str:
    from relaxtimer.render.cue_sheet import is_of_others

    of_what = f", the cue sheet of {escaped(target.name)},"
    wrong = _wrong_with_place(sheet, of_what)
    if wrong:
        return wrong
    try:
        of_others = is_of_others(sheet)
    except OSError as error:
        return f"{escaped(str(sheet))}{of_what} cannot be read: {error.strerror}"
    if not of_others:
        return ""
    return (
        f"{escaped(str(sheet))} is there, and is no cue sheet of relaxtimer's: {escaped(target.name)} gets one in its"
        " place; expected another name, or that file out of the way"
    )


def _is_plain(name: str) -> bool:
    """Tell whether a name is text on a single line: bytes that are not UTF-8 come as surrogates."""
    return not any(category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in name)


@told("stopped: no part of a file was left.")
def _rendered(timeline: Timeline, options: argparse.Namespace, target: Path) -> tuple[Rendered, tuple[str, ...]]:
    from relaxtimer.audio.errors import SoundFileError
    from relaxtimer.render.rendering import Heard, Rendering, passes
    from relaxtimer.sound.arranging import doubts_of
    from relaxtimer.sound.process.desk import gain_of
    from relaxtimer.sound.voice import EnduringVoice, Found, find_voice

    how = hearing_of(options)
    find = partial(find_voice, how.voice, folders().cache, passes=passes())
    found = find() if how.speaking else Found(None)
    voice = None if found.voice is None else EnduringVoice(found.voice, lambda names: find(names).voice)
    missed = found.told
    if how.speaking and voice is None:
        missed = (*missed, "No voice was found: the file has the sounds alone. `relaxtimer voices` tells more.")
    gains = {bus: gain_of(level) for bus, level in how.levels.items()}
    heard = Heard(profile=how.profile, bed=how.bed, gains=gains, voice=voice, language=how.voice.language)
    bar = _Bar(sys.stderr)
    try:
        rendered = Rendering(timeline, heard, bar.show).write(target)
    except (OSError, SoundFileError) as error:
        bar.clear()
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Failure(f"{escaped(str(target))} cannot be written: {reason}", FAILED) from error
    finally:
        bar.clear()
    unfit = tuple(doubt.message for doubt in doubts_of(rendered.unfit))
    return rendered, (*missed, *rendered.notes, *unfit)


def _whole(duration: Milliseconds) -> Milliseconds:
    return round(duration / SECOND) * SECOND


class _Bar:
    """How far it is, on one line of a terminal; nothing anywhere else."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shows = stream.isatty()
        self._shown = ""

    def show(self, what: str, share: float) -> None:
        full = int(share * _BAR)
        line = f"{what:8} {'█' * full}{'░' * (_BAR - full)} {share:4.0%}"
        if self._shows and line != self._shown:
            self._shown = line
            self._stream.write(f"\r{line}")
            self._stream.flush()

    def clear(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = ""
