"""Every size, and every number of colours."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from relaxtimer.core.body import Side
from relaxtimer.tui.arrangement import Mode, Needs, Place, arrange
from relaxtimer.tui.cautions import Opening
from tests.core.making import hold, step
from tests.tui.session_at import Seen, press

pytestmark = pytest.mark.once

SIZES = [(200, 60), (120, 36), (80, 24), (60, 40), (56, 20), (40, 12), (20, 8), (10, 3), (3, 2), (1, 1)]
SIDED = Needs(sign=True, side=Side.LEFT)
TOLD = ("Something to do that is told in more than a few words.", "Never hold the breath.", "Shoulders stay down.") * 2


@pytest.mark.parametrize(
    ("size", "colours"),
    [*((size, "none") for size in SIZES), *(((80, 24), colours) for colours in ("truecolor", "256", "standard"))],
)
async def test_every_screen_is_drawn_at_every_size_in_whatever_colours(
    size: tuple[int, int], colours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor" if colours == "none" else colours)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    seen = Seen(notes=("A note that is longer than some of the screens that it is shown on.",))
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        for keys in ((), ("question_mark",), ("escape", "f"), ("f", "t"), ("t", "t", "space"), ("q",), ("n", "n")):
            await press(pilot, *keys)
            await seen.wait(pilot, 1)
        await seen.wait(pilot, 14)
        await press(pilot, "h")
        await press(pilot, "x")
        assert "[48;2" not in seen.text()
        for child in seen.screen.children:
            for y in range(child.size.height):
                assert all(segment.style is not None for segment in child.render_line(y))


async def test_a_changed_size_is_laid_out_anew() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(120, 36)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        for width, height in ((20, 8), (40, 12), (120, 36)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert seen.places() == seen.screen.arranged(width, height)


async def test_at_40x12_clock_step_and_side_remain() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        assert "Single knee to chest" in seen.text(Place.FACTS)
        assert "◀ LEFT SIDE" in seen.text(Place.SIGN)
        assert seen.places()[Place.CLOCK].height >= 4


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12)])
async def test_the_time_left_of_the_routine_is_always_in_the_title(size: tuple[int, int]) -> None:
    seen = Seen(step(lasting=hold(709)), name="A routine with a name as long as some of them have")
    async with seen.app.run_test(size=size) as pilot:
        await pilot.pause()
        assert seen.text(Place.HEADING).endswith("11:57 left")
        assert seen.text(Place.HEADING).lstrip().startswith("A routine with a")


async def test_at_10x3_clock_and_side_remain() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(10, 3)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        assert "0:15" in seen.text(Place.CLOCK)
        assert "◀ LEFT" in seen.text(Place.SIGN)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    "needs",
    [
        Needs(),
        SIDED,
        SIDED._replace(paced=True),
        SIDED._replace(paced=True, breath=True, figured=True, coming=True, words=TOLD),
        Needs(paced=True, figured=True, coming=True, words=TOLD[:2]),
        SIDED._replace(note="Some words. " * 20),
        SIDED._replace(paced=True, words=TOLD, cautions=TOLD[:2]),
        SIDED._replace(words=TOLD, cautions=TOLD[:2], opening=Opening(TOLD[:2], TOLD[2:]), note="Some words. " * 20),
        SIDED._replace(help=True),
    ],
)
def test_at_every_size_all_places_are_on_the_screen_and_none_lies_over_another(mode: Mode, needs: Needs) -> None:
    for width in range(1, 140, 3):
        for height in range(1, 75):
            places = arrange(needs._replace(mode=mode), width, height)
            screen = Region(0, 0, width, height)
            taken: list[Region] = []
            for region in places.values():
                assert not region or screen.contains_region(region)
                assert not any(region.overlaps(other) for other in taken)
                taken.append(region)


def test_the_edge_is_lit_at_the_side_that_is_meant() -> None:
    left = arrange(Needs(sign=True, side=Side.LEFT), 80, 24)[Place.EDGE]
    right = arrange(Needs(sign=True, side=Side.RIGHT), 80, 24)[Place.EDGE]
    assert left.x == 0
    assert right.right == 80
    assert Place.EDGE not in arrange(Needs(), 80, 24)


def test_the_clock_does_not_move_when_a_side_is_named() -> None:
    for size in ((120, 36), (80, 24), (40, 12)):
        plain, sided = arrange(Needs(), *size), arrange(SIDED, *size)
        assert plain[Place.CLOCK].offset == sided[Place.CLOCK].offset
