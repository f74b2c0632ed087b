"""Everything that can be set, with what counts where nothing is."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.keys import KEYS, Key
from relaxtimer.core.library_keys import LIBRARY_KEYS, LibraryKey

AUTO = "auto"
OUTPUTS = (AUTO, "miniaudio", "simpleaudio", "bell", "none")
COMMAND = "command"
NO_BED = "none"
FIGURES = (AUTO, "quadrants", "half", "braille", "off")
THEMES = ("calm", "dusk", "day", "contrast", "terminal")
FULL, CALM = "full", "calm"
MOTIONS = (FULL, CALM)
CHAIR, WHEELCHAIR = "chair", "wheelchair"
SEATS = (CHAIR, WHEELCHAIR)
ENGINES = (AUTO, COMMAND, "say", "sapi", "espeak-ng", "espeakng-loader")


class SoundSettings(Struct, frozen=True, kw_only=True):
    """How it sounds: volumes from 0 to 100, that of each stream within that of the whole.

    `primer` is how long silence is played before the first sound, for outputs that swallow the first moments.
    """

    output: str = AUTO
    volume: int = 100
    profile: str = "soft"
    bed: str | None = None
    bed_volume: int = 100
    voice_volume: int = 100
    cue_volume: int = 100
    primer: Milliseconds = 0


class VoiceSettings(Struct, frozen=True, kw_only=True):
    """Who speaks, and how: `rate` in words a minute and `pitch` from 0 to 100, `None` for the engine's own.

    `command` is a program with its arguments, never a line for a shell. `language` is a tag such as en-gb (BCP 47).
    """

    on: bool = True
    engine: str = AUTO
    command: tuple[str, ...] = ()
    name: str | None = None
    language: str = "en-gb"
    rate: int | None = None
    pitch: int | None = None


class ScreenSettings(Struct, frozen=True, kw_only=True):
    """How it looks: `figures` is how they are drawn, by the name of an encoding, or "off", `seat` what they sit on.

    With the motion "calm" nothing moves but the digits.
    """

    figures: str = AUTO
    seat: str = CHAIR
    theme: str = THEMES[0]
    motion: str = FULL


class SessionSettings(Struct, frozen=True, kw_only=True):
    """How a session goes: the time to get into place is multiplied by `prepare`; the machine is kept awake, or not.

    `check_in` asks for ratings before and after. `get_up` is a time such as 6:30, `None` where no hour is another.
    """

    prepare: float = 1.0
    keep_awake: bool = True
    check_in: bool = True
    get_up: str | None = None
    emergency_number: str | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """All settings. `keys` is the whole table of the keys of a session, `library_keys` of those of the library."""

    sound: SoundSettings = SoundSettings()
    voice: VoiceSettings = VoiceSettings()
    screen: ScreenSettings = ScreenSettings()
    session: SessionSettings = SessionSettings()
    keys: tuple[Key, ...] = KEYS
    library_keys: tuple[LibraryKey, ...] = LIBRARY_KEYS

    def overridden(
        self,
        *,
        output: str | None = None,
        volume: int | None = None,
        profile: str | None = None,
        bed: str | None = None,
        voice: bool | None = None,
    ) -> Settings:
        """Give the settings with what was asked for this once in their place; `None` for what was not.

        The bed "none" is no bed at all.
        """
        asked: dict[str, str | int | None] = {"output": output, "volume": volume, "profile": profile, "bed": bed}
        sound = replace(self.sound, **{name: value for name, value in asked.items() if value is not None})
        if bed == NO_BED:
            sound = replace(sound, bed=None)
        return replace(self, sound=sound, voice=self.voice if voice is None else replace(self.voice, on=voice))
