"""One voice after the other, each a real program."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice import EnduringVoice, VoiceError, find_voice
from relaxtimer.sound.voice.command import Command
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.voice import EngineVoice
from tests.sound.voice.engines import chosen, texts_of


class Voices:
    """Voices in a row, of which each was asked for without those before it."""

    def __init__(self, *voices: EngineVoice) -> None:
        self.asked: list[tuple[str, ...]] = []
        self._left: Iterator[EngineVoice] = iter(voices)
        self.enduring = EnduringVoice(next(self._left), self._next)

    def _next(self, without: Collection[str]) -> EngineVoice | None:
        self.asked.append(tuple(without))
        return next(self._left, None)


def voice(*options: str, log: Path | None = None) -> EngineVoice:
    programs = Programs(120)
    return EngineVoice(Command(chosen(*options, log=log), programs), programs)


def hanging() -> EngineVoice:
    programs = Programs(0.5)
    choice = VoiceChoice(command=(sys.executable, "-c", "import threading; threading.Event().wait()"))
    return EngineVoice(Command(choice, programs), programs)


def test_the_next_voice_says_what_was_one_failure_too_many(tmp_path: Path) -> None:
    log = tmp_path / "log"
    voices = Voices(voice("--fail-on", "bad"), voice(log=log))
    for words in ("bad 1", "bad 2"):
        with pytest.raises(VoiceError, match="ended with status 3"):
            voices.enduring.speak(words)
    assert voices.enduring.speak("bad 3").duration > 0
    assert voices.enduring.length("bad 4") > 0
    assert [text.strip() for text in texts_of(log)] == ["bad 3", "bad 4"]
    assert voices.asked == [("command",)]
    assert voices.enduring.given_up == ["command"]
    assert voices.enduring.trouble.startswith("The voice command is given up. The voice command ended with status 3")


def test_failures_that_are_not_in_a_row_are_forgiven() -> None:
    voices = Voices(voice("--fail-on", "bad"))
    for number in range(4):
        with pytest.raises(VoiceError):
            voices.enduring.speak(f"bad {number}")
        assert voices.enduring.length(f"good {number}") > 0
    assert voices.enduring.trouble == ""


def test_one_that_hangs_is_not_waited_for_again(tmp_path: Path) -> None:
    log = tmp_path / "log"
    voices = Voices(hanging(), voice(log=log))
    assert voices.enduring.length("one two") > 0
    assert [text.strip() for text in texts_of(log)] == ["one two"]
    assert "took longer than 0.5 seconds" in voices.enduring.trouble


def test_where_no_voice_is_left_that_is_told() -> None:
    voices = Voices(hanging())
    with pytest.raises(VoiceError, match="No voice is left"):
        voices.enduring.speak("one")
    with pytest.raises(VoiceError, match="No voice is left"):
        voices.enduring.speak("two")
    assert voices.asked == [("command",)]


def test_one_that_was_stopped_is_not_replaced(tmp_path: Path) -> None:
    voices = Voices(voice(), voice())
    voices.enduring.stop()
    for _ in range(4):
        with pytest.raises(VoiceError, match="was stopped"):
            voices.enduring.speak("one")
    assert voices.asked == []
    assert find_voice(chosen(), tmp_path).voice is not None
