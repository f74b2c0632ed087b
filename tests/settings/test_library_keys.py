"""The keys of the library as a person sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.keys import clashes
from relaxtimer.core.library_keys import LIBRARY_KEYS, LIBRARY_TAKEN, LibraryAction
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.settings.reading import read_settings


def keys(folder: Path, text: str) -> dict[LibraryAction, tuple[str, ...]]:
    path = folder / "settings.yaml"
    path.write_text(f"library-keys: {{{text}}}\n")
    return {key.action: key.keys for key in read_settings(path).library_keys}


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(FileMistakes) as found:
        keys(folder, text)
    return [mistake.message for mistake in found.value.mistakes]


def test_an_action_has_the_keys_that_are_set_and_the_others_keep_theirs(tmp_path: Path) -> None:
    found = keys(tmp_path, 'edit: Ctrl+E, longer: ["+", "."], leave: x')
    assert found[LibraryAction.EDIT] == ("ctrl+e",)
    assert found[LibraryAction.LONGER] == ("plus", "full_stop")
    assert found[LibraryAction.LEAVE] == ("x",)
    assert found[LibraryAction.COPY] == ("f7",)


def test_two_actions_can_change_places(tmp_path: Path) -> None:
    found = keys(tmp_path, "edit: f7, copy: f6")
    assert (found[LibraryAction.EDIT], found[LibraryAction.COPY]) == (("f7",), ("f6",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("edit: f7", "the key f7 is copy already"),
        ("edit: x, new: x", "the key x is edit already"),
        ("edit: enter", "enter has its own meaning in the library, and cannot be edit"),
        ("edit: up", "up has its own meaning in the library, and cannot be edit"),
        ('edit: "?"', "? has its own meaning in the library, and cannot be edit"),
        ("edit: 4", "4 has its own meaning in the library, and cannot be edit"),
        ("edit: ctrl+c", 'edit is "ctrl+c"'),
        ("edit: ctrl+m", 'edit is "ctrl+m"'),
        ("edti: f6", '"edti" is not a field of library-keys'),
    ],
)
def test_a_key_that_cannot_be_is_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    assert mistakes(tmp_path, text) == [message]


def test_no_key_stands_for_two_actions_to_begin_with_or_for_what_is_always_the_same() -> None:
    assert clashes(LIBRARY_KEYS) == ()
    assert not LIBRARY_TAKEN.intersection(name for key in LIBRARY_KEYS for name in key.keys)
