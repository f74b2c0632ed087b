"""The voices of macOS: the program `say`."""

from __future__ import annotations

import platform
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from relaxtimer.notation.characters import escaped
from relaxtimer.notation.suggestion import did_you_mean
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import UNHURRIED, AbsentError, UnknownNameError, VoiceError, VoiceName, plain
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import from_wav

NAME = "say"
_ROW = re.compile(r"(.+?)\s+([a-z]{2,3}(?:[_-]\w+)+)\s+#.*")
# Voices that come with the system for fun, or sound like machines of long ago: taken only when asked for by name.
_FOR_FUN = frozenset(
    {
        *("Albert", "Bad News", "Bahh", "Bells", "Boing", "Bubbles", "Cellos", "Deranged"),
        *("Eddy", "Flo", "Fred", "Good News", "Grandma", "Grandpa", "Hysterical", "Jester"),
        *("Junior", "Kathy", "Organ", "Pipe Organ", "Princess", "Ralph", "Reed", "Rocko"),
        *("Sandy", "Shelley", "Superstar", "Trinoids", "Whisper", "Wobble", "Zarvox"),
    }
)
_BETTER = ("(Premium)", "(Enhanced)")


class Say:
    """Runs `say` for each text, which it reads from its input. Raises `VoiceError` where that does not work."""

    name = NAME
    slow = True

    def __init__(self, choice: VoiceChoice, programs: Programs) -> None:
        self._programs = programs
        self._program = shutil.which(NAME) or ""
        if not self._program:
            raise AbsentError("is not there: it comes with macOS alone")
        table = self._programs.run((self._program, "--voice=?")).decode(errors="replace")
        self._voices = listed(table)
        voice = wanted(choice, self._voices)
        rate = UNHURRIED if choice.rate is None else choice.rate
        self._arguments = (f"--voice={voice}", f"--rate={rate}")
        self.version = f"macOS {platform.mac_ver()[0]}"
        self.identity = f"{self.version}\n{voice}\n{rate}"
        self.unheeded = (
            () if choice.pitch is None else ("The setting voice.pitch is left out: say has no such option.",)
        )

    def voices(self) -> tuple[VoiceName, ...]:
        """Give the voices that there are."""
        return self._voices

    def record(self, words: str) -> Recording:
        """Run the program."""
        with tempfile.TemporaryDirectory(prefix="relaxtimer-", ignore_cleanup_errors=True) as folder:
            file = Path(folder, "speech.wav")
            written = (f"--output-file={file}", "--file-format=WAVE", "--data-format=LEI16@22050")
            arguments = (self._program, *self._arguments, *written, "--input-file=-")
            self._programs.run(arguments, f"{plain(words)}\n".encode())
            return from_wav(file.read_bytes() if file.exists() else b"")


def listed(table: str) -> tuple[VoiceName, ...]:
    """Read the table of voices that `say --voice=?` prints: a name, a language, and a sentence after a #."""
    rows = (_ROW.fullmatch(line.strip()) for line in table.splitlines())
    return tuple(VoiceName(row[1], row[2].replace("_", "-")) for row in rows if row)


def wanted(choice: VoiceChoice, voices: Sequence[VoiceName]) -> str:
    """Give the name of the voice that is meant. Raises `VoiceError` where there is none."""
    if choice.name is not None:
        for each in voices:
            if each.name.casefold() == choice.name.casefold():
                return each.name
        near = did_you_mean(choice.name, (each.name for each in voices))
        raise UnknownNameError(f"has no voice {escaped(choice.name)}{near}")
    language = choice.language.casefold()
    for tag in (language, language.partition("-")[0]):
        fitting = [each for each in voices if f"{each.language}-".casefold().startswith(f"{tag}-")]
        if fitting:
            return min(fitting, key=_rank).name
    raise VoiceError(f"has no voice for the language {escaped(choice.language)}")


def _rank(voice: VoiceName) -> tuple[bool, bool]:
    """Put better ones first and those for fun last; the others stay as they are."""
    return voice.name.partition(" (")[0] in _FOR_FUN, not voice.name.endswith(_BETTER)
