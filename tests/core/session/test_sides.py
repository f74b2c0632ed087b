"""Changing sides before their time."""

from __future__ import annotations

from relaxtimer.core.body import Side
from relaxtimer.core.events import (
    Command,
    SidesSwapped,
)
from tests.core.making import hold, step, two_sided
from tests.core.session.driven import running


def test_switching_sides_goes_to_the_other_side() -> None:
    driven = running(two_sided(prepare=0, switch=5, lasting=hold(20)))
    driven.wait(7)
    driven.do(Command.SWITCH_SIDES)
    assert (driven.position, driven.session.moment.segment.side) == (20, Side.RIGHT)


def test_switching_sides_while_getting_into_place_swaps_them() -> None:
    driven = running(two_sided(prepare=8))
    driven.wait(4)
    events = driven.do(Command.SWITCH_SIDES)
    assert isinstance(events[0], SidesSwapped)
    assert driven.position == 0
    assert [each.side for each in driven.session.timeline.segments] == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]


def test_there_is_no_switching_on_the_second_side_nor_without_sides() -> None:
    driven = running(two_sided(prepare=0, switch=0, lasting=hold(20)))
    driven.wait(25)
    assert not driven.session.can(Command.SWITCH_SIDES)
    assert not running(step(prepare=8)).session.can(Command.SWITCH_SIDES)
