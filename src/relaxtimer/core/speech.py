"""How long words take to say, and which of a step's words have time to be said when."""

from __future__ import annotations

import re
from functools import lru_cache

from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds

# An unhurried speaking rate for instructions; measured voices are slower or faster by about a tenth.
WORDS_A_MINUTE = 150
# A work that is not very short leaves the words so much.
LEAST_FOR_WORDS: Milliseconds = 6 * SECOND
PAUSE_BETWEEN_SENTENCES: Milliseconds = 300

_LETTER: Milliseconds = 75
_LETTERS_OF_A_DIGIT = 5
_AROUND: Milliseconds = 200
_AT_A_STOP: Milliseconds = 700
_AT_A_COMMA: Milliseconds = 400
_STOP = re.compile(r"[.!?](?=\s)")
_COMMA = re.compile(r"[,;:](?=\s)")


def speaking_time(text: str) -> Milliseconds:
    """Estimate how long a text takes to say at 150 words a minute."""
    return len(text.split()) * MINUTE // WORDS_A_MINUTE


@lru_cache(maxsize=4_096)
def unhurried_time(text: str) -> Milliseconds:
    """Give a time in which hardly any voice does not have said a text, for room that has to be enough.

    Long words and the stops between sentences take what a count of words does not see. The figures are a least-squares
    fit to some 550 sentences of routines as eSpeak NG says them at 150 words a minute, rounded up.
    """
    letters = sum(_LETTERS_OF_A_DIGIT if character.isdigit() else character.isalpha() for character in text)
    stops, commas = len(_STOP.findall(text)), len(_COMMA.findall(text))
    measured = letters * _LETTER + stops * _AT_A_STOP + commas * _AT_A_COMMA + _AROUND
    return max(measured, speaking_time(text) * 5 // 4)


def time_for_words(work: Milliseconds) -> Milliseconds:
    """Give how far into a hold words may reach: its first quarter, or 6 seconds of a short one, never past its half."""
    return min(work // 2, max(work // 4, LEAST_FOR_WORDS))
