"""When a voice that fails is given up."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.sound.voice.engine import HungError, VoiceError

# In a row: one sentence may be beyond an engine, three are not.
MOST_FAILURES = 3
# So long one thing may take until that is said, where words are missed for it.
LONG: Milliseconds = 3 * SECOND
NOT_READY = "The voice is not ready yet; words are shown."
READY = "The voice is ready: words are spoken."


class Patience:
    """With one voice: it ends after `MOST_FAILURES` in a row, and at once with one that hangs."""

    def __init__(self) -> None:
        self._failures = 0

    def spoke(self) -> None:
        """Forget the failures: it works."""
        self._failures = 0

    def ends_with(self, error: VoiceError) -> bool:
        """Take in a failure; tell whether it was one too many."""
        self._failures += 1
        return self._failures >= MOST_FAILURES or isinstance(error, HungError)


def given_up(name: str, why: str) -> str:
    """Give a sentence about a voice that is given up; `why` is one, too."""
    return f"The voice {name} is given up. {why}"
