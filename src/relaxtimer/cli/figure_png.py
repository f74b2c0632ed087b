"""Figures as PNG, by Pillow: pixel by pixel as a terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from relaxtimer.figure.drawing import picture
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Shot
from relaxtimer.figure.palette import Palette
from relaxtimer.figure.sheet import MOMENT_HEIGHT, MOMENT_WIDTH, NAME_HEIGHT, places, size_of
from relaxtimer.figure.shown import Shown

# Quadrants: two pixels across a cell and two down, twice as high as wide. The size is that of 40 x 16 cells.
_ACROSS, _DOWN, _TALL = 80, 32, 2.0
_SCALE = 5


def sheet_as_png(cards: Sequence[Shown], palette: Palette) -> bytes:
    """Draw a contact sheet."""
    image = Image.new("RGB", size_of(len(cards)), palette.paper)
    pen = ImageDraw.Draw(image)
    for shown, x, y in places(cards):
        for step, shot in enumerate((shown.first, shown.last)):
            moment = _image(shown.figure, shot, palette).resize((MOMENT_WIDTH, MOMENT_HEIGHT), Image.Resampling.NEAREST)
            image.paste(moment, (x + step * MOMENT_WIDTH, y))
        pen.text((x + MOMENT_WIDTH, y + MOMENT_HEIGHT + NAME_HEIGHT // 2), shown.name, palette.ink, anchor="mm")
    return _encoded(image)


def moment_as_png(figure: Figure, shot: Shot, palette: Palette, *, mirrored: bool) -> bytes:
    """Draw one moment."""
    image = _image(figure, shot, palette, mirrored=mirrored)
    return _encoded(image.resize((_ACROSS * _SCALE, int(_DOWN * _TALL) * _SCALE), Image.Resampling.NEAREST))


def _image(figure: Figure, shot: Shot, palette: Palette, *, mirrored: bool = False) -> Image.Image:
    drawn = picture(figure, shot, (_ACROSS, _DOWN), _TALL, palette, mirrored=mirrored)
    image = Image.new("RGB", (_ACROSS, _DOWN))
    image.putdata([colour for row in drawn.rows for colour in row])
    return image


def _encoded(image: Image.Image) -> bytes:
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
