from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from relaxtimer import __version__
from relaxtimer.cli.arguments import COMMANDS, parse
from relaxtimer.cli.options import OPTIONS
from tests.sound.voice.engines import need_espeak_library


def test_a_routine_without_a_command_is_run() -> None:
    bare, named = parse(["lower-back", "--mute"]), parse(["run", "lower-back", "--mute"])
    assert (
        (bare.routine, bare.mute, bare.plain) == (named.routine, named.mute, named.plain) == ("lower-back", True, False)
    )


def test_options_may_stand_before_the_routine() -> None:
    assert parse(["--speed", "2.5", "lower-back"]).speed == Fraction(5, 2)


def test_nothing_at_all_opens_the_library() -> None:
    options = parse([])
    assert (options.command, options.routine) == ("", None)


def test_everything_of_a_session_can_be_said() -> None:
    options = parse(
        [
            "lower-back",
            "--plain",
            "--minutes",
            "8",
            "--volume",
            "30",
            "--no-voice",
            "--sound-output",
            "none",
            "--from",
            "3",
            "--first-side",
            "right",
            "--speed",
            "0.1",
            "--no-checkin",
        ]
    )
    assert (options.minutes, options.volume, options.voice) == (8, 30, False)
    assert (options.sound_output, options.from_step, options.first_side) == ("none", "3", "right")
    assert options.no_checkin


@pytest.mark.parametrize(
    "wrong",
    [
        ["lower-back", "--speed", "0"],
        ["lower-back", "--speed", "1000.1"],
        ["lower-back", "--speed", "nan"],
        ["lower-back", "--minutes", "-3"],
        ["lower-back", "--minutes", "inf"],
        ["lower-back", "--minutes", "361"],
        ["lower-back", "--volume", "101"],
        ["lower-back", "--volume", "1.5"],
        ["lower-back", "--sound-output", "radio"],
        ["lower-back", "--spee", "2"],
        ["lower-back", "another"],
        ["run"],
        ["check"],
        ["new"],
        ["schema", "extra"],
    ],
)
def test_wrong_usage_ends_with_status_two_and_says_what_was_expected(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(wrong)
    assert ended.value.code == 2
    assert "error: " in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"  {name}" in said and command.words in said for name, command in COMMANDS.items() if name)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name])
def test_each_command_has_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([name, "--help"])
    assert ended.value.code == 0
    assert f"usage: relaxtimer {name}" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--version"])
    assert capsys.readouterr().out == f"relaxtimer {__version__}\n"


@pytest.mark.parametrize("command", ["", "run", "show", "render"])
def test_minutes_are_fitted_to_and_not_a_limit(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([command, "--help"] if command else ["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert re.search(r"fit(ted| the routine) to N minutes", said)
    assert "at most N minutes" not in said


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "arguments",
    [
        ["lower-back", "--voice", "Scotlnd"],
        ["lower-back", "--voice=Scotlnd"],
        ["--voice", "Scotlnd", "lower-back"],
        ["render", "lower-back", "-o", "a.wav", "--voice", "Scotlnd"],
    ],
)
def test_a_voice_behind_the_option_that_takes_none_is_told_with_the_nearest_names(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    need_espeak_library()
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert '--voice takes no name, and is followed by "Scotlnd". No voice here is called that; the nearest: ' in told
    assert '"English (Scotland)"' in told
    assert "`relaxtimer voices` lists all; `name:` under `voice:` in " in told


def test_a_voice_that_is_there_is_told_where_it_is_chosen(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    need_espeak_library()
    # Whatever is wrong in the settings is not what was asked about.
    (home / "settings.yaml").write_text("voise: {}\n")
    with pytest.raises(SystemExit):
        parse(["lower-back", "--voice", "english (scotland)"])
    told = capsys.readouterr().err
    assert 'There is a voice "English (Scotland)".' in told
    assert f"in {home}/settings.yaml chooses one." in told


def test_what_has_no_meaning_is_told_whatever_else_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["lower-back", "nonsense"],
        ["lower-back", "nonsense", "--voice", "--mute"],
        ["list", "--voice=x"],
    ):
        with pytest.raises(SystemExit):
            parse(arguments)
        assert "unrecognized arguments: " in capsys.readouterr().err


def test_every_command_has_options_and_all_options_a_command() -> None:
    assert set(OPTIONS) == set(COMMANDS)
