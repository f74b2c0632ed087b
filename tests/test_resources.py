from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.resources import ResourceNotFoundError, bundled

TREE = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("folder", ["routines", "sounds"])
def test_a_checkout_uses_the_folders_at_the_top_of_the_tree(folder: str) -> None:
    assert bundled(folder) == TREE / folder


def test_an_installed_wheel_uses_the_folders_beside_its_code(tmp_path: Path) -> None:
    package, tree = tmp_path / "site-packages" / "relaxtimer", tmp_path
    (package / "bundled" / "routines").mkdir(parents=True)
    (tree / "routines").mkdir()
    assert bundled("routines", package=package, tree=tree) == package / "bundled" / "routines"


def test_a_missing_folder_is_reported_with_both_places_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ResourceNotFoundError) as caught:
        bundled("routines", package=tmp_path / "package", tree=tmp_path / "tree")
    message = str(caught.value)
    assert str(tmp_path / "package" / "bundled" / "routines") in message
    assert str(tmp_path / "tree" / "routines") in message
    assert "Install relaxtimer again" in message


def test_a_file_of_that_name_is_not_taken_for_the_folder(tmp_path: Path) -> None:
    (tmp_path / "routines").touch()
    with pytest.raises(ResourceNotFoundError):
        bundled("routines", package=tmp_path / "package", tree=tmp_path)
