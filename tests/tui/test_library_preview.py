from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.routine import Item
from relaxtimer.core.timeline import Timeline
from relaxtimer.figure.figure import Figure, Keyframe
from relaxtimer.figure.stances import STANCES
from relaxtimer.practice import Plan
from relaxtimer.tui.library.illustration import Illustration
from relaxtimer.tui.library.preview import length_words, preview
from relaxtimer.tui.library.text import wrapped
from tests.core.making import breaths, hold, parts, repeat, reps, step, two_sided, until_ready
from tests.tui.library_rows import BALL, BROKEN, DESK, MINE, Library, plan_of, press


def told(plan: Plan | str, width: int = 60) -> list[str]:
    return [
        "".join(span.text for span in line).rstrip() for each in preview(BALL, plan, "f6") for line in each.lines(width)
    ]


def of_routine(*items: Item, **fields: Any) -> Plan:  # noqa: ANN401 - whatever else a routine has
    plan = plan_of()
    routine = replace(plan.timeline.routine, items=items or plan.timeline.routine.items, **fields)
    return replace(plan, timeline=Timeline.of(routine))


def after(title: str, lines: list[str]) -> list[str]:
    start = lines.index(title) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return lines[start:end]


def test_it_opens_with_name_length_steps_and_origin() -> None:
    assert told(plan_of())[:2] == ["Tennis ball: wall, then floor", "1 minute 31 seconds · 2 steps · bundled"]


def test_the_plan_tells_the_length_so_that_it_is_right_when_fitted_to_the_minutes_there_are() -> None:
    fitted = replace(plan_of(step("One")), notes=("Fitted to 28 seconds, without two.",))
    lines = told(fitted)
    assert "28 seconds · 1 step · bundled" in lines
    assert "Fitted to 28 seconds, without two." in lines


def test_each_step_has_its_start_and_its_length_under_its_position() -> None:
    assert after("Steps", told(plan_of(), 40)) == [
        "       standing",
        " 0:00  Wall ball             20 s a side",
        "       on your back",
        " 0:53  Quiet breathing         3 breaths",
    ]


def test_a_block_is_told_once_with_its_rounds_and_the_start_of_the_first() -> None:
    plan = of_routine(repeat(3, step("Hug"), rest=15), step("Rest"))
    assert [line.split() for line in after("Steps", told(plan))] == [
        ["3", "rounds"],
        ["on", "your", "back"],
        ["0:00", "Hug", "20", "s"],
        ["1:54", "Rest", "20", "s"],
    ]


def test_conditions_are_told_in_words_with_what_to_do_instead() -> None:
    plan = of_routine(
        avoid=frozenset({Condition.CLOT, Condition.FEVER}),
        instead={Condition.CLOT: "body-scan", Condition.PREGNANCY: "body-scan"},
    )
    assert after("Leave it for now if this fits you", told(plan)) == [
        "• pregnant",
        "• a current or recent deep-vein thrombosis",
        "  instead: body-scan",
        "• feverish or acutely unwell",
    ]


def test_steps_with_conditions_of_their_own_are_named() -> None:
    plan = of_routine(
        step("Hug", kind=Kind.RELAXATION, avoid=frozenset({Condition.KNEE, Condition.FEVER})),
        step("Rock", kind=Kind.RELAXATION, avoid=frozenset({Condition.KNEE})),
        avoid=frozenset({Condition.FEVER}),
    )
    assert after("Leave single steps out if this fits you", told(plan)) == ["• a sore knee: Hug, Rock"]


def test_cautions_come_before_the_steps_and_those_of_single_steps_after() -> None:
    lines = told(of_routine(step("Hug", cautions=("Slowly.",)), cautions=("Not while driving.",)))
    assert lines.index("• Not while driving.") < lines.index("Steps") < lines.index("• Hug: Slowly.")


def test_it_says_what_is_needed_and_which_positions_there_are() -> None:
    lines = told(of_routine(equipment=("chair", "towel")))
    assert "needs      chair, towel" in lines
    assert "positions  standing, on your back" in lines


def test_the_ways_of_lasting_are_told_in_few_words() -> None:
    assert [
        length_words(each)
        for each in (
            step("a", hold(90)),
            step("b", reps(1)),
            step("c", breaths(6)),
            step("d", parts(15, 15)),
            step("e", until_ready(60)),
            two_sided("f", hold(7.5)),
        )
    ] == ["1 min 30 s", "1 time", "6 breaths", "2 parts, 30 s", "until ready, about 1 min", "7.5 s a side"]


def test_a_file_with_mistakes_says_which_and_how_to_see_the_others() -> None:
    lines = [
        "".join(span.text for span in line).rstrip()
        for each in preview(BROKEN, f"1 mistake\n{BROKEN.file}:3:5: wrok", "ctrl+e")
        for line in each.lines(200)
    ]
    assert lines[1] == "yours · cannot be started"
    assert lines[2:5] == [BROKEN.file, "", "1 mistake"]
    assert "• 3:5: wrok" in lines
    assert "ctrl+e opens it in your editor." in lines


def test_every_line_of_the_reason_why_there_is_no_plan_is_told() -> None:
    assert told("2 mistakes\nfirst\nsecond")[-3:] == ["2 mistakes", "first", "second"]


def test_nothing_is_wider_than_the_room_however_little_there_is() -> None:
    plan = of_routine(
        repeat(2, step("A long name of a step", until_ready(75), position=Position.HANDS_AND_KNEES)),
        summary="Uncharacteristically long words.",
    )
    for width in range(18, 60):
        assert all(len(line) <= width for line in told(plan, width)), width
    assert wrapped("", 10) == []


async def test_the_figures_are_those_of_the_routine_that_is_told_about_however_the_room_came() -> None:
    figure = Figure((Keyframe(STANCES["standing"]),))

    def answer(name: str) -> Plan:
        return replace(plan_of(step(name)), figure=lambda _: figure)

    library = Library([MINE, DESK])
    library.opening.answer = answer("One")
    async with library.app.run_test(size=(120, 27)) as pilot:
        await press(pilot, "down")
        assert not library.screen.query(Illustration)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        illustration = library.screen.query_one(Illustration)
        first = illustration.shown
        assert first is not None
        await pilot.resize_terminal(120, 27)
        library.opening.answer = answer("Another")
        await press(pilot, "up")
        assert illustration.shown is first
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert illustration.shown is not first
