"""Guessing what was meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_GUESS = 60


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


def _joined(text: str) -> str:
    return text.replace("_", "-").replace(" ", "-")
