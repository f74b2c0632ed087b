"""The file format, once: every field, what may stand in it, what it is for. Reader and schema both follow it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.conditions import Condition
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import Breath
from relaxtimer.core.routine import LOUDEST
from relaxtimer.library.meant import KINDS, POSITIONS
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.pattern import NAME, TEMPO, BreathName, BreathShape
from relaxtimer.notation.shapes.record import Field, MappingOf, Record, Written, fields
from relaxtimer.notation.shapes.shape import Count, Flag, JSONSchema, ListOf, Matching, Named, OneOf, Text
from relaxtimer.notation.shapes.sounds import SoundsShape
from relaxtimer.notation.shapes.time import EXAMPLES, BoundShape, Duration
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure
    from relaxtimer.notation.shapes.figure import FigureShape

FORMAT = 1
MOST_CYCLES = 1_000
MOST_SEGMENTS = 2_000  # of a whole routine
MOST_ROUNDS = MOST_SEGMENTS  # each round makes one segment at least
MOST_IN_LIST = 100
MOST_STEPS = 2_000
MOST_SOUND_FILES = 40  # of a whole routine

NAME_TEXT = Text(100, "a name")
SENTENCE = Text(500, "a sentence")
_NOTE = Text(2_000)
_DIRECTION = Text(500, "a sentence", placeholders=True)
_PART_NAME = Text(100, "a name", placeholders=True)
_SENTENCES = ListOf(SENTENCE, MOST_IN_LIST)
_DIRECTIONS = ListOf(_DIRECTION, MOST_IN_LIST)
_WORDS = ListOf(NAME_TEXT, MOST_IN_LIST)
ID = Matching(NAME, "an id: lower case letters and digits, with hyphens between", 100)
_TAG = Matching(NAME, "a tag: lower case letters and digits, with hyphens between", 50)
_CLAIM = Matching(r"A[1-9][0-9]?", "a claim such as A1", 3)
_DATE = Matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date such as 2026-12-31", 10)

_CODE = Named("condition", OneOf({condition.value: condition for condition in Condition}))
_CODES = ListOf(_CODE, MOST_IN_LIST)
_TIME = Named("time", Duration())
_TIME_OR_NONE = Named("time-or-none", Duration(least=0))
_TEMPO = Named("tempo", TEMPO)
_BREATH: Named[Breath | BreathName] = Named("breath", BreathShape())
_SOUNDS = Named("sounds", SoundsShape())
_BOUND = Named("bound", BoundShape())


class Readiness(Enum):
    """A step that lasts until a key is pressed."""

    UNTIL_READY = "until-ready"


class WorkShape(Struct, frozen=True):
    """A time, or `until-ready`."""

    def read(self, node: Node, label: str, reading: Reading) -> Milliseconds | Readiness | None:
        """Read it."""
        if isinstance(node, Scalar) and node.text == Readiness.UNTIL_READY.value:
            return Readiness.UNTIL_READY
        if isinstance(node, Scalar) and node.text[:1].isalpha() and not node.empty:
            near = (node.text, (Readiness.UNTIL_READY.value,))
            reading.mistake(node.place, f"{label} is {quoted(node.text)}", f"{EXAMPLES}, or until-ready", near=near)
            return None
        return _TIME.read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return {"anyOf": [_TIME.schema(), {"const": Readiness.UNTIL_READY.value}]}


_WORK = Named("work", WorkShape())
WORK = Field(
    "work",
    _WORK,
    "How long, on each side; with parts, of all parts together. until-ready: until a key is pressed.",
)
ABOUT = Field("about", _TIME, "What until-ready counts as in totals.")
REPS = Field("reps", Count(1, MOST_CYCLES), "So many cycles of the tempo, each paced by sound.")
BREATHS = Field("breaths", Count(1, MOST_CYCLES), "So many whole breaths, ending on an out-breath.")
TEMPO_FIELD = Field("tempo", _TEMPO, "One repetition: up, hold, down, rest.")
BREATH: Field[Breath | BreathName] = Field(
    "breath", _BREATH, "One breath: in-hold-out-rest in seconds, its name, or a list of phases."
)
SHORTEST = Field("shortest", _BOUND, "How far it may shrink: a time for work and parts, a count for reps and breaths.")
LONGEST = Field("longest", _BOUND, "How far it may grow: a time for work and parts, a count for reps and breaths.")
PREPARE = Field("prepare", _TIME_OR_NONE, "Time to get into place and hear the words (default 8s).")
SWITCH = Field("switch", _TIME_OR_NONE, "Time to change sides (default 5s).")
REST = Field("rest", _TIME_OR_NONE, "Time to rest after it (default none).")
SOUNDS = Field("sounds", _SOUNDS, "A profile of sounds, or sound files for single events.")
VOLUME = Field("volume", Count(0, LOUDEST), "How loud, 0 to 100.")

PART_NAME = Field("name", _PART_NAME, "What the part is called.")
PART_SAY = Field("say", _DIRECTION, "What is said of it.")
PART_PREPARE = Field("prepare", _TIME_OR_NONE, "Time before it.")
PART_WORK = Field("work", _TIME, "How long it lasts.")
PART = Record("a part", (PART_NAME, PART_SAY, PART_PREPARE, PART_WORK, REPS, BREATHS), required=("name",))
_PART = Named("part", PART)
PARTS = Field(
    "parts",
    ListOf(_PART, MOST_IN_LIST, least=1, one=False),
    "One part after another: spots, groups of muscles.",
)

NAME_FIELD = Field("name", NAME_TEXT, "What it is called.")
KIND = Field("kind", OneOf({kind.value: kind for kind in Kind}, KINDS), "What it is.")
POSITION = Field(
    "position", OneOf({position.value: position for position in Position}, POSITIONS), "How the body is held."
)
ENDS = Field(
    "ends",
    OneOf({position.value: position for position in Position}, POSITIONS),
    "The position it ends in, where that is another: a way up.",
)
SIDES = Field(
    "sides",
    OneOf({sides.value: sides for sides in Sides}),
    "each: full time on each side. both: both at once, or no side (the default).",
)
SAY = Field("say", _DIRECTIONS, "The words that are spoken and shown: a sentence, or a list of short ones.")
SHOW = Field("show", _DIRECTIONS, "The words on the screen where they differ from those spoken.")
BREATH_CUE = Field("breath-cue", _DIRECTION, "How to breathe, said once.")
EASIER = Field("easier", _DIRECTION, "An easier variant, in a sentence.")
EASIER_PACED = Field(
    "easier-paced", Flag(), "false: the easier variant is done at one's own pace, with no breath or repetition paced."
)
HARDER = Field("harder", _DIRECTION, "A harder variant, in a sentence.")
MISTAKE = Field("mistake", _DIRECTION, "The common mistake, in a sentence.")
AVOID = Field("avoid", _CODES, "Condition codes for which it is left out.")
ADAPT = Field("adapt", MappingOf(_CODE, "condition code", _DIRECTION), "How to do it with a condition: {CODE: words}.")
INSTEAD = Field(
    "instead",
    MappingOf(_CODE, "condition code", ID),
    "What to do instead with a condition, in the same time: {CODE: exercise}.",
)
CAUTIONS = Field("cautions", _SENTENCES, "Plain sentences to heed, for what has no code.")
EQUIPMENT = Field("equipment", _WORDS, "What it needs.")
TARGETS = Field("targets", _WORDS, "Which muscles.")
SOURCE = Field("source", SENTENCE, "Where it comes from.")
NOTE = Field("note", _NOTE, "A note for whoever edits the file.")


class LazyFigureShape(Struct, frozen=True):
    """A figure; what it is made of is loaded when the first one is read."""

    def read(self, node: Node, label: str, reading: Reading) -> Figure | None:
        """Read a figure."""
        return self._shape().read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return self._shape().schema()

    @staticmethod
    def _shape() -> FigureShape:
        from relaxtimer.notation.shapes.figure import FigureShape  # noqa: PLC0415 - most routines are read without

        return FigureShape()


_FIGURE = Named("figure", LazyFigureShape())
FIGURE = Field("figure", _FIGURE, "How it is shown: poses, what stands around, where something is felt.")
EXERCISE = Field("exercise", ID, "An exercise of the library, whose fields may be overridden here.")
OPTIONAL = Field("optional", Flag(), "true: may be left out when time is short.")
PRIORITY = Field("priority", Count(1, 9), "1 to 9 (default 5): of what may be left out, low ones go first.")

WAYS: tuple[Field[object], ...] = (WORK, REPS, BREATHS, PARTS)
_LASTING: tuple[Field[object], ...] = (*WAYS, ABOUT, TEMPO_FIELD, BREATH, SHORTEST, LONGEST)
_AROUND: tuple[Field[object], ...] = (PREPARE, SWITCH, REST)
_ABOUT_IT: tuple[Field[object], ...] = (
    *(SAY, SHOW, BREATH_CUE, EASIER, EASIER_PACED, HARDER, MISTAKE, AVOID, ADAPT, INSTEAD, CAUTIONS),
    *(EQUIPMENT, TARGETS, SOUNDS, VOLUME, FIGURE, SOURCE, NOTE),
)
_OWN = fields((NAME_FIELD, KIND, POSITION, ENDS), _LASTING, (SIDES,), _AROUND, _ABOUT_IT)
# Every field in which words may name the side.
WITH_PLACEHOLDERS: tuple[Field[object], ...] = (SAY, SHOW, BREATH_CUE, EASIER, HARDER, MISTAKE, ADAPT, PARTS)

NEEDED = ("name", "kind", "position")
STEP = Record("a step", fields((EXERCISE,), _OWN, (OPTIONAL, PRIORITY)))
EXERCISE_RECORD = Record("an exercise", _OWN, required=NEEDED)


class ItemShape(Struct, frozen=True):
    """A step, or a block: the one with `repeat` or `steps` in it."""

    def read(self, node: Node, label: str, reading: Reading) -> Written | None:
        """Read it."""
        block = isinstance(node, Mapping) and ("repeat" in node.fields or "steps" in node.fields)
        return (BLOCK if block else STEP).read(node, label, reading)

    def schema(self) -> JSONSchema:
        """Refer to both."""
        return {"anyOf": [{"$ref": "#/$defs/step"}, {"$ref": "#/$defs/block"}]}


_ITEM = Named("item", ItemShape())
_ITEMS = ListOf(_ITEM, MOST_STEPS, least=1, one=False)
STEPS = Field("steps", _ITEMS, "The steps and repeat blocks, in order.")
REPEAT = Field("repeat", Count(1, MOST_ROUNDS), "How many rounds.")
BLOCK_REST = Field("rest", _TIME_OR_NONE, "Time to rest between the rounds; none after the last.")
BLOCK = Record("a repeat block", (REPEAT, STEPS, BLOCK_REST, OPTIONAL, PRIORITY), required=("repeat", "steps"))

DEFAULTS_RECORD = Record("defaults", (PREPARE, SWITCH, REST, TEMPO_FIELD, BREATH, SOUNDS, VOLUME))
_DEFAULTS = Named("defaults", DEFAULTS_RECORD)
DEFAULTS = Field("defaults", _DEFAULTS, "For every step that does not say otherwise.")
FORMAT_FIELD = Field("format", Count(FORMAT, FORMAT), "Always 1.")
TITLE = Field("name", NAME_TEXT, "The title that is shown and spoken.")
SUMMARY = Field("summary", SENTENCE, "One or two sentences: what it is for.")
TAGS = Field("tags", ListOf(_TAG, MOST_IN_LIST), "Words to find it by.")
AUTHOR = Field("author", NAME_TEXT, "Who wrote it.")
FREQUENCY = Field("frequency", NAME_TEXT, "How often.")
UNTIL = Field("until", _DATE, "The last day it is meant for: 2026-12-31.")
ROUTINE_AVOID = Field("avoid", _CODES, "Condition codes for which the whole routine is left alone.")
ROUTINE_INSTEAD = Field(
    "instead", MappingOf(_CODE, "condition code", ID), "The routine to offer in its place: {CODE: routine}."
)
ROUTINE_CAUTIONS = Field("cautions", _SENTENCES, "Plain sentences to read before the start.")
ALTERNATIVE = Field("alternative", _SENTENCES, "What to change without the equipment, and the like.")
ANSWERS = Field("answers", ListOf(_CLAIM, MOST_IN_LIST), "Which claims of the sources it answers: [A1, A4].")
AFTER = Field("after", _SENTENCES, "Words at the end: how to get up, what to do next.")
ROUTINE_EQUIPMENT = Field("equipment", _WORDS, "What to have at hand; left out, it is gathered from the steps.")
ROUTINE = Record(
    "a routine",
    (
        *(FORMAT_FIELD, TITLE, SUMMARY, TAGS, AUTHOR, SOURCE, FREQUENCY, UNTIL, ROUTINE_EQUIPMENT, ROUTINE_AVOID),
        *(ROUTINE_INSTEAD, ROUTINE_CAUTIONS, ALTERNATIVE, ANSWERS, AFTER, DEFAULTS, STEPS),
    ),
    required=("format", "name", "steps"),
)

_BREATH_NAME = Matching(
    r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", "a name: lower case letters and digits, with hyphens between", 100
)
NAMED_BREATHS = Field(
    "breaths", MappingOf(_BREATH_NAME, "name", BreathShape(named=False)), "Breaths under names of their own."
)
_EXERCISE = Named("exercise", EXERCISE_RECORD)
EXERCISES = Field("exercises", MappingOf(ID, "id", _EXERCISE, MOST_STEPS), "Exercises under their ids.")
EXERCISE_FILE = Record("an exercise file", (FORMAT_FIELD, NAMED_BREATHS, EXERCISES), required=("format",))

# What the schema defines once and refers to by name.
DEFINITIONS: tuple[Named[object], ...] = (
    *(
        _CODE,
        _TIME,
        _TIME_OR_NONE,
        _TEMPO,
        _BREATH,
        _SOUNDS,
        _BOUND,
        _WORK,
        _PART,
        _FIGURE,
        _DEFAULTS,
        _ITEM,
        _EXERCISE,
    ),
    *(Named("step", STEP), Named("block", BLOCK)),
)
