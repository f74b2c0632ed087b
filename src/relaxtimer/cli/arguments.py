"""The commands, and how their words are read: the contract with scripts and fingers."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from relaxtimer import __version__
from relaxtimer.cli.options import OPTIONS

DEFAULT_WIDTH = 80
# The commands that have `--voice`.
_SPEAKING = frozenset({"", "run", "render", "sound-test"})


class Command:
    """A command: what it does in one line, and what runs it (`module:function`)."""

    __slots__ = ("runs", "words")

    def __init__(self, words: str, runs: str) -> None:
        self.words = words
        self.runs = runs


COMMANDS = {
    "run": Command("do a routine", "relaxtimer.cli.run:run"),
    "list": Command("the routines, with length, equipment and positions", "relaxtimer.cli.list:list_routines"),
    "show": Command("a routine as it will run, with clock times", "relaxtimer.cli.show:show"),
    "check": Command("every mistake and every doubt in a routine file", "relaxtimer.cli.check:check"),
    "preview": Command("a routine while you write it, anew after each save", "relaxtimer.cli.preview:preview"),
    "new": Command("a commented file to start a routine of your own from", "relaxtimer.cli.new:new"),
    "history": Command("what was done, the latest first", "relaxtimer.cli.history:history"),
    "stats": Command("the weeks in numbers: practice, pain before and after", "relaxtimer.cli.stats:stats"),
    "today": Command("what today holds in your plan, and starts it", "relaxtimer.cli.today:today"),
    "plan": Command("the weeks of your plan", "relaxtimer.cli.plan:plan"),
    "remind": Command("a reminder, printed or installed", "relaxtimer.cli.remind:remind"),
    "export": Command("the record as JSON or CSV", "relaxtimer.cli.export:export"),
    "import": Command("what was exported, into the record", "relaxtimer.cli.importing:import_record"),
    "forget": Command("one session, or everything recorded", "relaxtimer.cli.forget:forget"),
    "backup": Command("a copy of the record", "relaxtimer.cli.backup:backup"),
    "safety": Command("warning signs and conditions: what is safe for you", "relaxtimer.cli.safety:safety"),
    "render": Command("a routine as a sound file", "relaxtimer.cli.render:render_routine"),
    "figure": Command("how an exercise is done, as a moving figure", "relaxtimer.cli.figure:figure"),
    "voices": Command("what can speak here, and with which voices", "relaxtimer.cli.voices:voices"),
    "settings": Command("where your settings are; --new begins a file", "relaxtimer.cli.settings:settings"),
    "sound-test": Command("every sound and a sentence: are they heard?", "relaxtimer.cli.sound_test:sound_test"),
    "completion": Command(
        "what makes your shell complete routines and options", "relaxtimer.cli.completion:completion"
    ),
    "doctor": Command("what works here, what does not, and the fix", "relaxtimer.cli.doctor:doctor"),
    "schema": Command("the JSON Schema of the routine file, for editors", "relaxtimer.cli.schema:schema"),
    "": Command("the library, or with a ROUTINE the same as run", "relaxtimer.cli.run:library_or_run"),
}


class _Wide(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, found out without the module that argparse would load for it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width() - 2)


def _width() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or DEFAULT_WIDTH
    except (AttributeError, ValueError, OSError):
        return DEFAULT_WIDTH


_DESCRIPTION = "Guided self-massage, easy movement, stretches and breathing for a stiff lower back."
_WITHOUT = "\n\nWithout a routine: the library, to pick one from.\n\ncommands (COMMAND --help tells more):\n"
_EPILOG = "General self-care guidance, not medical advice. If in doubt, ask a clinician."


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; `command` is the command, empty for none.

    Exits with status 2 and a message where they are wrong.
    """
    command = arguments[0] if arguments and arguments[0] in COMMANDS and arguments[0] else ""
    rest = arguments[1:] if command else arguments
    if not command and set(arguments) & {"-h", "--help"}:
        _help().parse_args(["--help"])
    parser = argparse.ArgumentParser(
        prog=f"relaxtimer {command}".strip(),
        description=_sentence(COMMANDS[command].words),
        formatter_class=_Wide,
        allow_abbrev=False,
    )
    if set(rest) & {"-h", "--help"}:
        from relaxtimer.cli.manual import about, examples

        parser.description = about(command, _sentence(COMMANDS[command].words), _width() - 2)
        parser.epilog = examples(command, _width() - 2)
    if not command:
        parser.add_argument("--version", action="version", version=f"relaxtimer {__version__}")
    OPTIONS[command](parser)
    speaking = rest if command in _SPEAKING else ()
    options = argparse.Namespace()
    others: list[str] = []
    # argparse would refuse a name given like this without a word about voices.
    names_voice = any(each.startswith("--voice=") for each in speaking)
    if not names_voice:
        options, others = parser.parse_known_args(rest)
    if names_voice or others:
        from relaxtimer.cli.voice_name import refusal

        parser.error(refusal(others, speaking))
    options.command = command
    return options


def _help() -> argparse.ArgumentParser:
    column = max(map(len, COMMANDS)) + 2
    lines = "\n".join(f"  {name:{column}}{command.words}" for name, command in COMMANDS.items() if name)
    parser = argparse.ArgumentParser(
        prog="relaxtimer",
        usage="relaxtimer [ROUTINE] [OPTION ...]\n       relaxtimer COMMAND [OPTION ...]",
        description=_DESCRIPTION + _WITHOUT + lines,
        epilog=_EPILOG,
        formatter_class=_Wide,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"relaxtimer {__version__}")
    OPTIONS[""](parser)
    return parser


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}{'' if words.endswith('?') else '.'}"
