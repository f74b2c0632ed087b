"""Into which group of the library a routine belongs, and in which order the groups are listed."""

from __future__ import annotations

from collections.abc import Iterable

FAVOURITES = "Favourites"
RECENT = "Recently done"
OWN = "Yours"
_DESK = "At the desk"
_MASSAGE = "Massage and release"
_MOVEMENT = "Movement and strength"
_DAY = "Morning and evening"
_CALM = "Breathing and calm"
ORDER = (FAVOURITES, RECENT, OWN, _DESK, _MASSAGE, _MOVEMENT, _DAY, _CALM)

# The first that a routine has a tag of; breathing and relaxation only where they are what it is first of all.
_BY_TAG = (
    (_DESK, frozenset({"desk"})),
    (_DAY, frozenset({"sleep", "evening", "morning"})),
    (_MASSAGE, frozenset({"massage", "self-massage"})),
)
_CALMING = frozenset({"breathing", "relaxation"})


def group_of(tags: Iterable[str]) -> str:
    """Give the group of a bundled routine by its tags."""
    tags = tuple(tags)
    if tags and tags[0] in _CALMING:
        return _CALM
    return next((group for group, marks in _BY_TAG if marks & set(tags)), _MOVEMENT)
