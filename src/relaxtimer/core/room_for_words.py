"""How short the work of a step may become so that all its words still have time.

A step is gone through by ear, the way any voice has to: words wait for each other and for the loud part of sounds, and
end with the work they are for. Those that go on into breaths or repetitions leave at least the last of them clear, to
be named. The voice is an unhurried one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from itertools import accumulate

from msgspec.msgpack import encode
from msgspec.structs import replace

from relaxtimer.core.body import Position
from relaxtimer.core.compile import compile_routine
from relaxtimer.core.cues import WORDS, Cue, CueKind, cues_of_step, until_of_words
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Breaths, Repetitions
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.segment import Phase, Round, Segment
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, unhurried_time
from relaxtimer.core.talk_of_phases import talks_of, words_of

# So long words keep clear of a sound: the longest loud part of a bundled one within a step lasts 0.97 seconds.
_SOUND: Milliseconds = SECOND
_ANNOUNCED = frozenset({CueKind.STEP, CueKind.PART, CueKind.SWITCH, CueKind.READY})
_SOUNDING = _ANNOUNCED | {CueKind.BEGIN, CueKind.HALF, CueKind.ENDING}
_KNOWN: dict[bytes, Milliseconds] = {}
_MOST_KNOWN = 4_096


def least_for_words(step: Step, before: Position | None, round_: Round | None) -> Milliseconds:
    """Give the least the work of one side may last, within its bounds; its length as it is where that is too short.

    `before` is the position one comes from, `round_` the round in which the step has its words.
    """
    # The same exercise is in many routines, and a step itself has no hash.
    known = encode((step, before, round_))
    if (least := _KNOWN.get(known)) is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        least = _KNOWN[known] = _least(step, before, round_)
    return least


def _least(step: Step, before: Position | None, round_: Round | None) -> Milliseconds:
    lasting = step.lasting
    grain = lasting.pattern.duration if isinstance(lasting, Breaths | Repetitions) else SECOND

    def is_room(more: int) -> bool:
        shorter = replace(step, lasting=lasting.fitted(lasting.least + more * grain))
        return _Voice(_laid(shorter, round_), before).has_time()

    most = -(-(lasting.duration - lasting.least) // grain)
    # Most steps have time for their words however short they are.
    more = 0 if most <= 0 or is_room(0) else bisect_left(range(most), x=True, lo=1, key=is_room)
    return min(lasting.least + more * grain, lasting.duration)


def _laid(step: Step, round_: Round | None) -> tuple[Segment, ...]:
    """Lay out a step alone."""
    bare = compile_routine(Routine(id="", name=step.name, items=(step,)))
    starts = accumulate((segment.duration for segment in bare), initial=0)
    return tuple(replace(segment, start=start, round=round_) for segment, start in zip(bare, starts, strict=False))


class _Voice:
    """Says the words of one step, as far as there is time."""

    def __init__(self, segments: Sequence[Segment], before: Position | None) -> None:
        self._segments = segments
        self._cues = sorted(cues_of_step(segments, range(len(segments)), before), key=lambda cue: cue.at)
        self._sounds = [cue.at for cue in self._cues if cue.kind in _SOUNDING]
        self._until = until_of_words(segments)
        self._free: Milliseconds = 0
        self._waiting: deque[Cue] = deque()

    def has_time(self) -> bool:
        """Tell whether all of them are over in time."""
        for cue in self._cues:
            if cue.kind in WORDS:
                self._waiting.append(cue)
            elif cue.kind in _ANNOUNCED and not (self._say_waiting(cue.at) and self._announce(cue)):
                return False
        return self._say_waiting(None)

    def _announce(self, cue: Cue) -> bool:
        own = self._segments[cue.segment :]
        until = next(segment.end for segment in own if segment.phase is Phase.WORK)
        return self._say(cue.text or "", self._start(cue, cue.text or ""), until)

    def _say_waiting(self, before: Milliseconds | None) -> bool:
        """Say the sentences that can begin before a time."""
        while self._waiting:
            cue = self._waiting[0]
            start = self._start(cue, cue.text or "")
            if before is not None and start >= before:
                return True
            self._waiting.popleft()
            if not self._say(cue.text or "", start + self._patience(start, cue.text or ""), self._until):
                return False
        return True

    def _start(self, cue: Cue, words: str) -> Milliseconds:
        """Give the first moment from which words are clear of sounds."""
        start, length = max(cue.at, self._free), unhurried_time(words)
        for sound in self._sounds:
            if sound < start + length and start < sound + _SOUND:
                start = sound + _SOUND
        return start

    def _patience(self, at: Milliseconds, words: str) -> Milliseconds:
        """Give how long a sentence may wait there for the phase it talks of, where it talks of one."""
        pattern = self._segment(at).paced
        if pattern is None or talks_of(words, words_of(pattern)) is None:
            return 0
        return pattern.duration

    def _say(self, words: str, start: Milliseconds, until: Milliseconds) -> bool:
        end = start + unhurried_time(words)
        self._free = end + PAUSE_BETWEEN_SENTENCES
        segment = self._segment(end)
        if segment.paced is not None and end > segment.start:
            until = min(until, segment.start + (segment.cycles - 1) * segment.paced.duration)
        return end <= until

    def _segment(self, at: Milliseconds) -> Segment:
        return next((segment for segment in self._segments if at < segment.end), self._segments[-1])
