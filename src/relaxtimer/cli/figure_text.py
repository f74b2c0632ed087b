"""A figure as lines of text: its last moment, in dots."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.figure.cells import Encoding, encoded
from relaxtimer.figure.drawing import picture
from relaxtimer.figure.palette import DARK
from relaxtimer.figure.shown import Shown

WIDTH, HEIGHT = 60, 22


def as_text(shown: Shown, *, mirrored: bool) -> Iterator[str]:
    """Yield the name, and the lines of the picture that are not empty."""
    across, down, tall = Encoding.BRAILLE.pixels
    drawn = picture(shown.figure, shown.last, (WIDTH * across, HEIGHT * down), tall, DARK, mirrored=mirrored)
    yield shown.name
    for row in encoded(drawn, Encoding.BRAILLE):
        if line := "".join(character for character, _, _ in row).rstrip():
            yield line
