"""The settings of the person who runs a command."""

from __future__ import annotations

from pathlib import Path

from relaxtimer.cli.failure import WRONG_USAGE, Failure
from relaxtimer.folders import folders
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.settings.reading import FILE, read_settings
from relaxtimer.settings.settings import Settings
from relaxtimer.sound.messages import VoiceChoice


def settings_path() -> Path:
    """Give where the settings are, or would be."""
    return folders().settings / FILE


def own_settings() -> Settings:
    """Read the settings. Raises `Failure` with every mistake that is in them."""
    try:
        return read_settings(settings_path())
    except FileMistakes as error:
        count = len(error.mistakes)
        lines = ["1 mistake in the settings" if count == 1 else f"{count} mistakes in the settings"]
        raise Failure("\n".join([*lines, *map(str, error.mistakes)]), WRONG_USAGE) from None


def choice_of(settings: Settings) -> VoiceChoice:
    """Give the voice that the settings choose."""
    voice = settings.voice
    return VoiceChoice(
        engine=voice.engine,
        command=voice.command,
        name=voice.name,
        language=voice.language,
        rate=voice.rate,
        pitch=voice.pitch,
    )
