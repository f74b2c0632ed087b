"""Words that people use for positions and kinds, with the ones that a file has for them: for "did you mean"."""

from __future__ import annotations

from relaxtimer.core.body import Kind, Position

_POSITIONS = {
    Position.SUPINE: "lying, lying down, lie, back, lying on the back, lying on your back, on the back, face up, floor",
    Position.SIDE_LYING: "side, on the side, lying on the side, lying on your side, sideways, lateral",
    Position.PRONE: "stomach, belly, on the stomach, on the belly, lying on the stomach, lying face down, front",
    Position.HANDS_AND_KNEES: "all fours, on all fours, quadruped, four point, four point kneeling, hands and knees",
    Position.SITTING: "seated, sit, chair, on a chair, desk",
    Position.STANDING: "stand, upright, feet, wall",
    Position.KNEELING: "kneel, half kneeling, knees",
    Position.WALKING: "walk",
}
_KINDS = {
    Kind.SELF_MASSAGE: "massage, release, foam rolling, pressure",
    Kind.STRETCH: "stretching, flexibility",
    Kind.MOBILITY: "movement, mobilisation, mobilization, warm up, range of motion",
    Kind.STABILISATION: "strength, strengthening, stability, core, exercise, activation",
    Kind.BREATHING: "breath, breathe",
    Kind.RELAXATION: "relax, rest, meditation, body scan",
}
POSITIONS = {word: position.value for position, words in _POSITIONS.items() for word in words.split(", ")} | {
    position.words: position.value for position in Position
}
KINDS = {word: kind.value for kind, words in _KINDS.items() for word in words.split(", ")}
