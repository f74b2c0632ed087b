"""A whole visit: what is asked before, the session, what is asked after. The command line makes it for the faces.

`before` and `after` are generators: each interview they yield is gone through by the face, which then goes on.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Protocol, TypeAlias

from msgspec import Struct

from relaxtimer.core.asking.page import Interview
from relaxtimer.core.session import Session
from relaxtimer.practice import Plan

STOPPED_FOR_SAFETY = 3


class Refusal(Struct, frozen=True):
    """Why there is no session, in sentences; none where the person was told already. `status` is the exit status."""

    words: tuple[str, ...] = ()
    status: int = STOPPED_FOR_SAFETY


Before: TypeAlias = Generator[Interview, None, "Plan | Refusal"]
After: TypeAlias = Generator[Interview, None, int]


class Visit(Protocol):
    """One visit. Nothing is asked where nobody can answer: then `asking` is false."""

    def before(self, *, asking: bool) -> Before:
        """Ask what there is to ask, and give the plan of the session, or why there is none."""
        ...

    def after(self, session: Session, *, asking: bool) -> After:
        """Ask how it was, and give the exit status."""
        ...
