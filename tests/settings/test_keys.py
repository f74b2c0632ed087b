"""The keys of a session as a person sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.keys import KEYS, Action, clashes, keys_with, printed
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.settings.reading import read_settings


def keys(folder: Path, text: str) -> dict[Action, tuple[str, ...]]:
    path = folder / "settings.yaml"
    path.write_text(f"keys: {{{text}}}\n")
    return {key.action: key.keys for key in read_settings(path).keys}


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(FileMistakes) as found:
        keys(folder, text)
    return [mistake.message for mistake in found.value.mistakes]


def test_an_action_has_the_keys_that_are_set_and_the_others_keep_theirs(tmp_path: Path) -> None:
    found = keys(tmp_path, 'pause: P, next: [f1, "."], longer: "*"')
    assert found[Action.PAUSE] == ("p",)
    assert found[Action.NEXT] == ("f1", "full_stop")
    assert found[Action.LONGER] == ("asterisk",)
    assert found[Action.BACK] == ("left", "b")


def test_two_actions_can_change_places(tmp_path: Path) -> None:
    found = keys(tmp_path, "again: s, switch-sides: r")
    assert (found[Action.AGAIN], found[Action.SWITCH_SIDES]) == (("s",), ("r",))


def test_the_stop_rules_keep_their_key(tmp_path: Path) -> None:
    assert keys(tmp_path, "help: f1")[Action.HELP] == ("f1", "question_mark")
    assert mistakes(tmp_path, 'mute: "?"') == ["the key ? is help already"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mute: space", "the key space is pause already"),
        ("mute: x, voice: x", "the key x is mute already"),
        ("mute: 5", "5 answers questions, and cannot be mute"),
        ("mute: enter", "enter answers questions, and cannot be mute"),
        ("mute: spcae", 'mute is "spcae"'),
        ("mute: ctrl+c", 'mute is "ctrl+c"'),
        ("mute: []", "mute has 0 items"),
        ("hurts: x", "the key x answers the question that hurts asks"),
        ("hurts: [f1, g]", "the key g answers the question that hurts asks"),
        ("leave: y", "the key y answers the question that leave asks"),
        ("mut: x", '"mut" is not a field of keys'),
    ],
)
def test_a_key_that_cannot_be_is_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    assert mistakes(tmp_path, text) == [message]


def test_no_key_stands_for_two_actions_to_begin_with() -> None:
    assert clashes(KEYS) == ()
    assert clashes(keys_with({Action.MUTE: ("space",)})) == (("space", Action.PAUSE, Action.MUTE),)


def test_a_key_is_called_what_is_printed_on_it() -> None:
    assert [printed(name) for name in ("right", "question_mark", "full_stop", "f1", "pageup", "n")] == [
        "→", "?", ".", "f1", "page up", "n",
    ]  # fmt: skip
