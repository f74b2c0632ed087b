"""What holds for a person: the condition codes as a list to tick, nine to a page."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.core.asking.page import Option, Page
from relaxtimer.core.conditions import Condition

TITLE = "What holds for you"
_A_PAGE = 9
_WHAT_FOR = "Steps are then replaced, left out or done otherwise, in the same time. A number ticks or unticks."
_PAGES = tuple(tuple(Condition)[start : start + _A_PAGE] for start in range(0, len(Condition), _A_PAGE))


class ConditionList:
    """Asks which conditions hold. `ticked` is what holds, `given_up` tells that everything stays as it was."""

    def __init__(
        self, held: frozenset[Condition] = frozenset(), kept: Callable[[frozenset[Condition]], None] = lambda _: None
    ) -> None:
        """Begin with what held so far; `kept` is called with what holds whenever that changes."""
        self.ticked = set(held)
        self._held = held
        self._kept = kept
        self._at = 0
        self.page: Page | None = self._shown()

    def press(self, key: str) -> bool:
        """Take a key."""
        here, before = _PAGES[self._at], set(self.ticked)
        if key in {str(number) for number in range(1, len(here) + 1)}:
            self.ticked ^= {here[int(key) - 1]}
        elif key == "enter":
            self._at += 1
        elif key in {"backspace", "left"} and self._at:
            self._at -= 1
        elif key == "escape":
            self.ticked, self._at = set(self._held), len(_PAGES)
        else:
            return False
        if self.ticked != before:
            self._kept(frozenset(self.ticked))
        self.page = self._shown() if self._at < len(_PAGES) else None
        return True

    def _shown(self) -> Page:
        here = _PAGES[self._at]
        last = self._at + 1 == len(_PAGES)
        back = (Option("backspace", "The page before"),) if self._at else ()
        return Page(
            title=f"{TITLE}: {self._at + 1} of {len(_PAGES)}",
            text=(_WHAT_FOR,),
            options=(
                *(Option(str(n), _sentence(each.words), each in self.ticked) for n, each in enumerate(here, 1)),
                Option("enter", "Done" if last else "Next page"),
                *back,
                Option("escape", "Leave everything as it was"),
            ),
        )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
