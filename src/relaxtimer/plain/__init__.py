"""The plain face: a session as lines of text, for screen readers, pipes and terminals that cannot draw."""

from __future__ import annotations

from relaxtimer.plain.keys import Keys, keys_of
from relaxtimer.plain.running import interviews, run, visit

__all__ = ["Keys", "interviews", "keys_of", "run", "visit"]
