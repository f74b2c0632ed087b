"""eSpeak NG as the machine has it: the program `espeak-ng`, some 12 ms for a sentence."""

from __future__ import annotations

import re
import shutil

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import VoiceError, VoiceName, plain
from relaxtimer.sound.voice.espeak_voices import VARIANT, EspeakVoice, listed, names, pitch_of, rate_of, varied, wanted
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import from_wav

NAME = "espeak-ng"
_VERSION = re.compile(rb": ([0-9][0-9A-Za-z.-]*)")


class EspeakCommand:
    """Runs `espeak-ng` for each text, which it reads from its input. Raises `VoiceError` where that does not work."""

    name = NAME
    slow = False
    unheeded: tuple[str, ...] = ()

    def __init__(self, choice: VoiceChoice, programs: Programs) -> None:
        self._programs = programs
        self._program = shutil.which(NAME) or ""
        if not self._program:
            raise VoiceError("is not installed: the package espeak-ng of the system has it")
        self._voices = self._listed("--voices")
        variants = self._listed(f"--voices={VARIANT.decode()}") if varied(choice) else ()
        file, rate, pitch = wanted(choice, self._voices, variants), rate_of(choice), pitch_of(choice)
        version = _VERSION.search(self._run("--version"))
        self.version = f"eSpeak NG {version.group(1).decode()}" if version else "eSpeak NG"
        self.identity = f"{self.version}\n{file} {rate} {pitch}"
        # Values stand in one word with their option, so that none of them can be taken for another option.
        self._arguments = (f"-v{file}", f"-s{rate}", f"-p{pitch}", "-b1", "-z", "--stdin", "--stdout")

    def voices(self) -> tuple[VoiceName, ...]:
        """Give the voices that there are."""
        return names(self._voices)

    def record(self, words: str) -> Recording:
        """Run the program."""
        return from_wav(self._programs.run((self._program, *self._arguments), plain(words).encode()))

    def _listed(self, option: str) -> list[EspeakVoice]:
        return listed(self._run(option).decode(errors="replace"))

    def _run(self, option: str) -> bytes:
        return self._programs.run((self._program, option))
