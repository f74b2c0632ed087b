"""What is said of breaths and repetitions: the words of each phase, and which of them are for one cycle alone.

The rules. A pattern's own words are said in every cycle; "Breathe in" and the like in one, the first that is clear of
all other words: which one that is shows when the lengths of words are known. The last of three or more says so.
"""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.cues import WORDS, Cue, CueKind, sentence
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import Breath, Motion, Pattern, PatternPhase
from relaxtimer.core.timeline import Timeline

# The phases of breath and tempo, whose sounds go on as long as they do.
PACES = frozenset(kind for kind in CueKind if kind.value.startswith(("breath-", "tempo-"))) - WORDS
LAST = "Last one."
# From so many cycles on the last is announced.
FEWEST_WITH_LAST = 3
_BREATHE = {Motion.IN: "Breathe in", Motion.OUT: "Breathe out"}


class SaidPhase(Struct, frozen=True):
    """One phase of one cycle (from 1): its words, and the fewer that do where those have no time.

    With `once` the words are for one cycle alone; any other has the fewer ones.
    """

    duration: Milliseconds
    words: str
    brief: str
    cycle: int
    once: bool


class Pacing:
    """Goes through the phases of a timeline in their order."""

    def __init__(self, timeline: Timeline) -> None:
        """Stand before the first."""
        self._segments = timeline.segments
        self._segment = -1
        self._place = 0

    def next(self, cue: Cue) -> SaidPhase:
        """Give the next phase, that of this cue."""
        segment = self._segments[cue.segment]
        pattern = segment.paced
        if pattern is None:
            message = f"a {cue.kind} without a pattern"
            raise ValueError(message)
        if cue.segment != self._segment:
            self._segment, self._place = cue.segment, 0
        cycle, place = divmod(self._place, len(pattern.phases))
        self._place += 1
        phase = pattern.phases[place]
        last = LAST if place == 0 and cycle + 1 == segment.cycles >= FEWEST_WITH_LAST else ""
        words = sentence(phase.say) if phase.say else _usual(pattern, phase)
        return SaidPhase(phase.duration, f"{last} {words}".strip(), last, cycle + 1, not phase.say)


def _usual(pattern: Pattern, phase: PatternPhase) -> str:
    word = phase.motion.value.capitalize()
    return sentence(_BREATHE.get(phase.motion, word) if isinstance(pattern, Breath) else word)
