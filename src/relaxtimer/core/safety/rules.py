"""Which conditions a step is not for: those written with it, and those that follow from what it is.

A step of somebody's own file may have no codes. What its kind, its things, its position and its breath say holds all
the same; only where a step itself says how somebody with a condition does it, some of that gives way to its words.
Sources: the tables of `docs/content.md` 2.3 and 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relaxtimer.core.body import QUIET, Kind, Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.duration import SECOND
from relaxtimer.core.lasting import Breaths, Hold, Lasting, Parts, Repetitions
from relaxtimer.core.pattern import Breath, Motion, Tempo
from relaxtimer.core.routine import Exercise

# Parts of what things are called, with spaces for their hyphens.
TOOLS = ("ball", "roller", "cane", "massage gun", "massager", "massage stick", "percussion", "theragun", "hypervolt")
# Balls to sit or lie on press on nothing.
_NO_TOOLS = ("gym ball", "exercise ball", "stability ball", "swiss ball")
# How a word of them begins; the last two are pillows that are heated.
_HEAT = ("heat", "warm", "hot", "wheat", "cherry")
# A rest after the out-breath as long as this is a hold; shorter ones are the natural end of a breath.
_LONGEST_NATURAL_REST = 2 * SECOND

_LYING = frozenset({Position.SUPINE, Position.SIDE_LYING, Position.PRONE})
_ON_THE_KNEES = frozenset({Position.KNEELING, Position.HANDS_AND_KNEES})
# What one can hold on to anyway.
_HOLDS = ("wall", "chair", "counter", "desk")

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
    if any(_begins(heat, thing) for thing in map(_spelt, step.equipment) for heat in _HEAT):
        found |= _HEATING
    if holds_breath(step):
        found |= _HOLDING
    return frozenset(found | (_by_technique(step) - step.adapt.keys()))


def _by_technique(step: Exercise) -> set[Condition]:
    """Give what a technique is not for, unless the step says how it is done then."""
    found: set[Condition] = set()
    if step.kind is Kind.STRETCH:
        found.add(Condition.ACUTE_SPASM)
    if step.position in _ON_THE_KNEES:
        found.add(Condition.KNEE)
    if step.position is Position.HANDS_AND_KNEES:
        found.add(Condition.WRIST)
    if uses_tool(step):
        found.add(Condition.OSTEOPOROSIS)
        if step.position in _LYING or any("roller" in thing for thing in _things(step)):
            found |= {Condition.PREGNANCY, Condition.LEG_PAIN}
    return found


def ways_of(step: Exercise) -> Mapping[Condition, str]:
    """Give how somebody with a condition does a step: as is written with it, else as follows from what it is."""
    found: dict[Condition, str] = {}
    holds = any(hold in thing.casefold() for thing in step.equipment for hold in _HOLDS)
    if step.position is Position.STANDING and not holds:
        found[Condition.BALANCE] = "Hold a chair or a counter, or sit."
    if step.position is Position.WALKING:
        found[Condition.BALANCE] = "Walk with a stick, or along something to hold."
    if step.position is Position.SUPINE and step.ends_in is step.position:
        found[Condition.PREGNANCY] = "On your side, or sitting."
    if uses_tool(step):
        found[Condition.NUMBNESS] = "Light pressure only, and look at the skin afterwards."
    return {**found, **step.adapt}


def uses_tool(step: Exercise) -> bool:
    """Tell whether a step presses with a ball, a roller or a cane."""
    return any(tool in thing for thing in _things(step) if not thing.endswith(_NO_TOOLS) for tool in TOOLS)


def _things(step: Exercise) -> tuple[str, ...]:
    """Give what a step is done with. Massage is often named after it, with nothing said of what it needs."""
    named = (step.name,) if step.kind is Kind.SELF_MASSAGE else ()
    return tuple(_spelt(thing) for thing in (*step.equipment, *named))


def _spelt(thing: str) -> str:
    return " ".join(thing.casefold().replace("-", " ").split())


def _begins(word: str, thing: str) -> bool:
    """Tell whether a word of a thing begins so."""
    return any(each.startswith(word) for each in thing.split())


def holds_breath(step: Exercise) -> bool:
    """Tell whether the breath is held in a step, full or empty, also where it is written as a tempo."""
    if step.kind is Kind.BREATHING and any(_has_hold(tempo) for tempo in _tempos(step.lasting)):
        return True
    return any(_is_held(breath) for breath in _breaths(step.lasting))


def _tempos(lasting: Lasting) -> Iterator[Tempo]:
    match lasting:
        case Repetitions(pattern=tempo):
            yield tempo
        case Parts(parts=parts):
            for part in parts:
                yield from _tempos(part.lasting)
        case _:
            return


def _has_hold(tempo: Tempo) -> bool:
    return any(phase.motion is Motion.HOLD for phase in tempo.phases)


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
