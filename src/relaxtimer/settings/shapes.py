"""What may stand in the settings beyond what may stand in a routine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from relaxtimer.core.keys import NAMED, TAKEN
from relaxtimer.core.library_keys import LIBRARY_NAMED, LIBRARY_TAKEN
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.record import Record, Written
from relaxtimer.notation.shapes.shape import JSONSchema, ListOf, Matching, OneOf, Shape
from relaxtimer.notation.strict_yaml.nodes import Node, Scalar
from relaxtimer.resources import bundled
from relaxtimer.settings.settings import NO_BED

BED_FILES = "ambience-"
MOST_ARGUMENTS = 100
MOST_KEYS = 4
LONGEST_ARGUMENT = 4_096


class Group(Struct, frozen=True):
    """A group of fields of which none needs to be there: the name alone is the same as nothing."""

    record: Record

    def read(self, node: Node, label: str, reading: Reading) -> Written | None:
        """Read the fields."""
        return None if isinstance(node, Scalar) and node.empty else self.record.read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"anyOf": [self.record.schema(), {"type": "null"}]}


class BedShape(Struct, frozen=True):
    """One of the ambiences that there are, or `none`."""

    def read(self, node: Node, label: str, reading: Reading) -> str | None:
        """Read its name."""
        return _beds().read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return _beds().schema()


class _Argument(Struct, frozen=True):
    """One argument of a program, exactly as it is written; it may be empty where it stands in quotes."""

    def read(self, node: Node, label: str, reading: Reading) -> str | None:
        """Read an argument."""
        if not isinstance(node, Scalar) or node.empty:
            reading.mistake(node.place, f"{label} is no text", "one argument, in quotes where it is not a plain word")
            return None
        if len(node.text) > LONGEST_ARGUMENT:
            message = f"{label} has {len(node.text):,} characters"
            reading.mistake(node.place, message, f"at most {LONGEST_ARGUMENT:,}")
            return None
        return node.text

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": ["string", "number"], "maxLength": LONGEST_ARGUMENT}


class LanguageShape(Struct, frozen=True):
    """A language by its tag, such as en-gb; what there is of it the voices know."""

    tag: Matching = Matching(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", "a language such as en-gb, en-us or de", 40)

    def read(self, node: Node, label: str, reading: Reading) -> str | None:
        """Read a tag."""
        if isinstance(node, Scalar) and "_" in node.text:
            # The way locales are written: en_GB.UTF-8.
            meant = node.text.partition(".")[0].replace("_", "-").lower()
            meant = meant if re.fullmatch(self.tag.pattern, meant) else ""
            reading.mistake(node.place, f"{label} is {quoted(node.text)}", self.tag.expected, suggestion=meant)
            return None
        return self.tag.read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return self.tag.schema()


class KeyShape(Struct, frozen=True):
    """A key, as it is printed or by its name: one of `named`, and none of `taken`, for which there is a `reason`."""

    named: Mapping[str, str]
    taken: frozenset[str]
    reason: str
    expected: str

    def read(self, node: Node, label: str, reading: Reading) -> str | None:
        """Read a key; gives the name that terminals have for it."""
        written = node.text.strip().lower() if isinstance(node, Scalar) else ""
        if written in self.taken:
            reading.mistake(node.place, f"{written} {self.reason}, and cannot be {label}", self.expected)
            return None
        if written not in self.named:
            shown = quoted(node.text) if isinstance(node, Scalar) else "no key"
            reading.mistake(node.place, f"{label} is {shown}", self.expected, near=(written, tuple(self.named)))
            return None
        return self.named[written]

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"enum": list(self.named)}


SESSION_KEY = KeyShape(
    NAMED,
    TAKEN,
    "answers questions",
    "a letter, space, a function key such as f1, an arrow such as right, or a sign such as +",
)
LIBRARY_KEY = KeyShape(
    LIBRARY_NAMED,
    LIBRARY_TAKEN,
    "has its own meaning in the library",
    "a function key such as f1, ctrl and a letter such as ctrl+e, a sign such as +, or a letter",
)


class KeysShape(Struct, frozen=True):
    """One key, or several in a list."""

    key: KeyShape = SESSION_KEY

    def read(self, node: Node, label: str, reading: Reading) -> tuple[str, ...] | None:
        """Read the keys."""
        return self._items.read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return self._items.schema()

    @property
    def _items(self) -> Shape[tuple[str, ...]]:
        return ListOf(self.key, MOST_KEYS, least=1)


class CommandShape(Struct, frozen=True):
    """A program and its arguments, as a list: there is no shell that would take a line apart."""

    items: Shape[tuple[str, ...]] = ListOf(_Argument(), MOST_ARGUMENTS, least=1, one=False)

    def read(self, node: Node, label: str, reading: Reading) -> tuple[str, ...] | None:
        """Read the list."""
        if isinstance(node, Scalar) and not node.empty:
            words = ", ".join(_in_a_list(word) for word in node.text.split())
            expected = "a list: the program, then each of its arguments"
            reading.mistake(node.place, f"{label} is {quoted(node.text)}", expected, suggestion=f"[{words}]")
            return None
        command = self.items.read(node, label, reading)
        if command and not command[0].strip():
            reading.mistake(node.place, f"{label} names no program", "the program, then each of its arguments")
            return None
        return command or None

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return self.items.schema()


def _in_a_list(word: str) -> str:
    """Write a word as it may stand in a list: a hyphen by itself would begin a list of its own."""
    plain = word.isascii() and word != "-" and not set(word) & set("[]{},:#&*!|>'\"%@`")
    return word if plain else quoted(word)


def _beds() -> OneOf[str]:
    """Give the ambiences by their names; looked up each time, for a mistake names those that are there."""
    found = sorted(path.stem.removeprefix(BED_FILES) for path in _bed_files())
    return OneOf({name: name for name in (*found, NO_BED)})


def _bed_files() -> list[Path]:
    return list(bundled("sounds").rglob(f"{BED_FILES}*"))
