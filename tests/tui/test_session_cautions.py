"""What is for safety is wrapped, never cut; where there is no room at all a key opens it."""

from __future__ import annotations

import pytest

from relaxtimer.core.events import Command
from relaxtimer.core.keys import Action
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.library.library import Library
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.cautions import MORE
from relaxtimer.tui.widgets.keybar import Pressable, fitting
from tests.core.making import step
from tests.tui.session_at import Seen, press

pytestmark = pytest.mark.once

SIZES = [(100, 30), (80, 24), (56, 20), (40, 12), (30, 9), (20, 8)]
CAUTION = "Leave it out if it brings on pain or tingling in the leg."


def lower_back(notes: tuple[str, ...] = ()) -> Seen:
    routine = Library().routine("lower-back").routine
    return Seen(*routine.items, name=routine.name, cautions=routine.cautions, equipment=routine.equipment, notes=notes)


def read(text: str) -> str:
    return " ".join(text.replace("△", "").split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("note", ["", "A note that is long enough to take all the rows that it may have. " * 3])
async def test_the_caution_of_a_step_is_whole_or_a_key_opens_it(size: tuple[int, int], note: str) -> None:
    seen = lower_back((note,) if note else ())
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        await press(pilot, "n", "n")
        for _ in range(15):
            await seen.wait(pilot, 1)
            shown = seen.text(Place.WORDS)
            assert CAUTION in read(shown) or shown.splitlines()[-1].endswith(MORE)


@pytest.mark.parametrize("size", [(80, 24), (56, 20), (40, 12)])
async def test_the_caution_takes_its_rows_from_other_words(size: tuple[int, int]) -> None:
    seen = lower_back()
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        await press(pilot, "n", "n")
        assert CAUTION in read(seen.text(Place.WORDS))


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_read_before_the_session_is_whole_or_a_key_opens_it(size: tuple[int, int]) -> None:
    seen = lower_back(("A note that is long enough to take all the rows that it may have. " * 3,))
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        shown = seen.text(Place.BEFORE)
        assert "If in doubt, ask a clinician." in read(shown) or shown.splitlines()[-1].endswith(MORE)


@pytest.mark.parametrize("size", SIZES)
async def test_the_sign_to_stop_at_is_beside_the_answers_or_a_key_away(size: tuple[int, int]) -> None:
    seen = lower_back()
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        await press(pilot, "n", "n", "h")
        assert seen.state() is State.HURTING
        shown = seen.text(Place.CHOICES)
        assert STOP_RULES[0] in read(shown) or MORE in shown
        assert shown.startswith(("Stopped.", "△ More"))
        assert all(answer in shown for answer in ("Take it easier"[:12], "Skip this", "Rest", "End here", "Go on"))
        if size[1] >= 12:
            assert STOP_RULES[0] in read(shown)


@pytest.mark.parametrize("size", [(40, 12), (20, 8)])
async def test_closing_words_that_do_not_fit_end_in_the_key_that_opens_them(size: tuple[int, int]) -> None:
    seen = Seen(step(), after=("Roll to your side, push up with your hands, and sit for a moment. " * 6,))
    async with seen.app.run_test(size=size) as pilot:
        await press(pilot, "n")
        assert seen.state() is State.FINISHED
        assert MORE in seen.text(Place.CHOICES)
        assert "1   Close" in seen.text(Place.CHOICES)
        await press(pilot, "question_mark")
        assert "Finished." in seen.text(Place.HELP)


async def test_the_big_display_keeps_the_caution_while_one_gets_ready() -> None:
    seen = lower_back()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 1)
        await press(pilot, "n", "n", "f")
        assert CAUTION in read(seen.text(Place.WORDS))
        await seen.wait(pilot, 3 + 15 + 1)
        assert Place.WORDS not in seen.places()


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (40, ["space Pause", "h This hurts"]),
        (20, ["space Pause", "h Hurts"]),
        (14, ["space Pause", "h"]),
        (8, ["space", "h"]),
        (7, ["space"]),
        (3, []),
    ],
)
def test_of_all_keys_pause_and_this_hurts_are_dropped_last(width: int, words: list[str]) -> None:
    keys = (Pressable(Action.PAUSE, "space", "Pause"), Pressable(Action.HURTS, "h", "This hurts"))
    assert [key.text for key in fitting(keys, width)] == words


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 8)])
async def test_this_hurts_is_on_the_bar_of_keys_at_every_size(size: tuple[int, int]) -> None:
    seen = lower_back()
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        bar = seen.text(Place.KEYS)
        assert bar.strip().startswith("space Pause  h ")
        assert "urts" in bar
        await pilot.click(f"#{Place.KEYS}", offset=(bar.index("h "), 0))
        await pilot.pause()
        assert seen.state() is State.HURTING


async def test_the_picture_gives_way_before_words_that_are_for_safety() -> None:
    cautions = tuple(f"Caution number {n} of several that a person reads before the step." for n in range(6))
    seen = Seen(step(cautions=cautions, say=("Lie down.",)), step("Another"))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 1)
        assert all(caution in read(seen.text(Place.WORDS)) for caution in cautions)
        await seen.wait(pilot, 8)
        seen.screen.do(Command.PAUSE)
        assert Place.STAGE in seen.places()
