"""A figure as lines of text: its last moment, in dots."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.body import Side
from relaxtimer.core.routine import Exercise, with_side
from relaxtimer.figure.cells import Encoding, encoded
from relaxtimer.figure.drawing import picture
from relaxtimer.figure.palette import DARK
from relaxtimer.figure.shown import Shown

WIDTH, HEIGHT = 60, 22


def as_text(shown: Shown, exercise: Exercise, *, mirrored: bool) -> Iterator[str]:
    """Yield the name, how it is done in words, and the lines of the picture that are not empty."""
    across, down, tall = Encoding.BRAILLE.pixels
    drawn = picture(shown.figure, shown.last, (WIDTH * across, HEIGHT * down), tall, DARK, mirrored=mirrored)
    side = (Side.LEFT if mirrored else Side.RIGHT) if exercise.two_sided else None
    yield shown.name
    yield f"{exercise.position.words.capitalize()}{', on each side' if exercise.two_sided else ''}."
    words = (*exercise.shown, exercise.breath_cue, *exercise.cautions)
    yield from (with_side(each, side) for each in words if each)
    yield ""
    for row in encoded(drawn, Encoding.BRAILLE):
        if line := "".join(character for character, _, _ in row).rstrip():
            yield line
