"""What the YAML parsers complain about, in plain words."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from relaxtimer.library.mistakes import quoted


class _Words(NamedTuple):
    """What is wrong and what was expected; `from_start` where the place that helps is where the construct began."""

    message: str
    expected: str
    from_start: bool = False


_TAB = _Words("a tab where the line is indented", "spaces: YAML is never indented with tabs")
_INDENTATION = _Words(
    "this line does not fit the lines above",
    "the same indentation as its neighbours, and a colon and a space after a field",
)
_COLON = _Words("a colon and a space within a value", "quotes around a text that has a colon in it")
_NO_COLON = _Words("a field without its colon", "a field, a colon, a space and the value", from_start=True)
_QUOTE = _Words("a quoted text that never ends", "a closing quote", from_start=True)
_ESCAPE = _Words("an escape after \\ that does not exist", "\\\\ for a backslash, or single quotes around the text")
_LIST = _Words(
    "a list in [ ] that is not closed, or lacks a comma", "a comma between the items and ] at the end", from_start=True
)
_GROUP = _Words(
    "a group in { } that is not closed, or lacks a comma",
    "a comma between the fields and } at the end",
    from_start=True,
)
_DASH = _Words("a list item where none fits", "list items below each other, with the same indentation")
_MORE = _Words("text after the end of the document", "one group of fields that begins in the first column")
_DIRECTIVE = _Words("a % line that is not known", "no % lines")
_BLOCK = _Words(
    "a text block (| or >) that is not set out right", "a line break after | or >, and every line of it indented"
)

# Fragments of what libyaml or PyYAML say of the problem and of what they were doing, the most telling first.
_KNOWN = (
    ("\\t", _TAB),
    ("tab character", _TAB),
    ("end of stream while scanning a quoted", _QUOTE),
    ("end of stream while scanning a double-quoted", _QUOTE),
    ("end of stream while scanning a single-quoted", _QUOTE),
    ("document separator while scanning a quoted", _QUOTE),
    ("unexpected document indicator while scanning a quoted", _QUOTE),
    ("escape", _ESCAPE),
    ("hexadecimal", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("mapping values are not allowed", _COLON),
    ("expected ':'", _NO_COLON),
    ("expected ',' or ']'", _LIST),
    ("while parsing a flow sequence", _LIST),
    ("expected ',' or '}'", _GROUP),
    ("while parsing a flow mapping", _GROUP),
    ("sequence entries are not allowed", _DASH),
    ("expected '-' indicator", _INDENTATION),
    ("while parsing a block collection", _INDENTATION),
    ("while parsing a block mapping", _INDENTATION),
    ("expected key", _INDENTATION),
    ("mapping keys are not allowed", _COLON),
    ("while scanning a block scalar", _BLOCK),
    ("document start", _MORE),
    ("directive", _DIRECTIVE),
)


def in_plain_words(error: yaml.YAMLError, text: str) -> tuple[str, str, int, int]:
    """Give what is wrong, what was expected, and the line and column of it, both from 0."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return "a character that YAML does not know", "characters that can be seen", 0, 0
    mark, start = error.problem_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = f"{error.problem or ''} {error.context or ''}".strip()
    if "cannot start any token" in problem:
        wrong = _character(text, line, column)
        if wrong != "\t":
            return f"{quoted(wrong)} cannot begin a value", "quotes around a text that begins with it", line, column
        return _TAB.message, _TAB.expected, line, column
    for fragment, words in _KNOWN:
        if fragment in problem:
            if words.from_start and start:
                line, column = start.line, start.column
            return words.message, words.expected, line, column
    return f"this is not YAML ({quoted(problem)})", "a field, a colon, a space and the value", line, column


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line][column : column + 1] if line < len(lines) else ""
