"""The page of the very first start. It stands where a routine is told about, and goes as soon as one is looked at."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.stop_rules import DISCLAIMER
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.library.preview import Paragraph

_KEYS = (
    ("↑ ↓", "look at a routine"),
    ("enter", "start it"),
    ("space", "in a session: pause, and go on"),
    ("h", "in a session: this hurts. It stops at once"),
    ("?", "everything else, and when to stop"),
)


def welcome(new: str) -> Iterator[Paragraph]:
    """Say what this is, and the few keys it takes; `new` is the one that begins a routine of one's own."""
    yield Paragraph("Welcome.", bold=True)
    yield Paragraph()
    yield Paragraph(
        "Self-massage, easy movement, stretches and breathing for a lower back that stiffens: one step at a time, by "
        "ear and by eye. Lie down and close your eyes; it tells you what comes next."
    )
    yield Paragraph()
    yield from (Paragraph(words, lead=f"{key:9}") for key, words in _KEYS)
    yield Paragraph()
    yield Paragraph("No sound? relaxtimer sound-test finds out why.", Ink.DIM)
    yield Paragraph(f"Routines of your own: {new} writes a file to start from.", Ink.DIM)
    yield Paragraph()
    yield Paragraph(DISCLAIMER, Ink.DIM)
