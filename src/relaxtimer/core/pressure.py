"""How hard to press: spoken and shown at every step of massage, in its own words or in these.

Source: `docs/content.md` 2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from relaxtimer.core.body import Kind
from relaxtimer.core.lasting import Lasting, Parts

CEILING = "Five out of ten at most."
_OUT_OF_TEN = re.compile(r"\bout of (?:ten|10)\b", re.IGNORECASE)

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


def _tells(words: Iterable[str]) -> bool:
    return any(_OUT_OF_TEN.search(each) for each in words)
