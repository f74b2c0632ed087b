"""The colours of materials: on dark paper, on light paper, and of sixteen."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from relaxtimer.figure.solids import Material

RGB: TypeAlias = tuple[int, int, int]
# A colour of red, green and blue, or the number of one of the sixteen that every person chooses for their terminal.
Colour: TypeAlias = RGB | int

# How many colours terminals have that cannot mix them.
BASIC, INDEXED = 16, 256
# The levels of red, green and blue of which a terminal of 256 colours has all mixtures, and its greys.
_LEVELS = (0, 95, 135, 175, 215, 255)
_GREYS = range(8, 239, 10)


class Palette(Struct, frozen=True):
    """Paper, the colour of each material, and that of the glow of a mark; `ink` is for words, as hexadecimal."""

    paper: RGB
    ink: str
    materials: dict[Material, RGB]
    glow: RGB


DARK = Palette(
    paper=(17, 21, 29),
    ink="#e5e7ea",
    glow=(255, 120, 64),
    materials={
        Material.SKIN: (240, 205, 176),
        Material.FAR_SKIN: (158, 134, 118),
        Material.HAIR: (122, 84, 62),
        Material.SHIRT: (84, 166, 168),
        Material.TROUSERS: (112, 128, 196),
        Material.FAR_TROUSERS: (68, 78, 124),
        Material.FLOOR: (52, 62, 76),
        Material.MAT: (44, 74, 78),
        Material.WALL: (58, 68, 82),
        Material.WOOD: (132, 104, 78),
        Material.METAL: (128, 138, 152),
        Material.CUSHION: (150, 132, 172),
        Material.BALL: (204, 232, 84),
        Material.ROLLER: (96, 176, 120),
        Material.TOWEL: (222, 222, 214),
        Material.CANE: (228, 108, 168),
        Material.PACK: (206, 92, 84),
        Material.AIR: (150, 196, 236),
        Material.SIGN: (255, 255, 255),
        Material.SIGN_EDGE: (206, 66, 22),
    },
)
LIGHT = Palette(
    paper=(248, 247, 243),
    ink="#282c34",
    glow=(232, 84, 32),
    materials={
        Material.SKIN: (214, 164, 128),
        Material.FAR_SKIN: (232, 204, 184),
        Material.HAIR: (96, 64, 46),
        Material.SHIRT: (36, 132, 136),
        Material.TROUSERS: (72, 88, 164),
        Material.FAR_TROUSERS: (160, 170, 210),
        Material.FLOOR: (190, 192, 194),
        Material.MAT: (176, 208, 204),
        Material.WALL: (200, 202, 204),
        Material.WOOD: (176, 140, 104),
        Material.METAL: (138, 146, 158),
        Material.CUSHION: (196, 178, 216),
        Material.BALL: (150, 184, 24),
        Material.ROLLER: (56, 136, 84),
        Material.TOWEL: (150, 158, 166),
        Material.CANE: (176, 40, 112),
        Material.PACK: (190, 60, 52),
        Material.AIR: (76, 132, 190),
        Material.SIGN: (255, 255, 255),
        Material.SIGN_EDGE: (176, 44, 8),
    },
)
# Of the sixteen: seen on dark paper and on light. Grey is not sure to be seen, so nothing of the body is.
BASIC_COLOURS: dict[Material, int] = {
    Material.SKIN: 3,
    Material.FAR_SKIN: 3,
    Material.HAIR: 1,
    Material.SHIRT: 6,
    Material.TROUSERS: 4,
    Material.FAR_TROUSERS: 4,
    Material.FLOOR: 8,
    Material.MAT: 2,
    Material.WALL: 8,
    Material.WOOD: 5,
    Material.METAL: 7,
    Material.CUSHION: 5,
    Material.BALL: 10,
    Material.ROLLER: 10,
    Material.TOWEL: 7,
    Material.CANE: 5,
    Material.PACK: 9,
    Material.AIR: 14,
    Material.SIGN: 15,
    Material.SIGN_EDGE: 1,
}


def indexed(colour: RGB) -> RGB:
    """Give the colour that comes nearest among those of a terminal that has 256."""
    near = tuple(min(_LEVELS, key=lambda level: abs(level - part)) for part in colour)
    grey = min(_GREYS, key=lambda level: abs(level - sum(colour) / 3))
    mixture: RGB = (near[0], near[1], near[2])
    return min(mixture, (grey, grey, grey), key=lambda found: _off(found, colour))


def _off(one: RGB, other: RGB) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
