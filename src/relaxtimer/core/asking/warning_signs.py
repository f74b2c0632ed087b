"""The nine warning signs: one page of short lines; the one that applies is then read in full."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.core.asking.page import Option, Page
from relaxtimer.core.safety.levels import consequence
from relaxtimer.core.safety.red_flags import BLOCKING, CHECKED, HONESTY, RED_FLAGS, Level, flag, level_of
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES

TITLE = "Warning signs"
_ASK = "Does any of these apply to you now? Press its number to read it in full."
_YES, _NO, _LOOKED_AT = "1", "2", "3"


class WarningSigns:
    """Asks for the signs. `yes` and `checked` hold numbers; `later` tells that they are to be asked another time."""

    def __init__(
        self, occasion: str = "", numbers: str = "", kept: Callable[[WarningSigns], None] = lambda _: None
    ) -> None:
        """Begin with the list; `numbers` are whom to call in an emergency.

        `kept` is called with what closes routines as soon as it is answered, and with the whole before what it means
        is shown: whoever reads that may close the window. Half of the answers never count as all of them.
        """
        self.yes: set[int] = set()
        self.checked: set[int] = set()
        self.later = False
        self._occasion = occasion
        self._numbers = numbers
        self._kept = kept
        self._read = 0
        self._ended = False
        self.page: Page | None = self._list()

    @property
    def level(self) -> Level:
        """What the answers so far come to."""
        return level_of(self.yes, self.checked)

    def press(self, key: str) -> bool:
        """Take a key."""
        if self._ended:
            # Leaving what tells to stop is no way around it.
            taken = key in {"enter", "escape", "space"} or (key == "q" and self.level in BLOCKING)
            self.page = None if taken else self.page
            return taken
        return self._answer(key) if self._read else self._choose(key)

    def _choose(self, key: str) -> bool:
        if key in {str(each.number) for each in RED_FLAGS}:
            self._read = int(key)
            self.page = self._question()
        elif key == "enter":
            self._end()
        elif key == "l" and not self.yes:
            self.later = self._ended = True
            self.page = Page(title="The stop rules, then", text=(*STOP_RULES, DISCLAIMER), options=_GO_ON)
        else:
            return False
        return True

    def _answer(self, key: str) -> bool:
        read = flag(self._read)
        key = {"y": _YES, "n": _NO, "escape": _NO, "backspace": _NO}.get(key, key)
        if key not in {_YES, _NO} and not (key == _LOOKED_AT and read.can_be_checked):
            return False
        before = (set(self.yes), set(self.checked))
        self.yes.discard(read.number)
        self.checked.discard(read.number)
        if key != _NO:
            self.yes.add(read.number)
        if key == _LOOKED_AT:
            self.checked.add(read.number)
        self._read = 0
        self.page = self._list()
        if key == _YES and read.level is Level.EMERGENCY:
            self._end()
        elif before != (self.yes, self.checked) and self.level in BLOCKING:
            self._kept(self)
        return True

    def _end(self) -> None:
        """Say what the answers come to, where that is anything to be said."""
        level, self._ended = self.level, True
        self._kept(self)
        if level is Level.CLEAR:
            self.page = None
            return
        applies = tuple(sorted(self.yes - self.checked))
        alarm = level is Level.EMERGENCY
        text = consequence(level, applies, self._numbers)
        extra = tuple(flag(each).meaning for each in applies) if alarm and applies == (4,) else ()
        then = _CLOSE if level in BLOCKING else _GO_ON
        self.page = Page(title=_TITLES[level], text=(*text, *extra), options=then, alarm=alarm)

    def _list(self) -> Page:
        signs = tuple(
            Option(str(each.number), each.line, (each.number in self.yes) if self.yes else None) for each in RED_FLAGS
        )
        last = "Nothing else applies" if self.yes else "None of these"
        occasion = (f"{self._occasion}: nine short questions.",) if self._occasion else ()
        return Page(
            title=TITLE,
            text=(*occasion, _ASK, HONESTY),
            options=(*signs, Option("enter", last), *(() if self.yes else (Option("l", "Later"),))),
        )

    def _question(self) -> Page:
        read = flag(self._read)
        looked_at = (Option(_LOOKED_AT, CHECKED),) if read.can_be_checked else ()
        return Page(
            title=f"{TITLE}: {read.number} of {len(RED_FLAGS)}",
            text=(read.question, f"If it applies: {_small(read.meaning)}", HONESTY),
            options=(Option(_YES, "Yes, this applies"), Option(_NO, "No, back to the list"), *looked_at),
        )


_GO_ON = (Option("enter", "Go on"),)
_CLOSE = (Option("enter", "Close"),)
_TITLES = {
    Level.EMERGENCY: "Stop here",
    Level.CLINICIAN_FIRST: "A clinician first",
    Level.BOOK: "Worth a visit",
}


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
