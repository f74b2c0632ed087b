"""Which conditions a step is not for: those written with it, and those that follow from what it is.

A step of somebody's own file may have no codes. What its kind, its things and its breath say holds all the same.
Sources: the tables of `docs/content.md` 2.3 and 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.body import QUIET, Kind, Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.duration import SECOND
from relaxtimer.core.lasting import Breaths, Hold, Lasting, Parts
from relaxtimer.core.pattern import Breath, Motion
from relaxtimer.core.routine import Exercise

TOOLS = ("ball", "roller", "cane", "massage gun")
# Balls to sit or lie on press on nothing.
_NO_TOOLS = ("gym ball", "exercise ball", "stability ball", "swiss ball")
_HEAT = ("heat", "warm pack", "hot water")
# A rest after the out-breath as long as this is a hold; shorter ones are the natural end of a breath.
_LONGEST_NATURAL_REST = 2 * SECOND

_ALL_PHYSICAL = frozenset({Condition.SURGERY, Condition.FEVER})
_TOOLS = frozenset({Condition.BLEEDING, Condition.CLOT, Condition.ACUTE_SPASM, Condition.SKIN})
_HEATING = frozenset({Condition.NUMBNESS, Condition.SKIN, Condition.FEVER})
_HOLDING = frozenset({Condition.PREGNANCY, Condition.HEART, Condition.LUNGS, Condition.PANIC, Condition.EYES})


def against(step: Exercise) -> frozenset[Condition]:
    """Give every condition under which a step is left out or replaced."""
    return step.avoid | step.instead.keys() | implied(step)


def implied(step: Exercise) -> frozenset[Condition]:
    """Give the conditions that a step is not for by what it is."""
    found: set[Condition] = set()
    # A way up is no exercise: whoever lies has to get up.
    if step.kind not in QUIET and step.ends_in is step.position:
        found |= _ALL_PHYSICAL
    if step.kind is Kind.SELF_MASSAGE:
        found.add(Condition.SKIN)
    if step.kind is Kind.STABILISATION:
        found.add(Condition.ACUTE_SPASM)
    if step.position is Position.PRONE:
        found.add(Condition.PREGNANCY)
    if uses_tool(step):
        found |= _TOOLS
    if any(heat in thing.casefold() for thing in step.equipment for heat in _HEAT):
        found |= _HEATING
    if holds_breath(step):
        found |= _HOLDING
    return frozenset(found)


def uses_tool(step: Exercise) -> bool:
    """Tell whether a step presses with a ball, a roller or a cane."""
    things = [thing.casefold() for thing in step.equipment]
    return any(tool in thing for thing in things if not thing.endswith(_NO_TOOLS) for tool in TOOLS)


def holds_breath(step: Exercise) -> bool:
    """Tell whether the breath is held in a step, full or empty."""
    return any(_is_held(breath) for breath in _breaths(step.lasting))


def _breaths(lasting: Lasting) -> Iterator[Breath]:
    match lasting:
        case Hold(breath=Breath() as breath) | Breaths(pattern=breath):
            yield breath
        case Parts(parts=parts):
            for part in parts:
                yield from _breaths(part.lasting)
        case _:
            return


def _is_held(breath: Breath) -> bool:
    return any(
        phase.motion is Motion.HOLD or (phase.motion is Motion.REST and phase.duration > _LONGEST_NATURAL_REST)
        for phase in breath.phases
    )
