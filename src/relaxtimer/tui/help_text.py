"""What the help of a session says, in its order, apart from how it is drawn: upright, or on its side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from relaxtimer.core.keys import Key, printed
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES
from relaxtimer.tui.asking import Question
from relaxtimer.tui.cautions import CAUTION
from relaxtimer.tui.paging import Paragraph
from relaxtimer.tui.view import View

DOT = "·"


class Kind(Enum):
    """What a section is: what is said first, what is asked, something of the routine, the rules, the keys."""

    FIRST = auto()
    ASKED = auto()
    ABOUT = auto()
    RULES = auto()
    KEYS = auto()


class Item(NamedTuple):
    """A line of a list, with what stands before it: a caution's sign, a dot, the names of a key."""

    mark: str
    words: str


class Section(NamedTuple):
    """A section: its heading, a list, and what is said below it; each of them may be empty."""

    kind: Kind
    heading: str = ""
    items: tuple[Item, ...] = ()
    below: tuple[str, ...] = ()


def sections_of(
    view: View | None, first: str, question: Question | None, table: Iterable[Key], *, rules_first: bool = False
) -> Iterator[Section]:
    """Yield the sections: what concerns the step before the stop rules, or after them, as while something is asked."""
    if first:
        yield Section(Kind.FIRST, below=(first,))
    if question is not None:
        yield Section(Kind.ASKED, below=(question.title, *question.lines))
    rules_first = rules_first or question is not None
    if rules_first:
        yield _rules()
    if view is not None:
        told = view.cautions
        yield from _about("This routine", told.routine, (told.needs, told.not_for))
        yield from _about(view.name, told.step, view.all_words)
    if not rules_first:
        yield _rules()
    yield Section(Kind.KEYS, "Keys", tuple(Item(_names(key), key.words) for key in table))


def _about(heading: str, cautions: Iterable[str], words: Iterable[str]) -> Iterator[Section]:
    """Yield a section with cautions first, if there is anything to tell."""
    items = (*(Item(CAUTION, each) for each in cautions), *(Item(DOT, each) for each in words if each))
    if items:
        yield Section(Kind.ABOUT, heading, items)


def _rules() -> Section:
    return Section(Kind.RULES, "Stop rules", tuple(Item(DOT, rule) for rule in STOP_RULES), (DISCLAIMER,))


def _names(key: Key) -> str:
    return " ".join(printed(name) for name in key.keys if name != "equals_sign")


def as_paragraphs(sections: Iterable[Section]) -> Iterator[Paragraph]:
    """Yield the same as running text: a key is told by its names, a caution begins with an exclamation mark."""
    for section in sections:
        if section.heading:
            yield Paragraph(section.heading, heading=True)
        for mark, words in section.items:
            before = {DOT: "", CAUTION: "! "}.get(mark, f"{mark}: ")
            yield Paragraph(before + words)
        for words in section.below:
            yield Paragraph(words)
