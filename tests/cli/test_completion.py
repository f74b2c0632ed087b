"""Completion: what a word may go on to be, and the scripts that ask for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.arguments import COMMANDS
from relaxtimer.cli.candidates import candidates
from tests.conftest import need


def words(*line: str) -> list[str]:
    *before, word = line
    return [each for each, _ in candidates(before, word)]


def test_the_first_word_is_a_command_or_a_routine(home: Path) -> None:
    (home / "routines").mkdir()
    (home / "routines" / "my-evening.yaml").write_text("")
    assert {"list", "lower-back", "my-evening"} <= set(words(""))
    assert words("my-") == ["my-evening"]
    assert set(COMMANDS) - {""} <= set(words(""))


@pytest.mark.usefixtures("home")
def test_a_word_goes_on_to_what_may_stand_in_its_place() -> None:
    assert words("run", "box") == ["box-breathing"]
    assert words("figure", "cat-") == ["cat-camel"]
    assert words("lower-back", "--profile", "b") == ["bells"]
    assert words("lower-back", "--speed", "") == []
    assert "--no-voice" in words("lower-back", "--no")
    assert words("lower-back", "low") == []
    assert "lower-back" in words("--speed", "2", "lower")
    assert "lower-back" in words("check", "box-breathing", "lower")
    assert words("new", "") == []
    assert set(words("completion", "")) == {"bash", "zsh", "fish"}


@pytest.mark.usefixtures("home")
def test_an_option_goes_on_to_what_it_can_be() -> None:
    assert words("list", "--position", "s") == ["standing", "sitting", "supine", "side-lying"]
    assert {"none", "tennis ball"} <= set(words("list", "--equipment", ""))
    assert words("list", "--tag", "lower") == ["lower-back"]
    assert words("history", "--routine", "box") == ["box-breathing"]
    assert words("safety", "--conditions", "kn") == ["knee"]
    assert words("safety", "--conditions", "bleed,kn") == ["bleed,knee"]
    assert words("safety", "--conditions", "knee,kn") == []
    steps = candidates(["lower-back", "--from"], "")
    assert steps[0] == ("1", "Long-exhale breathing")
    assert len(steps) == 11
    assert words("show", "lower-back", "--from", "1") == ["1", "10", "11"]
    assert words("run", "no-such-routine", "--from", "") == []
    assert words("today", "--from", "") == []


@pytest.mark.usefixtures("home")
def test_what_is_for_the_scripts_alone_is_not_offered() -> None:
    assert "--complete" not in words("completion", "--")


def test_a_file_whose_name_would_be_an_option_is_not_offered(home: Path) -> None:
    (home / "routines").mkdir()
    (home / "routines" / "--speed.yaml").write_text("")
    assert not [word for word in words("run", "") if word.startswith("-")]


@pytest.mark.usefixtures("home")
def test_each_option_says_what_it_is_for() -> None:
    assert all(about for name, about in candidates(["run"], "--") if name != "--help")


@pytest.mark.usefixtures("home")
def test_the_program_answers_in_lines_with_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash", "--complete", "2", "relaxtimer", "show", "box"]) == 0
    assert capsys.readouterr().out == "box-breathing\ta routine\n"
    assert main(["completion", "bash", "--complete", "1", "relaxtimer"]) == 0
    assert "lower-back\ta routine\n" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["x"]])
def test_without_a_place_there_is_nothing_to_complete(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash", "--complete", *words]) == 2
    assert "takes the place of a word" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert f"relaxtimer completion {shell} --complete" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="bash is of other systems")
def test_bash_completes(home: Path) -> None:
    need(shutil.which("bash"), "needs bash")
    bin_folder = home / "bin"
    bin_folder.mkdir()
    program = bin_folder / "relaxtimer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m relaxtimer "$@"\n')
    program.chmod(0o755)
    script = 'eval "$(relaxtimer completion bash)"; COMP_WORDS=(relaxtimer run box); COMP_CWORD=2; _relaxtimer'
    routines = home / "routines"
    routines.mkdir()
    for name in ("boxes $(touch stolen)", "box*", "box;id"):
        (routines / f"{name}.yaml").write_text("")
    (routines / "box\x1b[2J.yaml").write_text("")
    environment = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", f'{script}; printf "%s\\n" "${{COMPREPLY[@]}}"'],  # noqa: S607 - the bash of the machine
        env=environment, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    # What a shell would act on is quoted, and what would steer the terminal is not offered.
    assert done.stdout.splitlines() == [r"box\*", "box-breathing", r"box\;id", r"boxes\ \$\(touch\ stolen\)"]
