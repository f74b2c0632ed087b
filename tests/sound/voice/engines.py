"""The voices that tests speak with."""

from __future__ import annotations

import shutil
import sys
from ast import literal_eval
from importlib.util import find_spec
from pathlib import Path

from relaxtimer.sound.messages import VoiceChoice
from tests.conftest import need

FAKE = Path(__file__).with_name("fake_engine.py")


def fake(*options: str | Path, log: Path | None = None) -> tuple[str, ...]:
    """Give a command of the settings that runs the fake engine, and notes its texts in the file `log`."""
    # The file itself is no argument: a file among them that changes would make another voice.
    noted = ("--log", str(log.parent)) if log else ()
    return (sys.executable, str(FAKE), *noted, *map(str, options))


def chosen(*options: str | Path, log: Path | None = None) -> VoiceChoice:
    """Choose the fake engine."""
    return VoiceChoice(command=fake(*options, log=log))


def texts_of(log: Path) -> list[str]:
    """Give the texts that the fake engine was given, in their order."""
    return [literal_eval(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


def program(folder: Path, name: str, code: str) -> Path:
    """Put a program on disk under a name: Python that this interpreter runs."""
    need(sys.platform != "win32", "a script is no program on Windows")
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
    path.chmod(0o755)
    return path


def need_espeak_command() -> None:
    """Skip without the program."""
    need(shutil.which("espeak-ng"), "espeak-ng is not installed")


def need_espeak_library() -> None:
    """Skip without the library."""
    need(find_spec("espeakng_loader"), "espeakng-loader is not installed: it is in the extra voice")
