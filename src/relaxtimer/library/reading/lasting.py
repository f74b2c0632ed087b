"""How a step lasts: the one way it says itself or takes from its exercise, with its pattern and its bounds.

The rules. A step's own way replaces the exercise's; `work` beside the exercise's parts is shared between them. Bounds
are inherited by the same way of lasting only, widened to include the length that the routine asks for; bounds of the
step's own have to include it.
"""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Lasting, Parts, Repetitions, UntilReady
from relaxtimer.core.pattern import Breath, Tempo
from relaxtimer.library.definition import (
    ABOUT,
    BREATH,
    BREATHS,
    EXERCISE,
    LONGEST,
    MOST_CYCLES,
    PARTS,
    REPS,
    SHORTEST,
    TEMPO_FIELD,
    WAYS,
    WORK,
    Readiness,
)
from relaxtimer.library.reading.parts import Pace, least_shared, parts_of
from relaxtimer.library.reading.source import BreathSource, Layers
from relaxtimer.notation.mistakes import Place, Reading, quoted
from relaxtimer.notation.shapes.pattern import BreathName
from relaxtimer.notation.shapes.record import Field, Written
from relaxtimer.notation.shapes.time import Bound, written

_ALL_WAYS = "work, reps, breaths or parts"


class Way(Enum):
    """The ways of lasting, by their names in messages."""

    HOLD = "work"
    REPETITIONS = "reps"
    BREATHS = "breaths"
    PARTS = "parts"
    UNTIL_READY = "until-ready"


def way_of(record: Written | None) -> Way | None:
    """Tell which way of lasting is written, if any."""
    if record is None or record.has(PARTS):
        return Way.PARTS if record else None
    if record.has(WORK):
        return Way.UNTIL_READY if record.get(WORK) is Readiness.UNTIL_READY else Way.HOLD
    if record.has(REPS):
        return Way.REPETITIONS
    return Way.BREATHS if record.has(BREATHS) else None


class LastingReader(Struct, frozen=True):
    """Reads how one step lasts.

    `whole` where it is an exercise of the library, which may keep patterns for steps that change its way of lasting.
    """

    layers: Layers
    breaths: BreathSource
    reading: Reading
    whole: bool = False

    def read(self) -> Lasting | None:
        """Give the way of lasting, or `None` where that was written wrongly."""
        way = self._way()
        if way is None or not self._one_way():
            return None
        self._check_unused(way)
        match way:
            case Way.UNTIL_READY:
                return self._until_ready()
            case Way.HOLD:
                return self._hold()
            case Way.REPETITIONS:
                return self._repetitions()
            case Way.BREATHS:
                return self._breaths()
            case Way.PARTS:
                return self._parts()
            case _ as never:
                assert_never(never)

    def _way(self) -> Way | None:
        own, inherited = way_of(self.layers.own), way_of(self.layers.exercise)
        if own is Way.HOLD and inherited is Way.PARTS:
            return Way.PARTS
        way = own or inherited
        own_fields = self.layers.own
        if way is None and all(own_fields.lacks(name) for name in (EXERCISE.name, *(field.name for field in WAYS))):
            self.reading.mistake(self.layers.own.node.place, "nothing says how long it lasts", f"one of {_ALL_WAYS}")
        return way

    def _one_way(self) -> bool:
        own = self.layers.own
        ways = [field for field in WAYS if own.has(field)]
        together = ways == [WORK, PARTS] and own.get(WORK) is not Readiness.UNTIL_READY
        if len(ways) <= 1 or together:
            return True
        names = " and ".join(field.name for field in ways)
        self.reading.mistake(own.key_place(ways[1]), f"{names} stand together", f"one way of lasting: {_ALL_WAYS}")
        return False

    def _check_unused(self, way: Way) -> None:
        """Refuse what would have no effect."""
        own = self.layers.own
        unused: list[tuple[Field[object], str]] = []
        if way is not Way.UNTIL_READY and (own.get(WORK) is not None or not own.has(WORK)):
            unused.append((ABOUT, "work: until-ready"))
        elif way is Way.UNTIL_READY:
            unused += [(SHORTEST, "a length that is known"), (LONGEST, "a length that is known")]
        if not self.whole and way not in {Way.REPETITIONS, Way.PARTS}:
            unused.append((TEMPO_FIELD, "reps"))
        if not self.whole and way in {Way.REPETITIONS, Way.UNTIL_READY}:
            unused.append((BREATH, "breaths or work"))
        for field, partner in unused:
            if own.has(field):
                self.reading.mistake(own.key_place(field), f"{field.name} has no effect here", f"it beside {partner}")

    def _until_ready(self) -> UntilReady | None:
        about = self.layers.exercise_field(ABOUT)
        if about is None and not self.layers.own.has(ABOUT):
            self.reading.mistake(self.layers.own.place(WORK), "until-ready has no about", "about: 60s, for the totals")
        return None if about is None else UntilReady(about)

    def _hold(self) -> Hold | None:
        work = self.layers.exercise_field(WORK)
        breath = self._breath(default=False)
        if not isinstance(work, int):
            return None
        if breath and breath.duration > work and self.layers.own.has(BREATH):
            place = self.layers.own.place(BREATH)
            self.reading.mistake(
                place, f"a breath of {written(breath.duration)} does not fit", f"at most {written(work)}"
            )
        bounds = self._bounds(work, Way.HOLD)
        return Hold(work, *bounds, breath) if bounds else None

    def _repetitions(self) -> Repetitions | None:
        reps = self.layers.exercise_field(REPS)
        tempo = self._tempo()
        if tempo is None and not self.layers.has_pattern(TEMPO_FIELD):
            self._needs(REPS, "tempo: {up: 2s, down: 2s}")
        bounds = self._bounds(reps, Way.REPETITIONS) if reps else None
        return Repetitions(reps, tempo, *bounds) if reps and tempo and bounds else None

    def _breaths(self) -> Breaths | None:
        breaths = self.layers.exercise_field(BREATHS)
        breath = self._breath(default=True)
        if breath is None and not self.layers.has_pattern(BREATH):
            self._needs(BREATHS, "breath: 4-0-6-0, or the name of one")
        bounds = self._bounds(breaths, Way.BREATHS) if breaths else None
        return Breaths(breaths, breath, *bounds) if breaths and breath and bounds else None

    def _parts(self) -> Parts | None:
        own = self.layers.own
        holder = own if own.has(PARTS) or self.layers.exercise is None else self.layers.exercise
        breath = self._breath(default=True)
        along = breath if own.has(BREATH) or (self.layers.exercise and self.layers.exercise.has(BREATH)) else None
        pace = Pace(self._tempo(), breath, along, self.layers.has_pattern(TEMPO_FIELD), self.layers.has_pattern(BREATH))
        parts = parts_of(holder, own if own.has(WORK) else holder, pace, self.reading)
        if parts is None:
            return None
        bounds = self._bounds(parts.duration, Way.PARTS)
        return self._bounded(parts, *bounds) if bounds else None

    def _bounded(self, parts: Parts, shortest: Milliseconds | None, longest: Milliseconds | None) -> Parts | None:
        """Give parts their bounds, within which each keeps a second at least; those of reps and breaths have none."""
        own = next((field for field in (SHORTEST, LONGEST) if self.layers.own.has(field)), None)
        if not parts.elastic:
            if own:
                message = f"{own.name} has no effect on parts that last in reps or breaths"
                self.reading.mistake(self.layers.own.key_place(own), message, "parts that last in work")
            return None if own else parts
        least = least_shared(parts)
        low = parts.duration if shortest is None else shortest
        if own and low < least:
            message = f"at {written(low)} there is not a second for each part"
            self.reading.mistake(self.layers.own.place(own), message, f"at least {written(least)} for these parts")
            return None
        if least > parts.duration:
            return parts
        return Parts(parts.parts, None if shortest is None else max(shortest, least), longest)

    def _needs(self, field: Field[object], example: str) -> None:
        name = example.partition(":")[0]
        self.reading.mistake(self.layers.own.key_place(field), f"{field.name} has no {name}", example)

    def _tempo(self) -> Tempo | None:
        return self.layers.pattern_field(TEMPO_FIELD)

    def _breath(self, *, default: bool) -> Breath | None:
        """Give the breath; that of the routine's defaults is for steps that last in breaths only."""
        layers = self.layers
        found = layers.pattern_field(BREATH) if default else layers.exercise_field(BREATH)
        if not isinstance(found, BreathName):
            return found
        return breath_of(found, layers.place_of_pattern(BREATH), self.breaths, self.reading)

    def _bounds(self, length: int, way: Way) -> tuple[int | None, int | None] | None:
        own = self.layers.own
        inherited = self.layers.exercise if way_of(self.layers.exercise) is way else None
        values: list[int | None] = []
        for field, widest in ((SHORTEST, min), (LONGEST, max)):
            if own.has(field):
                value = self._own_bound(field, own.get(field), length, way)
                if value is None:
                    return None
                values.append(value)
                continue
            bound = inherited.get(field) if inherited else None
            value = _in_unit(bound, way) if bound else None
            values.append(None if value is None else widest(value, length))
        return values[0], values[1]

    def _own_bound(self, field: Field[Bound], bound: Bound | None, length: int, way: Way) -> int | None:
        if bound is None:
            return None
        place = self.layers.own.place(field)
        value = _in_unit(bound, way)
        counted = way in {Way.REPETITIONS, Way.BREATHS}
        if value is None or (counted and not 0 < value <= MOST_CYCLES):
            expected = f"a number of {way.value} from 1 to {MOST_CYCLES:,}, as the step lasts in {way.value}"
            self.reading.mistake(place, f"{field.name} is {written(bound.time)}", expected)
            return None
        wrong = value > length if field is SHORTEST else value < length
        if not wrong:
            return value
        says = str if counted else written
        side = "most" if field is SHORTEST else "least"
        self.reading.mistake(
            place, f"{field.name} is {says(value)}, and the length {says(length)}", f"at {side} {says(length)}"
        )
        return None


def _in_unit(bound: Bound, way: Way) -> int | None:
    return bound.count if way in {Way.REPETITIONS, Way.BREATHS} else bound.time


def breath_of(name: BreathName, place: Place, breaths: BreathSource, reading: Reading) -> Breath | None:
    """Give the breath of this name, which is written at `place`."""
    breath = breaths.breath(name.name)
    if breath is None:
        near = (name.name, breaths.breath_names())
        reading.mistake(place, f"there is no breath {quoted(name.name)}", "the name of a breath, or 4-0-6-0", near=near)
    return breath
