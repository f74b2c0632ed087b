"""A step, or an exercise of the library: its layers put together, and checked against each other."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from relaxtimer.core.body import Sides
from relaxtimer.core.lasting import Lasting
from relaxtimer.core.pressure import with_ceiling
from relaxtimer.core.routine import DEFAULT_PREPARE, DEFAULT_PRIORITY, DEFAULT_SWITCH, Exercise, Sounds, Step
from relaxtimer.library.definition import (
    ADAPT,
    AVOID,
    BREATH_CUE,
    CAUTIONS,
    EASIER,
    EASIER_PACED,
    ENDS,
    EQUIPMENT,
    EXERCISE,
    HARDER,
    INSTEAD,
    KIND,
    MISTAKE,
    NAME_FIELD,
    NEEDED,
    NOTE,
    OPTIONAL,
    POSITION,
    PREPARE,
    PRIORITY,
    REST,
    SAY,
    SHOW,
    SIDES,
    SOUNDS,
    SOURCE,
    SWITCH,
    TARGETS,
    VOLUME,
)
from relaxtimer.library.reading.lasting import LastingReader
from relaxtimer.library.reading.source import BreathSource, DraftSource, ExerciseDraft, ExerciseSource, Layers
from relaxtimer.library.reading.words import check_words
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.record import Written
from relaxtimer.notation.strict_yaml.nodes import Mapping


def exercise_of(draft: ExerciseDraft, breaths: BreathSource, reading: Reading) -> Exercise | None:
    """Give an exercise of the library as it is when nothing overrides it; `None` where mistakes were noted."""
    layers = Layers(draft.written)
    check_words(draft.written, None, reading)
    lasting = LastingReader(layers, breaths, reading, whole=True).read()
    if lasting is None or reading.mistakes:
        return None
    return Exercise(id=draft.id, **_fields(layers, lasting))


class StepReader(Struct, frozen=True):
    """Makes steps of one routine from what was written."""

    source: ExerciseSource
    reading: Reading
    defaults: Written | None

    def read(self, own: Written) -> Step | None:
        """Give a step, or `None` where it was written wrongly."""
        exercise_id = own.get(EXERCISE)
        draft = self._exercise(own) if exercise_id else None
        if own.has(EXERCISE) and draft is None:
            check_substitutes(own, exercise_id, self.source, self.reading)
            return None
        exercise = draft.written if draft else None
        if draft is None:
            self._check_own(own)
        check_words(own, exercise, self.reading)
        check_substitutes(own, exercise_id, self.source, self.reading)
        layers = Layers(own, exercise, self.defaults)
        lasting = LastingReader(layers, self.source, self.reading).read()
        if lasting is None or not _complete(layers):
            return None
        priority = own.get(PRIORITY) or DEFAULT_PRIORITY
        return Step(id=exercise_id, optional=own.get(OPTIONAL) or False, priority=priority, **_fields(layers, lasting))

    def _exercise(self, own: Written) -> ExerciseDraft | None:
        id_ = own.get(EXERCISE) or ""
        draft = self.source.find(id_)
        if draft is None:
            self._unknown(own, id_)
        return draft

    def _unknown(self, own: Written, id_: str) -> None:
        near = (id_, self.source.ids())
        self.reading.mistake(
            own.place(EXERCISE), f"there is no exercise {quoted(id_)}", "the id of an exercise", near=near
        )

    def _check_own(self, own: Written) -> None:
        missing = [name for name in NEEDED if own.lacks(name)]
        if not own.lacks(EXERCISE.name):
            return
        if len(missing) == len(NEEDED):
            expected = f"exercise, or {', '.join(NEEDED)} for a step of your own"
            self.reading.mistake(own.node.place, "nothing says what is done in this step", expected)
        elif missing:
            message = f"a step of your own has no {' and no '.join(missing)}"
            self.reading.mistake(own.node.place, message, "name, kind and position, or exercise")


def check_substitutes(own: Written, own_id: str | None, source: DraftSource, reading: Reading) -> None:
    """Check that what is offered instead exists, is something else, and is not itself avoided for that condition."""
    node = own.node.fields.get(INSTEAD.name)
    if not isinstance(node, Mapping):
        return
    for code, id_ in (own.get(INSTEAD) or {}).items():
        place = node.fields[code.value].place
        target = source.find(id_)
        if target is None:
            near = (id_, source.ids())
            reading.mistake(place, f"there is no exercise {quoted(id_)}", "the id of an exercise", near=near)
        elif id_ == own_id:
            reading.mistake(place, f"{quoted(id_)} is offered instead of itself", "another exercise")
        elif code in target.avoid:
            message = f"{quoted(id_)} is itself avoided for {code.value}"
            reading.mistake(place, message, f"an exercise that does not avoid {code.value}")


def _complete(layers: Layers) -> bool:
    return all(layers.exercise_field(field) is not None for field in (NAME_FIELD, KIND, POSITION))


def _fields(layers: Layers, lasting: Lasting) -> dict[str, Any]:
    """Give what an exercise is made from."""
    take = layers.exercise_field
    prepare, switch = layers.time_field(PREPARE), layers.time_field(SWITCH)
    show = take(SHOW if SHOW.name in layers.own.values or SAY.name not in layers.own.values else SAY) or ()
    said, shown = with_ceiling(take(KIND), lasting, take(SAY) or (), show)
    return {
        "name": take(NAME_FIELD),
        "kind": take(KIND),
        "position": take(POSITION),
        "ends": take(ENDS),
        "lasting": lasting,
        "sides": take(SIDES) or Sides.BOTH,
        "prepare": DEFAULT_PREPARE if prepare is None else prepare,
        "switch": DEFAULT_SWITCH if switch is None else switch,
        "rest": layers.time_field(REST) or 0,
        "say": said,
        "show": shown,
        "breath_cue": take(BREATH_CUE) or "",
        "easier": take(EASIER) or "",
        "easier_paced": take(EASIER_PACED) is not False,
        "harder": take(HARDER) or "",
        "mistake": take(MISTAKE) or "",
        "avoid": frozenset(code for codes in layers.all_of(AVOID) for code in codes),
        "adapt": {code: words for each in layers.all_of(ADAPT) for code, words in each.items()},
        "instead": {code: id_ for each in layers.all_of(INSTEAD) for code, id_ in each.items()},
        "cautions": tuple(dict.fromkeys(words for each in layers.all_of(CAUTIONS) for words in each)),
        "equipment": take(EQUIPMENT) or (),
        "targets": take(TARGETS) or (),
        "sounds": layers.time_field(SOUNDS) or Sounds(),
        "volume": layers.time_field(VOLUME),
        "source": take(SOURCE) or "",
        "note": take(NOTE) or "",
    }
