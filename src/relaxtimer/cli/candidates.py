"""What a word on the command line may go on to be. Found in the very tables that the command line is read with."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from relaxtimer.cli.arguments import COMMANDS

Candidate = tuple[str, str]


def candidates(before: Sequence[str], word: str) -> list[Candidate]:
    """Give what may stand in place of a word after others, without the program's name, each with a line about it."""
    command = before[0] if before and before[0] in COMMANDS else ""
    given = list(before[1:] if command else before)
    parser = argparse.ArgumentParser(add_help=True)
    COMMANDS[command].add(parser)
    option = _option_of(parser, given[-1]) if given else None
    if option is not None and option.nargs != 0:
        found: Iterator[Candidate] = ((str(choice), "") for choice in option.choices or ())
    elif word.startswith("-"):
        found = _options(parser)
    else:
        found = _words(parser, command, given)
    # What a shell would take for an option or could not show is typed by whoever wants it.
    return [each for each in found if each[0].startswith(word) and each[0].isprintable() and not _hidden(each, word)]


def _hidden(candidate: Candidate, word: str) -> bool:
    return candidate[0].startswith("-") and not word.startswith("-")


def _option_of(parser: argparse.ArgumentParser, word: str) -> argparse.Action | None:
    return next((action for action in parser._actions if word in action.option_strings), None)  # noqa: SLF001 - argparse has no other way to ask


def _options(parser: argparse.ArgumentParser) -> Iterator[Candidate]:
    for action in parser._actions:  # noqa: SLF001 - as above
        for name in action.option_strings:
            if name.startswith("--") and action.help != argparse.SUPPRESS:
                yield name, action.help or ""


def _words(parser: argparse.ArgumentParser, command: str, given: Sequence[str]) -> Iterator[Candidate]:
    if not command and not given:
        yield from ((name, each.words) for name, each in COMMANDS.items() if name)
    places = [action for action in parser._actions if not action.option_strings]  # noqa: SLF001 - as above
    if not places:
        return
    action = places[0]
    if action.choices:
        yield from ((str(choice), "") for choice in action.choices)
    elif action.dest in {"routine", "files"} and (action.nargs in {"+", "*"} or not _placed(parser, given)):
        yield from _routines()
    elif action.dest == "exercises":
        yield from _exercises()


def _placed(parser: argparse.ArgumentParser, given: Sequence[str]) -> bool:
    """Tell whether the one word that has a place of its own is there already."""
    taken = False
    for word in given:
        if taken:
            taken = False
        elif word.startswith("-"):
            option = _option_of(parser, word)
            taken = option is not None and option.nargs != 0
        else:
            return True
    return False


def _routines() -> Iterator[Candidate]:
    from relaxtimer.library.shelves import Shelves

    for name in sorted(Shelves().names):
        yield name, "a routine"


def _exercises() -> Iterator[Candidate]:
    from relaxtimer.library.library import Library

    for name in sorted(Library().exercises.ids()):
        yield name, "an exercise"
