"""How hard to press: spoken and shown at every step of massage, in its own words or in these.

Source: `docs/content.md` 2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from relaxtimer.core.body import Kind
from relaxtimer.core.lasting import Lasting, Parts
from relaxtimer.core.routine import Exercise

CEILING = "Five out of ten at most."
_SAFE = "one|two|three|four|five|[1-5]"
_OUT_OF_TEN = re.compile(rf"\b(?:{_SAFE})\s+out\s+of\s+(?:ten|10)\b", re.IGNORECASE)
_TOO_HARD = re.compile(r"\b(?:six|seven|eight|nine|ten|[6-9]|10)\s+out\s+of\s+(?:ten|10)\b", re.IGNORECASE)

Words = tuple[str, ...]


def with_ceiling(kind: Kind | None, lasting: Lasting, say: Words, show: Words) -> tuple[Words, Words]:
    """Give what is said and shown at a step, and last how hard to press where massage does not tell by itself."""
    if kind is not Kind.SELF_MASSAGE:
        return say, show
    parts = tuple(part.say for part in lasting.parts) if isinstance(lasting, Parts) else ()
    return (
        say if _tells((*say, *parts)) else (*say, CEILING),
        show if not show or _tells(show) else (*show, CEILING),
    )


def too_hard(step: Exercise) -> str:
    """Give the words with which a step of massage asks for more than five out of ten; nothing where it does not."""
    if step.kind is not Kind.SELF_MASSAGE:
        return ""
    parts = tuple(part.say for part in step.lasting.parts) if isinstance(step.lasting, Parts) else ()
    found = (_TOO_HARD.search(words) for words in (*step.say, *step.show, *parts))
    return next((each[0] for each in found if each), "")


def _tells(words: Iterable[str]) -> bool:
    return any(_OUT_OF_TEN.search(each) for each in words)
