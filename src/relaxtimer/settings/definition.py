"""The settings file, once: every field, what may stand in it, what it is for."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND
from relaxtimer.core.keys import KEYS
from relaxtimer.core.library_keys import LIBRARY_KEYS
from relaxtimer.notation.shapes.figure_values import Measure
from relaxtimer.notation.shapes.record import Field, Record
from relaxtimer.notation.shapes.shape import Count, Flag, Matching, OneOf, Text
from relaxtimer.notation.shapes.sounds import PROFILES
from relaxtimer.notation.shapes.time import Duration
from relaxtimer.settings.settings import ENGINES, FIGURES, MOTIONS, OUTPUTS, SEATS, THEMES
from relaxtimer.settings.shapes import LIBRARY_KEY, BedShape, CommandShape, Group, KeysShape, LanguageShape

LONGEST_PRIMER = 10 * SECOND
# Slower than this no engine is understood, faster than this none goes.
SLOWEST, FASTEST = 80, 400
LONGEST_PREPARE = 4.0
_VOLUME = Count(0, 100)


def _one_of(names: tuple[str, ...]) -> OneOf[str]:
    return OneOf({name: name for name in names})


OUTPUT = Field("output", _one_of(OUTPUTS), "What makes the sound; auto: the best that works.")
VOLUME = Field("volume", _VOLUME, "How loud, 0 to 100.")
PROFILE = Field("profile", _one_of(PROFILES), "The sounds, where a routine names no others.")
BED = Field("bed", BedShape(), "An ambience under it all.")
BED_VOLUME = Field("bed-volume", _VOLUME, "How loud the ambience is within the whole.")
VOICE_VOLUME = Field("voice-volume", _VOLUME, "How loud the words are within the whole.")
CUE_VOLUME = Field("cue-volume", _VOLUME, "How loud the sounds of events are within the whole.")
PRIMER = Field("primer", Duration(0, LONGEST_PRIMER), "Silence before the first sound, for Bluetooth and the like.")
SOUND_RECORD = Record("sound", (OUTPUT, VOLUME, PROFILE, BED, BED_VOLUME, VOICE_VOLUME, CUE_VOLUME, PRIMER))

ON = Field("on", Flag(), "Whether the words are spoken; they are shown either way.")
ENGINE = Field("engine", _one_of(ENGINES), "What speaks; auto: the best that works.")
COMMAND = Field("command", CommandShape(), "A program that takes a text on its input and gives a WAV on its output.")
NAME = Field("name", Text(200, "the name of a voice"), "Which voice of the engine.")
LANGUAGE = Field("language", LanguageShape(), "Which language it speaks.")
RATE = Field("rate", Count(SLOWEST, FASTEST), "How fast, in words a minute.")
PITCH = Field("pitch", Count(0, 100), "How high, 0 to 100.")
VOICE_RECORD = Record("voice", (ON, ENGINE, COMMAND, NAME, LANGUAGE, RATE, PITCH))

FIGURES_FIELD = Field("figures", _one_of(FIGURES), "How figures are drawn; auto: as is best for the terminal.")
SEAT = Field("seat", _one_of(SEATS), "What figures that sit are shown to sit in.")
THEME = Field("theme", _one_of(THEMES), "Which colours; terminal: those of the terminal itself.")
MOTION = Field("motion", _one_of(MOTIONS), "With calm, nothing moves but the digits.")
SCREEN_RECORD = Record("screen", (FIGURES_FIELD, SEAT, THEME, MOTION))

PREPARE = Field("prepare", Measure(LONGEST_PREPARE, "a number", 1), "Times the time to get into place, 1 to 4.")
KEEP_AWAKE = Field("keep-awake", Flag(), "Whether the machine and its screen are kept awake while a session runs.")
CHECK_IN = Field("check-in", Flag(), "Whether pain, stiffness and stress are asked for, and once a week the week.")
GET_UP = Field(
    "get-up",
    Matching(r"(?:[01]?\d|2[0-3]):[0-5]\d", "a time of the day such as 6:30", 5),
    "When you get up: within an hour of it, deep bends are replaced.",
)
EMERGENCY_NUMBER = Field(
    "emergency-number",
    Matching(r"[0-9+ ()-]+", "a telephone number", 30),
    "Whom to call in an emergency where you are.",
)
SESSION_RECORD = Record("session", (PREPARE, KEEP_AWAKE, CHECK_IN, GET_UP, EMERGENCY_NUMBER))

KEY_FIELDS = {key.action: Field(key.action, KeysShape(), f"{key.words}.") for key in KEYS}
KEYS_RECORD = Record("keys", tuple(KEY_FIELDS.values()))
LIBRARY_KEY_FIELDS = {key.action: Field(key.action, KeysShape(LIBRARY_KEY), f"{key.words}.") for key in LIBRARY_KEYS}
LIBRARY_KEYS_RECORD = Record("library-keys", tuple(LIBRARY_KEY_FIELDS.values()))

SOUND = Field("sound", Group(SOUND_RECORD), "How it sounds.")
VOICE = Field("voice", Group(VOICE_RECORD), "Who speaks, and how.")
SCREEN = Field("screen", Group(SCREEN_RECORD), "How it looks.")
SESSION = Field("session", Group(SESSION_RECORD), "How a session goes.")
OWN_KEYS = Field("keys", Group(KEYS_RECORD), "The keys of a session.")
OWN_LIBRARY_KEYS = Field("library-keys", Group(LIBRARY_KEYS_RECORD), "The keys of the library.")
SETTINGS = Record("the settings", (SOUND, VOICE, SCREEN, SESSION, OWN_KEYS, OWN_LIBRARY_KEYS))
