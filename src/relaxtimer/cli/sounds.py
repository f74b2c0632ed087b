"""Which player a session has, by the options, and what is to be said about it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from relaxtimer.practice import MakePlayer
from relaxtimer.sound.player import Bell, Player, Silent


def choose(options: argparse.Namespace) -> tuple[MakePlayer, tuple[str, ...]]:
    """Give what makes the player, and a sentence for each wish it cannot meet."""
    said = []
    if options.sound_output in {"miniaudio", "simpleaudio"}:
        said.append(f"There is no {options.sound_output} in this version: the terminal bell rings instead.")
    if options.voice:
        said.append("There is no voice in this version: the words are shown.")
    if options.volume:
        said.append("The terminal bell is as loud as the terminal makes it.")
    muted = options.mute or options.volume == 0

    def player(ring: Callable[[int], None], flash: Callable[[], None]) -> Player:
        made: Player = Silent() if options.sound_output == "none" else Bell(ring, flash)
        made.mute(on=muted)
        return made

    return player, tuple(said)
