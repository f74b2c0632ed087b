"""Small definitions of what may stand in a file. Each reads a node, and writes its own JSON Schema.

`read` tells all that is wrong with a node, and gives `None` where it is not of the shape. `label` is the field that is
read, for the messages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from msgspec import Struct

from relaxtimer.notation.mistakes import Place, Reading, quoted
from relaxtimer.notation.strict_yaml.nodes import NOTHING, Mapping, Node, Scalar, Sequence

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
JSONSchema: TypeAlias = dict[str, Any]

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")
PLACEHOLDERS = ("side", "other_side")
MOST_PLACEHOLDERS_TOLD = 5
# A suggestion longer than this, in characters, helps nobody.
_LONGEST_MEANT = 80


class Shape(Protocol[T_co]):
    """What may stand in one place of a file."""

    def read(self, node: Node, label: str, reading: Reading) -> T_co | None:
        """Read a node."""
        ...

    def schema(self) -> JSONSchema:
        """Write the shape as JSON Schema."""
        ...


def refuse_kind(node: Node, label: str, expected: str, reading: Reading) -> None:
    """Note that a node is of the wrong kind: a list for a text, nothing at all. A broken one has been noted already."""
    if isinstance(node, Scalar):
        message = f"{label} is empty" if node.empty else f"{label} is {quoted(node.text)}"
    elif isinstance(node, Sequence):
        message = f"{label} is a list"
    elif isinstance(node, Mapping):
        message = f"{label} is a group of fields"
    else:
        return
    reading.mistake(node.place, message, expected)


def scalar(node: Node, label: str, expected: str, reading: Reading) -> Scalar | None:
    """Give the node if it is a text that is not empty."""
    if type(node) is Scalar and not (node.plain and node.text in NOTHING):
        return node
    refuse_kind(node, label, expected, reading)
    return None


class Text(Struct, frozen=True):
    """A text of one line; every run of white space is one space. With `placeholders` it may name the side."""

    longest: int
    expected: str = "a text"
    placeholders: bool = False

    def read(self, node: Node, label: str, reading: Reading) -> str | None:
        """Read a text."""
        found = scalar(node, label, self.expected, reading)
        if found is None:
            return None
        text = found.text
        if not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " ":
            text = " ".join(text.split())
        if not text:
            reading.mistake(node.place, f"{label} is empty", self.expected)
            return None
        if len(text) > self.longest:
            reading.mistake(node.place, f"{label} has {len(text):,} characters", f"at most {self.longest:,}")
            return None
        if "{" in text or "}" in text:
            return text if self._check_placeholders(text, found.place, label, reading) else None
        return text

    def _check_placeholders(self, text: str, place: Place, label: str, reading: Reading) -> bool:
        found = {match.group(): match for match in _PLACEHOLDER.finditer(text)}
        if self.placeholders:
            wrong = [match for match in found.values() if match.group(1) not in PLACEHOLDERS]
            for match in wrong[:MOST_PLACEHOLDERS_TOLD]:
                _refuse_placeholder(match, place, label, reading)
            return not wrong
        wrong = [match for match in found.values() if match.group(1) in PLACEHOLDERS]
        for match in wrong:
            reading.mistake(place, f"{label} has the placeholder {match.group()}", "words without a side")
        return not wrong

    def schema(self) -> JSONSchema:
        """Write the shape; a number is a text like any other."""
        return {"type": ["string", "number", "boolean"], "pattern": "\\S", "maxLength": self.longest}


def _refuse_placeholder(match: re.Match[str], place: Place, label: str, reading: Reading) -> None:
    known = tuple(f"{{{name}}}" for name in PLACEHOLDERS)
    if match.group(1) is None:
        message, near = f"{label} has a {match.group()} without its partner", ""
    else:
        message, near = f"{label} has the placeholder {quoted(match.group())}", match.group()
    reading.mistake(place, message, " or ".join(known), near=(near, known))


class Matching(Struct, frozen=True):
    """A word of a certain form, such as an id or a tag."""

    pattern: str
    expected: str
    longest: int = 100

    def read(self, node: Node, label: str, reading: Reading) -> str | None:
        """Read a word."""
        found = scalar(node, label, self.expected, reading)
        if found is None:
            return None
        if len(found.text) > self.longest or not re.fullmatch(self.pattern, found.text):
            reading.mistake(
                node.place, f"{label} is {quoted(found.text)}", self.expected, suggestion=self._meant(found.text)
            )
            return None
        return found.text

    def _meant(self, text: str) -> str:
        """Give what is meant by capitals, spaces and underscores where small letters and hyphens are wanted."""
        plain = "-".join(text.casefold().replace("_", " ").split())
        return plain if len(plain) <= self.longest and re.fullmatch(self.pattern, plain) else ""

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "maxLength": self.longest}


class OneOf(Struct, Generic[T], frozen=True):
    """One of the words that are known there; `meant` are the ones for words that people use in their place."""

    choices: MappingType[str, T]
    meant: MappingType[str, str] = {}

    @property
    def expected(self) -> str:
        """All the words."""
        return f"one of {', '.join(self.choices)}"

    def read(self, node: Node, label: str, reading: Reading) -> T | None:
        """Read a word."""
        if type(node) is Scalar and node.text in self.choices:
            return self.choices[node.text]
        found = scalar(node, label, self.expected, reading)
        if found is not None:
            meant = self.meant.get(" ".join(found.text.casefold().replace("-", " ").split()), "")
            message = f"{label} is {quoted(found.text)}"
            reading.mistake(node.place, message, self.expected, suggestion=meant, near=(found.text, self.choices))
        return None

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"enum": list(self.choices)}


class Flag(Struct, frozen=True):
    """Yes or no, written `true` or `false`."""

    def read(self, node: Node, label: str, reading: Reading) -> bool | None:
        """Read a flag."""
        found = scalar(node, label, "true or false", reading)
        if found is None:
            return None
        value = found.text.lower()
        if not found.plain or value not in {"true", "false"}:
            meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(
                value, value if not found.plain else ""
            )
            meant = meant if meant in {"true", "false"} else ""
            reading.mistake(node.place, f"{label} is {quoted(found.text)}", "true or false", suggestion=meant)
            return None
        return value == "true"

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": "boolean"}


class Count(Struct, frozen=True):
    """A whole number within bounds."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """The bounds in words."""
        return f"a whole number from {self.least:,} to {self.most:,}" if self.least != self.most else f"{self.least}"

    def read(self, node: Node, label: str, reading: Reading) -> int | None:
        """Read a number."""
        number = whole_number(node) if type(node) is Scalar else None
        if number is not None and self.least <= number <= self.most:
            return number
        found = scalar(node, label, self.expected, reading)
        if found is not None:
            unquoted = ", without quotes" if not found.plain and _WHOLE.fullmatch(found.text) else ""
            reading.mistake(node.place, f"{label} is {quoted(found.text)}", f"{self.expected}{unquoted}")
        return None

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


def whole_number(node: Scalar) -> int | None:
    """Give the whole number that is written, without quotes, leading zeros and point; of at most 18 digits."""
    return int(node.text) if node.plain and _WHOLE.fullmatch(node.text) else None


class ListOf(Struct, Generic[T], frozen=True):
    """A list. Where `one` may stand for a list, a single item needs no list around it."""

    item: Shape[T]
    most: int
    least: int = 0
    one: bool = True

    def read(self, node: Node, label: str, reading: Reading) -> tuple[T, ...] | None:
        """Read a list, and every item of it."""
        if not isinstance(node, Sequence):
            if not self.one:
                refuse_kind(node, label, "a list: a hyphen and a space before each item", reading)
                return None
            if isinstance(node, Scalar) and "," in node.text and isinstance(unnamed(self.item), Matching | OneOf):
                words = ", ".join(word.strip() for word in node.text.split(","))
                brief = len(words) <= _LONGEST_MEANT
                message = f"{label} is {quoted(node.text)}"
                reading.mistake(node.place, message, "a list in brackets", suggestion=f"[{words}]" if brief else "")
                return None
            single = self.item.read(node, label, reading)
            return None if single is None else (single,)
        if not self.least <= len(node.items) <= self.most:
            bound = f"at least {self.least}" if len(node.items) < self.least else f"at most {self.most:,}"
            reading.mistake(node.place, f"{label} has {len(node.items):,} items", bound)
        # A text that is empty or a mistake leaves a gap: the list cannot be used, but all its items have been read.
        each = f"an item of {label}"
        items = [self.item.read(item, each, reading) for item in node.items]
        return tuple(item for item in items if item is not None)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        item = self.item.schema()
        many: JSONSchema = {"type": "array", "items": item, "maxItems": self.most}
        if self.least:
            many["minItems"] = self.least
        return {"anyOf": [item, many]} if self.one else many


class Named(Struct, Generic[T_co], frozen=True):
    """A shape that the schema defines once, under a name, and refers to elsewhere."""

    name: str
    shape: Shape[T_co]

    def read(self, node: Node, label: str, reading: Reading) -> T_co | None:
        """Read what the shape reads."""
        return self.shape.read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Refer to the definition."""
        return {"$ref": f"#/$defs/{self.name}"}


def unnamed(shape: Shape[T_co]) -> Shape[T_co]:
    """Give the shape that a name stands for."""
    return unnamed(shape.shape) if isinstance(shape, Named) else shape
