"""The voices of Windows: its speech interface (SAPI), through Windows PowerShell.

The script is the same for every text. Words and voices are handed over in a file, so that nothing of them is ever part
of a command line or of a script.
"""

from __future__ import annotations

import json
import math
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from relaxtimer.notation.characters import escaped
from relaxtimer.notation.suggestion import did_you_mean
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import UNHURRIED, AbsentError, UnknownNameError, VoiceError, VoiceName, plain
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.recording import Recording
from relaxtimer.sound.voice.wav import from_wav

NAME = "sapi"
# The name of the folder that the script reads from and writes to.
FOLDER = "RELAXTIMER_SPEECH"

_WORDS_A_MINUTE = 190  # at the rate 0
_FASTEST = 10  # three times as fast as that; -10 is a third of it

_OPEN = "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Speech; $folder = $env:RELAXTIMER_SPEECH; "
_SPEECH = "$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
LIST_SCRIPT = (
    f"{_OPEN}{_SPEECH}"
    "$found = @($speech.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object {"
    " @{ name = $_.VoiceInfo.Name; language = $_.VoiceInfo.Culture.Name } }); "
    "$text = ConvertTo-Json -InputObject $found; "
    "[IO.File]::WriteAllText((Join-Path $folder 'voices.json'), $text)"
)
SPEAK_SCRIPT = (
    f"{_OPEN}"
    "$wanted = [IO.File]::ReadAllText((Join-Path $folder 'words.json')) | ConvertFrom-Json; "
    f"{_SPEECH}"
    "$speech.SelectVoice($wanted.voice); $speech.Rate = $wanted.rate; "
    "$speech.SetOutputToWaveFile((Join-Path $folder 'speech.wav')); "
    "$speech.Speak([string]$wanted.words); $speech.Dispose()"
)


class Sapi:
    """Runs PowerShell for each text. Raises `VoiceError` where that does not work."""

    name = NAME
    slow = True

    def __init__(self, choice: VoiceChoice, programs: Programs) -> None:
        self._programs = programs
        self._program = _powershell()
        self._voices = _listed(self._run(LIST_SCRIPT, None, "voices.json"))
        self._voice = wanted(choice, self._voices)
        self._rate = rate_of(choice)
        self.version = f"Windows {platform.version()}"
        self.identity = f"{self.version}\n{self._voice}\n{self._rate}"
        self.unheeded = (
            () if choice.pitch is None else ("The setting voice.pitch is left out: sapi has no such thing.",)
        )

    def voices(self) -> tuple[VoiceName, ...]:
        """Give the voices that there are."""
        return self._voices

    def record(self, words: str) -> Recording:
        """Run PowerShell."""
        wanted_words = {"voice": self._voice, "rate": self._rate, "words": plain(words)}
        return from_wav(self._run(SPEAK_SCRIPT, wanted_words, "speech.wav"))

    def _run(self, script: str, wanted_words: dict[str, Any] | None, answer: str) -> bytes:
        """Run a script with a folder of its own, and give the file that it leaves there."""
        with tempfile.TemporaryDirectory(prefix="relaxtimer-", ignore_cleanup_errors=True) as folder:
            if wanted_words is not None:
                Path(folder, "words.json").write_text(json.dumps(wanted_words), encoding="utf-8")
            arguments = (self._program, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script)
            self._programs.run(arguments, environment={FOLDER: folder})
            file = Path(folder, answer)
            return file.read_bytes() if file.exists() else b""


def wanted(choice: VoiceChoice, voices: tuple[VoiceName, ...]) -> str:
    """Give the name of the voice that is meant. Raises `VoiceError` where there is none."""
    if choice.name is not None:
        for each in voices:
            if choice.name.casefold() in {each.name.casefold(), each.name.removeprefix("Microsoft ").casefold()}:
                return each.name
        near = did_you_mean(choice.name, (each.name for each in voices))
        raise UnknownNameError(f"has no voice {escaped(choice.name)}{near}")
    language = choice.language.casefold()
    for tag in (language, language.partition("-")[0]):
        for each in voices:
            if f"{each.language}-".casefold().startswith(f"{tag}-"):
                return each.name
    raise VoiceError(f"has no voice for the language {escaped(choice.language)}")


def rate_of(choice: VoiceChoice) -> int:
    """Give its rate, from -10 to 10, for words a minute."""
    rate = UNHURRIED if choice.rate is None else choice.rate
    return max(-_FASTEST, min(_FASTEST, round(_FASTEST * math.log(rate / _WORDS_A_MINUTE, 3))))


def _powershell() -> str:
    """Give the PowerShell that every Windows has; the newer one cannot load its speech."""
    if sys.platform != "win32":
        raise AbsentError("is not there: it comes with Windows alone")
    own = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
    program = str(own) if own.exists() else shutil.which("powershell")
    if program is None:
        raise VoiceError("cannot be reached: there is no PowerShell")
    return program


def _listed(answer: bytes) -> tuple[VoiceName, ...]:
    try:
        found = json.loads(answer.decode("utf-8-sig"))
        return tuple(VoiceName(str(each["name"]), str(each["language"])) for each in found)
    except (ValueError, KeyError, TypeError):
        raise VoiceError("did not tell its voices") from None
