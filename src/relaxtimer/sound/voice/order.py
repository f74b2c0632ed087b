"""Which voice speaks: the first that works, with why each better one does not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import quoted
from relaxtimer.notation.suggestion import nearest_names
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.cache import FOLDER, Cache
from relaxtimer.sound.voice.engine import AbsentError, Engine, UnknownNameError, VoiceError, VoiceName
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.voice import EngineVoice

if TYPE_CHECKING:
    from relaxtimer.audio.passes import Passes

# A word that every engine has to be able to say before it is believed to work.
TRIAL = "Ready."
# Whoever sets a command has chosen it.
_BY_COMMAND = "command"

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

    `unheeded` are sentences about what was set to no effect: what this voice cannot do, a name that none has, and
    engines that were chosen and do not work, which are `missed`, too.
    """

    voice: EngineVoice | None
    missed: tuple[str, ...] = ()
    unheeded: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """All that there is to say, each thing once."""
        return tuple(dict.fromkeys((*self.missed, *self.unheeded)))


class Examined(NamedTuple):
    """An engine that was tried: why it does not work, if so, its version and voices, and what was set to no effect.

    `nameless` is one that does not work only because it has no voice of the name that was set.
    """

    name: str
    why_not: str = ""
    version: str = ""
    voices: tuple[VoiceName, ...] = ()
    unheeded: tuple[str, ...] = ()
    nameless: bool = False

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

    found, nameless = _first(choice, made_of, without, programs)
    if found.voice is not None or choice.name is None:
        return found
    # What hangs or fails for another reason is not tried again.
    other, _ = _first(replace(choice, name=None), made_of, ENGINES.keys() - nameless, programs)
    if other.voice is None:
        return found
    instead = _instead(choice.name, other.voice.name, other.voice.engine.voices())
    return Found(other.voice, found.missed, (*found.unheeded, instead, *other.unheeded))


def examine(choice: VoiceChoice) -> tuple[Examined, ...]:
    """Try every engine, the best first: each has a word spoken now, whatever was kept."""
    programs = Programs()
    found = tuple(_examined(name, choice, programs) for name in _order(choice))
    if choice.name is None or any(each.works for each in found):
        return found
    return tuple(_by_another_name(each, choice, programs) if each.nameless else each for each in found)


def names_here(choice: VoiceChoice) -> tuple[VoiceName, ...]:
    """Give the voices that can be set by name, of the first engine that lists any; none of them has to speak."""
    programs = Programs()
    for name in _order(choice):
        if name != _BY_COMMAND:
            with suppress(VoiceError):
                if voices := _opened(name, replace(choice, name=None), programs).voices():
                    return voices
    return ()


def _examined(name: str, choice: VoiceChoice, programs: Programs) -> Examined:
    try:
        engine = _opened(name, choice, programs)
        EngineVoice(engine, programs).record(TRIAL)
    except VoiceError as error:
        return Examined(name, why_not=str(error), nameless=isinstance(error, UnknownNameError))
    return Examined(name, version=engine.version, voices=engine.voices(), unheeded=engine.unheeded)


def _by_another_name(before: Examined, choice: VoiceChoice, programs: Programs) -> Examined:
    """Try an engine again that lacks nothing but a voice of the name that was set."""
    other = _examined(before.name, replace(choice, name=None), programs)
    if not other.works:
        return before
    return other._replace(unheeded=(_instead(choice.name or "", other.name, other.voices), *other.unheeded))


def _instead(name: str, engine: str, voices: Collection[VoiceName]) -> str:
    """Say that no voice has a name, who speaks in its place, and which names come near."""
    near = [f'"{escaped(each)}"' for each in nearest_names(name, (voice.name for voice in voices))]
    names = f" The nearest names are {', '.join(near)}." if len(near) > 1 else f" Is it {near[0]}?" if near else ""
    return f"No voice is called {quoted(name)}: {engine} speaks with another one.{names} `relaxtimer voices` lists all."


def _first(
    choice: VoiceChoice, made_of: Callable[[Engine], EngineVoice], without: Collection[str], programs: Programs
) -> tuple[Found, set[str]]:
    """Give the first that works, and the engines before it that lack nothing but a voice of the name that was set."""
    missed: list[str] = []
    chosen: list[str] = []
    nameless: set[str] = set()
    for name in _order(choice):
        if name in without:
            continue
        try:
            engine = _opened(name, choice, programs)
            voice = made_of(engine)
            voice.record(TRIAL)
        except UnknownNameError as error:
            nameless.add(name)
            missed.append(error.about(name))
        except VoiceError as error:
            if name == choice.engine or not isinstance(error, AbsentError):
                missed.append(error.about(name))
                chosen += missed[-1:] if name in {choice.engine, _BY_COMMAND} else []
        else:
            return Found(voice, tuple(missed), (*chosen, *engine.unheeded)), nameless
    return Found(None, tuple(missed), tuple(chosen)), nameless


def _opened(name: str, choice: VoiceChoice, programs: Programs) -> Engine:
    module, _, kind = ENGINES[name].partition(":")
    opening: Callable[[VoiceChoice, Programs], Engine] = getattr(import_module(f"{__package__}.{module}"), kind)
    return opening(choice, programs)


def _order(choice: VoiceChoice) -> list[str]:
    """Give the engines, the one that was chosen first."""
    return sorted(ENGINES, key=lambda name: name != choice.engine)
