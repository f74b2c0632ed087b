"""How a session is to sound: the settings, with what the options ask for this once in their place."""

from __future__ import annotations

import argparse

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.cli.settings_file import choice_of, own_settings
from relaxtimer.folders import folders
from relaxtimer.settings.settings import NO_BED, Settings
from relaxtimer.sound.messages import Open, VoiceChoice
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.player import LOUDEST


class Hearing(Struct, frozen=True, kw_only=True):
    """What sounds and how loud: `volumes` of the streams are within the `volume` of the whole, all from 0 to 100.

    `voice` speaks where `speaking` is true.
    """

    output: str
    profile: str
    bed: str | None
    volume: int
    volumes: dict[Bus, int]
    speaking: bool
    voice: VoiceChoice
    primer: int

    @property
    def levels(self) -> dict[Bus, int]:
        """The volumes of the streams, that of the whole included."""
        return {bus: level * self.volume // LOUDEST for bus, level in self.volumes.items()}


def hearing_of(options: argparse.Namespace) -> Hearing:
    """Read the settings and put the options in their place. Raises `Failure` with every mistake of the settings."""
    return hearing_by(_settings(options))


def hearing_by(settings: Settings) -> Hearing:
    """Give how a session sounds by these settings alone."""
    sound = settings.sound
    return Hearing(
        output=sound.output,
        profile=sound.profile,
        bed=sound.bed,
        volume=sound.volume,
        volumes={Bus.BED: sound.bed_volume, Bus.CUE: sound.cue_volume, Bus.VOICE: sound.voice_volume},
        speaking=settings.voice.on,
        voice=choice_of(settings),
        primer=sound.primer,
    )


def _settings(options: argparse.Namespace) -> Settings:
    asked = own_settings().overridden(
        output=getattr(options, "sound_output", None),
        volume=options.volume,
        profile=options.profile,
        bed=options.bed,
        voice=options.voice,
    )
    return replace(asked, sound=replace(asked.sound, bed=None)) if options.bed == NO_BED else asked


def opening_of(hearing: Hearing, *, muted: bool) -> Open:
    """Give the first message to a player process."""
    from relaxtimer.sound.outputs.order import order_of

    return Open(
        outputs=order_of(hearing.output),
        profile=hearing.profile,
        bed=hearing.bed,
        volumes=hearing.volumes,
        muted=muted,
        voice=hearing.voice,
        speaking=hearing.speaking,
        primer=hearing.primer,
        cache=str(folders().cache),
    )
