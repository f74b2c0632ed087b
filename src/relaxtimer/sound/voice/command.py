"""A program of the person's own: Piper, or anything else that takes a text and gives a WAV."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

from relaxtimer.notation.characters import escaped
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import AbsentError, VoiceError, VoiceName, plain
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import from_wav

NAME = "command"


class Command:
    """Runs `voice.command` of the settings for each text: a line of UTF-8 on its input, a WAV on its output.

    Raises `VoiceError` where there is no such program.
    """

    name = NAME
    slow = True

    def __init__(self, choice: VoiceChoice, programs: Programs) -> None:
        if not choice.command:
            raise AbsentError("is not set: voice.command in the settings names none")
        self._programs = programs
        self._arguments = [_home(argument) for argument in choice.command]
        program = shutil.which(self._arguments[0])
        if program is None:
            raise VoiceError(f"cannot be started: there is no program {escaped(self._arguments[0])}")
        self._arguments[0] = program
        self.identity = "\n".join(f"{argument} {_stamp(argument)}" for argument in self._arguments)
        self.version = Path(program).name
        self.unheeded = _unheeded(choice)

    def voices(self) -> tuple[VoiceName, ...]:
        """Give none: the command alone knows what it speaks with."""
        return ()

    def record(self, words: str) -> Recording:
        """Run the program."""
        return from_wav(self._programs.run(self._arguments, f"{plain(words)}\n".encode()))


def _home(argument: str) -> str:
    """Put a person's own folder in the place of ~, as a shell would have done."""
    try:
        return str(Path(argument).expanduser()) if argument.startswith("~/") else argument
    except RuntimeError:
        return argument


def _stamp(argument: str) -> str:
    """Tell the state of a file among the arguments: with another program or model behind it, it speaks otherwise."""
    try:
        found = Path(argument).stat()
    except (OSError, ValueError):
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if stat.S_ISREG(found.st_mode) else ""


def _unheeded(choice: VoiceChoice) -> tuple[str, ...]:
    set_too = {"name": choice.name, "rate": choice.rate, "pitch": choice.pitch}
    left = "is left out: the command has its own."
    return tuple(f"The setting voice.{name} {left}" for name, value in set_too.items() if value is not None)
