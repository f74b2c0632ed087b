"""A day of session, as fast as it goes: how long that takes, and how far it has drifted (not at all)."""

from __future__ import annotations

import sys
import time

from measure import Report, ms, times

from relaxtimer.clock import FakeClock
from relaxtimer.core.duration import HOUR, Milliseconds
from relaxtimer.core.events import Command, CueDue, Event, Finished
from relaxtimer.core.lead_in import LEAD_IN
from relaxtimer.core.routine import Repeat, Routine
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan, Practice, silent
from relaxtimer.sound.player import Outlet

DAY = 24 * HOUR
LIMIT = 5.0


def main() -> int:
    """Measure, print, judge."""
    routine = Library().routine("lower-back").routine
    rounds = DAY // Timeline.of(routine).total
    start = time.perf_counter()
    day = Routine(id="day", name="A day", items=(Repeat(rounds=rounds, items=routine.items),))
    timeline = Timeline.of(day)
    timeline.cues  # noqa: B018 - made once, before the session: told apart here
    made = time.perf_counter() - start

    start = time.perf_counter()
    calls, cues, drift = _live(timeline)
    took = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(calls):
        pass
    empty = time.perf_counter() - start

    hours = timeline.total / HOUR
    report = Report(f"{hours:g} virtual hours, {calls} calls, {cues} cues", ("took", "x empty loop"))
    report.row("making the timeline", ms(made))
    report.gate("the session", ms(took), times(took, empty), limit=f"< {LIMIT:g} s", met=took + made < LIMIT)
    report.row("an empty loop of as many turns", ms(empty), "1.00x")
    report.gate("drift at its worst cue and at the end", f"{drift} ms", "", limit="0 ms", met=drift == 0)
    report.gate("length", f"{hours:g} h", "", limit=">= 24 h", met=hours >= DAY / HOUR)
    return report.end()


def _live(timeline: Timeline) -> tuple[int, int, Milliseconds]:
    """Live through a timeline; give how often the session was called, the cues that came, and the worst drift."""
    clock = FakeClock()
    practice = Practice(
        Plan(timeline=timeline, clock=clock, player=silent), Outlet(lambda _: None, lambda: None, lambda: None)
    )
    practice.do(Command.START)
    session = practice.session
    calls = cues = 0
    drift = 0
    while (deadline := session.next_deadline()) is not None:
        clock.time = deadline
        calls += 1
        for event in practice.tick():
            cues += isinstance(event, CueDue)
            drift = max(drift, _drift(event, clock.time - LEAD_IN, timeline.total))
    assert cues >= len(timeline.cues)
    return calls, cues, drift


def _drift(event: Event, position: Milliseconds, total: Milliseconds) -> Milliseconds:
    if isinstance(event, Finished):
        return abs(position - total)
    return abs(position - event.cue.at) if isinstance(event, CueDue) and position > 0 else 0


if __name__ == "__main__":
    sys.exit(main())
