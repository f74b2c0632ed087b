"""`relaxtimer figure`, as it is called."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.seating import seated
from relaxtimer.figure.figure import PropKind
from relaxtimer.settings.settings import CHAIR, WHEELCHAIR
from tests.core.making import step
from tests.figure.all_figures import all_figures

_SVG = "{http://www.w3.org/2000/svg}"


def test_a_figure_is_lines_of_text_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "cat-camel"]) == 0
    words, _, drawn = capsys.readouterr().out.partition("\n\n")
    name, position, *sentences = words.splitlines()
    assert (name, position) == ("Cat and camel", "On hands and knees.")
    assert len(sentences) > 1
    lines = drawn.splitlines()
    assert len(lines) > 5
    assert all(character == " " or "\u2800" <= character <= "\u28ff" for line in lines for character in line)


def test_the_left_side_is_the_mirror_image_of_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    main(["figure", "single-knee-hug"])
    right = capsys.readouterr().out
    main(["figure", "single-knee-hug", "--left"])
    assert capsys.readouterr().out != right


def test_a_misspelt_exercise_is_told_with_the_one_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "cat-camle"]) == 2
    assert "there is no exercise 'cat-camle'; did you mean cat-camel?" in capsys.readouterr().err


def test_an_exercise_is_named_unless_a_sheet_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure"]) == 2
    assert main(["figure", "cat-camel", "clam"]) == 2
    assert "figure takes one exercise" in capsys.readouterr().err


def test_frames_are_drawn_into_files_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", "cat-camel", "--svg", str(tmp_path / "cat.svg"), "--png", str(tmp_path / "cat.png")]) == 0
    names = ["cat-1.svg", "cat-2.svg", "cat-1.png", "cat-2.png"]
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / name) for name in names]
    assert ET.parse(tmp_path / "cat-1.svg").getroot().tag == f"{_SVG}svg"  # noqa: S314 - our own
    assert (tmp_path / "cat-2.png").read_bytes().startswith(b"\x89PNG")


def test_a_sheet_has_every_exercise_that_was_asked_for_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "some.svg"
    assert main(["figure", "--sheet", str(file), "cat-camel", "clam"]) == 0
    words = [text.text for text in ET.parse(file).getroot().iter(f"{_SVG}text")]  # noqa: S314 - our own
    assert words == ["Cat and camel", "Clam"]


@pytest.mark.parametrize("options", [["--light"], []])
def test_a_sheet_may_be_pixels(tmp_path: Path, options: list[str]) -> None:
    file = tmp_path / "some.png"
    assert main(["figure", "--sheet", str(file), "cat-camel", *options]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--sheet", "sheet.gif"], "the name of a sheet ends in .svg or .png; sheet.gif has '.gif'"),
        (["--sheet", "sheet"], "sheet has no suffix"),
        (["cat-camel", "--svg", "cat.jpg"], "ends in .svg or .png, not as cat.jpg does"),
        (["cat-camel", "--svg", "nowhere/cat.svg"], "cannot be written: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_drawn_is_told(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["figure", *arguments]) in {1, 2}
    assert told in capsys.readouterr().err


def test_an_exercise_without_a_figure_says_how_one_is_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / "routines" / "exercises"
    folder.mkdir(parents=True)
    exercise = "  mine:\n    name: Mine\n    kind: stretch\n    position: standing\n    work: 20s\n"
    (folder / "mine.yaml").write_text(f"format: 1\nexercises:\n{exercise}", encoding="utf-8")
    assert main(["figure", "mine"]) == 1
    assert "the exercise mine has no figure" in capsys.readouterr().err


def test_a_wheelchair_is_shown_where_the_settings_ask_for_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["figure", "box-breathing"])
    on_a_stool = capsys.readouterr().out
    (home / "settings.yaml").write_text("screen: {seat: wheelchair}\n")
    main(["figure", "box-breathing"])
    assert capsys.readouterr().out != on_a_stool


def test_a_session_shows_whoever_sits_in_the_same_wheelchair_each_time() -> None:
    sit = step("Sit")
    figure = all_figures()["box-breathing"]
    found = seated(lambda _: figure, WHEELCHAIR)
    shown = found(sit)
    assert shown is found(sit)
    assert shown is not None
    assert [prop.kind for prop in shown.props] == [PropKind.WHEELCHAIR]
    assert seated(lambda _: None, WHEELCHAIR)(sit) is None
    assert seated(lambda _: figure, CHAIR)(sit) is figure
