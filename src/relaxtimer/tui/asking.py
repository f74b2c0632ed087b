"""Questions and their answers, apart from how they are drawn."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """An answer: `keys` choose it besides its `number`; `more` is said below it where there is room."""

    number: int
    name: str
    keys: tuple[str, ...]
    words: str
    more: str = ""


class Question(NamedTuple):
    """What is asked, and what can be answered; `cautions` are what to take care of meanwhile."""

    title: str
    lines: tuple[str, ...]
    choices: tuple[Choice, ...]
    cautions: tuple[str, ...] = ()

    def chosen(self, key: str) -> Choice | None:
        """Give what a key answers."""
        return next((choice for choice in self.choices if key in {str(choice.number), *choice.keys}), None)
