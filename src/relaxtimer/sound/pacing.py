"""What is said of breaths and repetitions: which phases of which cycles have words."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from relaxtimer.core.cues import WORDS, Cue, CueKind, sentence
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import Breath, Motion, Pattern, PatternPhase
from relaxtimer.core.segment import Segment
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time
from relaxtimer.core.timeline import Timeline

# The phases of breath and tempo, whose sounds go on as long as they do.
PACES = frozenset(kind for kind in CueKind if kind.value.startswith(("breath-", "tempo-"))) - WORDS
LAST = "Last one."
# From so many cycles on the last is announced.
FEWEST_WITH_LAST = 3
_BREATHE = {Motion.IN: "Breathe in", Motion.OUT: "Breathe out"}
# What is said over the start of a segment, as against its own pace.
_LAID_OVER = frozenset(
    {CueKind.STEP, CueKind.PART, CueKind.SWITCH, CueKind.READY, CueKind.INSTRUCTION, CueKind.BREATH_CUE}
)


class SaidPhase(Struct, frozen=True):
    """One phase of one cycle: its words, and the fewer that do where those have no time."""

    duration: Milliseconds
    words: str
    brief: str


class Pacing:
    """Goes through the phases of a timeline in their order."""

    def __init__(self, timeline: Timeline, real: Callable[[Milliseconds], Milliseconds]) -> None:
        """Look at what is said over each segment, in real time, at 150 words a minute."""
        self._segments = timeline.segments
        self._real = real
        self._segment = -1
        self._place = 0
        self._clear = 0
        self._words = _words_laid_over(timeline, real)

    def next(self, cue: Cue) -> SaidPhase:
        """Give the next phase, that of this cue."""
        segment = self._segments[cue.segment]
        pattern = segment.pattern
        if pattern is None:
            message = f"a {cue.kind} without a pattern"
            raise ValueError(message)
        if cue.segment != self._segment:
            self._segment, self._place = cue.segment, 0
            self._clear = self._first_clear_cycle(segment, pattern)
        cycle, place = divmod(self._place, len(pattern.phases))
        self._place += 1
        phase = pattern.phases[place]
        own = sentence(phase.say) if phase.say else ""
        if place == 0 and cycle + 1 == segment.cycles >= FEWEST_WITH_LAST:
            return SaidPhase(phase.duration, f"{LAST} {own}".strip(), LAST if own else "")
        named = cycle == 0 or (cycle == self._clear and self._covered(cue.at - cycle * pattern.duration))
        return SaidPhase(phase.duration, own or (_usual(pattern, phase) if named else ""), "")

    def _first_clear_cycle(self, segment: Segment, pattern: Pattern) -> int:
        """Give the first cycle that begins after all that is said over the start; 0 for none."""
        over = max((end for _, end in self._words.get(self._segment, ())), default=0)
        starts = (self._real(segment.start + cycle * pattern.duration) for cycle in range(segment.cycles))
        return next((cycle for cycle, start in enumerate(starts) if start >= over), 0)

    def _covered(self, at: Milliseconds) -> bool:
        """Tell whether something else is being said at a moment of the session."""
        return any(start <= self._real(at) < end for start, end in self._words.get(self._segment, ()))


def _usual(pattern: Pattern, phase: PatternPhase) -> str:
    word = phase.motion.value.capitalize()
    return sentence(_BREATHE.get(phase.motion, word) if isinstance(pattern, Breath) else word)


def _words_laid_over(
    timeline: Timeline, real: Callable[[Milliseconds], Milliseconds]
) -> dict[int, list[tuple[Milliseconds, Milliseconds]]]:
    """Give from when to when something is said that begins in each segment, one after another."""
    words: dict[int, list[tuple[Milliseconds, Milliseconds]]] = {}
    for cue in timeline.cues:
        if cue.kind in _LAID_OVER and cue.text:
            own = words.setdefault(cue.segment, [])
            start = max(real(cue.at), own[-1][1] if own else 0)
            own.append((start, start + speaking_time(cue.text) + PAUSE_BETWEEN_SENTENCES))
    return words
