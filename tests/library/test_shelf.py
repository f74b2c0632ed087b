from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.library.shelf import has_path, shelf
from tests.conftest import need


def test_the_yaml_files_of_a_folder_are_found_by_their_names(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "notes.txt", ".hidden.yaml", "no-suffix", ".yaml"):
        (tmp_path / name).touch()
    (tmp_path / "exercises").mkdir()
    found = shelf(tmp_path)
    assert [file.name for file in found.files] == ["a", "b"]
    assert found.find("b") == found.files[1]
    assert found.find("c") is None


def test_a_name_is_never_a_way_out_of_the_folder(tmp_path: Path) -> None:
    inner = tmp_path / "routines"
    inner.mkdir()
    (tmp_path / "secret.yaml").touch()
    for name in ("../secret", "..", ".", "", "/etc/passwd", "secret"):
        assert shelf(inner).find(name) is None


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert shelf(tmp_path / "none").files == ()
    (tmp_path / "file").touch()
    assert shelf(tmp_path / "file").files == ()


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    link = tmp_path / "loop"
    link.symlink_to(link)
    found = shelf(link)
    assert found.files == ()
    assert found.error is not None


def test_a_link_that_leads_nowhere_is_there_without_a_status(tmp_path: Path) -> None:
    need(hasattr(Path, "symlink_to"), "there are no links")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "none")
    (file,) = shelf(tmp_path).files
    assert file.status is None


def test_of_two_files_of_one_name_the_second_is_hidden_by_the_first(tmp_path: Path) -> None:
    for name in ("a.yml", "a.yaml"):
        (tmp_path / name).touch()
    first, second = shelf(tmp_path).files
    assert (first.path, first.hidden_by) == (str(tmp_path / "a.yaml"), "")
    assert (second.path, second.hidden_by) == (str(tmp_path / "a.yml"), str(tmp_path / "a.yaml"))
    assert shelf(tmp_path).find("a") == first


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("lower-back", False),
        ("my.routine", False),
        ("./lower-back", True),
        ("a/b", True),
        ("a.yaml", True),
        ("a.yml", True),
    ],
)
def test_a_path_has_a_separator_or_a_suffix(name: str, *, path: bool) -> None:
    assert has_path(name) is path
