"""A conductor whose time is an argument, a stage that remembers, and clips that are numbers of frames."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.core.cues import CueKind
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Go, Open, Report, Request, Score, Seen, VoiceChoice
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.conductor import Conductor

# A clock does not begin at 0.
EPOCH = 1_000_000 * MILLISECOND
FOREVER = 10**18
NAMES = {CueKind.STEP: "ticks-step", CueKind.BEGIN: "ticks-begin", CueKind.ENDING: "ticks-ending"}


def at(milliseconds: float) -> int:
    """A time of the machine."""
    return EPOCH + round(milliseconds * MILLISECOND)


def note(milliseconds: int, kind: CueKind = CueKind.STEP, **fields: object) -> Note:
    given = {"until": milliseconds + 60_000, "step": 1, **fields}
    return Note(at=milliseconds, kind=kind, **given)  # type: ignore[arg-type] # whatever else a note has


def opening(*, bed: str | None = None, voice: bool = False, primer: int = 0, muted: bool = False) -> Open:
    return Open(
        outputs=("miniaudio",),
        profile="ticks",
        bed=bed,
        volumes={Bus.BED: 50, Bus.CUE: 100, Bus.VOICE: 100},
        muted=muted,
        voice=VoiceChoice() if voice else None,
        primer=primer,
        cache="",
    )


class FakeStage:
    """Remembers what was done on it; times are in milliseconds after the epoch."""

    next_due = None

    def __init__(self, *, ready: bool = True) -> None:
        self.ready = ready
        self.placed: list[tuple[float, Clip, Bus]] = []
        self.done: list[str] = []
        self.volumes: dict[Bus, float] = {}
        self.bed: Clip | None = None

    def begin(self) -> None:
        self.done.append("begin")

    def place(self, clip: Clip, at: int, bus: Bus, gain: float) -> None:
        assert gain > 0
        self.placed.append(((at - EPOCH) / MILLISECOND, clip, bus))

    def lay_bed(self, clip: Clip | None) -> None:
        self.bed = clip

    def set_volume(self, bus: Bus, gain: float) -> None:
        self.volumes[bus] = gain

    def take_back(self, now: int) -> None:
        self.done.append(f"take back {(now - EPOCH) / MILLISECOND:g}")

    def drop(self, *, bed: bool) -> None:
        self.done.append("drop all" if bed else "drop")

    def step(self, now: int) -> None:
        """Nothing is due."""

    @property
    def times(self) -> list[float]:
        """When each sound begins."""
        return [time for time, _, _ in self.placed]


def clip_of(milliseconds: int) -> Clip:
    return Clip(array("f", [0.5]) * frames_in(milliseconds))


class FakeSounds:
    """Every sound lasts 100 ms, those of a phase as long as the phase."""

    def __init__(self) -> None:
        self.ambience = clip_of(1_000)
        self.tick = clip_of(20)
        self.prepared: Sequence[Placed] = ()
        self.asked: list[str] = []
        self.read = True

    def prepare(self, placed: Sequence[Placed]) -> None:
        self.prepared = placed

    def clip(self, placed: Placed) -> Clip | None:
        self.asked.append(placed.name)
        return None if "missing" in placed.name else clip_of(placed.lasts or 100)

    def count(self, profile: str) -> tuple[Clip, float] | None:
        assert profile == "ticks"
        return self.tick, 0.5

    def bed_ahead(self, name: str | None) -> Clip | None:
        return None if name is None or not self.read else self.ambience

    def primer(self, duration: int) -> Clip | None:
        return clip_of(duration) if duration else None


class FakeWords:
    """Words become ready when a test says so."""

    def __init__(self) -> None:
        self.made = 0
        self.wanted: list[str] = []
        self.first: list[str] = []
        self.ready: dict[str, Clip] = {}

    def want(self, words: Sequence[str]) -> None:
        self.wanted = list(words)

    def at_once(self, words: str) -> None:
        self.first.append(words)

    def clip(self, words: str) -> Clip | None:
        return self.ready.get(words)

    def length(self, words: str) -> int | None:
        clip = self.ready.get(words)
        return None if clip is None else clip.duration

    def make(self, words: str, milliseconds: int) -> None:
        self.ready[words] = clip_of(milliseconds)
        self.made += 1


class Playing:
    """A conductor on a fake stage, told what to do at times in milliseconds."""

    def __init__(self, how: Open | None = None, *, stage: FakeStage | None = None) -> None:
        self.stage = stage or FakeStage()
        self.sounds = FakeSounds()
        self.words = FakeWords()
        self.reports: list[Report] = []
        self.conductor = Conductor(how or opening(), self.sounds, self.words, self.reports.append)
        self.conductor.attach(self.stage)

    def take(self, time: float, *requests: Request) -> None:
        for request in requests:
            self.conductor.take(request, at(time))

    def run(self, *notes: Note, time: float = 0, position: int = 0, until: int = FOREVER) -> None:
        """Have a score played from a position on."""
        self.take(time, Score(notes), Seen(until), Go(position=position, at=at(time)))

    def live(self, start: float, end: float, *, every: float = 50) -> None:
        """Let time pass, in steps as a process makes them."""
        time = start
        while time <= end:
            self.conductor.step(at(time))
            time += every
