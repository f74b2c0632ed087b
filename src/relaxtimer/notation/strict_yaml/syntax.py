"""What the YAML parsers complain about, in plain words."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from relaxtimer.notation.mistakes import Place, quoted
from relaxtimer.notation.strict_yaml.quotes import unclosed_before


class _Words(NamedTuple):
    """What is wrong and what was expected; `from_start` where the place that helps is where the construct began."""

    message: str
    expected: str
    from_start: bool = False


class Complaint(NamedTuple):
    """What is wrong at a place, and what was expected there."""

    place: Place
    message: str
    expected: str


_TAB = _Words("a tab where the line is indented", "spaces: YAML is never indented with tabs")
_INDENTATION = _Words(
    "this line does not fit the lines above",
    "the same indentation as its neighbours, and a colon and a space after a field",
)
_AFTER_END = _Words("text after the end of a value", "quotes around all of it, those inside written twice")
_COLON = _Words(
    "a colon that fits nowhere", "quotes around a text with a colon in it, or a field indented as its neighbours"
)
_NO_COLON = _Words("a field without its colon", "a field, a colon, a space and the value", from_start=True)
_QUOTE = _Words("a quoted text that never ends", "a closing quote", from_start=True)
_ESCAPE = _Words("an escape after \\ that does not exist", "single quotes around the text", from_start=True)
_LIST = _Words(
    "a list in [ ] that is not closed, or lacks a comma", "a comma between the items and ] at the end", from_start=True
)
_GROUP = _Words(
    "a group in { } that is not closed, or lacks a comma",
    "a comma between the fields and } at the end",
    from_start=True,
)
_NO_VALUE = _Words("a value that is not there", "a value, in quotes where it begins with a comma or a bracket")
_DASH = _Words("a list item where none fits", "list items below each other, with the same indentation")
_NO_SPACE = _Words("a hyphen without a space after it", "a hyphen and a space before each item of a list")
_MORE = _Words("text after the end of the document", "one group of fields that begins in the first column")
_DIRECTIVE = _Words("a % line that is not known", "no % lines", from_start=True)
_BLOCK = _Words("a text block that is not set out right", "a line break after | or >, and every line of it indented")
_NAME = _Words("*, & and ! have a meaning of their own", "quotes around a text that begins with one", from_start=True)
_FIELD = re.compile(r"[ -]*[\w-]+")
_WORDS = re.compile(r"""[^\s'"#\[{](?:(?!: |:$|#).)*""")
_HYPHEN = re.compile(r"\s*-[^\W\d_]")
_UNKNOWN = "a field, a colon, a space and the value"

# Fragments of what libyaml or PyYAML say of the problem and of what they were doing, the most telling first.
_KNOWN = (
    ("\\t", _TAB),
    ("tab character", _TAB),
    ("end of stream while scanning a", _QUOTE),
    ("document separator while scanning a quoted", _QUOTE),
    ("document indicator while scanning a quoted", _QUOTE),
    ("scanning an alias", _NAME),
    ("scanning an anchor", _NAME),
    (" a tag", _NAME),
    ("directive", _DIRECTIVE),
    ("incompatible YAML", _DIRECTIVE),
    ("quoted scalar", _ESCAPE),
    ("double-quoted", _ESCAPE),
    ("mapping values are not allowed", _COLON),
    ("mapping keys are not allowed", _COLON),
    ("could not find expected ':'", _NO_COLON),
    ("expected ',' or ']'", _LIST),
    ("expected ',' or '}'", _GROUP),
    ("node content", _NO_VALUE),
    ("sequence entries are not allowed", _DASH),
    ("while parsing a block", _INDENTATION),
    ("while scanning a block scalar", _BLOCK),
    ("document start", _MORE),
)


def in_plain_words(error: yaml.YAMLError, text: str, *, pure_python: bool = False) -> Complaint:
    """Say what a parser found wrong in a text that it may parse: without characters that are refused."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return Complaint(Place(1, 1), "this is not YAML", _UNKNOWN)
    problem = f"{error.problem} {error.context or ''}".strip()
    line = _line(text, mark.line)
    words = _words(problem, line, mark.column)
    start = error.context_mark if words.from_start and error.context_mark else mark
    for number, column in dict.fromkeys(((mark.line, mark.column), (start.line, start.column))):
        unclosed = unclosed_before(text, number, column, _line(text, number), pure_python=pure_python)
        if unclosed is not None:
            return Complaint(unclosed, _QUOTE.message, _QUOTE.expected)
    if words is _COLON and (before := _field_without_colon(text, mark.line, mark.column)):
        return Complaint(before, _NO_COLON.message, _NO_COLON.expected)
    if words is _INDENTATION and (hyphen := _hyphen_without_space(text, mark.line)):
        return Complaint(hyphen, _NO_SPACE.message, _NO_SPACE.expected)
    return Complaint(Place(start.line + 1, start.column + 1), words.message, words.expected)


def _hyphen_without_space(text: str, number: int) -> Place | None:
    """Give the place of such a hyphen on this line, or on the nearest above that is not empty."""
    above = next((each for each in range(number - 1, -1, -1) if _line(text, each).strip()), number)
    for each in (number, above):
        if _HYPHEN.match(_line(text, each)):
            return Place(each + 1, _line(text, each).index("-") + 1)
    return None


def _field_without_colon(text: str, number: int, column: int) -> Place | None:
    """Give where the line before begins, if that is words without a colon: no field that looks right can follow."""
    if not _FIELD.fullmatch(_line(text, number)[:column]):
        return None
    for above in range(number - 1, -1, -1):
        line = _line(text, above)
        if line.strip():
            begins = len(line) - len(line.lstrip(" -"))
            return Place(above + 1, begins + 1) if _WORDS.fullmatch(line[begins:]) else None
    return None


def _words(problem: str, line: str, column: int) -> _Words:
    if "cannot start any token" in problem:
        character = line[column : column + 1]
        wrong = f"{quoted(character)} cannot begin a value"
        return _TAB if character == "\t" else _Words(wrong, "quotes around a text that begins with it")
    for fragment, words in _KNOWN:
        if fragment in problem:
            # Something stands before it on its line, so that the indentation cannot be what is wrong.
            return _AFTER_END if words is _INDENTATION and line[:column].strip(" -") else words
    return _Words(f"this is not YAML ({quoted(problem)})", _UNKNOWN)


def _line(text: str, number: int) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[number] if number < len(lines) else ""
