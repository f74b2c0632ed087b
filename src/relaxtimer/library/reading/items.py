"""The steps and repeat blocks of a routine, in order, with their places and their size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relaxtimer.core.routine import DEFAULT_PRIORITY, Item, Repeat, Step
from relaxtimer.library.definition import BLOCK_REST, FIGURE, MOST_SOUND_FILES, OPTIONAL, PRIORITY, REPEAT, STEPS
from relaxtimer.library.reading.size import Size, size_of_block, size_of_list, size_of_step, too_big
from relaxtimer.library.reading.source import ExerciseSource
from relaxtimer.library.reading.step import StepReader
from relaxtimer.notation.mistakes import Place, Reading
from relaxtimer.notation.shapes.record import Written

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


class ItemReader:
    """Reads all items of one routine. `steps` and `places` are those of the steps that were read, in order.

    `figures` are those that steps have themselves, by their number.
    """

    def __init__(self, source: ExerciseSource, reading: Reading, defaults: Written | None) -> None:
        self.places: list[Place] = []
        self.steps: list[Step] = []
        self.figures: dict[int, Figure] = {}
        self._reading = reading
        self._step_reader = StepReader(source, reading, defaults)
        self._bound_told = False
        self._sound_files: set[str] = set()

    def read_all(self, routine: Written) -> tuple[Item, ...]:
        """Give the items of a routine; what is wrong goes to the reading, and leaves a gap."""
        items, size = self._list(routine.get(STEPS) or ())
        self._check_size(size, routine)
        return items

    def _list(self, written: Sequence[Written]) -> tuple[tuple[Item, ...], Size]:
        read = [self._block(item) if item.has(REPEAT) or item.has(STEPS) else self._step(item) for item in written]
        return tuple(item for item, _ in read if item is not None), size_of_list(size for _, size in read)

    def _step(self, written: Written) -> tuple[Step | None, Size]:
        self.places.append(written.node.place)
        step = self._step_reader.read(written)
        if step is None:
            return None, Size()
        figure = written.get(FIGURE)
        if figure is not None:
            step = replace(step, figured=len(self.places))
            self.figures[step.figured] = figure
        self.steps.append(step)
        self._check_sound_files(step, written)
        return step, size_of_step(step)

    def _check_sound_files(self, step: Step, written: Written) -> None:
        """Tell once, at the step that goes over it, of a bound that all steps share."""
        before = len(self._sound_files)
        self._sound_files.update(step.sounds.files.values())
        if before <= MOST_SOUND_FILES < len(self._sound_files):
            message = f"with this step the routine has {len(self._sound_files)} different sound files"
            self._reading.mistake(written.node.place, message, f"at most {MOST_SOUND_FILES}")

    def _block(self, written: Written) -> tuple[Repeat | None, Size]:
        items, inner = self._list(written.get(STEPS) or ())
        rounds, rest = written.get(REPEAT), written.get(BLOCK_REST) or 0
        if rounds is None or not items:
            return None, inner
        size = size_of_block(inner, rounds, rest)
        self._check_size(size, written)
        block = Repeat(
            rounds=rounds,
            items=items,
            rest=rest,
            optional=written.get(OPTIONAL) or False,
            priority=written.get(PRIORITY) or DEFAULT_PRIORITY,
        )
        return block, size

    def _check_size(self, size: Size, written: Written) -> None:
        """Tell of a bound that is broken once, at the innermost place that breaks it."""
        broken = too_big(size)
        if broken is None or self._bound_told:
            return
        self._bound_told = True
        found, expected = broken
        place = written.place(REPEAT) if written.has(REPEAT) else written.key_place(STEPS)
        self._reading.mistake(place, f"the routine has {found}", expected)
