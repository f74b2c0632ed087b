"""What is said at each level, and what stays open."""

from __future__ import annotations

from relaxtimer.core.body import Kind
from relaxtimer.core.duration import MINUTE
from relaxtimer.core.lasting import Hold
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.safety.red_flags import BLOCKING, RED_FLAGS, Level
from relaxtimer.core.safety.rules import holds_breath

EMERGENCY_NUMBERS = "112, 999 or 911"
BODY_SCAN = "body-scan"
_STOP = (
    "Stop here. Call your local emergency number or go to an emergency department now.",
    "Do not exercise or massage this.",
)
# A step of a routine's own before and after breathing, in which one settles; longer, it is a step by itself.
_SETTLING = MINUTE


def stays_open(level: Level, routine: Routine) -> bool:
    """Tell whether a routine may be done: under a blocking level only quiet breathing, and the body scan."""
    if level not in BLOCKING:
        return True
    steps = routine.steps
    scan = level is Level.CLINICIAN_FIRST and all(_is_scan(step) for step in steps)
    return scan or (any(_breathes(step) for step in steps) and all(_breathes(step) or _settles(step) for step in steps))


def _is_scan(step: Step) -> bool:
    return step.id == BODY_SCAN and step.kind is Kind.RELAXATION and not step.equipment


def _breathes(step: Step) -> bool:
    return step.kind is Kind.BREATHING and not holds_breath(step) and not step.equipment


def _settles(step: Step) -> bool:
    quiet = step.id is None and step.kind is Kind.RELAXATION and not step.equipment and not step.two_sided
    return quiet and isinstance(step.lasting, Hold) and step.lasting.duration <= _SETTLING


def consequence(level: Level, yes: tuple[int, ...] = (), numbers: str = "") -> tuple[str, ...]:
    """Say what a level means, a sentence each; `yes` are the signs that led to it, `numbers` whom to call."""
    match level:
        case Level.EMERGENCY:
            return (*_STOP, f"Emergency numbers: {numbers or EMERGENCY_NUMBERS}.", "Slow breathing stays open here.")
        case Level.CLINICIAN_FIRST:
            meanings = dict.fromkeys(each.meaning for each in RED_FLAGS if each.number in yes and each.level is level)
            return (
                *(meanings or ("See a clinician first.",)),
                "Until then only breathing without holds and the body scan stay open here.",
            )
        case Level.BOOK:
            return ("Book a visit with a clinician. Gentle routines are fine meanwhile.",)
        case _:
            return ("None of these applies.",)
