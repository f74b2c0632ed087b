"""The themes: what each ink is on which paper, dark and light.

Words stand at least 4.5:1 from their paper, in the theme `contrast` 7:1: the ratios of WCAG 2.2, success criteria 1.4.3
and 1.4.6.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

RGB = tuple[int, int, int]


class Ink(StrEnum):
    """What a colour is for."""

    PAPER = "paper"
    TEXT = "text"
    DIM = "dim"
    FAINT = "faint"
    PREPARE = "prepare"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"
    SIDE = "side"
    KEY = "key"
    FLASH = "flash"
    TRACK = "track"


class Theme(Struct, frozen=True, eq=False, kw_only=True):
    """Colours that go together: of inks and paper, and of the pacer from its middle to its rim."""

    name: str
    words: str
    dark: bool
    inks: dict[Ink, RGB]
    core: RGB
    rim: RGB


CALM = Theme(
    name="calm",
    words="dark and cool",
    dark=True,
    inks={
        Ink.PAPER: (17, 21, 29),
        Ink.TEXT: (229, 231, 234),
        Ink.DIM: (143, 154, 170),
        Ink.FAINT: (66, 76, 92),
        Ink.PREPARE: (137, 168, 222),
        Ink.WORK: (96, 196, 184),
        Ink.SWITCH: (233, 180, 104),
        Ink.REST: (176, 164, 222),
        Ink.SIDE: (233, 180, 104),
        Ink.KEY: (233, 180, 104),
        Ink.FLASH: (46, 60, 82),
        Ink.TRACK: (36, 45, 58),
    },
    # Dark enough for light words upon it.
    core=(58, 141, 136),
    rim=(40, 103, 110),
)
DUSK = Theme(
    name="dusk",
    words="dark and warm, for the evening",
    dark=True,
    inks={
        Ink.PAPER: (24, 18, 17),
        Ink.TEXT: (241, 228, 210),
        Ink.DIM: (180, 156, 136),
        Ink.FAINT: (92, 74, 62),
        Ink.PREPARE: (222, 178, 132),
        Ink.WORK: (238, 156, 92),
        Ink.SWITCH: (244, 206, 116),
        Ink.REST: (216, 164, 170),
        Ink.SIDE: (244, 206, 116),
        Ink.KEY: (244, 206, 116),
        Ink.FLASH: (78, 54, 42),
        Ink.TRACK: (56, 43, 37),
    },
    core=(158, 88, 48),
    rim=(116, 66, 46),
)
DAY = Theme(
    name="day",
    words="light, for a bright room",
    dark=False,
    inks={
        Ink.PAPER: (248, 247, 243),
        Ink.TEXT: (34, 38, 46),
        Ink.DIM: (88, 96, 108),
        Ink.FAINT: (186, 192, 198),
        Ink.PREPARE: (44, 92, 170),
        Ink.WORK: (0, 108, 102),
        Ink.SWITCH: (148, 80, 0),
        Ink.REST: (106, 78, 168),
        Ink.SIDE: (148, 80, 0),
        Ink.KEY: (148, 80, 0),
        Ink.FLASH: (255, 232, 176),
        Ink.TRACK: (220, 224, 226),
    },
    # Light enough for dark words upon it.
    core=(142, 208, 200),
    rim=(180, 224, 218),
)
CONTRAST = Theme(
    name="contrast",
    words="the highest contrast",
    dark=True,
    inks={
        Ink.PAPER: (0, 0, 0),
        Ink.TEXT: (255, 255, 255),
        Ink.DIM: (212, 212, 212),
        Ink.FAINT: (128, 128, 128),
        Ink.PREPARE: (128, 196, 255),
        Ink.WORK: (0, 255, 204),
        Ink.SWITCH: (255, 216, 0),
        Ink.REST: (218, 180, 255),
        Ink.SIDE: (255, 216, 0),
        Ink.KEY: (255, 216, 0),
        Ink.FLASH: (0, 0, 150),
        Ink.TRACK: (72, 72, 72),
    },
    core=(0, 96, 84),
    rim=(0, 74, 80),
)
# The terminal's own sixteen colours, whatever they are.
TERMINAL = "terminal"
THEMES: dict[str, Theme] = {theme.name: theme for theme in (CALM, DUSK, DAY, CONTRAST)}
