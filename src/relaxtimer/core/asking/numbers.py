"""Numbers from 0 to 10, asked for one after another. 10 is x, as in Roman numerals; a digit is never waited on."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.asking.page import Option, Page
from relaxtimer.core.ratings import MOST

_TEN = "x"


class Asked(Struct, frozen=True):
    """One of the questions: its title, its words, and what 0 and 10 mean."""

    title: str
    words: str
    ends: tuple[str, str]


class Numbers:
    """Asks for a number each; every one of them may be skipped."""

    def __init__(self, questions: tuple[Asked, ...], text: tuple[str, ...] = ()) -> None:
        """Begin with the first; `text` stands above the first."""
        self.given: list[int | None] = [None] * len(questions)
        """What was given so far, in the order of the questions."""
        self._questions = questions
        self._text = text
        self._at = 0
        self.page: Page | None = self._shown()

    def press(self, key: str) -> bool:
        """Take a key."""
        if key in {str(number) for number in range(MOST)} or key == _TEN:
            self.given[self._at] = MOST if key == _TEN else int(key)
            self._at += 1
        elif key == "enter":
            self.given[self._at] = None
            self._at += 1
        elif key in {"backspace", "left"} and self._at:
            self._at -= 1
        elif key == "escape":
            self._at = len(self._questions)
        else:
            return False
        self.page = self._shown() if self._at < len(self._questions) else None
        return True

    def _shown(self) -> Page:
        asked = self._questions[self._at]
        least, most = asked.ends
        back = (Option("backspace", "Back by one"),) if self._at else ()
        return Page(
            title=asked.title,
            text=(*(() if self._at else self._text), asked.words, f"0 is {least}, 10 is {most}. 0 to 9, or X for 10."),
            options=(Option("enter", "Skip this one"), *back, Option("escape", "Skip all")),
            scale=asked.ends,
        )
