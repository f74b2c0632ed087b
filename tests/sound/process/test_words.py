"""The worker that makes clips; the voices here are as good or as bad as a test needs them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event

import pytest

from relaxtimer.audio.clip import Clip
from relaxtimer.sound.messages import Prepared, Report, Trouble, VoiceChoice, VoiceFound
from relaxtimer.sound.process import words as module
from relaxtimer.sound.process.words import Speaker
from relaxtimer.sound.voice import Found, Voice, VoiceError
from tests.sound.server import until


class FakeVoice:
    """Says everything but what has "bad" in it; waits while it is not `free`."""

    trouble = ""

    def __init__(self, name: str = "fake", fails: Callable[[str], bool] = lambda words: "bad" in words) -> None:
        self.name = name
        self.said: list[str] = []
        self.free = Event()
        self.free.set()
        self.stopped = False
        self._fails = fails

    def speak(self, words: str) -> Clip:
        self.free.wait()
        self.said.append(words)
        if self._fails(words):
            raise VoiceError(f"The voice {self.name} cannot say {words}.")
        return Clip(array("f", bytes(4 * 48 * len(words))))

    def stop(self) -> None:
        self.stopped = True


class Spoken:
    """A speaker with its voices, the best first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *voices: FakeVoice) -> None:
        self.reports: list[Report] = []
        self.voices = voices

        def find(_choice: VoiceChoice, _cache: Path, without: Collection[str]) -> Found:
            left: list[Voice] = [voice for voice in voices if voice.name not in without]
            return Found(left[0] if left else None, tuple(f"{name} failed." for name in without), ("No pitch.",))

        monkeypatch.setattr(module, "find_voice", find)
        self.speaker = Speaker(VoiceChoice(), Path(), self.reports.append)

    def reported(self, kind: type[Report]) -> list[Report]:
        return [report for report in self.reports if isinstance(report, kind)]


def test_words_are_made_in_their_order_and_their_lengths_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = FakeVoice()
    spoken = Spoken(monkeypatch, voice)
    spoken.speaker.want(["one", "two", "three"])
    until(lambda: spoken.speaker.made == 3, "three clips")
    assert voice.said == ["one", "two", "three"]
    assert spoken.speaker.length("three") == 5
    assert spoken.speaker.clip("three") is not None
    assert spoken.speaker.clip("four") is None
    until(lambda: Prepared(3, 3) in spoken.reports, "the report")
    assert spoken.reports[:2] == [VoiceFound(engine="fake"), Trouble("No pitch.")]


def test_words_on_demand_are_made_before_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = FakeVoice()
    voice.free.clear()
    spoken = Spoken(monkeypatch, voice)
    spoken.speaker.want(["one", "two"])
    spoken.speaker.at_once("now")
    voice.free.set()
    until(lambda: spoken.speaker.made == 3, "three clips")
    assert voice.said.index("now") < voice.said.index("two")


def test_words_that_cannot_be_said_are_told_of_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = Spoken(monkeypatch, FakeVoice())
    spoken.speaker.want(["bad one", "good one"])
    until(lambda: spoken.speaker.made == 1, "the other clip")
    assert spoken.speaker.clip("bad one") is None
    assert Trouble("The voice fake cannot say bad one.") in spoken.reports


def test_a_voice_that_fails_again_and_again_is_replaced_by_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = Spoken(monkeypatch, FakeVoice("first", lambda _: True), FakeVoice("second"))
    spoken.speaker.want([f"number {each}" for each in range(8)])
    until(lambda: spoken.speaker.made == 8, "all clips")
    assert spoken.reported(VoiceFound) == [
        VoiceFound(engine="first"),
        VoiceFound(engine="second", missed=("first failed.",)),
    ]


def test_without_any_voice_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = Spoken(monkeypatch)
    until(lambda: spoken.reports, "the report")
    assert spoken.reports == [VoiceFound(engine="")]


def test_a_voice_that_breaks_in_an_unknown_way_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_: str) -> bool:
        raise ZeroDivisionError("by nought")

    spoken = Spoken(monkeypatch, FakeVoice("broken", break_down))
    spoken.speaker.want(["one"])
    until(lambda: len(spoken.reported(VoiceFound)) > 1, "the report")
    assert "by nought" in str(spoken.reports[-1])


def test_what_no_longer_comes_makes_room_for_what_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 4 * 48 * 8)
    spoken = Spoken(monkeypatch, FakeVoice())
    spoken.speaker.want(["aaaa", "bbbb", "cccc"])
    until(lambda: spoken.speaker.made == 2, "as many clips as there is room for")
    assert spoken.speaker.clip("cccc") is None
    spoken.speaker.want(["cccc", "aaaa", "bbbb"])
    until(lambda: spoken.speaker.clip("cccc"), "the clip that comes first now")
    assert spoken.speaker.clip("bbbb") is None
    assert spoken.speaker.length("bbbb") == 4


def test_ending_stops_the_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = FakeVoice()
    spoken = Spoken(monkeypatch, voice)
    until(lambda: spoken.reports, "the voice")
    spoken.speaker.close()
    assert voice.stopped
    Speaker(None, Path(), spoken.reports.append).close()
