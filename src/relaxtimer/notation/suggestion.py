"""Guessing what was meant by a word that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_GUESS = 60
# From 0 to 1: "scotlnd" and "scotland" are alike by 0.93, "scotland" and "catalan" by 0.67.
_ALIKE = 0.7
_WORD = re.compile(r"\w+")


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """Give "; did you mean NAME?" for the known word that comes nearest, or nothing where none comes near."""
    near = nearest(wanted, known)
    return "" if near is None else f"; did you mean {near}?"


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """Give the known word that comes nearest, or `None` where none comes near."""
    import difflib  # noqa: PLC0415 - needed only for a misspelt word

    if len(wanted) > LONGEST_GUESS:
        return None
    words = {word.casefold(): word for word in known}
    plain = wanted.strip().casefold()
    near = difflib.get_close_matches(plain, words, 1) or difflib.get_close_matches(_joined(plain), words, 1)
    return words[near[0]] if near else None


def nearest_names(wanted: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Give the names that come nearest, the best first: as a whole, or in one of their words."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - needed only for a name that is not known

    plain = wanted.strip().casefold()
    if not plain or len(plain) > LONGEST_GUESS:
        return []
    matcher = SequenceMatcher(b=plain)

    def likeness(name: str) -> float:
        found = [0.0]
        for words in {name, *_WORD.findall(name)}:
            matcher.set_seq1(words)
            found.append(matcher.ratio())
        return max(found)

    likely = {name: likeness(name.casefold()) for name in known}
    found = sorted((name for name in likely if likely[name] >= _ALIKE), key=lambda name: (-likely[name], name))
    return found[:most]


def _joined(text: str) -> str:
    return text.replace("_", "-").replace(" ", "-")
