"""Bytes -> nodes: the strict part of YAML that routine files are written in, every value with its line and column.

The rules: UTF-8, at most 1 MiB, 16 levels and 20,000 values; one document; no anchors, aliases and tags; keys are
plain text, no key twice; no control or invisible characters. The builder goes over the events of the parser, so that
nothing nested is ever recursed into, and reading ends at the first value past a bound. All values stay text; what they
mean is the business of the shapes.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, Protocol, TypeAlias

import yaml
from msgspec import Struct, field
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

from relaxtimer.notation.characters import REFUSED, REFUSED_IN_VALUES, name_of
from relaxtimer.notation.mistakes import Place, Reading, quoted
from relaxtimer.notation.strict_yaml.parser import EventParser, parser_of
from relaxtimer.notation.strict_yaml.syntax import in_plain_words

LARGEST = 1 << 20
DEEPEST = 16
MOST_VALUES = 20_000
# Of a file that is no text at all, the first of its characters say enough.
MOST_CHARACTERS_TOLD = 20


class Mark(Protocol):
    """Where the parser was; both count from 0."""

    line: int
    column: int


class _Placed(Struct, eq=False):
    """What has a place. Most places are never asked for: the mark is kept as it comes from the parser."""

    mark: Mark

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.mark.line + 1, self.mark.column + 1)


class Scalar(_Placed, eq=False):
    """A text; `plain` when it stands without quotes, so that it may be a number or nothing at all."""

    text: str
    plain: bool

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in NOTHING


class Sequence(_Placed, eq=False):
    """A list."""

    items: list[Node] = field(default_factory=list)


class Mapping(_Placed, eq=False):
    """A group of fields: the values and the keys, both by the text of the key."""

    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)

    def rename(self, name: str, meant: str) -> None:
        """Take a misspelt field for the one that was meant."""
        self.fields[meant] = self.fields.pop(name)
        self.keys[meant] = self.keys.pop(name)


class Broken(_Placed, eq=False):
    """A value that has been refused already: nothing more is said of it."""


Node: TypeAlias = Scalar | Sequence | Mapping | Broken

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def parse(data: bytes, reading: Reading, *, pure_python: bool = False) -> Node | None:
    """Read one document. What is wrong goes to `reading`; where the file cannot be used at all, that is `None`."""
    text = _text(data, reading)
    if text is None:
        return None
    text = _without_refused(text, reading)
    builder = _Builder(reading)
    try:
        builder.build(parser_of(text, pure_python=pure_python))
    except yaml.YAMLError as error:
        reading.last_mistake(*in_plain_words(error, text, pure_python=pure_python))
        return None
    if builder.root is None and not builder.stopped:
        reading.mistake(Place(1, 1), "the file is empty", "fields, one on each line, such as name: My routine")
    return None if builder.stopped else builder.root


def _text(data: bytes, reading: Reading) -> str | None:
    if len(data) > LARGEST:
        reading.last_mistake(Place(1, 1), f"the file has {len(data):,} bytes", f"at most 1 MiB ({LARGEST:,} bytes)")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        reading.last_mistake(Place(1, 1), "the file is UTF-16", "UTF-8: save it with that encoding")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = _place_of(before, len(before))
        wrong = data[error.start]
        message = f"the byte 0x{wrong:02X} is not UTF-8"
        reading.last_mistake(place, message, "UTF-8: save the file with that encoding")
        return None


def _without_refused(text: str, reading: Reading) -> str:
    """Note every character that is refused, and put a visible one in its place so that reading can go on."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    # A text has few different characters: looking at those takes a fifth of the time.
    if not REFUSED.search("".join(set(text))):
        return text
    for match in islice(REFUSED.finditer(text), MOST_CHARACTERS_TOLD):
        _refuse_character(reading, _place_of(text, match.start()), match.group())
    return REFUSED.sub("\N{REPLACEMENT CHARACTER}", text)


def _refuse_character(reading: Reading, place: Place, character: str) -> None:
    reading.mistake(place, f"{name_of(character)} in the text", "characters that can be seen")


def _place_of(text: str, at: int) -> Place:
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


class _Builder:
    """Makes nodes from events, and notes what is refused."""

    def __init__(self, reading: Reading) -> None:
        self.root: Node | None = None
        self.stopped = False
        self._reading = reading
        # The lists and mappings around the one being filled, and of each mapping the key whose value comes next.
        self._around: list[tuple[Node | None, Scalar | None]] = []
        self._documents = 0

    def build(self, parser: EventParser) -> None:
        """Take events, one after another as they are parsed, up to the end or to what is past a bound."""
        top: Node | None = None
        key: Scalar | None = None
        node: Node | None = None
        values = 0
        while values <= MOST_VALUES:
            event: Any = parser.get_event()
            kind = type(event)
            if kind is ScalarEvent:
                text: str = event.value
                # Nearly every value is a plain word: only the others are looked at closely.
                if text.isascii() and text.isprintable() and not event.anchor and not event.tag:
                    node = scalar = Scalar(event.start_mark, text, not event.style)
                    if key is None and type(top) is Mapping and text not in top.fields:
                        key, values = scalar, values + 1
                        continue
                else:
                    node = self._unusual(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                top, key = self._around.pop()
                continue
            else:
                node = self._other(event)
                if kind is StreamEndEvent or self.stopped or self._documents > 1:
                    return
                if node is None:
                    continue
            values += 1
            key = self._put(node, top, key)
            if type(node) is Mapping or type(node) is Sequence:
                self._around.append((top, key))
                top, key = node, None
        self._stop(node, f"the file has more than {MOST_VALUES:,} values", f"at most {MOST_VALUES:,}")

    def _put(self, node: Node, top: Node | None, key: Scalar | None) -> Scalar | None:
        """Put a node where it belongs; gives the key whose value comes next."""
        if type(top) is Mapping:
            if key is None:
                return self._key(node, top)
            # Of a key that is there twice the first value counts.
            if key.text not in top.fields and key.text != _REFUSED_KEY:
                top.keys[key.text] = key
                top.fields[key.text] = node
        elif type(top) is Sequence:
            top.items.append(node)
        else:
            self.root = node
        return None

    def _key(self, node: Node, within: Mapping) -> Scalar:
        if not isinstance(node, Scalar):
            if not isinstance(node, Broken):
                self._reading.mistake(node.place, "a key that is not plain text", "a field name before the colon")
            # No field has this name; the value after it is left out with it.
            return Scalar(node.mark, _REFUSED_KEY, plain=False)
        if node.text in within.fields:
            first = within.keys[node.text].place.line
            message = f"{quoted(node.text)} is here twice, first on line {first}"
            self._reading.mistake(node.place, message, "each field once")
        return node

    def _other(self, event: Any) -> Node | None:  # noqa: ANN401 - the C parser's events have no types
        """Take an event that is no scalar; gives the node that begins with it, if one does."""
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            node = Mapping(event.start_mark) if kind is MappingStartEvent else Sequence(event.start_mark)
            self._refuse_properties(event, node)
            if len(self._around) < DEEPEST:
                return node
            self._stop(node, f"nested deeper than {DEEPEST} levels", f"at most {DEEPEST} levels")
            return None
        if kind is AliasEvent:
            alias = Broken(event.start_mark)
            self._reading.mistake(alias.place, f"the alias {quoted(f'*{event.anchor}')}", "the value itself")
            return alias
        if kind is DocumentStartEvent:
            self._document(event)
        return None

    def _document(self, event: Any) -> None:  # noqa: ANN401 - as above
        self._documents += 1
        place = Broken(event.start_mark).place
        if self._documents > 1:
            self._reading.mistake(place, "a second document begins here", "one document a file, without ---")
        if event.tags:
            self._reading.mistake(place, "a %TAG line", "no tags: they are not read")

    def _unusual(self, event: Any) -> Scalar | Broken:  # noqa: ANN401 - as above
        node = Scalar(event.start_mark, event.value, not event.style)
        self._refuse_properties(event, node)
        if wrong := REFUSED_IN_VALUES.search(event.value):
            _refuse_character(self._reading, node.place, wrong.group())
            return Broken(event.start_mark)
        return node

    def _refuse_properties(self, event: Any, node: Node) -> None:  # noqa: ANN401 - as above
        if event.anchor:
            message = f"the anchor {quoted(f'&{event.anchor}')}"
            self._reading.mistake(node.place, message, "no anchors: they are not read")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._reading.mistake(node.place, f"the tag {quoted(tag)}", "no tags: they are not read")

    def _stop(self, node: Node | None, message: str, expected: str) -> None:
        self.stopped = True
        self._reading.last_mistake(node.place if node else Place(1, 1), message, expected)


_REFUSED_KEY = "\0"
