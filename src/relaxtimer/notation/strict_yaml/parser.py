"""The parser behind the strict reader: the C one, or the one in Python where PyYAML was built without it."""

from __future__ import annotations

from typing import Protocol

import yaml
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import Token


class EventParser(Protocol):
    """What both parsers do: give the next event or token, raising `yaml.YAMLError` where there is none."""

    def get_event(self) -> Event | None:
        """Give the next event."""
        ...

    def get_token(self) -> Token | None:
        """Give the next token; of a parser that has given no event."""
        ...


class PurePythonParser(Reader, Scanner, Parser):
    """Text -> events without the C library, some ten times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def parser_of(text: str, *, pure_python: bool = False) -> EventParser:
    """Make the fastest parser that there is."""
    if pure_python or not yaml.__with_libyaml__:
        return PurePythonParser(text)
    from yaml._yaml import CParser  # noqa: PLC0415 - not there on every machine

    return CParser(text)
