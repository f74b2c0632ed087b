"""Which player a session has, by settings and options, and what is to be said about it."""

from __future__ import annotations

import argparse
from fractions import Fraction

from relaxtimer.cli.hearing import Hearing, hearing_of, opening_of
from relaxtimer.clock import Clock
from relaxtimer.practice import MakePlayer
from relaxtimer.sound.player import Bell, Outlet, Player, Silent

# Faster than this, sounds and words would lie over each other.
FASTEST = 4


def choose(options: argparse.Namespace, clock: Clock) -> tuple[MakePlayer, tuple[str, ...]]:
    """Give what makes the player, and a sentence for each wish it cannot meet.

    Raises `Failure` where the settings have mistakes.
    """
    hearing = hearing_of(options)
    said = []
    output = hearing.output
    if output not in {"bell", "none"} and options.speed > FASTEST:
        said.append(f"More than {FASTEST} times as fast nothing is played: the terminal bell rings instead.")
        output = "bell"
    if output == "bell" and options.volume:
        said.append("The terminal bell is as loud as the terminal makes it.")
    if output in {"bell", "none"} and options.voice:
        said.append("Words are spoken by miniaudio and simpleaudio alone: they are shown.")

    def player(outlet: Outlet) -> Player:
        made: Player
        if output == "none":
            made = Silent()
        elif output == "bell":
            made = Bell(outlet)
        else:
            return _performer(hearing, options, clock, outlet)
        made.mute(on=options.mute or options.volume == 0)
        return made

    return player, tuple(said)


def _performer(hearing: Hearing, options: argparse.Namespace, clock: Clock, outlet: Outlet) -> Player:
    from relaxtimer.core.timeline import Timeline
    from relaxtimer.sound.note import Note
    from relaxtimer.sound.performer import Performer
    from relaxtimer.sound.transport import Transport

    speed = Fraction(options.speed)

    def notes_of(timeline: Timeline) -> tuple[Note, ...]:
        from relaxtimer.sound import notes

        return notes.notes_of(timeline, speed=speed, language=hearing.voice.language)

    opening = opening_of(hearing, muted=options.mute)
    transport = Transport(clock, notes_of, speed, hearing.voice.language)
    return Performer(opening, transport, outlet, volume=hearing.volume)
