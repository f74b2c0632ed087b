from __future__ import annotations

from array import array
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event

import pytest

from relaxtimer.audio.clip import Clip
from relaxtimer.render.words import SpokenWords
from relaxtimer.sound.voice import EnduringVoice, VoiceError, find_voice
from relaxtimer.sound.voice.command import Command
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.voice import EngineVoice
from tests.sound.voice.engines import chosen

PATIENT = 60.0


class Choir(EnduringVoice):
    """A voice whose sentences are all spoken at the same time, or not at all; each lasts as long as it has letters."""

    trouble = ""
    at_once = 0

    def __init__(self, at_once: int) -> None:
        self.given_up = []
        self.at_once = at_once
        self.together = Barrier(at_once, timeout=PATIENT)
        self.stopped = Event()

    def speak(self, words: str) -> Clip:
        try:
            self.together.wait()
        except BrokenBarrierError:
            raise VoiceError("The choir was stopped.") from None
        if words == "never":
            raise VoiceError("The choir cannot say it.")
        return Clip(array("f", [0.25] * 48 * len(words)))

    def stop(self) -> None:
        self.stopped.set()
        self.together.abort()


def test_as_many_sentences_are_spoken_at_the_same_time_as_a_voice_can() -> None:
    words, told = SpokenWords(), list[tuple[int, int]]()
    words.speak(Choir(3), ["one", "two", "three", "one", "nought", "never", "twelve"], lambda *done: told.append(done))
    assert told == [(number, 6) for number in range(1, 7)]
    assert [words.length(said) for said in ("one", "three", "twelve")] == [3, 5, 6]
    found = words.clip("three")
    assert found is not None
    assert found.samples.tolist() == pytest.approx([0.25] * 48 * 5, abs=1e-4)
    assert (words.clip("never"), words.length("never"), words.wrong) == (
        None,
        None,
        ["1 of 6 sentences are not in the file: The choir cannot say it."],
    )


def test_whoever_gives_up_leaves_no_voice_speaking() -> None:
    choir = Choir(2)

    def give_up(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SpokenWords().speak(choir, [str(number) for number in range(101)], give_up)
    assert choir.stopped.is_set()


def test_what_a_voice_could_not_say_before_it_was_given_up_the_next_one_says(tmp_path: Path) -> None:
    programs, second = Programs(), find_voice(chosen(), tmp_path).voice
    breaking = EngineVoice(Command(chosen("--fail-on", "e"), programs), programs)
    voice, words = EnduringVoice(breaking, lambda _: second), SpokenWords()
    words.speak(voice, ["here", "there", "where", "everywhere", "no"], lambda *_: None)
    assert all(words.length(said) for said in ("here", "there", "where", "everywhere", "no"))
    assert [said.partition(".")[0] for said in words.wrong] == ["The voice command is given up"]
