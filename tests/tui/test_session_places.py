"""Where the body goes, where one goes by a click, and how it ends."""

from __future__ import annotations

from relaxtimer.core.body import Position
from relaxtimer.core.states import State
from relaxtimer.figure.figure import Figure, Keyframe
from relaxtimer.figure.stances import STANCES
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.widgets.chapters import blocks
from tests.core.making import hold, step
from tests.tui.session_at import Seen, press

ITEMS = (
    step("Lean", hold(30), position=Position.STANDING),
    step("Lie", hold(30), position=Position.SUPINE),
    step("Roll", hold(30), position=Position.SUPINE),
)
FIGURE = Figure((Keyframe(STANCES["kneeling"]), Keyframe(STANCES["standing"])))


async def test_getting_into_another_position_says_from_where_to_where() -> None:
    seen = Seen(*ITEMS)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 4)
        assert "Prepare" in seen.text(Place.FACTS)
        await press(pilot, "n")
        assert "Get into place" in seen.text(Place.FACTS)
        assert "standing → on your back" in seen.text(Place.FACTS)
        await seen.wait(pilot, 9)
        assert "→" not in seen.text(Place.FACTS)
        await press(pilot, "n")
        assert "Prepare" in seen.text(Place.FACTS)


async def test_a_click_on_a_step_of_the_bar_goes_there_also_while_paused() -> None:
    seen = Seen(*ITEMS)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 16)
        bar = seen.places()[Place.CHAPTERS]
        last = blocks(seen.screen.session.timeline, bar.width)[2]
        await pilot.click(f"#{Place.CHAPTERS}", offset=(last.start + 1, 0))
        await pilot.pause()
        assert "Roll" in seen.text(Place.FACTS)
        await press(pilot, "space")
        await pilot.click(f"#{Place.CHAPTERS}", offset=(1, 0))
        await pilot.pause()
        assert "Lean" in seen.text(Place.FACTS)
        assert seen.state() is State.PAUSED
        assert seen.screen.session.position == 0


async def test_a_click_between_steps_or_while_something_is_asked_goes_nowhere() -> None:
    seen = Seen(*ITEMS)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, 16)
        bar = seen.places()[Place.CHAPTERS]
        gap = blocks(seen.screen.session.timeline, bar.width)[1].start - 1
        await pilot.click(f"#{Place.CHAPTERS}", offset=(gap, 0))
        await pilot.pause()
        assert "Lean" in seen.text(Place.FACTS)
        await press(pilot, "h")
        await pilot.click(f"#{Place.CHAPTERS}", offset=(bar.width - 2, 0))
        await pilot.pause()
        assert seen.state() is State.HURTING


async def test_the_time_of_rest_after_the_end_counts_up_until_it_is_closed() -> None:
    seen = Seen(step("Lean", hold(5), prepare=0))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 9)
        assert seen.state() is State.FINISHED
        await seen.wait(pilot, 75)
        assert "Stay as long as you like: 1:16" in seen.text(Place.CHOICES)
        await press(pilot, "space")
        assert seen.app._exit  # noqa: SLF001 - one key closed it


async def test_what_comes_next_is_a_small_figure_where_there_is_room_for_it() -> None:
    seen = Seen(*ITEMS, figure=lambda step: FIGURE if step.name != "Lean" else None)
    async with seen.app.run_test(size=(120, 42)) as pilot:
        await seen.wait(pilot, 16)
        for _ in range(100):
            await pilot.pause(0.02)
            if Place.COMING in seen.places():
                break
        assert Place.COMING in seen.places()
        await pilot.pause(0.2)
        assert any(not line.isascii() for line in seen.text(Place.COMING).splitlines())
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert Place.COMING not in seen.places()
        await pilot.resize_terminal(120, 42)
        await press(pilot, "n", "n")
        assert Place.COMING not in seen.places()
