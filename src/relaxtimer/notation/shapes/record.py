"""Groups of fields: records whose fields are known, and mappings whose keys are codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeAlias, TypeVar, cast

from msgspec import Struct

from relaxtimer.notation.mistakes import Place, Reading, quoted
from relaxtimer.notation.shapes.shape import Count, JSONSchema, Shape, refuse_kind, unnamed
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Scalar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")

# A list of names longer than this helps nobody.
MOST_NAMES_LISTED = 12


class Field(Struct, Generic[T_co], frozen=True, eq=False):
    """A field: its name in the file, what may stand there, and one line of what it is for."""

    name: str
    shape: Shape[T_co]
    doc: str


class Written(Struct, frozen=True, eq=False):
    """The fields of a record as they were written; a field that was written wrongly is there without a value."""

    node: Mapping
    values: dict[str, object]

    def get(self, field: Field[T]) -> T | None:
        """Give the value of a field."""
        return cast("T | None", self.values.get(field.name))

    def has(self, field: Field[T]) -> bool:
        """Tell whether the field is there, right or wrong."""
        return field.name in self.node.fields

    def lacks(self, name: str) -> bool:
        """Tell whether a field is not there at all."""
        return name not in self.node.fields

    def place(self, field: Field[T]) -> Place:
        """Give the place of a field's value, or of the whole record."""
        return self.node.fields[field.name].place if self.has(field) else self.node.place

    def key_place(self, field: Field[T]) -> Place:
        """Give the place where a field's name stands, or of the whole record."""
        return self.node.keys[field.name].place if self.has(field) else self.node.place


class Record(Struct, frozen=True):
    """A group of known fields; `noun` says of what, `required` are the names of those that have to be there."""

    noun: str
    fields: tuple[Field[object], ...]
    required: tuple[str, ...] = ()

    def read(self, node: Node, label: str, reading: Reading) -> Written | None:
        """Read every field; the unknown and the missing are mistakes.

        A misspelt field is read as the one that was meant, so that what is wrong in it is told in the same go.
        """
        if not isinstance(node, Mapping):
            refuse_kind(node, label, f"the fields of {self.noun}", reading)
            return None
        known = _readers(self)
        values: dict[str, object] = {}
        for name in tuple(node.fields):
            field = name if name in known else self._unknown(node.keys[name], reading)
            if field != name and field in known and field not in node.fields:
                node.rename(name, field)
            if field in known and field in node.fields:
                values[field] = known[field](node.fields[field], field, reading)
        written = Written(node, values)
        for name in self.required:
            if written.lacks(name):
                reading.mistake(node.place, f"{self.noun} has no {name}", self._missing(name))
        return written

    def _missing(self, name: str) -> str:
        """Name a field that is missing; one that can be but one thing, as it is to be written."""
        shape = next(unnamed(field.shape) for field in self.fields if field.name == name)
        if isinstance(shape, Count) and shape.least == shape.most:
            return f"the line {name}: {shape.expected}"
        return f"the field {name}"

    def _unknown(self, key: Scalar, reading: Reading) -> str:
        names = tuple(field.name for field in self.fields)
        listed = names if len(names) <= MOST_NAMES_LISTED else (*names[:MOST_NAMES_LISTED], "…")
        return reading.mistake(
            key.place,
            f"{quoted(key.text)} is not a field of {self.noun}",
            f"one of {', '.join(listed)}",
            near=(key.text, names),
        )

    def schema(self) -> JSONSchema:
        """Write the shape; no other fields."""
        schema: JSONSchema = {
            "type": "object",
            "properties": {field.name: {**field.shape.schema(), "description": field.doc} for field in self.fields},
            "additionalProperties": False,
        }
        return {**schema, "required": list(self.required)} if self.required else schema


_Read: TypeAlias = Callable[[Node, str, Reading], object]

# Filled as records are first read: a dataclass with slots has no room for a cache of its own.
_READERS: dict[int, dict[str, _Read]] = {}


def _readers(record: Record) -> dict[str, _Read]:
    """Give how each field is read, by its name."""
    readers = _READERS.get(id(record))
    if readers is None:
        readers = _READERS[id(record)] = {field.name: unnamed(field.shape).read for field in record.fields}
    return readers


class MappingOf(Struct, Generic[K, T], frozen=True):
    """A mapping whose keys are of a shape too: condition codes, ids."""

    keys: Shape[K]
    key_noun: str
    values: Shape[T]
    most: int = 1_000

    def read(self, node: Node, label: str, reading: Reading) -> dict[K, T] | None:
        """Read every key and every value."""
        if not isinstance(node, Mapping):
            refuse_kind(node, label, f"a group of {self.key_noun}s, each with its value", reading)
            return None
        if len(node.fields) > self.most:
            reading.mistake(node.place, f"{label} has {len(node.fields):,} {self.key_noun}s", f"at most {self.most:,}")
        found: dict[K, T] = {}
        for name, value_node in node.fields.items():
            key = self.keys.read(node.keys[name], f"the {self.key_noun}", reading)
            value = self.values.read(value_node, f"{label} of {quoted(name)}", reading)
            if key is not None and value is not None:
                found[key] = value
        return found

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": "object", "propertyNames": self.keys.schema(), "additionalProperties": self.values.schema()}


def fields(*groups: Iterable[Field[object]]) -> tuple[Field[object], ...]:
    """Put groups of fields together."""
    return tuple(field for group in groups for field in group)
