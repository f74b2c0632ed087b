"""The keys that turn the sound, and the mark that tells what sounds."""

from __future__ import annotations

import pytest

from relaxtimer.core.keys import Action
from relaxtimer.sound.controls import mark, turn
from relaxtimer.sound.player import Bell, Outlet, Silent, Status


class Told(Silent):
    """A player of which a status is known."""

    def __init__(self, status: Status) -> None:
        """Have a status."""
        super().__init__()
        self.speaking = True
        self._status = status

    def status(self) -> Status:
        """Tell it."""
        return self._status


def test_each_key_says_how_it_is_now() -> None:
    player = Silent()
    said = [turn(player, action) for action in (Action.MUTE, Action.MUTE, Action.VOICE, Action.VOICE, Action.QUIETER)]
    assert said == ["Sound off.", "Sound on.", "Voice on.", "Voice off: the sounds go on.", "Volume 90."]


def test_the_ends_of_the_volume_are_told() -> None:
    player = Silent()
    assert turn(player, Action.LOUDER) == "Volume 100: that is all there is."
    for _ in range(10):
        turn(player, Action.QUIETER)
    assert turn(player, Action.QUIETER) == "Volume 0: that is all there is."


def test_a_bell_has_neither_words_nor_volume() -> None:
    bell = Bell(Outlet(lambda _: None, lambda: None, lambda: None))
    assert turn(bell, Action.VOICE) == "There is no voice here: the words are shown."
    assert turn(bell, Action.LOUDER) == "The terminal bell is as loud as the terminal makes it."
    assert mark(bell) == "♪ bell"


@pytest.mark.parametrize(
    ("status", "marked"),
    [
        (Status(), ""),
        (Status(missed=("no device",)), "no sound"),
        (Status(output="miniaudio", sounding=True), "♪ miniaudio"),
        (Status(output="miniaudio", sounding=True, ready=3, total=90), "♪ miniaudio, voice 3 %"),
        (Status(output="simpleaudio", sounding=True, ready=90, total=90), "♪ simpleaudio"),
    ],
)
def test_the_mark_names_what_sounds_or_that_nothing_does(status: Status, marked: str) -> None:
    assert mark(Told(status)) == marked


def test_a_voice_that_is_off_and_a_sound_that_is_off_are_marked() -> None:
    player = Told(Status(output="miniaudio", sounding=True))
    player.speak(on=False)
    assert mark(player) == "♪ miniaudio, no voice"
    player.mute(on=True)
    assert mark(player) == "mute"
