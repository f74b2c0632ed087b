"""Breaths and tempos as they are written: `4-0-6-0`, a name, a group of phases, a list of phases."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from msgspec import Struct

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.pattern import LONGEST_PHASE, SHORTEST_PHASE, Breath, Motion, Pattern, PatternPhase, Tempo
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.shape import JSONSchema, Shape, Text, refuse_kind
from relaxtimer.notation.shapes.time import Duration, milliseconds
from relaxtimer.notation.strict_yaml.nodes import Broken, Mapping, Node, Scalar, Sequence

P = TypeVar("P", bound=Pattern)

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MOST_PHASES = 20
_SECONDS = r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
_NUMBERS = rf"{_SECONDS}(?:-{_SECONDS}){{1,3}}"
_BREATH_ORDER = (Motion.IN, Motion.HOLD, Motion.OUT, Motion.REST)
_BREATH_EXAMPLES = "a breath such as 4-0-6-0 (in, hold, out, rest: seconds), its name, or a list of phases"
_PHASE = Duration(SHORTEST_PHASE, LONGEST_PHASE)
_WORDS = Text(100, "a few words")


class BreathName(Struct, frozen=True):
    """A breath by its name in the library, with where that is written."""

    name: str


class Phases(Struct, Generic[P], frozen=True):
    """A cycle as phases: a list, in which a motion may come more than once and carry words, or a group of times."""

    kind: type[P]
    motions: tuple[Motion, ...]
    grouped: bool

    @property
    def expected(self) -> str:
        """What may stand here, in words."""
        names = ", ".join(self.motions)
        return f"phases of {names}: a list such as [{{{self.motions[0]}: 2s}}, {{{self.motions[2]}: 2s}}]"

    def read(self, node: Node, label: str, reading: Reading) -> P | None:
        """Read the phases."""
        if isinstance(node, Mapping) and self.grouped:
            phases = [
                self._phase(name, value, None, reading)
                for name, value in node.fields.items()
                if self._known(node, name, reading)
            ]
            complete = len(phases) == len(node.fields)
        elif isinstance(node, Sequence):
            phases = [self._item(item, label, reading) for item in node.items]
            complete = True
        else:
            refuse_kind(node, label, self.expected, reading)
            return None
        if not 0 < len(phases) <= MOST_PHASES and complete:
            reading.mistake(node.place, f"{label} has {len(phases)} phases", f"1 to {MOST_PHASES} phases")
            return None
        found = tuple(phase for phase in phases if phase is not None)
        return self.kind(found) if complete and len(found) == len(phases) else None

    def _item(self, node: Node, label: str, reading: Reading) -> PatternPhase | None:
        expected = f"one of {', '.join(self.motions)} with its time, and say where it has words"
        if not isinstance(node, Mapping):
            refuse_kind(node, f"a phase of {label}", expected, reading)
            return None
        names = [name for name in node.fields if name != "say" and self._known(node, name, reading)]
        others = len(node.fields) - len(names) - ("say" in node.fields)
        if len(names) + others != 1:
            reading.mistake(node.place, f"a phase of {label} with {len(names)} times", expected)
        say = _WORDS.read(node.fields["say"], "say", reading) if "say" in node.fields else None
        if len(names) != 1 or others or ("say" in node.fields and say is None):
            return None
        return self._phase(names[0], node.fields[names[0]], say, reading)

    def _known(self, node: Mapping, name: str, reading: Reading) -> bool:
        if name in self.motions:
            return True
        key = node.keys[name]
        reading.mistake(
            key.place,
            f"{quoted(name)} is not a phase here",
            f"one of {', '.join(self.motions)}",
            near=(name, self.motions),
        )
        return False

    @staticmethod
    def _phase(name: str, node: Node, say: str | None, reading: Reading) -> PatternPhase | None:
        duration = _PHASE.read(node, name, reading)
        return None if duration is None else PatternPhase(Motion(name), duration, say)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        times = {motion.value: _PHASE.schema() for motion in self.motions}
        item = {
            "type": "object",
            "properties": {**times, "say": _WORDS.schema()},
            "additionalProperties": False,
            "oneOf": [{"required": [motion.value]} for motion in self.motions],
        }
        listed = {"type": "array", "items": item, "minItems": 1, "maxItems": MOST_PHASES}
        if not self.grouped:
            return listed
        group = {"type": "object", "properties": times, "additionalProperties": False, "minProperties": 1}
        return {"anyOf": [group, listed]}


TEMPO: Shape[Tempo] = Phases(Tempo, (Motion.UP, Motion.HOLD, Motion.DOWN, Motion.REST), grouped=True)
_BREATH_PHASES = Phases(Breath, _BREATH_ORDER, grouped=False)


class BreathShape(Struct, frozen=True):
    """A breath. `named`: whether the name of one may stand for it."""

    named: bool = True

    def read(self, node: Node, label: str, reading: Reading) -> Breath | BreathName | None:
        """Read a breath, or its name."""
        if isinstance(node, Broken):
            return None
        if isinstance(node, Scalar) and not node.empty:
            return self._scalar(node, label, reading)
        if not isinstance(node, Sequence):
            refuse_kind(node, label, _BREATH_EXAMPLES, reading)
            return None
        breath = _BREATH_PHASES.read(node, label, reading)
        return breath if breath is None or _both_ways(breath, node, label, reading) else None

    def _scalar(self, node: Scalar, label: str, reading: Reading) -> Breath | BreathName | None:
        if re.fullmatch(_NUMBERS, node.text):
            return _numbers(node, label, reading)
        if (
            self.named
            and len(node.text) <= _WORDS.longest
            and re.fullmatch(NAME, node.text)
            and not node.text[0].isdigit()
        ):
            return BreathName(node.text)
        reading.mistake(node.place, f"{label} is {quoted(node.text)}", _BREATH_EXAMPLES)
        return None

    def schema(self) -> JSONSchema:
        """Write the shape."""
        pattern = f"^(?:{_NUMBERS}{'|(?![0-9])' + NAME if self.named else ''})$"
        text = {"type": "string", "pattern": pattern, "maxLength": _WORDS.longest}
        return {"anyOf": [text, _BREATH_PHASES.schema()]}


def _numbers(node: Scalar, label: str, reading: Reading) -> Breath | None:
    """Read `in-hold-out-rest`; of two numbers the second is the out-breath. A zero is a phase that is not there."""
    numbers = [milliseconds(number) or 0 for number in node.text.split("-")]
    motions = (Motion.IN, Motion.OUT) if len(numbers) == len("io") else _BREATH_ORDER
    phases: list[tuple[Motion, Milliseconds]] = [each for each in zip(motions, numbers, strict=False) if each[1]]
    wrong = [
        f"{motion} {number / SECOND:g}s" for motion, number in phases if not SHORTEST_PHASE <= number <= LONGEST_PHASE
    ]
    if wrong:
        bounds = f"phases from {SHORTEST_PHASE / SECOND:g}s to {LONGEST_PHASE // SECOND}s"
        reading.mistake(node.place, f"{label} is {quoted(node.text)}: {', '.join(wrong)}", bounds)
        return None
    if not {Motion.IN, Motion.OUT} <= {motion for motion, _ in phases}:
        reading.mistake(node.place, f"{label} is {quoted(node.text)}", "an in-breath and an out-breath that are not 0")
        return None
    return Breath(tuple(PatternPhase(motion, number) for motion, number in phases))


def _both_ways(breath: Breath, node: Node, label: str, reading: Reading) -> bool:
    if {Motion.IN, Motion.OUT} <= {phase.motion for phase in breath.phases}:
        return True
    reading.mistake(node.place, f"{label} is only half a breath", "at least one phase of in and one of out")
    return False
