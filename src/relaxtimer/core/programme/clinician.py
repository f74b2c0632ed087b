"""When it is time to ask a clinician: `docs/content.md` 5.5. Suggested after two weeks, urged after four."""

from __future__ import annotations

from relaxtimer.core.averages import Course, Meaning
from relaxtimer.core.days import WEEK, Day

_SUGGESTED, _URGED = 2 * WEEK, 4 * WEEK
# Days of practice in those weeks that make it regular.
_REGULAR = {_SUGGESTED: 6, _URGED: 12}
_BETTER = frozenset({Meaning.LOWER, Meaning.LOW_START})


def clinician(first: Day | None, today: Day, days_done: int, course: Course | None) -> str:
    """Say whether to see a clinician, after regular practice that changed nothing; nothing where it is not time.

    `days_done` are days of practice since the `first`; `course` is that of pain.
    """
    better = course is not None and course.meaning in _BETTER
    if first is None or course is None or better:
        return ""
    for weeks, words in ((_URGED, _URGE), (_SUGGESTED, _SUGGEST)):
        if today - first >= weeks and days_done >= _REGULAR[weeks]:
            return words
    return ""


_SUGGEST = "Two weeks of regular practice, and no change to speak of: a clinician can look at it with you."
_URGE = "Four weeks of regular practice, and no change to speak of: see a clinician."
