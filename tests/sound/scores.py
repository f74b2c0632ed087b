"""Scores for tests: notes written shortly, notes at random, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from hypothesis import strategies as st

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.note import Note
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.placed import Arrangement, Bus, Placed
from relaxtimer.sound.profiles import head_of

Lengths = Callable[[str], Milliseconds | None]
SENTENCES = (CueKind.INSTRUCTION, CueKind.BREATH_CUE)
PACED = tuple(PACES)


def note(  # noqa: PLR0913 - as many things as a note has
    kind: CueKind,
    at: Milliseconds,
    words: str = "",
    *,
    until: Milliseconds = 60_000,
    brief: str = "",
    file: str | None = None,
    lasts: Milliseconds = 0,
    volume: int = 100,
    profile: str | None = None,
    step: int = 1,
    pace: int = 0,
    cycle: int = 0,
) -> Note:
    return Note(
        at=at,
        kind=kind,
        words=words,
        brief=brief,
        until=until,
        step=step,
        file=file,
        lasts=lasts,
        volume=volume,
        profile=profile,
        pace=pace,
        cycle=cycle,
    )


def spoken_words(arrangement: Arrangement) -> list[Placed]:
    return [placed for placed in arrangement.placed if placed.bus is Bus.VOICE]


def sounds(arrangement: Arrangement) -> list[Placed]:
    return [placed for placed in arrangement.placed if placed.bus is Bus.CUE]


def said(arrangement: Arrangement) -> list[tuple[Milliseconds, str]]:
    return [(placed.at, placed.name) for placed in spoken_words(arrangement)]


def assert_no_words_meet(arrangement: Arrangement, length_of: Callable[[str], Milliseconds]) -> None:
    """No words lie over others, or over the loud part of a sound."""
    spans = [(placed.at, placed.at + length_of(placed.name)) for placed in spoken_words(arrangement)]
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
    heads = [(placed.at, placed.at + head_of(placed.name)) for placed in sounds(arrangement)]
    for start, end in spans:
        for head, over in heads:
            assert end <= head or over <= start or over == head, (start, end, head, over)


@st.composite
def scores(draw: st.DrawFn) -> tuple[list[Note], dict[str, Milliseconds]]:
    """Give notes in order of time, and how long the clip of each of their words is; no words come twice."""
    found: list[Note] = []
    lengths: dict[str, Milliseconds] = {}
    at = 0
    for place, kind in enumerate(draw(st.lists(st.sampled_from(CueKind), max_size=25))):
        at += draw(st.sampled_from((0, 0, 1, 300, 1_000, 2_500, 6_000)))
        own = ["", ""]
        if kind not in {CueKind.HALF, CueKind.ENDING, CueKind.BEGIN, CueKind.LEAD_IN}:
            own = [f"{'word ' * draw(st.integers(1, 12))}{place}", draw(st.sampled_from(("", f"brief {place}")))]
        lengths |= {words: draw(st.integers(1, 7_000)) for words in own if words}
        lasts = draw(st.sampled_from((500, 2_000, 6_000))) if kind in PACES else 0
        until = at + draw(st.integers(0, 15_000))
        found.append(note(kind, at, own[0], brief=own[1], until=until, lasts=lasts, step=1 + place // 5))
    return found, lengths


def order_of(notes: Sequence[Note]) -> dict[str, int]:
    """Give the place of each of the words among the notes."""
    return {words: place for place, each in enumerate(notes) for words in (each.words, each.brief) if words}
