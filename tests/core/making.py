"""Short ways to write steps and routines in tests; times in seconds."""

from __future__ import annotations

from typing import Any

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.lasting import Breaths, Hold, Lasting, Part, Parts, Repetitions, UntilReady
from relaxtimer.core.pattern import Breath, Motion, PatternPhase, Tempo
from relaxtimer.core.routine import Item, Repeat, Routine, Step
from relaxtimer.core.timeline import Timeline

BREATH = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.OUT, 6_000)))
TEMPO = Tempo((PatternPhase(Motion.UP, 2_000, "Round"), PatternPhase(Motion.DOWN, 2_000)))
HELD = Tempo((PatternPhase(Motion.UP, 4_000), PatternPhase(Motion.HOLD, 7_000), PatternPhase(Motion.DOWN, 8_000)))


def ms(seconds: float) -> int:
    return round(seconds * 1_000)


def hold(seconds: float, shortest: float | None = None, longest: float | None = None) -> Hold:
    return Hold(ms(seconds), None if shortest is None else ms(shortest), None if longest is None else ms(longest))


def breaths(count: int) -> Breaths:
    return Breaths(count, BREATH)


def reps(count: int, shortest: int | None = None, longest: int | None = None) -> Repetitions:
    return Repetitions(count, TEMPO, shortest, longest)


def parts(*seconds: float, prepare: float = 0) -> Parts:
    return Parts(
        tuple(
            Part(name=f"Spot {n}", lasting=hold(each), say=f"Say {n}.", prepare=ms(prepare))
            for n, each in enumerate(seconds, 1)
        )
    )


def until_ready(about: float) -> UntilReady:
    return UntilReady(ms(about))


def step(
    name: str = "Hug",
    lasting: Lasting | None = None,
    *,
    prepare: float = 8,
    switch: float = 5,
    rest: float = 0,
    **fields: Any,  # noqa: ANN401 - whatever else a step has
) -> Step:
    given: dict[str, Any] = {"kind": Kind.STRETCH, "position": Position.SUPINE, **fields}
    return Step(
        name=name,
        lasting=lasting or hold(20),
        prepare=ms(prepare),
        switch=ms(switch),
        rest=ms(rest),
        **given,
    )


def two_sided(name: str = "Hug", lasting: Lasting | None = None, **fields: Any) -> Step:  # noqa: ANN401 - as above
    return step(name, lasting, sides=Sides.EACH, **fields)


def repeat(rounds: int, *items: Item, rest: float = 0, **fields: Any) -> Repeat:  # noqa: ANN401 - as above
    return Repeat(rounds=rounds, items=items, rest=ms(rest), **fields)


def routine(*items: Item, **fields: Any) -> Routine:  # noqa: ANN401 - as above
    return Routine(**{"id": "test", "name": "Test", "items": items, **fields})


def timeline(*items: Item, **fields: Any) -> Timeline:  # noqa: ANN401 - as above
    return Timeline.of(routine(*items, **fields))
