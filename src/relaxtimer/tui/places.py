"""What there is to show on a screen, and what stands where: the terms in which the places are given out."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from relaxtimer.core.body import Side
from relaxtimer.tui.cautions import NOTHING, Opening


class Place(StrEnum):
    """What stands somewhere; also the names of the widgets."""

    HEADING = "heading"
    NOTE = "note"
    FACTS = "facts"
    CLOCK = "clock"
    STAGE = "stage"
    FIGURE = "figure"
    SIGN = "sign"
    COMING = "coming"
    WORDS = "words"
    BEFORE = "before"
    NEXT = "next"
    CHAPTERS = "chapters"
    KEYS = "keys"
    EDGE = "edge"
    CHOICES = "choices"
    TURNED = "turned"
    HELP = "help"


class Mode(StrEnum):
    """What the screen is used for."""

    SESSION = "session"
    BIG = "big"
    TURNED = "turned"
    CHOOSING = "choosing"


class Needs(NamedTuple):
    """What there is to show: a sign (the side, or that it is paused), the side, a pace, figures, a note, the help.

    `breath` is whether the pace is that of the breath: what is looked at is then the pacer.
    `figured` is for the figure of now, `coming` for that of what comes next.
    `words` are the sentences of the step that matter now, `cautions` those to be read before it; `opening` is what
    is read before the session begins.
    """

    mode: Mode = Mode.SESSION
    sign: bool = False
    side: Side | None = None
    paced: bool = False
    breath: bool = False
    figured: bool = False
    coming: bool = False
    note: str = ""
    words: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    opening: Opening = NOTHING
    help: bool = False
