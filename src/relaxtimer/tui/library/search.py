"""Finding routines by words: each word is somewhere in the name, tags, summary, equipment or positions."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from relaxtimer.tui.library.row import Row

# Between two texts, so that no word is found across the border of them.
_BORDER = "\n"


def plain(text: str) -> str:
    """Give a text as it is compared: without case and accents, hyphens as spaces."""
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return text.casefold().replace("-", " ").replace("_", " ")


class Search:
    """The texts of all rows, made comparable once."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take the rows in the order in which they are given back."""
        self._names = [plain(f"{row.name}{_BORDER}{row.id}") for row in rows]
        self._texts = [f"{name}{_BORDER}{_text(row)}" for name, row in zip(self._names, rows, strict=True)]

    def find(self, typed: str) -> list[int]:
        """Give the places of the rows that have every word, those first that have them all in their name."""
        words = plain(typed).split()
        found = [place for place, text in enumerate(self._texts) if all(word in text for word in words)]
        return sorted(found, key=lambda place: self._rank(place, words))

    def _rank(self, place: int, words: list[str]) -> int:
        name = self._names[place]
        if not all(word in name for word in words):
            return 2
        return 0 if words and name.startswith(words[0]) else 1


def _text(row: Row) -> str:
    lists = (*row.tags, *row.equipment, *row.positions, *row.also)
    return plain(_BORDER.join((row.summary, row.origin, row.mistake, *lists)))
