"""What one who sits is shown to sit on: a chair, or a wheelchair for whoever is in one."""

from __future__ import annotations

from msgspec.structs import replace

from relaxtimer.figure.camera import View
from relaxtimer.figure.figure import Figure, Prop, PropKind
from relaxtimer.figure.kept import Kept

_SEATS = frozenset({PropKind.CHAIR, PropKind.STOOL})
# In centimetres: the pelvis of one who sits is so high, and no further from the middle of the seat.
_LOWEST, _HIGHEST = 45.0, 70.0
_WITHIN = 25.0
# Whoever draws figures tells them apart by identity.
_MADE: Kept[Figure] = Kept(128)


def in_wheelchair(figure: Figure) -> Figure:
    """Give the same figure in a wheelchair where it sits on a chair or stool; for one figure it is the same each time.

    One that is seen from behind keeps its stool: the back of a wheelchair would hide what the hands do.
    """
    found = _MADE.find((figure,))
    return _made(figure) if found is None else found


def _made(figure: Figure) -> Figure:
    x, y, _ = figure.frames[0].pose.hips
    if figure.view is View.BACK or not _LOWEST <= y <= _HIGHEST:
        return figure
    props = tuple(_wheeled(prop) if _is_under(prop, x) else prop for prop in figure.props)
    return _MADE.keep(replace(figure, props=props), (figure,))


def _is_under(prop: Prop, x: float) -> bool:
    return prop.kind in _SEATS and abs(prop.x - x) <= _WITHIN


def _wheeled(prop: Prop) -> Prop:
    return replace(prop, kind=PropKind.WHEELCHAIR)
