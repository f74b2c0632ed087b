from __future__ import annotations

import os
from pathlib import Path

import pytest

from relaxtimer import resources
from relaxtimer.folders import folders
from relaxtimer.library import shelves as shelves_module
from relaxtimer.library.library import Library, LibraryError
from relaxtimer.library.listing import BUNDLED, YOURS
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import FileMistakes, Place
from tests.conftest import need
from tests.library.folders import routine_text, write_exercises, write_routine


def refusal(name: str) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        Library().routine(name)
    return caught.value


@pytest.mark.usefixtures("home")
def test_a_bundled_routine_is_read_by_its_name() -> None:
    found = Library().routine("lower-back")
    assert (found.routine.id, found.origin) == ("lower-back", BUNDLED)
    assert len(found.places) == len(found.routine.steps) == 11


def test_a_routine_of_ones_own_comes_before_the_bundled_one(home: Path) -> None:
    path = write_routine(home, "lower-back.yaml")
    found = Library().routine("lower-back")
    assert (found.routine.name, found.origin, found.path) == ("Mine", YOURS, path)
    assert found.places == (Place(4, 5),)


def test_a_file_is_read_by_its_path_from_anywhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_routine(home, "mine.yaml")
    other = tmp_path / "other.yml"
    other.write_text(routine_text("Other"))
    monkeypatch.chdir(tmp_path)
    for path in (str(other), "./other.yml", "other.yml"):
        found = Library().routine(path)
        assert (found.routine.id, found.routine.name, found.origin) == ("other", "Other", path)


def test_a_name_is_never_a_way_to_another_folder(home: Path) -> None:
    (home / "secret.yaml").write_text(routine_text())
    write_routine(home, "mine.yaml")
    for name in ("..", "secret", ".", ""):
        assert refusal(name).missing


@pytest.mark.usefixtures("home")
def test_a_missing_routine_is_one_message_with_what_was_meant_and_where_it_looked() -> None:
    error = refusal("lowr-back")
    assert error.missing
    assert "\n" not in str(error)
    assert str(error).startswith("there is no routine 'lowr-back'; did you mean lower-back? Looked in ")
    assert str(folders().routines) in str(error)
    assert str(resources.bundled("routines")) in str(error)


@pytest.mark.usefixtures("home")
def test_a_missing_file_may_be_meant_as_a_routine() -> None:
    assert str(refusal("lower-back.yaml")) == "lower-back.yaml does not exist; did you mean lower-back?"


@pytest.mark.usefixtures("home")
def test_what_steers_a_terminal_is_escaped_in_a_name() -> None:
    assert "there is no routine '\\x1b[2J\\u202e'" in str(refusal("\x1b[2J\u202e"))


def test_a_pipe_is_refused_and_not_waited_for(home: Path) -> None:
    need(hasattr(os, "mkfifo"), "there are no named pipes")
    write_routine(home, "mine.yaml")
    os.mkfifo(home / "routines" / "pipe.yaml")
    error = refusal("pipe")
    assert str(error) == f"{home}/routines/pipe.yaml is a pipe, not a file"
    assert error.missing


def test_a_file_with_mistakes_raises_them_all(home: Path) -> None:
    path = write_routine(home, "mine.yaml", "format: 1\nnme: A\nsteps: []\n")
    with pytest.raises(FileMistakes) as caught:
        Library().routine("mine")
    assert [mistake.line for mistake in caught.value.mistakes] == [2, 3]
    assert all(mistake.file == str(path) for mistake in caught.value.mistakes)


def test_a_file_over_a_mebibyte_is_a_mistake(home: Path) -> None:
    path = write_routine(home, "mine.yaml")
    with path.open("wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(FileMistakes, match="1 MiB"):
        Library().routine("mine")


def test_what_is_wrong_around_is_in_the_notices(home: Path) -> None:
    write_exercises(home, "mine.yaml", text="format: 1\n")
    library = Library()
    assert library.routine("lower-back").routine.name
    assert len(library.notices) == 1
    loop = home / "loop"
    loop.symlink_to(loop)
    (home / "routines" / "exercises" / "mine.yaml").unlink()
    own = folders()._replace(routines=loop)
    assert Library(Shelves(own)).notices[0].startswith(f"{loop} cannot be looked into: ")


def test_with_the_bundled_files_gone_ones_own_still_work_and_it_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(folder: str) -> Path:
        raise resources.ResourceNotFoundError(f"relaxtimer's own {folder} are missing")

    write_routine(home, "mine.yaml")
    monkeypatch.setattr(shelves_module, "bundled", missing)
    library = Library()
    assert library.routine("mine").routine.name == "Mine"
    assert library.notices == ("relaxtimer's own routines are missing",)
    assert [listed.routine for listed in library.listing().routines] == ["mine"]


def test_a_missing_file_is_compared_with_the_files_of_its_folder_and_not_with_names(home: Path) -> None:
    folder = home / "mine"
    folder.mkdir()
    (folder / "evening.yml").write_text(routine_text())
    assert str(refusal(f"{folder}/evenin.yaml")).endswith(f"; did you mean {folder}/evening.yml?")
    assert str(refusal(f"{folder}/nothing.yaml")) == f"{folder}/nothing.yaml does not exist"
    assert str(refusal(f"{folder}/lower-back.yaml")) == f"{folder}/lower-back.yaml does not exist"
    assert str(refusal(f"{home}/none/evening.yml")) == f"{home}/none/evening.yml does not exist"


def test_a_file_that_may_be_meant_steers_no_terminal(home: Path) -> None:
    (home / "even\x1bing.yaml").write_text(routine_text())
    assert str(refusal(f"{home}/evening.yaml")).endswith("even\\x1bing.yaml?")
