from __future__ import annotations

import sys
from array import array

import pytest

from relaxtimer.audio.clip import Clip
from relaxtimer.sound.outputs.order import made, opened, order_of
from relaxtimer.sound.outputs.output import OutputError
from relaxtimer.sound.outputs.simpleaudio_output import SimpleaudioOutput, unusable


class Broken(SimpleaudioOutput):
    name = "simpleaudio"

    def __init__(self, why: str = "no device") -> None:
        super().__init__()
        self._why = why

    def open(self) -> None:
        raise OutputError(self._why)


class Working(Broken):
    def open(self) -> None:
        """Works."""


@pytest.mark.parametrize(
    ("wish", "order"),
    [
        ("auto", ("miniaudio", "simpleaudio")),
        ("miniaudio", ("miniaudio",)),
        ("simpleaudio", ("simpleaudio",)),
        ("bell", ()),
        ("none", ()),
    ],
)
def test_what_is_wished_for_decides_what_is_tried(wish: str, order: tuple[str, ...]) -> None:
    assert order_of(wish) == order


def test_the_first_that_works_is_used_and_why_a_better_one_is_not_is_told() -> None:
    working = Working()
    found, missed = opened(("miniaudio", "simpleaudio"), {"miniaudio": Broken(), "simpleaudio": working}.__getitem__)
    assert found is working
    assert missed == ("miniaudio: no device",)


def test_where_nothing_works_every_reason_is_told() -> None:
    with pytest.raises(OutputError, match=r"^a: no device; b: no device$"):
        opened(("a", "b"), lambda _: Broken())
    with pytest.raises(OutputError, match="no output is asked for"):
        opened(())


def test_reasons_that_are_sentences_are_joined_without_their_full_stops() -> None:
    with pytest.raises(OutputError, match=r"^a: no device; b: no device$"):
        opened(("a", "b"), lambda _: Broken("no device."))


def test_an_unknown_output_and_a_missing_library_do_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError, match="no such output"):
        made("tin can")
    monkeypatch.delitem(sys.modules, "relaxtimer.sound.outputs.miniaudio_output", raising=False)
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(OutputError, match="cannot be loaded"):
        made("miniaudio")


def test_a_simpleaudio_that_would_crash_is_refused_before_it_is_loaded() -> None:
    crashing, patched = {"simpleaudio": "1.0.4"}, {"simpleaudio-patched": "1.0.5"}
    assert "crashes Python 3.12: install simpleaudio-patched" in unusable((3, 12), crashing)
    assert unusable((3, 12), {**crashing, **patched})
    assert unusable((3, 11), crashing) == ""
    assert unusable((3, 13), patched) == ""
    assert unusable((3, 11), {}) == "it is not installed"


def test_simpleaudio_plays_nothing_before_it_is_open() -> None:
    output = SimpleaudioOutput()
    output.play(Clip(array("f", [0.0])), 1.0)
    assert output.failed == "the device is not open"
