"""The words of a step: those that matter now, whole where there is room, and what is needed for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.core.states import State
from relaxtimer.library.library import Library
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.sentences import matched
from tests.core.making import hold, parts, repeat, step, two_sided, until_ready
from tests.tui.session_at import Seen, press

COME_DOWN = "Put the ball aside. Come down to the floor, hands first."
TILT = step(
    "Pelvic tilt",
    hold(40),
    prepare=25,
    say=(COME_DOWN, "Knees bent.", "Flatten the low back.", "Let a small arch return."),
    breath_cue="Out to flatten.",
)
WALL_BALL = two_sided(
    "Wall ball",
    parts(15, 15),
    prepare=15,
    switch=8,
    say=(
        "Back to the wall.",
        "Put the ball {side} of the spine.",
        "Never on the bone.",
        "Roll it slowly from the knees.",
    ),
    show=(
        "Stand with your back to the wall, feet a step forward.",
        "Trap the ball in the muscle to the {side} of the spine. Never on the bone.",
        "Bend the knees a little, so that the ball travels slowly up and down.",
        "On a tender spot pause for two breaths.",
    ),
    breath_cue="Out as you lean in.",
    equipment=("tennis ball", "wall"),
)


def read(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12)])
async def test_words_for_getting_into_place_leave_when_the_work_begins(size: tuple[int, int]) -> None:
    seen = Seen(TILT, step())
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 3 + 2)
        assert COME_DOWN in read(seen.text(Place.WORDS))
        await seen.wait(pilot, 25)
        shown = read(seen.text(Place.WORDS))
        assert "Put the ball aside" not in shown
        assert "Knees bent." not in shown
        await seen.wait(pilot, 5)
        assert read(seen.text(Place.WORDS)).startswith("Flatten the low back. Let a small arch return. Out to flatten.")


async def test_the_words_on_the_screen_leave_with_those_that_say_the_same() -> None:
    seen = Seen(WALL_BALL, step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 1)
        assert all(each in read(seen.text(Place.WORDS)) for each in ("Stand with", "left of the spine", "two breaths"))
        await seen.wait(pilot, 15 + 8)
        assert read(seen.text(Place.WORDS)) == (
            "Say 1. Bend the knees a little, so that the ball travels slowly up and down. "
            "On a tender spot pause for two breaths. Out as you lean in."
        )


async def test_how_it_is_done_easier_stays_while_words_for_getting_into_place_leave() -> None:
    seen = Seen(replace(TILT, easier="Half as big."), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 2)
        await press(pilot, "e")
        assert COME_DOWN in read(seen.text(Place.WORDS))
        await seen.wait(pilot, 25)
        shown = read(seen.text(Place.WORDS))
        assert shown.startswith("Half as big.")
        assert "Put the ball aside" not in shown


async def test_while_one_changes_sides_all_words_are_there_for_the_other_side() -> None:
    seen = Seen(WALL_BALL, step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 15 + 30 + 2)
        shown = read(seen.text(Place.WORDS))
        assert "Switch sides" in seen.text(Place.FACTS)
        assert shown.startswith("Stand with your back to the wall")
        assert "to the right of the spine" in shown


async def test_in_a_later_round_the_same_words_leave() -> None:
    seen = Seen(repeat(2, TILT), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 25 + 40 + 25 + 5)
        assert "round 2 of 2" in seen.text(Place.FACTS)
        assert read(seen.text(Place.WORDS)).startswith("Flatten the low back.")


async def test_the_sentence_that_is_said_comes_first_where_not_all_fit_and_later_ones_after_it() -> None:
    said = tuple(f"Sentence number {n} of quite a few." for n in range(1, 9))
    seen = Seen(step(lasting=hold(120), prepare=60, say=said))
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, 3 + 2)
        for n in range(1, 9):
            while not seen.text(Place.WORDS).startswith(f"Sentence number {n} "):
                assert seen.screen.session.position < 40_000
                await seen.wait(pilot, 1)
            after = seen.text(Place.WORDS).splitlines()[1]
            assert after.startswith(f"Sentence number {n % 8 + 1} ")


@pytest.mark.once
@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
async def test_of_the_bundled_full_release_no_word_is_cut_in_the_work(size: tuple[int, int]) -> None:
    routine = Library().routine("lower-back").routine
    seen = Seen(*routine.items)
    async with seen.app.run_test(size=size) as pilot:
        while seen.state() is not State.FINISHED:
            await seen.wait(pilot, 1)
            if "Work" in seen.text(Place.FACTS):
                assert "…" not in seen.text(Place.WORDS)
            await seen.wait(pilot, 6)


@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
async def test_what_a_step_needs_is_said_while_one_gets_ready_and_ahead_of_it(size: tuple[int, int]) -> None:
    seen = Seen(step("Breathe"), WALL_BALL, equipment=("tennis ball", "wall"))
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        assert "You need: tennis ball, wall." in seen.text(Place.BEFORE)
        assert "You need" not in seen.text(Place.WORDS)
        assert seen.text(Place.NEXT).endswith("Wall ball · on your back · tennis ball, wall")
        await press(pilot, "n")
        await seen.wait(pilot, 3 + 8)
        assert "You need: tennis ball, wall." in seen.text(Place.WORDS)
        await seen.wait(pilot, 15)
        assert "You need" not in seen.text(Place.WORDS)


async def test_of_what_comes_next_is_told_whole_what_there_is_room_for_and_the_name_always() -> None:
    seen = Seen(step("Breathe"), WALL_BALL)
    lines = {}
    async with seen.app.run_test(size=(60, 24)) as pilot:
        for width in (60, 50, 36, 28, 20):
            await pilot.resize_terminal(width, 24)
            await seen.wait(pilot, 1)
            lines[width] = seen.text(Place.NEXT)
    assert lines == {
        60: "Next  Wall ball · on your back · tennis ball, wall",
        50: "Next  Wall ball · on your back",
        36: "Next  Wall ball · on your back",
        28: "Next  Wall ball",
        20: "Next  Wall ball",
    }


async def test_at_40x12_what_a_step_needs_is_said_first() -> None:
    seen = Seen(step("Breathe"), WALL_BALL)
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "n")
        assert seen.text(Place.WORDS).startswith("You need: tennis ball, wall.")


async def test_a_step_that_waits_keeps_its_words() -> None:
    seen = Seen(step("Settle", until_ready(30), say=("Lie down.", "Rest.")), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 20)
        assert seen.state() is State.WAITING
        assert "Rest." in seen.text(Place.WORDS)


def test_what_is_said_is_found_on_the_screen_by_the_words_both_have() -> None:
    said = ("Turn your hip to the wall.", "Ball in the thick of the buttock.", "If anything shoots down, move off.")
    shown = (
        "Stand with the hip to the wall, the ball in the thick part of the buttock.",
        "Lean in and draw circles.",
        "If anything shoots down the leg, move the ball off.",
    )
    assert matched(said, shown) == (0, 0, 2)
    assert matched(said, said) == (0, 1, 2)
    assert matched(("one", "two"), ("three",)) == (0, 0)
    assert matched((), ("three",)) == ()
    assert list(matched(said, shown[::-1])) == sorted(matched(said, shown[::-1]))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12)])
async def test_what_the_session_and_its_first_step_need_is_told_once(size: tuple[int, int]) -> None:
    seen = Seen(step("Breathe"), WALL_BALL, equipment=("tennis ball", "wall"), start=28)
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 1)
        shown = seen.text(Place.BEFORE) + seen.text(Place.WORDS)
        assert shown.count("You need: tennis ball, wall.") == 1
