"""Words that name a side: only a step with sides may have them."""

from __future__ import annotations

from collections.abc import Container, Iterator

from relaxtimer.core.body import Sides
from relaxtimer.library.definition import SIDES, WITH_PLACEHOLDERS
from relaxtimer.notation.mistakes import Reading
from relaxtimer.notation.shapes.record import Written
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Scalar, Sequence


def check_words(own: Written, exercise: Written | None, reading: Reading) -> None:
    """Check a step's own words, and those of its exercise that it keeps, against the sides it has."""
    sides = own.get(SIDES) if own.has(SIDES) else exercise and exercise.get(SIDES)
    if own.has(SIDES) and sides is None:
        return
    if sides and sides is not Sides.BOTH:
        return
    expected = "words without a side, or sides: each"
    for node in _naming_a_side(own, ()):
        reading.mistake(node.place, "the words name a side, and there is none", expected)
    if exercise and own.has(SIDES) and any(_naming_a_side(exercise, own.node.fields)):
        message = "the step has no sides, and the words of its exercise name one"
        reading.mistake(own.place(SIDES), message, "sides: each, left or right, or words of the step's own")


def _naming_a_side(written: Written, without: Container[str]) -> Iterator[Scalar]:
    for field in WITH_PLACEHOLDERS:
        if field.name not in without and (node := written.node.fields.get(field.name)):
            # Any other brace has been refused where the words were read.
            yield from (each for each in _scalars(node) if "{" in each.text)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for value in node.fields.values():
            yield from _scalars(value)
