"""Bytes into nodes: every value with its place, and what is refused, in plain words."""

from __future__ import annotations

import pytest
import yaml

from relaxtimer.notation.mistakes import Place, Reading
from relaxtimer.notation.strict_yaml.nodes import LARGEST, Mapping, Node, Scalar, Sequence, parse
from relaxtimer.notation.strict_yaml.syntax import in_plain_words

PARSERS = pytest.mark.parametrize("pure_python", [False, True], ids=["C parser", "Python parser"])


def _read(data: bytes, *, pure_python: bool = False) -> tuple[Node | None, list[str]]:
    reading = Reading("f")
    node = parse(data, reading, pure_python=pure_python)
    return node, [str(mistake).removeprefix("f:") for mistake in reading.mistakes]


def _told(text: str, *, pure_python: bool = False) -> list[str]:
    return _read(text.encode(), pure_python=pure_python)[1]


def _places(node: Node | None) -> object:
    """Give the places of values in place of the values."""
    if isinstance(node, Mapping):
        return {(name, node.keys[name].place): _places(value) for name, value in node.fields.items()}
    if isinstance(node, Sequence):
        return [_places(item) for item in node.items]
    assert isinstance(node, Scalar)
    return (node.text, *node.place)


@PARSERS
def test_every_key_and_value_has_its_line_and_column(*, pure_python: bool) -> None:
    text = "\ufeff# words\r\na: é1\r\nlist:\r\n  - [x, {y: 'z'}]\r\n  - |\r\n    text\r\n"
    node, told = _read(text.encode(), pure_python=pure_python)
    assert told == []
    assert _places(node) == {
        ("a", Place(2, 1)): ("é1", 2, 4),
        ("list", Place(3, 1)): [[("x", 4, 6), {("y", Place(4, 10)): ("z", 4, 13)}], ("text\n", 5, 5)],
    }


@PARSERS
def test_all_values_stay_text_and_know_whether_they_were_plain(*, pure_python: bool) -> None:
    node, _ = _read(b"[yes, 012, 1:30, '5', \"6\", 2026-12-31]", pure_python=pure_python)
    assert isinstance(node, Sequence)
    found = [(item.text, item.plain) for item in node.items if isinstance(item, Scalar)]
    assert found == [("yes", True), ("012", True), ("1:30", True), ("5", False), ("6", False), ("2026-12-31", True)]


@PARSERS
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: the file is empty"),
        ("# words alone\n", "1:1: the file is empty"),
        ("a: *b", '1:4: the alias "*b"'),
        ("a: &b 1", '1:4: the anchor "&b"'),
        ("a: !b 1", '1:4: the tag "!b"'),
        ("a: !!python/object:os.system x", '1:4: the tag "!!python/object:os.system"'),
        ("a: &b [1]", '1:4: the anchor "&b"'),
        ("!b {a: 1}", '1:1: the tag "!b"'),
        ("%TAG ! tag:x,2000:\n---\na: 1", "1:1: a %TAG line"),
        ("a: 1\nb: 2\na: 3", '3:1: "a" is here twice, first on line 1'),
        ("---\na: 1\n---\nb: 1", "3:1: a second document begins here"),
        ("? [a]\n: 1", "1:3: a key that is not plain text"),
        ("{{a: 1}: 2}", "1:2: a key that is not plain text"),
        ("a: [1", "1:4: a list in [ ] that is not closed, or lacks a comma"),
        ("a: {b: 1", "1:4: a group in { } that is not closed, or lacks a comma"),
        ("a: 'x", "1:4: a quoted text that never ends"),
        ('a: "x', "1:4: a quoted text that never ends"),
        ("a: b: c", "1:5: a colon that fits nowhere"),
        ("a:b\nc: d", "1:1: a field without its colon"),
        ("a:\n  - exercise cat-camel\n    work: 3s", "2:5: a field without its colon"),
        ("say: some\n  more: words", "2:7: a colon that fits nowhere"),
        ("a: {side} knee", "1:11: text after the end of a value"),
        ("- {side} knee", "1:10: text after the end of a value"),
        ("a: [x] y", "1:8: text after the end of a value"),
        ("a: 'it's'", "1:8: text after the end of a value"),
        ("[a,,b]", "1:4: a value that is not there"),
        ("a: }", "1:4: a value that is not there"),
        ("a: 1\nb 2\nc: 3", "2:1: a field without its colon"),
        ("a:\n\t- b", "2:1: a tab where the line is indented"),
        ("a: @b", '1:4: "@" cannot begin a value'),
        ("a: `b`", '1:4: "`" cannot begin a value'),
        ("a: %b", '1:4: "%" cannot begin a value'),
        ("a:\n  -b: 1\n  - c: 2", "2:3: a hyphen without a space after it"),
        ("a:\n  - b: 1\n  -c: 2", "3:3: a hyphen without a space after it"),
        ("- a\nb: 1", "2:1: this line does not fit the lines above"),
        ("a:\n  b: 1\n c: 2", "3:2: this line does not fit the lines above"),
        ("a: - b", "1:4: a list item where none fits"),
        ('a: "\\q"', "1:4: an escape after \\ that does not exist"),
        ("a: 1\n...\nb: 2", "3:1: text after the end of the document"),
        ("a: |x\n  b", "1:5: a text block that is not set out right"),
        ("a: *", "1:4: *, & and ! have a meaning of their own"),
        ("a: !<b", "1:4: *, & and ! have a meaning of their own"),
        ("%YAML 9.9\n---\na: 1", "1:1: a % line that is not known"),
        ("%TAG ! a b c\n---\na: 1", "1:1: a % line that is not known"),
        ('a: "b\n---\nc"', "1:4: a quoted text that never ends"),
        ('a:\n  - say: "Hand.\n    work: 3s\n    note: "Rest."\n  - b: "c"', "2:10: a quoted text that never ends"),
        ('- "a\n- "b"\n- "c"', "1:3: a quoted text that never ends"),
        ('a: ["b,\n  "c"]\nd: "e"', "1:5: a quoted text that never ends"),
        ("a: 'b\nc: child's pose\nd: e", "1:4: a quoted text that never ends"),
        ('a: "b\rc: "d"\re: "f"', "1:4: a quoted text that never ends"),
        ('a: "b\nc: "d: e"', "1:4: a quoted text that never ends"),
        ('a: "one\n  two" three', "2:8: text after the end of a value"),
        ('a: "b" c\nd: "e\n  f"', "1:8: text after the end of a value"),
    ],
)
def test_what_is_refused_is_told_in_plain_words(text: str, told: str, *, pure_python: bool) -> None:
    (found,) = _told(text, pure_python=pure_python)
    assert found.startswith(f"{told}; expected ")


@pytest.mark.parametrize(
    "error",
    [yaml.YAMLError("odd"), yaml.MarkedYAMLError("odd", None, "odd", yaml.Mark("", 0, 0, 0, None, 0))],
    ids=["without a place", "with a place"],
)
def test_a_complaint_that_nobody_foresaw_is_told_too(error: yaml.YAMLError) -> None:
    found = in_plain_words(error, "")
    assert found.place == Place(1, 1)
    assert found.message.startswith("this is not YAML")


def test_mistakes_of_several_kinds_are_told_together() -> None:
    told = _told('a: &x 1\nb: !y 2\nc: *x\n"d\\e": 1\ne: \u202e\n? [e]\n: 1\n')
    assert [each.partition(": ")[0] for each in told] == ["5:4", "1:4", "2:4", "3:4", "4:1", "6:3"]


@PARSERS
@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "a control character (U+0000)"),
        ("\x07", "a control character (U+0007)"),
        ("\x1b", "a control character (U+001B)"),
        ("\x7f", "a control character (U+007F)"),
        ("\x9b", "a control character (U+009B)"),
        ("\u200b", "a zero-width character (U+200B)"),
        ("\u200d", "a zero-width character (U+200D)"),
        ("\ufeff", "a zero-width character (U+FEFF)"),
        ("\u202e", "a character that changes the direction of the text (U+202E)"),
        ("\u2066", "a character that changes the direction of the text (U+2066)"),
        ("\u2028", "an unusual line break (U+2028)"),
        ("\xad", "an invisible character (U+00AD)"),
        ("\u3164", "an invisible character (U+3164)"),
        ("\u2800", "an invisible character (U+2800)"),
        ("\ufe0f", "an invisible character (U+FE0F)"),
        ("\U000e0041", "an invisible character (U+E0041)"),
        ("\ufffe", "a code that is no character (U+FFFE)"),
    ],
)
def test_a_character_that_cannot_be_seen_is_refused_wherever_it_is(
    character: str, name: str, *, pure_python: bool
) -> None:
    for text in (f"a: b{character}", f"a{character}: b", f"# b{character}"):
        assert any(f": {name} in the text" in told for told in _told(text, pure_python=pure_python))
    escaped = f"\\U{ord(character):08x}"
    assert _told(f'a: "{escaped}"', pure_python=pure_python) == [
        f"1:4: {name} in the text; expected characters that can be seen"
    ]
    assert _told(f'"{escaped}": a', pure_python=pure_python) == [
        f"1:1: {name} in the text; expected characters that can be seen"
    ]


@PARSERS
def test_half_a_character_from_an_escape_is_refused(*, pure_python: bool) -> None:
    assert len(_told('a: "\\ud800"', pure_python=pure_python)) == 1


def test_a_carriage_return_from_an_escape_is_refused() -> None:
    assert _told('a: "b\\rc"') == [
        "1:4: a control character (U+000D) in the text; expected characters that can be seen"
    ]


def test_letters_of_every_script_and_symbols_are_taken() -> None:
    assert _told("a: Żółć, 腰, спина, ظهر, 🧘, ½, ’ – …, \u00a0, 4\u202fs") == []


@PARSERS
def test_the_place_of_a_character_counts_lines_as_they_end_on_every_system(*, pure_python: bool) -> None:
    assert _told("a: 1\r\nb: 2\rc: é\u200b", pure_python=pure_python)[0].startswith("3:5: a zero-width character")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("a: 1".encode("utf-16"), "1:1: the file is UTF-16"),
        (b"\xfe\xff\x00a", "1:1: the file is UTF-16"),
        (b"a: 1\nb: caf\xe9", "2:7: the byte 0xE9 is not UTF-8"),
        (b"a: \xed\xa0\x80", "1:4: the byte 0xED is not UTF-8"),
        (b"a" * (LARGEST + 1), "1:1: the file has 1,048,577 bytes"),
    ],
    ids=["UTF-16", "UTF-16, the other way round", "Latin-1", "half a character", "too large"],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, told: str) -> None:
    (found,) = _read(data)[1]
    assert found.startswith(f"{told}; expected ")


@PARSERS
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "], ids=["brackets", "braces", "lists", "keys"])
def test_the_seventeenth_level_is_refused(opening: str, *, pure_python: bool) -> None:
    node, told = _read(opening.encode() * 100_000, pure_python=pure_python)
    assert node is None
    assert told[-1].endswith("nested deeper than 16 levels; expected at most 16 levels")


def test_sixteen_levels_are_taken() -> None:
    assert _told("[" * 16 + "]" * 16) == []


def test_the_value_past_the_bound_is_refused() -> None:
    assert _told("- a\n" * 19_999) == []
    assert _told("- a\n" * 20_000) == ["20000:3: the file has more than 20,000 values; expected at most 20,000"]


def test_a_message_has_nothing_of_the_file_that_steers_a_terminal() -> None:
    hostile = "\x1b]52;c;eA==\x07"
    told = _told(f"a: *{hostile}\nb: !{hostile} 1\n'{hostile}': 1\n'{hostile}': 1\nc: @{hostile}")
    assert told
    assert all(character.isprintable() for each in told for character in each)


def test_a_long_text_is_quoted_in_short() -> None:
    (told,) = _told(f"{'a' * 900}: 1\n{'a' * 900}: 2")
    assert told == f'2:1: "{"a" * 39}…" is here twice, first on line 1; expected each field once'
