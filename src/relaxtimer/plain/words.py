"""Steps, lengths and patterns in words that are heard as easily as they are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relaxtimer.core.body import Position
from relaxtimer.core.contraindications import sentence_of_routine
from relaxtimer.core.cues import announcement
from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.lasting import Hold, Parts
from relaxtimer.core.pattern import Breath, Pattern, PatternPhase
from relaxtimer.core.routine import Routine
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Timeline

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) +")


def spoken(duration: Milliseconds) -> str:
    """Write a time in whole seconds, to the nearest."""
    return in_words((duration + SECOND // 2) // SECOND * SECOND)


def left(remaining: Milliseconds) -> str:
    """Write what is left in whole seconds, rounded up: nothing is left only at the end."""
    return f"{in_words(-(-remaining // SECOND) * SECOND)} left"


def number_of(timeline: Timeline, segment: Segment) -> str:
    """Say which step of how many this is."""
    return f"{segment.number} of {timeline.steps}"


def step_line(timeline: Timeline, segment: Segment, before: Position | None) -> str:
    """Announce a step: its number, then what is said of it; the position where it is another than `before`."""
    easier = " Easier variant." if segment.easier else ""
    return f"Step {number_of(timeline, segment)}: {announcement(segment, before)}{easier}"


def place(timeline: Timeline, segment: Segment) -> str:
    """Say where in the routine this is, in passing: `step 3 of 14: Wall ball, left side`."""
    side = f", {segment.side} side" if segment.side is not None else ""
    return f"step {number_of(timeline, segment)}: {segment.step.name}{side}"


def length_line(timeline: Timeline, segment: Segment) -> str:
    """Say how long the step of a segment lasts, in the measure it is done by: time, breaths, times or parts."""
    work = [each for each in timeline.segments if each.occurrence == segment.occurrence and each.phase is Phase.WORK]
    one_side = [each for each in work if each.side is work[0].side]
    each_side = " each side" if segment.step.two_sided else ""
    first = one_side[0]
    if first.waits:
        return f"About {spoken(first.duration)}, or as long as you need."
    if isinstance(segment.step.lasting, Parts):
        return f"{_parts(len(one_side))}, {spoken(_whole(timeline, one_side))}{each_side}."
    if first.paced is None:
        return f"{spoken(first.duration)}{each_side}."
    if isinstance(segment.step.lasting, Hold):
        return f"{spoken(first.duration)}{each_side}. {pattern_words(first.paced)}."
    return f"{pattern_words(first.paced)}: {_cycles(first)}{each_side}."


def part_line(segment: Segment, text: str) -> str:
    """Announce a part with its number, and its pace where it has one."""
    lasting = segment.step.lasting
    if segment.part is None or not isinstance(lasting, Parts):
        return text
    names = [part.name for part in lasting.parts]
    number = f"Part {names.index(segment.part.name) + 1} of {len(names)}: "
    pace = f" {pattern_words(segment.paced)}: {_cycles(segment)}." if segment.paced is not None else ""
    return f"{number if len(names) > 1 else ''}{text}{pace}"


def pattern_words(pattern: Pattern) -> str:
    """Write one cycle of a pattern in seconds: `Breathe in 4, out 6`, `Flatten 2, hold 1, let go 2`."""
    words = ", ".join(_phase(phase) for phase in pattern.phases)
    if isinstance(pattern, Breath) and pattern.phases[0].say is None:
        return f"Breathe {words}"
    return words[0].upper() + words[1:]


def opening(routine: Routine, timeline: Timeline, start: Milliseconds) -> list[str]:
    """Say what comes: the routine, its length, what it needs, what to know before, and whom it is not for."""
    steps = "1 step" if timeline.steps == 1 else f"{timeline.steps} steps"
    lines = [f"{routine.name}.", f"{spoken(timeline.total)}, {steps}."]
    if start:
        lines.append(f"From {place(timeline, timeline.at(start).segment)}. {left(timeline.total - start)}.")
    if routine.equipment:
        lines.append(f"You need: {', '.join(routine.equipment)}.")
    lines += routine.cautions
    not_for = sentence_of_routine(routine)
    return [*lines, not_for] if not_for else lines


def sentences(texts: Sequence[str]) -> list[str]:
    """Take texts apart into their sentences, so that each is a line."""
    return [sentence for text in texts for sentence in _BETWEEN_SENTENCES.split(text) if sentence]


def _phase(phase: PatternPhase) -> str:
    word = phase.say or phase.motion.value
    return f"{word[0].lower()}{word[1:].rstrip('.!?')} {phase.duration / SECOND:g}"


def _cycles(segment: Segment) -> str:
    one, many = ("breath", "breaths") if isinstance(segment.paced, Breath) else ("time", "times")
    return f"{segment.cycles} {one if segment.cycles == 1 else many}"


def _parts(count: int) -> str:
    return "1 part" if count == 1 else f"{count} parts"


def _whole(timeline: Timeline, one_side: Sequence[Segment]) -> Milliseconds:
    """Give how long the parts of one side take, with the times to get ready for each."""
    first, last = one_side[0], one_side[-1]
    own = [
        each
        for each in timeline.segments
        if each.occurrence == first.occurrence and each.side is first.side and each.part is not None
    ]
    return sum(each.duration for each in own if each.start <= last.start)
