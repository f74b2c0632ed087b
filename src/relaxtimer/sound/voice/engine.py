"""What an engine is: it makes a recording of words."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from relaxtimer.notation.characters import REFUSED
from relaxtimer.sound.voice.recording import Recording

# An unhurried rate in words a minute, where a person has set none.
UNHURRIED = 150

# What some engines take for commands of theirs within a text: `[[slnc 500]]`, `[[h@l@U]]`.
_COMMANDS = ((re.compile(r"\[\["), "("), (re.compile(r"\]\]"), ")"))


class VoiceError(Exception):
    """An engine cannot speak; the message is what comes after its name: "is not installed: …"."""

    def about(self, name: str) -> str:
        """Give a sentence about the engine of this name."""
        said = str(self)
        return f"The voice {name} {said}{'' if said.endswith(('.', '?')) else '.'}"


class AbsentError(VoiceError):
    """The engine is not for this machine, or was not set: nothing that a person would miss."""


class UnknownNameError(VoiceError):
    """The engine works, and has no voice of the name that was set."""


class HungError(VoiceError):
    """An engine did not end in time: whoever waited so long for one sentence does not wait for another."""


class VoiceName(NamedTuple):
    """A voice of an engine: what it is called, and the language that it speaks (BCP 47)."""

    name: str
    language: str


class Engine(Protocol):
    """An engine that has been opened, and set to a voice."""

    @property
    def name(self) -> str:
        """What it is called in the settings."""
        ...

    @property
    def slow(self) -> bool:
        """Whether what it makes is worth keeping on disk."""
        ...

    @property
    def identity(self) -> str:
        """All that its recordings depend on besides the words."""
        ...

    @property
    def unheeded(self) -> tuple[str, ...]:
        """A sentence for each thing that was set and it cannot do."""
        ...

    @property
    def version(self) -> str:
        """What it is, for people; empty where that is not known."""
        ...

    def voices(self) -> tuple[VoiceName, ...]:
        """Give the voices that it can be set to."""
        ...

    def record(self, words: str) -> Recording:
        """Make a recording. Raises `VoiceError`."""
        ...


def plain(words: str) -> str:
    """Give words on one line, without anything that an engine may take for a command of its own."""
    text = REFUSED.sub(" ", words)
    for command, instead in _COMMANDS:
        text = command.sub(instead, text)
    return " ".join(text.split())


def speakable(words: str) -> bool:
    """Tell whether there is anything to say in them: a letter or a digit."""
    return any(character.isalnum() for character in words)
