"""Pain, stiffness and stress from 0 to 10: a key each."""

from __future__ import annotations

from relaxtimer.core.asking.numbers import Asked, Numbers
from relaxtimer.core.ratings import Ratings, Scale, When

_TITLES = {
    When.BEFORE: "Before you start",
    When.AFTER: "And now",
    When.MORNING: "This morning",
}
_QUESTIONS = {Scale.PAIN: "How much pain?", Scale.STIFFNESS: "How stiff?", Scale.STRESS: "How much stress?"}


class Rating(Numbers):
    """Asks for some of the scales, one after another."""

    def __init__(self, when: When, scales: tuple[Scale, ...] = tuple(Scale), text: tuple[str, ...] = ()) -> None:
        """Begin with the first; `text` stands above the first."""
        self._scales = scales
        super().__init__(
            tuple(Asked(f"{_TITLES[when]}: {scale}", _QUESTIONS[scale], scale.ends) for scale in scales), text
        )

    @property
    def ratings(self) -> Ratings:
        """What was given so far."""
        return Ratings.of(dict(zip(self._scales, self.given, strict=True)))
