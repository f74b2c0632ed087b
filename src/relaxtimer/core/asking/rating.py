"""Pain, stiffness and stress from 0 to 10: a key each. 10 is x, as in Roman numerals; a digit is never waited on."""

from __future__ import annotations

from relaxtimer.core.asking.page import Option, Page
from relaxtimer.core.ratings import MOST, Ratings, Scale, When

_TEN = "x"
_TITLES = {
    When.BEFORE: "Before you start",
    When.AFTER: "And now",
    When.MORNING: "This morning",
}
_QUESTIONS = {Scale.PAIN: "How much pain?", Scale.STIFFNESS: "How stiff?", Scale.STRESS: "How much stress?"}


class Rating:
    """Asks for some of the scales, one after another."""

    def __init__(self, when: When, scales: tuple[Scale, ...] = tuple(Scale), text: tuple[str, ...] = ()) -> None:
        """Begin with the first; `text` stands above each."""
        self._given: dict[Scale, int | None] = {}
        self._when = when
        self._scales = scales
        self._text = text
        self._at = 0
        self.page: Page | None = self._shown()

    @property
    def ratings(self) -> Ratings:
        """What was given so far."""
        return Ratings.of(self._given)

    def press(self, key: str) -> bool:
        """Take a key."""
        scale = self._scales[self._at]
        if key in {str(number) for number in range(MOST)} or key == _TEN:
            self._given[scale] = MOST if key == _TEN else int(key)
            self._at += 1
        elif key == "enter":
            self._given.pop(scale, None)
            self._at += 1
        elif key in {"backspace", "left"} and self._at:
            self._at -= 1
        elif key == "escape":
            self._at = len(self._scales)
        else:
            return False
        self.page = self._shown() if self._at < len(self._scales) else None
        return True

    def _shown(self) -> Page:
        scale = self._scales[self._at]
        least, most = scale.ends
        back = (Option("backspace", "Back by one"),) if self._at else ()
        return Page(
            title=f"{_TITLES[self._when]}: {scale}",
            text=(*self._text, _QUESTIONS[scale], f"0 is {least}, 10 is {most}. 0 to 9, or X for 10."),
            options=(Option("enter", "Skip this one"), *back, Option("escape", "Skip all")),
            scale=scale,
        )
