"""What is said to whoever names a voice behind `--voice`, which only turns the words on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from relaxtimer.cli.failure import Failure
from relaxtimer.cli.settings_file import choice_of, own_settings, settings_path
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import quoted
from relaxtimer.notation.suggestion import nearest_names
from relaxtimer.settings.settings import Settings
from relaxtimer.sound.voice.order import names_here


def refusal(others: Sequence[str], arguments: Sequence[str]) -> str:
    """Say what is wrong with arguments, of which `others` have no meaning: one at `--voice` was meant for a voice."""
    joined = next((each.partition("=")[2] for each in arguments if each.startswith("--voice=")), None)
    if joined is not None:
        return _no_name_there(joined)
    words = f"unrecognized arguments: {' '.join(others)}"
    named = [name for option, name in pairwise(arguments) if option == "--voice" and not name.startswith("-")]
    if not named:
        return words
    told = _no_name_there(named[0])
    return told if named[0] in others else f"{words}. {told}"


def _no_name_there(name: str) -> str:
    """Say that a name does not belong there, whether there is such a voice, and where it is chosen."""
    return f"--voice takes no name, and is followed by {quoted(name)}. {_known(name)} {_choosing()}"


def _known(name: str) -> str:
    names = {voice.name for voice in names_here(choice_of(_settings()))}
    meant = next((each for each in names if each.casefold() == name.strip().casefold()), None)
    if meant is not None:
        return f"There is a voice {quoted(meant)}."
    near = nearest_names(name, sorted(names))
    nearest = f"; the nearest: {', '.join(map(quoted, near))}" if near else ""
    return f"No voice here is called that{nearest}."


def _choosing() -> str:
    where = escaped(str(settings_path()))
    return f"`relaxtimer voices` lists all; `name:` under `voice:` in {where} chooses one."


def _settings() -> Settings:
    try:
        return own_settings()
    except Failure:
        return Settings()
