"""The nine warning signs that are asked for, and what each of them means. Sources: `docs/content.md` 2.1."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from msgspec import Struct


class Level(StrEnum):
    """What the answers to the warning signs come to, the gravest first."""

    EMERGENCY = "emergency"
    CLINICIAN_FIRST = "clinician-first"
    BOOK = "book"
    CLEAR = "clear"


BLOCKING = frozenset({Level.EMERGENCY, Level.CLINICIAN_FIRST})
"""The levels under which only quiet breathing, and at the second of them the body scan, stay open."""


class RedFlag(Struct, frozen=True):
    """A warning sign: a line for the list, the question in full, its level, and what a yes means."""

    number: int
    line: str
    question: str
    level: Level
    meaning: str

    @property
    def can_be_checked(self) -> bool:
        """Whether a clinician may have looked at it already; that is never asked of an emergency."""
        return self.level is not Level.EMERGENCY


_NOW = "Get help now."
_TODAY = "See a clinician first, today."

RED_FLAGS = (
    RedFlag(
        1,
        "New numbness or tingling between the legs, or where you wipe",
        "Is there new numbness or tingling between the legs, around the genitals or back passage, or does wiping feel"
        " different?",
        Level.EMERGENCY,
        _NOW,
    ),
    RedFlag(
        2,
        "A new change in bladder, bowel or sexual function",
        "Is there any new change in your bladder, bowel or sexual function: you cannot start, cannot hold, or cannot"
        " feel it?",
        Level.EMERGENCY,
        _NOW,
    ),
    RedFlag(
        3,
        "Both legs weak, numb or tingling; a dragging foot; trouble walking",
        "Is there any new or growing weakness, numbness or pins and needles in both legs, a foot that drags or slaps,"
        " or new trouble walking?",
        Level.EMERGENCY,
        _NOW,
    ),
    RedFlag(
        4,
        "A bad fall or blow; or a small one, with weak bones or over 70",
        "Did this start with a serious fall, crash or blow? Or with a minor one while you have fragile bones, take"
        " steroid tablets or are over 70?",
        Level.EMERGENCY,
        "Get help now. After a minor fall, urgent care on the same day is enough.",
    ),
    RedFlag(
        5,
        "Now: chest or tearing pain, fainting, cold sweats, short of breath",
        "Do you have right now: chest pain, a sudden tearing pain in back or belly, fainting, cold sweats or trouble"
        " breathing?",
        Level.EMERGENCY,
        _NOW,
    ),
    RedFlag(
        6,
        "Fever or feeling very unwell; a serious infection; weak defences",
        "Do you have fever, shivering or feel very unwell with the back pain? Or a recent serious infection, injected"
        " drugs or a weakened immune system?",
        Level.CLINICIAN_FIRST,
        _TODAY,
    ),
    RedFlag(
        7,
        "Cancer ever; weight loss; night sweats; pain nothing eases; a lump",
        "Have you ever had cancer? Are you losing weight without trying, or sweating at night? Is the pain constant,"
        " eased by no position and worst at night? Or is there a new lump or change of shape in the back?",
        Level.CLINICIAN_FIRST,
        "See a clinician first, this week; sooner if it is getting worse.",
    ),
    RedFlag(
        8,
        "One leg: pain or numbness getting worse, or any weakness",
        "Is there pain, numbness or weakness down one leg that is getting worse, or any weakness in that leg?",
        Level.CLINICIAN_FIRST,
        "See a clinician first, today.",
    ),
    RedFlag(
        9,
        "First pain before 18 or after 55; weeks no better; stiff mornings",
        "Is any of these true? The first back pain ever came before 18 or after 55. It is no better after 4 to 6"
        " weeks. You are stiff for over 30 minutes each morning for 3 months or more, easing with movement but not"
        " rest, since before age 45.",
        Level.BOOK,
        "Book a visit with a clinician. Gentle routines are fine meanwhile.",
    ),
)

HONESTY = "These questions catch common warning signs. They cannot rule anything out."
CHECKED = "A clinician has looked at this pain and nothing has changed since."


def flag(number: int) -> RedFlag:
    """Give a warning sign by its number, 1 to 9. Raises `IndexError` for any other."""
    if not 1 <= number <= len(RED_FLAGS):
        raise IndexError(f"there is no warning sign {number}")
    return RED_FLAGS[number - 1]


def level_of(yes: Collection[int], checked: Collection[int] = ()) -> Level:
    """Give the gravest level of the signs that apply; of 6 to 9, those a clinician has `checked` do not count."""
    counting = {each.level for each in RED_FLAGS if each.number in yes and not _is_checked(each, checked)}
    return next((level for level in Level if level in counting), Level.CLEAR)


def _is_checked(each: RedFlag, checked: Collection[int]) -> bool:
    return each.can_be_checked and each.number in checked
