"""Steps to do in the tests of the plain face."""

from __future__ import annotations

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.lasting import Breaths, Hold, Part, Parts, Repetitions, UntilReady
from relaxtimer.core.pattern import Breath, Motion, PatternPhase, Tempo
from relaxtimer.core.routine import Step

SLOW = Breath((PatternPhase(Motion.IN, 4000), PatternPhase(Motion.OUT, 6000)))
TIDE = Tempo(
    (PatternPhase(Motion.UP, 2000, "Flatten."), PatternPhase(Motion.HOLD, 1500), PatternPhase(Motion.DOWN, 2000))
)

HUG = Step(
    name="One-knee hug",
    kind=Kind.STRETCH,
    position=Position.SUPINE,
    lasting=Hold(30_000),
    sides=Sides.EACH,
    say=("Lie down, knees bent.", "Draw the {side} knee in."),
    breath_cue="Out as it comes in.",
    easier="Half way up with the {side} knee.",
    cautions=("Knee pain means stop.",),
)
STAND = Step(name="Stand easily", kind=Kind.STRETCH, position=Position.STANDING, lasting=Hold(20_000), prepare=5_000)
BREATHE = Step(
    name="Quiet breathing", kind=Kind.BREATHING, position=Position.SUPINE, lasting=Breaths(6, SLOW), prepare=0
)
TILT = Step(
    name="Pelvic tilt", kind=Kind.MOBILITY, position=Position.SUPINE, lasting=Repetitions(2, TIDE), prepare=5_000
)
GET_UP = Step(
    name="Get up", kind=Kind.MOBILITY, position=Position.STANDING, lasting=UntilReady(30_000), prepare=0, say=("Sit.",)
)
SPOTS = Step(
    name="Wall ball",
    kind=Kind.SELF_MASSAGE,
    position=Position.STANDING,
    lasting=Parts(
        (Part(name="Low", lasting=Hold(15_000), say="Above the belt."), Part(name="High", lasting=Hold(25_000)))
    ),
    prepare=0,
)
