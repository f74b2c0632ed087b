"""Bytes -> nodes: the strict part of YAML that routine files are written in, every value with its line and column.

The rules: UTF-8, at most 1 MiB, 16 levels and 20,000 values; one document; no anchors, aliases and tags; keys are
plain text, no key twice; no control or invisible characters. The builder goes over the events of the parser, so that
nothing nested is ever recursed into, and reading ends at the first value past a bound. All values stay text; what they
mean is the business of the shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from relaxtimer.library.characters import REFUSED, REFUSED_IN_VALUES, name_of
from relaxtimer.library.mistakes import Place, Reading, quoted
from relaxtimer.library.strict_yaml_parser import EventParser, parser_of
from relaxtimer.library.strict_yaml_syntax import in_plain_words

LARGEST = 1 << 20
DEEPEST = 16
MOST_VALUES = 20_000


@dataclass(slots=True, eq=False)
class Scalar:
    """A text; `plain` when it stands without quotes, so that it may be a number or nothing at all."""

    place: Place
    text: str
    plain: bool

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in _NOTHING


@dataclass(slots=True, eq=False)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Mapping:
    """A group of fields: the values and the keys, both by the text of the key."""

    place: Place
    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Broken:
    """A value that has been refused already: nothing more is said of it."""

    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping | Broken

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_LINE_BREAK = re.compile("\r\n|\r|\n")


def parse(data: bytes, reading: Reading, *, first_line: int = 1, pure_python: bool = False) -> Node | None:
    """Read one document; `first_line` is the number of its first line. What is wrong goes to `reading`.

    Gives `None` where the file cannot be used at all; its mistakes are in `reading` then.
    """
    text = _text(data, reading)
    if text is None:
        return None
    builder = _Builder(reading, first_line)
    try:
        builder.build(parser_of(_without_refused(text, reading, first_line), pure_python=pure_python))
    except yaml.YAMLError as error:
        message, expected, line, column = in_plain_words(error, text)
        reading.mistake(Place(line + first_line, column + 1), message, expected)
        return None
    if builder.root is None and not builder.stopped:
        reading.mistake(Place(first_line, 1), "the file is empty", "fields, one on each line, such as name: My routine")
    return None if builder.stopped else builder.root


def _text(data: bytes, reading: Reading) -> str | None:
    if len(data) > LARGEST:
        reading.mistake(Place(1, 1), f"the file has {len(data):,} bytes", f"at most 1 MiB ({LARGEST:,} bytes)")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        reading.mistake(Place(1, 1), "the file is UTF-16", "UTF-8: save it with that encoding")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = _place_of(before, len(before), 1)
        wrong = data[error.start]
        reading.mistake(place, f"the byte 0x{wrong:02X} is not UTF-8", "UTF-8: save the file with that encoding")
        return None


def _without_refused(text: str, reading: Reading, first_line: int) -> str:
    """Note every character that is refused, and put a visible one in its place so that reading can go on."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    # A text has few different characters: looking at those takes a fifth of the time.
    if not REFUSED.search("".join(set(text))):
        return text
    found = [match.start() for match in REFUSED.finditer(text)]
    for at in found:
        _refuse_character(reading, _place_of(text, at, first_line), text[at])
    return REFUSED.sub("\N{REPLACEMENT CHARACTER}", text)


def _refuse_character(reading: Reading, place: Place, character: str) -> None:
    reading.mistake(place, f"{name_of(character)} in the text", "characters that can be seen")


def _place_of(text: str, at: int, first_line: int) -> Place:
    breaks = list(_LINE_BREAK.finditer(text, 0, at))
    return Place(first_line + len(breaks), at - (breaks[-1].end() if breaks else 0) + 1)


class _Builder:
    """Makes nodes from events, and notes what is refused."""

    def __init__(self, reading: Reading, first_line: int) -> None:
        self.root: Node | None = None
        self.stopped = False
        self._reading = reading
        self._first_line = first_line
        # The lists and mappings that are open, and of each mapping the key whose value comes next.
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._values = 0
        self._documents = 0

    def build(self, parser: EventParser) -> None:
        """Take events, one after another as they are parsed, up to the end or to what is past a bound."""
        going_on = True
        while going_on:
            event: Any = parser.get_event()
            kind = type(event)
            if kind is ScalarEvent:
                going_on = self._add(self._scalar(event))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._open.pop()
                self._keys.pop()
            else:
                going_on = self._take_other(event)

    def _take_other(self, event: Any) -> bool:  # noqa: ANN401 - the C parser's events have no types
        match event:
            case MappingStartEvent():
                return self._start(event, Mapping(self._place(event)))
            case SequenceStartEvent():
                return self._start(event, Sequence(self._place(event)))
            case AliasEvent():
                node = Broken(self._place(event))
                self._reading.mistake(node.place, f"the alias {quoted(f'*{event.anchor}')}", "the value itself")
                return self._add(node)
            case DocumentStartEvent():
                return self._document(event)
            case _:
                return not isinstance(event, StreamEndEvent)

    def _place(self, event: Any) -> Place:  # noqa: ANN401 - as above
        mark = event.start_mark
        return Place(mark.line + self._first_line, mark.column + 1)

    def _document(self, event: Any) -> bool:  # noqa: ANN401 - as above
        self._documents += 1
        if self._documents > 1:
            self._reading.mistake(
                self._place(event), "a second document begins here", "one document a file, without ---"
            )
            return False
        if event.tags:
            self._reading.mistake(self._place(event), "a %TAG line", "no tags: they are not read")
        return True

    def _scalar(self, event: Any) -> Scalar | Broken:  # noqa: ANN401 - as above
        mark = event.start_mark
        place = Place(mark.line + self._first_line, mark.column + 1)
        if event.anchor or event.tag:
            self._refuse_properties(event, place)
        text = event.value
        if not (text.isascii() and text.isprintable()) and (wrong := REFUSED_IN_VALUES.search(text)):
            _refuse_character(self._reading, place, wrong.group())
            return Broken(place)
        return Scalar(place, text, not event.style)

    def _start(self, event: Any, node: Mapping | Sequence) -> bool:  # noqa: ANN401 - as above
        if event.anchor or event.tag:
            self._refuse_properties(event, node.place)
        if len(self._open) >= DEEPEST:
            self._reading.mistake(node.place, f"nested deeper than {DEEPEST} levels", f"at most {DEEPEST} levels")
            return self._stop()
        going_on = self._add(node)
        self._open.append(node)
        self._keys.append(None)
        return going_on

    def _refuse_properties(self, event: Any, place: Place) -> None:  # noqa: ANN401 - as above
        if event.anchor:
            self._reading.mistake(place, f"the anchor {quoted(f'&{event.anchor}')}", "no anchors: they are not read")
        if event.tag:
            self._reading.mistake(place, f"the tag {quoted(event.tag)}", "no tags: they are not read")

    def _add(self, node: Node) -> bool:
        self._values += 1
        if self._values > MOST_VALUES:
            self._reading.mistake(
                node.place, f"the file has more than {MOST_VALUES:,} values", f"at most {MOST_VALUES:,}"
            )
            return self._stop()
        if not self._open:
            self.root = node
            return True
        top = self._open[-1]
        if type(top) is Sequence:
            top.items.append(node)
        elif type(top) is Mapping:
            key = self._keys[-1]
            if key is None:
                self._keys[-1] = self._key(node, top)
            else:
                self._keys[-1] = None
                # Of a key that is there twice the first value counts.
                if key.text not in top.fields:
                    top.keys[key.text] = key
                    top.fields[key.text] = node
        return True

    def _key(self, node: Node, within: Mapping) -> Scalar:
        if not isinstance(node, Scalar):
            if not isinstance(node, Broken):
                self._reading.mistake(node.place, "a key that is not plain text", "a field name before the colon")
            # No field has this name; the value after it is left out with it.
            return Scalar(node.place, _REFUSED_KEY, plain=False)
        if node.text in within.fields:
            first = within.keys[node.text].place.line
            self._reading.mistake(
                node.place, f"{quoted(node.text)} is here twice, first on line {first}", "each field once"
            )
        return node

    def _stop(self) -> bool:
        self.stopped = True
        return False


_REFUSED_KEY = "\0"
