"""The options of each command."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from relaxtimer.cli.values import count, minutes, speed, time_of_day, volume, weekdays
from relaxtimer.core.body import Position, Side

SOUND_OUTPUTS = ("auto", "miniaudio", "simpleaudio", "bell", "none")
BEDS = ("none", "brown", "pink", "rain", "stream")
FIGURES = ("auto", "quadrants", "half", "braille", "off")
THEMES = ("calm", "dusk", "day", "contrast", "terminal")
PROFILES = ("soft", "clear", "bells", "ticks", "silent")


def _routine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a name from the list, or a path to a file")


def _first_side(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--first-side",
        choices=[side.value for side in Side],
        help="the side to start with; without it, the one that did not go first the last time",
    )


def _theme(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", choices=THEMES, help="the colours of the screen; terminal: the terminal's own")


def _heard(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", choices=PROFILES, help="the sounds, where the routine does not name others")
    parser.add_argument("--bed", choices=BEDS, help="an ambience under it all")


def _session(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help="lines of text instead of the screen: for screen readers and pipes"
    )
    parser.add_argument("--minutes", type=minutes, metavar="N", help="fit the routine to N minutes")
    parser.add_argument("--mute", action="store_true", help="start with the sound off")
    parser.add_argument("--volume", type=volume, metavar="0..100", help="how loud")
    parser.add_argument("--voice", action=argparse.BooleanOptionalAction, help="speak the words")
    _heard(parser)
    parser.add_argument("--sound-output", choices=SOUND_OUTPUTS, help="what makes the sound")
    parser.add_argument("--figures", choices=FIGURES, help="how figures are drawn on the screen, or off")
    _theme(parser)
    parser.add_argument("--calm", action="store_true", help="nothing on the screen moves but the digits")
    parser.add_argument(
        "--from", dest="from_step", metavar="STEP", help="start at a step: its number, name or exercise"
    )
    _first_side(parser)
    parser.add_argument("--speed", type=speed, default=1, metavar="X", help="rehearse X times as fast (0.1 to 1000)")
    parser.add_argument("--no-checkin", action="store_true", help="ask nothing before and after")


def _render(parser: argparse.ArgumentParser) -> None:
    _routine(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="where to: .wav, .flac, .ogg, .opus or .mp3"
    )
    parser.add_argument("--minutes", type=minutes, metavar="N", help="fit the routine to N minutes")
    _first_side(parser)
    parser.add_argument("--volume", type=volume, metavar="0..100", help="how loud")
    parser.add_argument("--voice", action=argparse.BooleanOptionalAction, help="speak the words")
    _heard(parser)


def _sound_test(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--volume", type=volume, metavar="0..100", help="how loud")
    parser.add_argument("--voice", action=argparse.BooleanOptionalAction, help="speak a sentence")
    _heard(parser)
    parser.add_argument("--sound-output", choices=SOUND_OUTPUTS, help="what makes the sound")


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a JSON object, for programs")


def _figure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="the id of an exercise")
    parser.add_argument("--left", action="store_true", help="for the left side")
    parser.add_argument("--figures", choices=FIGURES, help="how it is drawn")
    _theme(parser)
    parser.add_argument("--svg", metavar="FILE", help="draw its frames into files, as SVG")
    parser.add_argument("--png", metavar="FILE", help="draw its frames into files, as PNG")
    parser.add_argument(
        "--sheet", metavar="FILE", help="draw a contact sheet (.svg or .png) of the exercises named, or of all"
    )
    parser.add_argument("--light", action="store_true", help="files on light paper")


def _run(parser: argparse.ArgumentParser) -> None:
    _routine(parser)
    _session(parser)


def _library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", nargs="?", metavar="ROUTINE", help="a name from the list, or a path to a file")
    _session(parser)


def _preview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="FILE", help="a path to a file, or a name from the list")
    parser.add_argument("--figures", choices=FIGURES, help="how figures are drawn, or off")
    _theme(parser)
    parser.add_argument("--calm", action="store_true", help="figures do not move")
    nothing = {"minutes": None, "from_step": None, "first_side": None, "speed": 1, "mute": True, "volume": None}
    parser.set_defaults(**nothing, voice=False, profile=None, bed=None, sound_output="none")


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a JSON array, for programs")
    parser.add_argument("--minutes", type=minutes, metavar="N", help="those that can be done in N minutes")
    parser.add_argument("--position", action="append", metavar="P", help=f"those done in this position: {_positions()}")
    parser.add_argument(
        "--equipment", action="append", metavar="E", help="those that need no more than this; 'none' for nothing"
    )
    parser.add_argument("--tag", action="append", metavar="T", help="those with this tag")
    parser.add_argument("--exercises", action="store_true", help="the exercises a routine can name, instead")


def _show(parser: argparse.ArgumentParser) -> None:
    _routine(parser)
    parser.add_argument("--json", action="store_true", help="a JSON object, for programs")
    parser.add_argument("--minutes", type=minutes, metavar="N", help="fitted to N minutes")
    _first_side(parser)
    parser.add_argument("--from", dest="from_step", metavar="STEP", help="from a step on: its number, name or exercise")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a routine or exercise file")
    parser.add_argument("--json", action="store_true", help="a JSON object, for programs")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="letters, digits and hyphens: the name to run it by")


def _schema(parser: argparse.ArgumentParser) -> None:
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--exercises", action="store_true", help="that of a file of exercises instead")
    other.add_argument("--plans", action="store_true", help="that of a plan instead")


def _voices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a JSON object, for programs")


def _history(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--routine", metavar="ROUTINE", help="only sessions of this routine")
    parser.add_argument("--plain", action="store_true", help="a table instead of the screen")
    _theme(parser)
    parser.add_argument("--most", type=count, default=30, metavar="N", help="at most so many (30)")
    parser.add_argument("--json", action="store_true", help="a JSON array, for programs")


def _stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a JSON object, for programs")


def _plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="PLAN", help="a plan by its name, or a path to a file")
    parser.add_argument("--begin", action="store_true", help="follow it from today on")
    parser.add_argument("--stop", action="store_true", help="follow no plan any more")


def _today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--show", action="store_true", help="tell only, and start nothing")
    parser.add_argument("--json", action="store_true", help="a JSON object, for programs")
    _session(parser)


def _remind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", type=time_of_day, default=(12, 30), metavar="TIME", help="when: 12:30 unless told")
    parser.add_argument("--days", type=weekdays, default=(0, 1, 2, 3, 4), metavar="DAYS", help="mon-fri unless told")
    parser.add_argument(
        "--as", dest="kind", choices=("systemd", "launchd", "cron", "ics"), help="how, where not as the platform does"
    )
    parser.add_argument("--install", action="store_true", help="install it, rather than print it")
    parser.add_argument("--remove", action="store_true", help="take away what was installed")
    parser.add_argument("--now", action="store_true", help="remind now: this is what the platform runs")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("csv", "json"), default="json", help="json: everything; csv: the sessions")
    parser.add_argument("--output", "-o", metavar="FILE", help="where to; without it, to standard output")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="what `relaxtimer export` wrote as JSON")


def _forget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", type=count, metavar="NO", help="a session, by its number in the history")
    parser.add_argument("--all", action="store_true", help="everything that was recorded and answered")
    parser.add_argument("--yes", action="store_true", help="do not ask whether you are sure")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", "-o", metavar="FILE", help="where to; without it, beside the record")


def _safety(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plain", action="store_true", help="lines of text instead of the screen")
    _theme(parser)
    parser.add_argument(
        "--conditions", metavar="CODES", help="have these hold from now on, such as bleed,knee; 'none' for none"
    )


def _settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new", action="store_true", help="write a file of them, each with its default as a note")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", nargs="?", choices=("bash", "zsh", "fish"), default="bash", help="which shell")
    # The place of the word that is typed, and all words: whatever they look like.
    parser.add_argument("--complete", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def _positions() -> str:
    return ", ".join(position.value for position in Position)


Adds = Callable[[argparse.ArgumentParser], None]

# What adds its options to the parser of a command, by its name; "": of the library, or of a routine without a command.
OPTIONS: dict[str, Adds] = {
    "run": _run,
    "list": _list,
    "show": _show,
    "check": _check,
    "preview": _preview,
    "new": _new,
    "history": _history,
    "stats": _stats,
    "today": _today,
    "plan": _plan,
    "remind": _remind,
    "export": _export,
    "import": _import,
    "forget": _forget,
    "backup": _backup,
    "safety": _safety,
    "render": _render,
    "figure": _figure,
    "voices": _voices,
    "settings": _settings,
    "sound-test": _sound_test,
    "completion": _completion,
    "doctor": _doctor,
    "schema": _schema,
    "": _library,
}
