"""Bytes -> the one record that a file is."""

from __future__ import annotations

from relaxtimer.library.definition import FORMAT, FORMAT_FIELD
from relaxtimer.notation.mistakes import Reading
from relaxtimer.notation.shapes.record import Record, Written
from relaxtimer.notation.shapes.shape import whole_number
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Scalar, parse


def read_record(data: bytes, record: Record, reading: Reading) -> Written | None:
    """Read the one record that a file is; of a file in a later format nothing else is said."""
    node = parse(data, reading)
    if node is None:
        return None
    later = _later_format(node)
    if later is None:
        return record.read(node, "the file", reading)
    message = f"this file is in format {later.text}, for a newer relaxtimer"
    reading.mistakes.clear()
    reading.mistake(later.place, message, f"format {FORMAT}, or a newer relaxtimer that reads it")
    return None


def _later_format(node: Node) -> Scalar | None:
    written = node.fields.get(FORMAT_FIELD.name) if isinstance(node, Mapping) else None
    number = whole_number(written) if isinstance(written, Scalar) else None
    return written if isinstance(written, Scalar) and number is not None and number > FORMAT else None
