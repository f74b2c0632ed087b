"""Which sound each event has in each profile, and where the sounds are.

A sound is known by its name, which is the name of its file in `sounds/`. Breath in and out and tempo up and down have
none in the soft and the clear profile: they are cut to the length of their phase (`phases`).
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.resources import bundled

PROFILES = ("soft", "clear", "bells", "ticks", "silent")
BEDS = ("brown", "pink", "rain", "stream")
# The sounds that go on for as long as their phase, and the glides that they are cut from.
GLIDES = {
    f"{profile}-{kind.value}": f"{profile}-{kind.value.partition('-')[0]}-glide"
    for profile in ("soft", "clear")
    for kind in (CueKind.BREATH_IN, CueKind.BREATH_OUT, CueKind.TEMPO_UP, CueKind.TEMPO_DOWN)
}

_WORDS_ALONE = frozenset({CueKind.INSTRUCTION, CueKind.BREATH_CUE, CueKind.NEXT})
_PACING = frozenset(
    {
        CueKind.BREATH_IN,
        CueKind.BREATH_HOLD,
        CueKind.BREATH_OUT,
        CueKind.BREATH_REST,
        CueKind.TEMPO_UP,
        CueKind.TEMPO_HOLD,
        CueKind.TEMPO_DOWN,
        CueKind.TEMPO_REST,
    }
)
# The clear profile has marks and pacing of its own; its other events are bells.
_CLEAR = _PACING | {CueKind.LEAD_IN, CueKind.ENDING}

# Until it has fallen by 6 dB, or has had its last stroke; measured, and held against the files by a test.
_HEADS: dict[str, Milliseconds] = {
    "soft-lead-in": 50,
    "soft-step": 720,
    "soft-begin": 620,
    "soft-part": 180,
    "soft-half": 460,
    "soft-ending": 50,
    "soft-switch": 800,
    "soft-ready": 810,
    "soft-rest": 1020,
    "soft-end": 2500,
    "clear-lead-in": 50,
    "clear-ending": 50,
    "bells-step": 600,
    "bells-begin": 600,
    "bells-part": 640,
    "bells-half": 680,
    "bells-switch": 970,
    "bells-ready": 930,
    "bells-rest": 1260,
    "bells-end": 2370,
    "bells-lead-in": 100,
    "bells-ending": 100,
    "ticks-lead-in": 50,
    "ticks-step": 370,
    "ticks-begin": 210,
    "ticks-part": 210,
    "ticks-half": 210,
    "ticks-ending": 50,
    "ticks-switch": 650,
    "ticks-ready": 370,
    "ticks-rest": 530,
    "ticks-end": 1030,
}


class Tone(Struct, frozen=True):
    """The sound of an event: its name, and how loud it is played (linear, 1.0 as it is)."""

    name: str
    gain: float = 1.0


def tone_of(kind: CueKind, profile: str) -> Tone | None:
    """Give the sound of an event, `None` where it has none. Raises `ValueError` for an unknown profile."""
    if profile not in PROFILES:
        raise ValueError(f"there is no profile {profile}: expected one of {', '.join(PROFILES)}")
    if profile == "silent" or kind in _WORDS_ALONE:
        return None
    family = "bells" if profile == "clear" and kind not in _CLEAR else profile
    return Tone(f"{family}-{kind.value}")


def head_of(name: str) -> Milliseconds:
    """Give how long the loud part of a sound lasts, that words must not lie under. 0 for those of breath and tempo."""
    return _HEADS.get(name, 0)


def sound_file(name: str) -> Path:
    """Give the file of a sound, a glide or an ambience by its name; raises `KeyError` where there is none."""
    return bundled("sounds") / _FILES[name]


_FILES = {
    **{
        tone.name: f"{tone.name}.wav"
        for profile in PROFILES
        for kind in CueKind
        if (tone := tone_of(kind, profile)) and tone.name not in GLIDES
    },
    **{name: f"{name}.ogg" for name in GLIDES.values()},
    **{f"ambience-{name}": f"ambience-{name}.ogg" for name in BEDS},
}
