"""What a word on the command line may go on to be. Found in the very tables that the command line is read with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from relaxtimer.cli.arguments import COMMANDS
from relaxtimer.cli.options import OPTIONS
from relaxtimer.core.body import Position
from relaxtimer.core.conditions import Condition
from relaxtimer.notation.mistakes import FileMistakes

if TYPE_CHECKING:
    from relaxtimer.library.listing import Facts

Candidate = tuple[str, str]


def candidates(before: Sequence[str], word: str) -> list[Candidate]:
    """Give what may stand in place of a word after others, without the program's name, each with a line about it."""
    command = before[0] if before and before[0] in COMMANDS else ""
    given = list(before[1:] if command else before)
    parser = argparse.ArgumentParser(add_help=True)
    OPTIONS[command](parser)
    option = _option_of(parser, given[-1]) if given else None
    if option is not None and option.nargs != 0:
        found: Iterator[Candidate] = _values(option, word, _routine_in(parser, given, command))
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


def _values(option: argparse.Action, word: str, routine: str) -> Iterator[Candidate]:
    """Give what an option can be: what it lists itself, or what the person's own files have of it."""
    if option.choices:
        yield from ((str(choice), "") for choice in option.choices)
        return
    match option.dest:
        case "position":
            yield from ((position.value, position.words) for position in Position)
        case "equipment":
            yield from (
                ("none", "nothing at all"),
                *((each, "") for each in _of_routines(lambda facts: facts.equipment)),
            )
        case "tag":
            yield from ((each, "") for each in _of_routines(lambda facts: facts.tags))
        case "routine":
            yield from _routines()
        case "conditions":
            yield from _conditions(word)
        case "from_step" if routine:
            yield from _steps(routine)


def _of_routines(what: Callable[[Facts], tuple[str, ...]]) -> list[str]:
    from relaxtimer.library.library import Library

    return sorted({each for listed in Library().listing().routines for each in what(listed.facts)})


def _conditions(word: str) -> Iterator[Candidate]:
    """Give the codes that may come next, after those that are there already with commas between them."""
    before, comma, _ = word.rpartition(",")
    yield from (("none", "none of them"),) if not comma else ()
    there = before.split(",")
    yield from ((f"{before}{comma}{each}", each.words) for each in Condition if each.value not in there)


def _steps(routine: str) -> Iterator[Candidate]:
    from relaxtimer.library.library import Library, LibraryError

    with suppress(LibraryError, FileMistakes):
        steps = Library().routine(routine).routine.steps
        yield from ((str(number), step.name) for number, step in enumerate(steps, 1))


def _routine_in(parser: argparse.ArgumentParser, given: Sequence[str], command: str) -> str:
    return _placed(parser, given) if command in {"", "run", "show"} else ""


def _placed(parser: argparse.ArgumentParser, given: Sequence[str]) -> str:
    """Give the one word that has a place of its own, where it is there already."""
    taken = False
    for word in given:
        if taken:
            taken = False
        elif word.startswith("-"):
            option = _option_of(parser, word)
            taken = option is not None and option.nargs != 0
        else:
            return word
    return ""


def _routines() -> Iterator[Candidate]:
    from relaxtimer.library.shelves import Shelves

    for name in sorted(Shelves().names):
        yield name, "a routine"


def _exercises() -> Iterator[Candidate]:
    from relaxtimer.library.library import Library

    for name in sorted(Library().exercises.ids()):
        yield name, "an exercise"
