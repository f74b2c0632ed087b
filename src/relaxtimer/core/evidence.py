"""One honest line about what is known of what a routine does. The studies are named in docs/content.md."""

from __future__ import annotations

from relaxtimer.core.body import Kind
from relaxtimer.core.routine import Routine

_MASSAGE = "Massage may ease a sore back for a while. The proof is weak, so it is paired with movement."
_STRETCHING = "Stretching feels good. Strength and walking change more."
_MOVING = "Rest a little, then move a little. Long bed rest helps no one’s back."
_BREATHING = "Stress can make some people’s back muscles guard. A longer out-breath is a fair first answer."
_ANY = "One session is a good feeling. Four weeks is an experiment."

_LINES = {
    Kind.SELF_MASSAGE: _MASSAGE,
    Kind.STRETCH: _STRETCHING,
    Kind.MOBILITY: _MOVING,
    Kind.STABILISATION: _ANY,
    Kind.BREATHING: _BREATHING,
    Kind.RELAXATION: _BREATHING,
}
# Where several kinds take part, what is most in need of an honest word goes first.
_ORDER = (Kind.SELF_MASSAGE, Kind.STRETCH, Kind.STABILISATION, Kind.MOBILITY, Kind.BREATHING, Kind.RELAXATION)


def evidence_of(routine: Routine) -> str:
    """Give the line for what a routine has most steps of; where there are as many, the one that promises less."""
    kinds = [step.kind for step in routine.steps]
    most = max(kinds.count(kind) for kind in _ORDER)
    return next(_LINES[kind] for kind in _ORDER if kinds.count(kind) == most)
