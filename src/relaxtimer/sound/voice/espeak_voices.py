"""What both ways to eSpeak NG have in common: how it is set, its voices, and which of them is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relaxtimer.notation.characters import escaped
from relaxtimer.notation.suggestion import did_you_mean
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import UnknownNameError, VoiceError, VoiceName

# Its words a minute are long words: at 140 it takes nine tenths of what 150 words of these instructions a minute would.
RATE = 140
PITCH = 50
HIGHEST_PITCH = 99
# What is asked for in the place of a language to have the variants of voices listed.
VARIANT = b"variant"
# Voices of another engine, which eSpeak NG lists whether they are there or not.
_MBROLA = ("mb/", "mb\\")
_ROW = re.compile(r"\s*(\d+)\s+(\S+)\s+\S+\s+(\S+)\s+(\S+)\s*(.*)")
_OTHER_LANGUAGE = re.compile(r"\((\S+) (\d+)\)")


class EspeakVoice(NamedTuple):
    """A voice: its name, the file it is chosen by, and its languages, each after a number: the lower the better."""

    name: str
    file: str
    languages: tuple[tuple[int, str], ...]

    @property
    def installed(self) -> bool:
        """Whether it is there for certain."""
        return not self.file.startswith(_MBROLA)


def rate_of(choice: VoiceChoice) -> int:
    """Give its words a minute."""
    return RATE if choice.rate is None else choice.rate


def pitch_of(choice: VoiceChoice) -> int:
    """Give its pitch, 0 to 99."""
    return PITCH if choice.pitch is None else min(choice.pitch, HIGHEST_PITCH)


def listed(table: str) -> list[EspeakVoice]:
    """Read the table of voices that `espeak-ng --voices` prints."""
    rows = (_ROW.fullmatch(line) for line in table.splitlines())
    return [_voice(*row.groups()) for row in rows if row]


def _voice(priority: str, language: str, name: str, file: str, others: str) -> EspeakVoice:
    more = tuple((int(number), tag) for tag, number in _OTHER_LANGUAGE.findall(others))
    return EspeakVoice(name.replace("_", " "), file, ((int(priority), language), *more))


def names(voices: Sequence[EspeakVoice]) -> tuple[VoiceName, ...]:
    """Give the voices that are there, for people, by their languages."""
    found = {VoiceName(each.name, each.languages[0][1]) for each in voices if each.installed}
    return tuple(sorted(found, key=lambda each: (each.language, each.name)))


def varied(choice: VoiceChoice) -> bool:
    """Tell whether a variant of a voice is asked for, as in `English (Scotland)+f3`."""
    return choice.name is not None and "+" in choice.name


def wanted(choice: VoiceChoice, voices: Sequence[EspeakVoice], variants: Sequence[EspeakVoice] = ()) -> str:
    """Give the file of the voice that is meant, by name or by language. Raises `VoiceError` where there is none."""
    if choice.name is None:
        return _speaking(choice.language, voices).file
    name, plus, variant = choice.name.partition("+")
    known = {word: each for each in reversed(voices) for word in _words_for(each)}
    if _plain(name) not in known:
        near = did_you_mean(name, [each.name for each in voices if each.installed])
        raise UnknownNameError(f"has no voice {escaped(choice.name)}{near}")
    files = [each.file.replace("\\", "/").rpartition("/")[2] for each in variants]
    if plus and variant not in files:
        raise UnknownNameError(f"has no variant {escaped(variant)} of a voice{did_you_mean(variant, files)}")
    return f"{known[_plain(name)].file}{plus}{variant}"


def _words_for(voice: EspeakVoice) -> Iterator[str]:
    yield from map(_plain, (voice.name, voice.file, voice.languages[0][1]))


def _plain(name: str) -> str:
    return name.strip().casefold().replace("_", " ")


def _speaking(tag: str, voices: Sequence[EspeakVoice]) -> EspeakVoice:
    """Give the voice for a language, or for what it is a kind of: en-gb for en-gb-london, any English for en-za."""
    spoken = [(*language, each) for each in voices if each.installed for language in each.languages]
    parts = tag.casefold().split("-")
    for end in range(len(parts), 0, -1):
        language = "-".join(parts[:end])
        for fits in (str.__eq__, _is_kind_of):
            found = [each for each in spoken if fits(each[1].casefold(), language)]
            if found:
                return min(found, key=lambda each: each[0])[2]
    near = did_you_mean(tag, {language for _, language, _ in spoken})
    raise VoiceError(f"has no voice for the language {escaped(tag)}{near}")


def _is_kind_of(language: str, of: str) -> bool:
    return language.startswith(f"{of}-")
