"""`relaxtimer voices`: what can speak here and what cannot, and the voices there are."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from relaxtimer.cli.layout import cells, indented, padded, width_of
from relaxtimer.cli.settings_file import choice_of, own_settings, settings_path
from relaxtimer.notation.characters import escaped
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.voice.engine import VoiceName
from relaxtimer.sound.voice.order import Examined, examine

INDENT = "  "


def voices(options: argparse.Namespace, out: TextIO) -> int:
    """Have each engine say a word, and tell how that went. Raises `Failure` for mistakes in the settings."""
    settings = own_settings()
    choice = choice_of(settings)
    examined = examine(choice)
    speaks = next((each for each in examined if each.works), None)
    if options.json:
        json.dump(_as_json(examined, speaks, on=settings.voice.on), out, indent=2)
        out.write("\n")
        return 0
    width = width_of(out)
    lines = (
        *_speaking(speaks, width, on=settings.voice.on),
        "",
        *_engines(examined, width),
        *_ending(speaks, choice, width),
    )
    out.writelines(f"{line}\n" for line in lines)
    return 0


def _as_json(examined: Sequence[Examined], speaks: Examined | None, *, on: bool) -> dict[str, Any]:
    return {
        "on": on,
        "engine": speaks.name if speaks else None,
        "engines": [
            {
                "engine": each.name,
                "works": each.works,
                "why_not": each.why_not or None,
                "version": each.version or None,
                "unheeded": list(each.unheeded),
                "voices": [{"name": voice.name, "language": voice.language} for voice in each.voices],
            }
            for each in examined
        ],
    }


def _speaking(speaks: Examined | None, width: int, *, on: bool) -> Iterator[str]:
    if speaks is None:
        yield "Nothing can speak here: the words are shown."
    elif on:
        yield f"{speaks.name} speaks."
    else:
        yield f"{speaks.name} would speak, but the voice is off in the settings."
    yield from (indented(sentence, width) for sentence in (speaks.unheeded if speaks else ()))


def _engines(examined: Sequence[Examined], width: int) -> Iterator[str]:
    names = max(len(each.name) for each in examined)
    for each in examined:
        found = f"works{f': {each.version}' if each.version else ''}"
        start = f"{INDENT}{padded(each.name, names)}  "
        yield indented(escaped(each.why_not or found), width, start, " " * cells(start))


def _ending(speaks: Examined | None, choice: VoiceChoice, width: int) -> Iterator[str]:
    yield ""
    if speaks and speaks.voices:
        yield f"Voices of {speaks.name}:"
        yield from _table(_nearest_first(speaks.voices, choice.language), width)
        yield ""
    said = "Engine, voice, language and speed are set in"
    yield indented(
        f"{said} {escaped(str(settings_path()))} (`relaxtimer settings --new` writes one).", width, "", INDENT
    )


def _table(found: Sequence[VoiceName], width: int) -> Iterator[str]:
    languages = max(cells(escaped(each.language)) for each in found)
    for each in found:
        start = f"{INDENT}{padded(escaped(each.language), languages)}  "
        yield indented(escaped(each.name), width, start, " " * cells(start))


def _nearest_first(found: Sequence[VoiceName], language: str) -> list[VoiceName]:
    """Put the voices of a language first, then those of its other kinds."""
    tag = language.casefold()
    kind = tag.partition("-")[0]

    def far(voice: VoiceName) -> tuple[bool, bool]:
        spoken = voice.language.casefold()
        return spoken != tag, spoken.partition("-")[0] != kind

    return sorted(found, key=far)
