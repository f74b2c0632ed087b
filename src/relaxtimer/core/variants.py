"""Steps that hurt last time start on their easier variant, and the way back to the full one."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.segment import Segment
from relaxtimer.core.timeline import Timeline


def key_of(step: Step, routine: Routine) -> str:
    """Give by what a step is remembered: the exercise wherever it comes, or a step of one routine's own."""
    return step.id or f"{routine.id}/{step.name}"


def eased_from_the_start(timeline: Timeline, hurt: Collection[str]) -> Timeline:
    """Take the easier variant of each step that is remembered as one that hurt, where it has one."""
    if not hurt:
        return timeline
    segments = (
        easier_from_its_start(segment)
        if segment.step.easier and key_of(segment.step, timeline.routine) in hurt
        else segment
        for segment in timeline.segments
    )
    return Timeline(timeline.routine, tuple(segments))


def easier_from_its_start(segment: Segment) -> Segment:
    """Have a step done in its easier variant with that said first, and then how one gets into place."""
    step = segment.step
    # What is shown may count what is no longer paced; what is said leaves that to the cue for the breath.
    shown = step.show if step.easier_paced else step.say
    begun = replace(step, say=(step.easier, *step.say), show=(step.easier, *shown) if step.show else ())
    return replace(segment, step=begun, easier=True)


def easing_told(timeline: Timeline, hurt: Collection[str], key: str = "", start: Milliseconds = 0) -> tuple[str, ...]:
    """Say which steps hurt last time and what becomes of them; `key` is the one that takes the full variant again.

    Those that lie before `start` are not done, and nothing is said of them.
    """
    steps = {
        occurrence.number: occurrence.step
        for occurrence in timeline.occurrences
        if occurrence.end > start and key_of(occurrence.step, timeline.routine) in hurt
    }
    told = [f"Last time this hurt: {step.name}. {_now(step, key)}" for step in steps.values()]
    return tuple(dict.fromkeys(told))


def _now(step: Step, key: str) -> str:
    if not step.easier:
        return "Go gently, or skip it."
    return f"It starts on its easier variant{f'; {key} takes the full one again' if key else ''}."
