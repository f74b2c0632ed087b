"""How long words take to say, and which of a step's words have time to be said when."""

from __future__ import annotations

from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds

# An unhurried speaking rate for instructions; measured voices are slower or faster by about a tenth.
WORDS_A_MINUTE = 150
# A prepare shorter than this has room for the name alone.
SHORTEST_TO_INSTRUCT: Milliseconds = 6 * SECOND
PAUSE_BETWEEN_SENTENCES: Milliseconds = 300


def speaking_time(text: str) -> Milliseconds:
    """Estimate how long a text takes to say at 150 words a minute."""
    return len(text.split()) * MINUTE // WORDS_A_MINUTE


def time_for_words(work: Milliseconds) -> Milliseconds:
    """Give how far into a hold words may reach: its first quarter, or 6 seconds of a short one, never past its half."""
    return min(work // 2, max(work // 4, SHORTEST_TO_INSTRUCT))
