"""What a routine is: exercises, steps, repeat blocks. Frozen; nonsense is refused when they are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct, field

from relaxtimer.core.body import Kind, Position, Side, Sides
from relaxtimer.core.conditions import Condition
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Lasting

DEFAULT_PREPARE: Milliseconds = 8 * SECOND
DEFAULT_SWITCH: Milliseconds = 5 * SECOND
DEFAULT_PRIORITY = 5
LOUDEST = 100


class Sounds(Struct, frozen=True):
    """Which sounds a step has: a profile, and files for single events (absolute paths, checked when read)."""

    profile: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)


class Exercise(Struct, frozen=True, kw_only=True):
    """Something to do, with everything that is said about it.

    `id` is its name in the library, `None` for a step of the routine's own. `prepare`, `switch` and `rest` are in
    milliseconds; `lasting` is of one side. `ends` is the position one is left in, where that is another. `instead`
    holds ids of exercises. Raises `ValueError` without a name, or with negative times.
    """

    name: str
    kind: Kind
    position: Position
    lasting: Lasting
    id: str | None = None
    ends: Position | None = None
    sides: Sides = Sides.BOTH
    prepare: Milliseconds = DEFAULT_PREPARE
    switch: Milliseconds = DEFAULT_SWITCH
    rest: Milliseconds = 0
    say: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    breath_cue: str = ""
    easier: str = ""
    easier_paced: bool = True
    harder: str = ""
    mistake: str = ""
    avoid: frozenset[Condition] = frozenset()
    adapt: Mapping[Condition, str] = field(default_factory=dict)
    instead: Mapping[Condition, str] = field(default_factory=dict)
    cautions: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    sounds: Sounds = field(default_factory=Sounds)
    volume: int | None = None
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what could not be announced or timed."""
        if not self.name:
            message = "an exercise has a name"
            raise ValueError(message)
        if min(self.prepare, self.switch, self.rest) < 0:
            message = "prepare, switch and rest are never negative"
            raise ValueError(message)

    @property
    def ends_in(self) -> Position:
        """The position one is left in: another than its own for a way up."""
        return self.ends or self.position

    @property
    def shown(self) -> tuple[str, ...]:
        """The words for the screen."""
        return self.show or self.say

    @property
    def two_sided(self) -> bool:
        """Whether both sides have their full time, one after the other."""
        return self.sides is Sides.EACH


class Step(Exercise, frozen=True, kw_only=True):
    """An exercise in its place in a routine.

    `figured` is for one with a figure of its own: which step of its file it is, from 1; 0 for every other.
    """

    optional: bool = False
    priority: int = DEFAULT_PRIORITY
    figured: int = 0


class Repeat(Struct, frozen=True, kw_only=True):
    """Steps done `rounds` times, with `rest` between the rounds. Raises `ValueError` where nothing would happen."""

    rounds: int
    items: tuple[Item, ...]
    rest: Milliseconds = 0
    optional: bool = False
    priority: int = DEFAULT_PRIORITY

    def __post_init__(self) -> None:
        """Refuse a block in which nothing happens."""
        if self.rounds < 1 or not self.items or self.rest < 0:
            message = "a repeat block has rounds and steps, and no negative rest"
            raise ValueError(message)


Item: TypeAlias = Step | Repeat


class Routine(Struct, frozen=True, kw_only=True):
    """A whole routine. `id` is its name on the command line. Raises `ValueError` without a name or steps."""

    id: str
    name: str
    items: tuple[Item, ...]
    summary: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    source: str = ""
    frequency: str = ""
    until: str = ""
    equipment: tuple[str, ...] = ()
    avoid: frozenset[Condition] = frozenset()
    instead: Mapping[Condition, str] = field(default_factory=dict)
    cautions: tuple[str, ...] = ()
    alternative: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be run."""
        if not self.name or not self.items:
            message = "a routine has a name and at least one step"
            raise ValueError(message)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step once, in the order of the file."""
        return tuple(steps_of(self.items))

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions in the order they come, each once."""
        return tuple(dict.fromkeys(step.position for step in self.steps))


def steps_of(items: tuple[Item, ...]) -> Iterator[Step]:
    """Yield every step of a list of items once, also those within blocks."""
    for item in items:
        if isinstance(item, Step):
            yield item
        else:
            yield from steps_of(item.items)


def with_side(words: str, side: Side | None) -> str:
    """Put the side into words that name it as `{side}` or `{other_side}`; a sentence begins with a capital letter."""
    if side is None:
        return words
    said = words.replace("{side}", side.value).replace("{other_side}", side.other.value)
    begins = words.startswith(("{side}", "{other_side}")) and words.endswith((".", "!", "?"))
    return said[:1].upper() + said[1:] if begins else said
