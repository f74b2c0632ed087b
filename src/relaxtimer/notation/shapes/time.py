"""Times as they are written: `45`, `45s`, `1m30s`, `1:30`, `1.5m`, `0.5s`, `1h`; exact to the millisecond."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from relaxtimer.core.duration import HOUR, MINUTE, SECOND, Milliseconds
from relaxtimer.core.lasting import LONGEST
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.shape import JSONSchema, scalar, whole_number
from relaxtimer.notation.strict_yaml.nodes import Node

EXAMPLES = "a time such as 45s, 1m30s, 1:30 or 1.5m"
LONGEST_WRITTEN = 32

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_UNITS = re.compile(rf"(?:({_NUMBER})h)?(?:({_NUMBER})m)?(?:({_NUMBER})s)?")
_CLOCK = re.compile(r"(?:([0-9]+):)?([0-9]+):([0-5][0-9])")
_FINE = re.compile(r"[0-9]{1,10}\.[0-9]{1,20}[hms]?")
_SPOKEN = (
    # A comma for the point; before three digits it may as well part thousands, and then nothing is guessed.
    (re.compile(r"(?<=\d),(?=\d{1,2}(?!\d)|\d{4})"), "."),
    (re.compile(r"\s+|(?<!\d),|,(?!\d)"), ""),
    (re.compile(r"hours?|hrs?|std"), "h"),
    (re.compile(r"minutes?|mins?|'"), "m"),
    (re.compile(r"seconds?|secs?|\""), "s"),
)
# The same, for the schema; a time of its own also has a digit other than zero.
_WRITTEN = rf"(?=[0-9])(?:{_NUMBER}h)?(?:{_NUMBER}m)?(?:{_NUMBER}s)?|{_NUMBER}|(?:[0-9]+:)?[0-9]+:[0-5][0-9]"


@lru_cache(maxsize=512)
def milliseconds(text: str) -> Milliseconds | None:
    """Give the time that a text says, or `None` where it says none, or one that is no whole number of milliseconds."""
    if not text or len(text) > LONGEST_WRITTEN:
        return None
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(group or 0) for group in match.groups())
        return (
            None
            if match.group(1) and minutes >= MINUTE // SECOND
            else hours * HOUR + minutes * MINUTE + seconds * SECOND
        )
    match = _UNITS.fullmatch(f"{text}s" if text[-1].isdigit() else text)
    if match is None:
        return None
    total = 0
    for number, unit in zip(match.groups(), (HOUR, MINUTE, SECOND), strict=True):
        amount = _exactly(number, unit) if number else 0
        if amount is None:
            return None
        total += amount
    return total


def _exactly(number: str, unit: Milliseconds) -> Milliseconds | None:
    whole, _, fraction = number.partition(".")
    scaled, rest = divmod(int(whole + fraction) * unit, 10 ** len(fraction))
    return None if rest else scaled


class Duration(Struct, frozen=True):
    """A time within bounds."""

    least: Milliseconds = 1
    most: Milliseconds = LONGEST

    def read(self, node: Node, label: str, reading: Reading) -> Milliseconds | None:
        """Read a time."""
        found = scalar(node, label, EXAMPLES, reading)
        if found is None:
            return None
        duration = milliseconds(found.text)
        if duration is None:
            expected = "a time in whole milliseconds" if _FINE.fullmatch(found.text) else EXAMPLES
            expected = self._bounds() if found.text.isdecimal() else expected
            meant = self._meant(found.text)
            reading.mistake(node.place, f"{label} is {quoted(found.text)}", expected, suggestion=meant)
            return None
        if not self.least <= duration <= self.most:
            reading.mistake(node.place, f"{label} is {quoted(found.text)}", self._bounds())
            return None
        return duration

    def _meant(self, text: str) -> str:
        """Guess what `45 seconds` or `45 S` was meant to be; nothing that is not possible either."""
        plain = text.lower()[:LONGEST_WRITTEN]
        for pattern, unit in _SPOKEN:
            plain = pattern.sub(unit, plain)
        found = milliseconds(plain)
        return plain if found is not None and self.least <= found <= self.most else ""

    def _bounds(self) -> str:
        least = "more than 0s" if self.least == 1 else f"at least {written(self.least)}"
        most = f"at most {written(self.most)}"
        return f"a time of {least} and {most}" if self.least else f"a time of {most}"

    def schema(self) -> JSONSchema:
        """Write the shape: a number of seconds, or a text."""
        least = {"exclusiveMinimum": 0} if self.least == 1 else {"minimum": self.least / SECOND}
        nonzero = "(?=.*[1-9])" if self.least else ""
        return {
            "anyOf": [
                {"type": "number", **least, "maximum": self.most / SECOND},
                {"type": "string", "pattern": f"^{nonzero}(?:{_WRITTEN})$", "maxLength": LONGEST_WRITTEN},
            ]
        }


def written(duration: Milliseconds) -> str:
    """Write a time as it may stand in a file."""
    if duration % HOUR == 0 and duration:
        return f"{duration // HOUR}h"
    if duration % MINUTE == 0 and duration:
        return f"{duration // MINUTE}m"
    whole, rest = divmod(duration, SECOND)
    return f"{whole}.{rest:03}".rstrip("0") + "s" if rest else f"{whole}s"


class Bound(Struct, frozen=True):
    """How far a step may shrink or grow: a time, and the same as a count where it is a bare number."""

    time: Milliseconds
    count: int | None


class BoundShape(Struct, frozen=True):
    """A time or a count: which one it is follows from how the step lasts."""

    def read(self, node: Node, label: str, reading: Reading) -> Bound | None:
        """Read a bound."""
        time = Duration().read(node, label, reading)
        found = scalar(node, label, EXAMPLES, reading)
        return None if time is None or found is None else Bound(time, whole_number(found))

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return Duration().schema()
