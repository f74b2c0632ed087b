"""The keys that turn the sound up, down, off and on, the same in every face."""

from __future__ import annotations

from relaxtimer.core.keys import Action
from relaxtimer.sound.player import Player

STEP = 10
NOTE = "♪"
CONTROLS = frozenset({Action.MUTE, Action.VOICE, Action.LOUDER, Action.QUIETER})


def mark(player: Player) -> str:
    """Give what sounds in two words or three, for the corner of a screen; empty where that is not worth a mark."""
    status = player.status()
    if player.muted:
        return "mute"
    if not status.output:
        return "no sound" if status.missed else ""
    if status.ready < status.total and player.speaking:
        return f"{NOTE} {status.output}, voice {100 * status.ready // status.total} %"
    return f"{NOTE} {status.output}{'' if player.speaking or status.output == 'bell' else ', no voice'}"


def turn(player: Player, action: Action) -> str:
    """Do to a player what one of the `CONTROLS` asks for, and say how it is now."""
    match action:
        case Action.MUTE:
            player.mute(on=not player.muted)
            return "Sound off." if player.muted else "Sound on."
        case Action.VOICE:
            before = player.speaking
            player.speak(on=not before)
            if player.speaking is before:
                return "There is no voice here: the words are shown."
            return "Voice on." if player.speaking else "Voice off: the sounds go on."
        case _:
            before_volume = player.volume
            player.louder(STEP if action is Action.LOUDER else -STEP)
            if player.name == "bell":
                return "The terminal bell is as loud as the terminal makes it."
            if player.volume == before_volume:
                return f"Volume {player.volume}: that is all there is."
            return f"Volume {player.volume}."
