from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main


def test_a_new_routine_is_written_and_what_to_do_next_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "my-evening"]) == 0
    path = home / "routines" / "my-evening.yaml"
    assert capsys.readouterr().out == (
        f"Written: {path}\nChange it in any editor, then:\n  relaxtimer check my-evening\n  relaxtimer my-evening\n"
    )
    assert path.read_text(encoding="utf-8").startswith("# My evening: ")
    assert main(["check", "my-evening"]) == 0
    assert capsys.readouterr().out == "1 file: no mistakes, no doubts\n"
    assert main(["show", "my-evening"]) == 0


@pytest.mark.parametrize("existing", ["mine.yaml", "mine.yml"])
def test_a_file_that_is_there_is_never_written_over(
    existing: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "routines" / existing
    path.parent.mkdir()
    path.write_text("mine")
    assert main(["new", "mine"]) == 1
    assert capsys.readouterr().err == f"relaxtimer: {path} is there already; it is left as it is\n"
    assert [each.name for each in path.parent.iterdir()] == [existing]
    assert path.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_followed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "routines").mkdir()
    (home / "routines" / "mine.yaml").symlink_to(home / "elsewhere")
    assert main(["new", "mine"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert not (home / "elsewhere").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("my evening", "; did you mean my-evening?"),
        ("../outside", "; did you mean outside?"),
        ("mine.yaml", "; did you mean mine?"),
        ("nul", "; did you mean my-nul?"),
        ("\x1b[2J", "'\\x1b[2J' is not letters, digits and hyphens alone; did you mean 2J?"),
        ("", "the name '' is not letters, digits and hyphens alone\n"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused_with_the_nearest(
    name: str, said: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", name]) == 2
    assert said in capsys.readouterr().err
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("home")
def test_a_name_of_a_bundled_routine_is_allowed_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "lower-back"]) == 0
    assert "It takes the place of the bundled routine lower-back" in capsys.readouterr().out


@pytest.mark.usefixtures("home")
def test_a_routine_with_the_name_of_a_command_is_run_by_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "list"]) == 0
    assert capsys.readouterr().out.endswith("  relaxtimer run list\n")


def test_a_folder_that_cannot_be_made_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "routines").write_text("in the way")
    assert main(["new", "mine"]) == 1
    assert f"{home}/routines/mine.yaml cannot be written: " in capsys.readouterr().err
