"""Who sits is shown in a wheelchair where that is wished for."""

from __future__ import annotations

from relaxtimer.figure.camera import View
from relaxtimer.figure.figure import Figure, Keyframe, Prop, PropKind
from relaxtimer.figure.seats import in_wheelchair
from relaxtimer.figure.stances import STANCES
from tests.figure.all_figures import all_figures

SITTING = (Keyframe(STANCES["sitting"]),)


def kinds(figure: Figure) -> list[PropKind]:
    return [prop.kind for prop in in_wheelchair(figure).props]


def test_a_chair_or_stool_that_one_sits_on_becomes_a_wheelchair() -> None:
    for kind in (PropKind.CHAIR, PropKind.STOOL):
        assert kinds(Figure(SITTING, props=(Prop(kind, -2.0),))) == [PropKind.WHEELCHAIR]


def test_a_chair_that_one_holds_or_rests_the_legs_on_stays() -> None:
    for stance in ("standing", "supine"):
        assert kinds(Figure((Keyframe(STANCES[stance]),), props=(Prop(PropKind.CHAIR, 10.0),))) == [PropKind.CHAIR]
    assert kinds(Figure(SITTING, props=(Prop(PropKind.CHAIR, 80.0),))) == [PropKind.CHAIR]


def test_other_things_stay_as_they_are() -> None:
    figure = Figure(SITTING, props=(Prop(PropKind.BED, -60.0, to=20.0), Prop(PropKind.BALL, -14.0)))
    assert in_wheelchair(figure).props == figure.props


def test_one_figure_is_made_over_once_for_whoever_tells_figures_apart_by_identity() -> None:
    figure = Figure(SITTING, props=(Prop(PropKind.CHAIR, -2.0),))
    assert in_wheelchair(figure) is in_wheelchair(figure)


def test_from_behind_nothing_hides_the_back() -> None:
    assert kinds(Figure(SITTING, view=View.BACK, props=(Prop(PropKind.STOOL, 4.0),))) == [PropKind.STOOL]


def test_what_is_bundled_and_sits_on_a_chair_can_be_shown_so() -> None:
    shown = {id_ for id_, figure in all_figures().items() if in_wheelchair(figure) != figure}
    assert {"box-breathing", "seated-rotation", "seated-side-bend", "chair-ball-back"} <= shown
    assert not shown & {"legs-on-chair", "heel-toe-rock", "standing-hip-flexor", "four-seven-eight"}
