"""Everything a voice may be asked to say."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.sound.note import Note


def sayable(notes: Iterable[Note]) -> tuple[str, ...]:
    """Give all words and their brief forms once, those first that come first: the order to make their clips in."""
    return tuple(dict.fromkeys(words for note in notes for words in (note.words, note.brief) if words))
