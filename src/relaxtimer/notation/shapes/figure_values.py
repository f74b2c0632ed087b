"""The values of figures: lengths and angles, points of the room, places of the body."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from typing import Generic, TypeVar

from msgspec import Struct

from relaxtimer.figure.places import Place
from relaxtimer.figure.pose import Point, Spot, Target
from relaxtimer.figure.vector import Vector
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.record import Field, Record
from relaxtimer.notation.shapes.shape import JSONSchema, refuse_kind, scalar
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Sequence

T = TypeVar("T")

# A room is no larger, in centimetres; and no angle than a whole turn.
_ROOM = 300.0
_ROUND = 360.0
# Nobody breathes in more than this.
_FULL = 20.0

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?")


class Measure(Struct, frozen=True):
    """A number within bounds, with up to two decimals."""

    most: float
    unit: str
    least: float | None = None

    @property
    def expected(self) -> str:
        """The bounds in words."""
        return f"{self.unit} from {self._least:g} to {self.most:g}"

    def read(self, node: Node, label: str, reading: Reading) -> float | None:
        """Read a number."""
        found = scalar(node, label, self.expected, reading)
        if found is None:
            return None
        if found.plain and _DECIMAL.fullmatch(found.text) and self._least <= float(found.text) <= self.most:
            return float(found.text)
        reading.mistake(node.place, f"{label} is {quoted(found.text)}", self.expected)
        return None

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": "number", "minimum": self._least, "maximum": self.most}

    @property
    def _least(self) -> float:
        return -self.most if self.least is None else self.least


LENGTH = Measure(_ROOM, "centimetres")
ANGLE = Measure(_ROUND, "degrees")
FILLED = Measure(_FULL, "centimetres")


class Placed(Struct, Generic[T], frozen=True):
    """A place of the body by its name; there are too many to list them all in a message."""

    choices: MappingType[str, T]

    def read(self, node: Node, label: str, reading: Reading) -> T | None:
        """Read a name."""
        expected = "a place of the body, such as lower-back or right-knee"
        found = scalar(node, label, expected, reading)
        if found is None:
            return None
        if found.text not in self.choices:
            near = (found.text, self.choices)
            reading.mistake(node.place, f"{label} is {quoted(found.text)}", expected, near=near)
        return self.choices.get(found.text)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"enum": list(self.choices)}


PLACE = Placed({place.value: place for place in Place})


class PointShape(Struct, frozen=True):
    """A point of the room: `[x, y]`, or `[x, y, z]`."""

    def read(self, node: Node, label: str, reading: Reading) -> Point | None:
        """Read a point."""
        if not isinstance(node, Sequence) or len(node.items) not in {2, 3}:
            expected = "[x, y] or [x, y, z], in centimetres"
            if isinstance(node, Sequence):
                count = "1 number" if len(node.items) == 1 else f"{len(node.items)} numbers"
                reading.mistake(node.place, f"{label} has {count}", expected)
            else:
                refuse_kind(node, label, expected, reading)
            return None
        numbers = [LENGTH.read(item, f"a number of {label}", reading) for item in node.items]
        if any(number is None for number in numbers):
            return None
        x, y, *rest = (number for number in numbers if number is not None)
        return Point(x, y, rest[0] if rest else None)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"type": "array", "items": LENGTH.schema(), "minItems": 2, "maxItems": 3}


POINT = PointShape()
_AT = Field("at", PLACE, "The place of the body it is at.")
_BY = Field("by", POINT, "How far from there: [x, y, z] in centimetres.")
_SPOT = Record("a hand or foot", (_AT, _BY), required=("at",))


class TargetShape(Struct, frozen=True):
    """Where a hand or foot is: a point, a place of the body, or so far from a place."""

    def read(self, node: Node, label: str, reading: Reading) -> Target | None:
        """Read a target."""
        if isinstance(node, Sequence):
            return POINT.read(node, label, reading)
        if isinstance(node, Mapping):
            written = _SPOT.read(node, label, reading)
            place = written.get(_AT) if written else None
            if written is None or place is None:
                return None
            return Spot(place, _vector(written.get(_BY)))
        place = PLACE.read(node, label, reading)
        return None if place is None else Spot(place)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"anyOf": [POINT.schema(), PLACE.schema(), _SPOT.schema()]}


def _vector(point: Point | None) -> Vector:
    return (0.0, 0.0, 0.0) if point is None else (point.x, point.y, point.z or 0.0)


TARGET = TargetShape()
