"""Why a step is not for a person today: a condition, the first hour of the day, or pain that rose the day before."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from relaxtimer.core.conditions import Condition
from relaxtimer.core.routine import Exercise
from relaxtimer.core.safety.rules import against, uses_tool, ways_of

Conditions = frozenset[Condition]

MORNING = "the first hour after getting up"
NO_TOOLS = "no ball or roller for two days after more pain"
# What bends the back deeply while its discs are at their fullest, and what is done in its place: `docs/content.md` 6.3.
_IN_THE_MORNING = {
    "double-knee-hug": "pelvic-tilt",
    "child-pose": "pelvic-tilt",
    "child-pose-side": "pelvic-tilt",
    "seated-pelvic-tilt": "standing-back-bend",
}


class Today(Struct, frozen=True):
    """What holds for a person today. `morning` is within an hour of getting up, `no_tools` after a flare-up."""

    conditions: Conditions = frozenset()
    morning: bool = False
    no_tools: bool = False

    def __bool__(self) -> bool:
        """Whether anything could change at all."""
        return bool(self.conditions or self.morning or self.no_tools)

    def reasons(self, step: Exercise) -> tuple[str, ...]:
        """Give why a step is not for this person today, in words; nothing where it is."""
        return tuple(self._reasons(step))

    def _reasons(self, step: Exercise) -> Iterator[str]:
        yield from (condition.words for condition in in_order(self.conditions & against(step)))
        if self.morning and step.id in _IN_THE_MORNING:
            yield MORNING
        if self.no_tools and uses_tool(step):
            yield NO_TOOLS

    def named(self, step: Exercise) -> tuple[str, ...]:
        """Give the ids of what is done in the place of a step, as it or the reason says."""
        names = [step.instead[each] for each in in_order(self.conditions & step.instead.keys())]
        if self.morning and step.id in _IN_THE_MORNING:
            names.append(_IN_THE_MORNING[step.id])
        if self.no_tools and uses_tool(step) and Condition.BLEEDING in step.instead:
            names.append(step.instead[Condition.BLEEDING])
        return tuple(dict.fromkeys(names))

    def ways(self, step: Exercise) -> tuple[str, ...]:
        """Give how somebody with these conditions does a step, in sentences of its own."""
        return tuple(dict.fromkeys(ways_of(step)[each] for each in self.adapting(step)))

    def adapting(self, step: Exercise) -> tuple[Condition, ...]:
        """Give the conditions with which this person does a step in a way of its own."""
        return in_order(self.conditions & ways_of(step).keys())


def in_order(conditions: Conditions) -> tuple[Condition, ...]:
    """Give conditions in the order in which they are always told."""
    return tuple(each for each in Condition if each in conditions)
