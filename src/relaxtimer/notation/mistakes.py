"""What is wrong in a file: each mistake with its place, what was expected and the likely fix."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from relaxtimer.notation.characters import escaped

LONGEST_QUOTE = 40
LONGEST_GUESS = 60
# Looking for the nearest known word costs some 10 microseconds for each that is compared: enough for a hundred slips.
COMPARISONS = 20_000


class Place(NamedTuple):
    """A place in a file; both count from 1, columns in characters."""

    line: int
    column: int


class Mistake(Struct, frozen=True):
    """One thing that is wrong. Everything quoted from the file is shortened and free of control characters.

    Without line and column it is about a file that could not be opened. `ends_reading` tells that what comes after it
    was not looked at.
    """

    file: str
    line: int | None
    column: int | None
    message: str
    expected: str = ""
    suggestion: str = ""
    ends_reading: bool = False

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.line or 1, self.column or 1)

    def __str__(self) -> str:
        """Write it on one line: `file:line:column: what is wrong; expected …; did you mean …?`."""
        place = "" if self.line is None else f":{self.line}:{self.column}"
        words = [f"{escaped(self.file)}{place}: {self.message}"]
        if self.expected:
            words.append(f"expected {self.expected}")
        if self.suggestion:
            words.append(f"did you mean {self.suggestion}?")
        return "; ".join(words)


class FileMistakes(Exception):  # noqa: N818 - it carries all that is wrong with a file, not one error
    """A file that cannot be used. `mistakes` are all that are in it, in the order of their places."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(dict.fromkeys(mistakes), key=lambda mistake: mistake.place))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class Reading(Struct):
    """One file being read: its name for messages, the folder that its sound files lie in, the mistakes found so far.

    `sound_files` are those that are there, by their paths, each with the place where it is first written.
    """

    file: str
    folder: Path | None = None
    mistakes: list[Mistake] = field(default_factory=list)
    comparisons: int = COMPARISONS
    sound_files: dict[str, Place] = field(default_factory=dict)

    def mistake(
        self,
        place: Place,
        message: str,
        expected: str = "",
        *,
        suggestion: str = "",
        near: tuple[str, Iterable[str]] = ("", ()),
    ) -> str:
        """Note a mistake. `near` is the word that was written with the words known there; gives the closest, if any."""
        if not suggestion and near[0]:
            suggestion = self._closest(*near)
        self.mistakes.append(Mistake(self.file, *place, message, expected, suggestion))
        return suggestion

    def last_mistake(self, place: Place, message: str, expected: str) -> None:
        """Note a mistake after which nothing more can be read."""
        self.mistakes.append(Mistake(self.file, *place, message, expected, ends_reading=True))

    def end(self) -> None:
        """Raise `FileMistakes` if there are any."""
        if self.mistakes:
            raise FileMistakes(self.mistakes)

    def _closest(self, written: str, known: Iterable[str]) -> str:
        if len(written) > LONGEST_GUESS or self.comparisons <= 0:
            return ""
        import difflib  # noqa: PLC0415 - needed only for a file with a misspelt word

        words = tuple(known)
        self.comparisons -= len(words)
        plain = written.strip().lower().replace("_", "-").replace(" ", "-")
        return next(iter(difflib.get_close_matches(plain, words, 1)), "")


def quoted(text: str) -> str:
    """Quote what was written, shortened, with escapes for what cannot be seen."""
    short = text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"
    return f'"{escaped(short)}"'
