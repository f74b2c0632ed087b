"""The quote that was never closed, found where the next one closed it and what follows fits nowhere."""

from __future__ import annotations

import re

import yaml
from yaml.tokens import ScalarToken

from relaxtimer.notation.mistakes import Place
from relaxtimer.notation.strict_yaml.parser import parser_of

# What stands on a line before a quote that was meant to open: nothing, a space or a bracket last. Or a field, and words
# with an apostrophe among them.
_OPENS = re.compile(r"(?:.*[\s\[{])?|\s*(?:- +)*[\w-]+: .*")


def unclosed_before(text: str, number: int, column: int, line: str, *, pure_python: bool = False) -> Place | None:
    """Give where a quote opened that was closed by one meant to open: before a place, on the line of that number.

    Number and column count from 0; `line` is that line. `None` where there is no such quote.
    """
    parser = parser_of(text, pure_python=pure_python)
    found: ScalarToken | None = None
    try:
        while (token := parser.get_token()) is not None:
            if (token.start_mark.line, token.start_mark.column) >= (number, column):
                break
            if isinstance(token, ScalarToken) and token.style in {"'", '"'} and token.end_mark.line == number:
                found = token if token.start_mark.line < number else found
    except yaml.YAMLError:  # what stands at the place is no token: what was found before it counts
        pass
    if found is None or not _closed_by_an_opening_one(line, found.end_mark.column):
        return None
    return Place(found.start_mark.line + 1, found.start_mark.column + 1)


def _closed_by_an_opening_one(line: str, end: int) -> bool:
    return _OPENS.fullmatch(line[: end - 1]) is not None and not line[end:].startswith(":")
