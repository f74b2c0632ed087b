"""The figure on the session screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.geometry import Region, Size
from textual.pilot import Pilot

from relaxtimer.core.lasting import Lasting
from relaxtimer.core.routine import Step
from relaxtimer.core.states import State
from relaxtimer.figure.figure import Feeling, Figure, Keyframe, Mark
from relaxtimer.figure.places import Place as BodyPlace
from relaxtimer.figure.stances import STANCES
from relaxtimer.tui.arrangement import Needs, Place, arrange
from relaxtimer.tui.projector import Take
from tests.core.making import breaths, hold, reps, step, two_sided
from tests.tui.session_at import Seen, press

FIGURE = Figure(
    (Keyframe(STANCES["hands-and-knees"]), Keyframe(STANCES["kneeling"])),
    marks=(Mark(Feeling.PRESS, (BodyPlace.LOWER_BACK,)),),
)
BLOCKS = set("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


def shown(step: Step) -> Figure | None:
    return None if step.name == "Plain" else FIGURE


def stage(seen: Seen) -> str:
    """Give what stands where the figure is."""
    widget = seen.screen.face.figure
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


async def drawn(seen: Seen, pilot: Pilot[None]) -> str:
    """Wait until the figure is there, which is drawn beside the session, and give what stands there."""
    for _ in range(500):
        if not stage(seen).isspace():
            break
        await pilot.pause(0.02)
    return stage(seen)


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


async def test_a_figure_shows_the_way_into_place_and_moves() -> None:
    seen = Seen(step("Cat", hold(20)), figure=shown)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 1)
        first = await drawn(seen, pilot)
        assert set(first) & BLOCKS
        await seen.wait(pilot, 2)
        assert stage(seen) != first


async def test_a_step_without_a_figure_has_the_shape_of_its_phase() -> None:
    seen = Seen(step("Plain", hold(20)), figure=shown)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 1)
        assert not seen.screen.face.figure.region
        assert seen.screen.face.stage.region


async def test_the_left_side_is_the_mirror_image_of_the_right() -> None:
    seen = Seen(two_sided("Hug", hold(20), switch=5), figure=shown)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        left = (await drawn(seen, pilot)).splitlines()
        await seen.wait(pilot, 19 + 5 + 1)
        right = stage(seen).splitlines()
        assert left != right
        # Shapes are mirrored too, so where something is drawn is compared, not how.
        assert [[x != " " for x in row] for row in left] == [[x != " " for x in row[::-1]] for row in right]


async def test_figures_can_be_off() -> None:
    seen = Seen(step("Cat", hold(20)), figure=shown, figures="off")
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 1)
        assert seen.screen.face.stage.region
        assert not seen.screen.face.figure.region


async def test_without_colours_a_figure_is_dots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    seen = Seen(step("Cat", hold(20)), figure=shown)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 1)
        assert any("\u2800" <= character <= "\u28ff" for character in await drawn(seen, pilot))


async def test_a_figure_stands_still_while_the_session_is_paused() -> None:
    seen = Seen(step("Cat", hold(20)), figure=shown)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 2)
        await press(pilot, "space")
        still = stage(seen)
        await seen.wait(pilot, 3)
        assert stage(seen) == still


@pytest.mark.parametrize(("lasting", "larger"), [(breaths(5), Place.STAGE), (reps(5), Place.FIGURE)])
async def test_figure_and_pacer_share_the_room_by_what_the_step_needs(lasting: Lasting, larger: Place) -> None:
    seen = Seen(step("Something", lasting), figure=shown)
    async with seen.app.run_test(size=(100, 34)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        places = seen.places()
        figure, pacer = places[Place.FIGURE], places[Place.STAGE]
        assert figure.bottom <= pacer.y
        assert max((figure, pacer), key=lambda region: region.height) == places[larger]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 50)])
async def test_figure_and_pacer_keep_their_size_while_it_is_paused_and_goes_on(size: tuple[int, int]) -> None:
    def pictures(seen: Seen) -> dict[Place, Size]:
        return {place: seen.places()[place].size for place in (Place.FIGURE, Place.STAGE) if place in seen.places()}

    seen = Seen(step("Breath", breaths(5)), figure=shown)
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        running = pictures(seen)
        assert Place.STAGE in running
        for state in (State.PAUSED, State.LEAD_IN):
            await press(pilot, "space")
            assert seen.state() is state
            assert pictures(seen) == running


def test_breath_is_followed_by_a_large_pacer_where_both_have_no_room() -> None:
    needs = Needs(paced=True, figured=True, words=("Breathe.",))
    for size in ((80, 24), (70, 20)):
        breath, movement = (arrange(needs._replace(breath=each), *size) for each in (True, False))
        assert Place.FIGURE not in breath
        assert breath[Place.STAGE].height >= 10
        assert movement[Place.FIGURE].height >= 10
        assert movement[Place.STAGE].height == 1


@pytest.mark.parametrize("size", [(60, 50), (80, 70), (50, 48)])
def test_on_a_tall_screen_a_picture_lies_between_clock_and_words(size: tuple[int, int]) -> None:
    words = ("A sentence that takes a line of the screen.",) * 3
    for needs in (Needs(), Needs(figured=True), Needs(paced=True, breath=True), Needs(figured=True, sign=True)):
        places = arrange(needs._replace(words=words), *size)
        picture = places[Place.FIGURE if needs.figured else Place.STAGE]
        assert picture.height >= 9
        assert picture.width >= size[0] * 0.9
        assert places[Place.CLOCK].bottom < picture.y
        assert picture.bottom < places[Place.WORDS].y
        assert places[Place.WORDS].height >= 3


def test_on_a_tall_screen_a_picture_keeps_its_size_while_it_is_paused() -> None:
    words = ("A sentence.",) * 5
    whole, fewer, paused = (
        arrange(Needs(figured=True, words=each, sign=sign), 60, 50)
        for each, sign in ((words, False), (words[:2], False), (words, True))
    )
    assert whole[Place.FIGURE].size == fewer[Place.FIGURE].size == paused[Place.FIGURE].size


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 60)])
def test_beside_a_figure_a_pace_is_a_bar_or_has_its_own_place(size: tuple[int, int]) -> None:
    places = arrange(Needs(paced=True, figured=True, words=("Breathe.",)), *size)
    figure, pacer = places[Place.FIGURE], places[Place.STAGE]
    assert figure.area
    assert pacer.area
    assert not figure.overlaps(pacer)
    assert Region(0, 0, *size).contains_region(figure)


def test_a_small_screen_has_no_room_for_a_figure() -> None:
    assert Place.FIGURE not in arrange(Needs(figured=True), 56, 20)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("cautions", [(), ("Leave it out if it brings on pain.",)])
def test_words_leave_room_for_a_figure(size: tuple[int, int], cautions: tuple[str, ...]) -> None:
    words = ("A sentence that takes a line of the screen and a little more than that in most of them.",) * 6
    places = arrange(Needs(figured=True, words=words, cautions=cautions), *size)
    assert places[Place.FIGURE].height >= 10
    assert places[Place.WORDS].height >= 5


async def test_what_comes_next_is_drawn_before_it_is_shown_and_only_looked_for_now_and_then() -> None:
    seen = Seen(step("Cat", reps(4)), figure=shown)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        await drawn(seen, pilot)
        figure = seen.screen.face.figure
        projector = figure.projector
        assert projector is not None
        looked: list[int] = []

        def coming() -> Iterator[Take]:
            for place, take in enumerate(figure._takes(seen.screen.session, projector)):  # noqa: SLF001 - as the widget does
                looked.append(place)
                yield take

        for _ in range(600):
            figure.project(coming())
        assert all(projector.find(take) for take in coming())
        assert len(looked) < 600 * 10
