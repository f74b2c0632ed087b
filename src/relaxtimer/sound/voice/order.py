"""Which voice speaks: the first that works, with why each better one does not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.cache import FOLDER, Cache
from relaxtimer.sound.voice.engine import AbsentError, Engine, VoiceError, VoiceName
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.voice import EngineVoice

if TYPE_CHECKING:
    from relaxtimer.audio.passes import Passes

# A word that every engine has to be able to say before it is believed to work.
TRIAL = "Ready."

# Each where it is: only those that are tried are loaded. The best first: what a person has chosen themselves, what
# speaks most naturally, what is on the machine.
ENGINES = {
    "command": "command:Command",
    "say": "say:Say",
    "sapi": "sapi:Sapi",
    "espeak-ng": "espeak_command:EspeakCommand",
    "espeakng-loader": "espeak_library:EspeakLibrary",
}


class Found(NamedTuple):
    """The voice that speaks, `None` for none, with a sentence for each better one that does not work.

    `unheeded` are sentences about what was set and this voice cannot do.
    """

    voice: EngineVoice | None
    missed: tuple[str, ...] = ()
    unheeded: tuple[str, ...] = ()


class Examined(NamedTuple):
    """An engine that was tried: why it does not work, if so, its version and voices, and what was set to no effect."""

    name: str
    why_not: str = ""
    version: str = ""
    voices: tuple[VoiceName, ...] = ()
    unheeded: tuple[str, ...] = ()

    @property
    def works(self) -> bool:
        """Whether it could say a word."""
        return not self.why_not


def find_voice(
    choice: VoiceChoice,
    cache: Path,
    without: Collection[str] = (),
    programs: Programs | None = None,
    passes: Passes | None = None,
) -> Found:
    """Find the first voice that works, leaving out engines by name; `cache` is the folder of what can be made again.

    It takes as long as it takes to have a word spoken; `programs` can be stopped from another thread, and `passes` are
    how words are levelled. Where no engine has a voice of the name that was set, any voice of the language speaks.
    """
    programs = programs or Programs()

    def made_of(engine: Engine) -> EngineVoice:
        return EngineVoice(engine, programs, Cache(cache / FOLDER), passes)

    found = _first(choice, made_of, without, programs)
    if found.voice is not None or choice.name is None:
        return found
    other = _first(replace(choice, name=None), made_of, without, programs)
    return other._replace(missed=found.missed)


def examine(choice: VoiceChoice) -> tuple[Examined, ...]:
    """Try every engine, the best first: each has a word spoken now, whatever was kept."""
    programs = Programs()
    found = tuple(_examined(name, choice, programs) for name in _order(choice))
    if choice.name is None or any(each.works for each in found):
        return found
    others = (_examined(each.name, replace(choice, name=None), programs) for each in found)
    return tuple(
        other._replace(unheeded=(VoiceError(each.why_not).about(each.name), *other.unheeded)) if other.works else each
        for each, other in zip(found, others, strict=True)
    )


def _examined(name: str, choice: VoiceChoice, programs: Programs) -> Examined:
    try:
        engine = _opened(name, choice, programs)
        EngineVoice(engine, programs).record(TRIAL)
    except VoiceError as error:
        return Examined(name, why_not=str(error))
    return Examined(name, version=engine.version, voices=engine.voices(), unheeded=engine.unheeded)


def _first(
    choice: VoiceChoice, made_of: Callable[[Engine], EngineVoice], without: Collection[str], programs: Programs
) -> Found:
    missed = []
    for name in _order(choice):
        if name in without:
            continue
        try:
            engine = _opened(name, choice, programs)
            voice = made_of(engine)
            voice.record(TRIAL)
        except VoiceError as error:
            if name == choice.engine or not isinstance(error, AbsentError):
                missed.append(error.about(name))
        else:
            return Found(voice, tuple(missed), engine.unheeded)
    return Found(None, tuple(missed))


def _opened(name: str, choice: VoiceChoice, programs: Programs) -> Engine:
    module, _, kind = ENGINES[name].partition(":")
    opening: Callable[[VoiceChoice, Programs], Engine] = getattr(import_module(f"{__package__}.{module}"), kind)
    return opening(choice, programs)


def _order(choice: VoiceChoice) -> list[str]:
    """Give the engines, the one that was chosen first."""
    return sorted(ENGINES, key=lambda name: name != choice.engine)
