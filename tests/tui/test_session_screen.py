"""What the session screen shows as time passes, and what it makes heard."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from relaxtimer.core.events import Command
from relaxtimer.core.states import State
from relaxtimer.sound.player import Bell
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.colours import Depth, Ink, look_of, style
from relaxtimer.tui.widgets.painted import Painted
from tests.core.making import breaths, hold, repeat, reps, step, two_sided
from tests.tui.session_at import Seen, press


async def test_each_phase_is_shown_as_a_word_and_a_shape() -> None:
    seen = Seen(two_sided(lasting=hold(10), prepare=8, switch=5, rest=6), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        phases = [
            (0, "» Get ready"),
            (3, "○ Prepare"),
            (8, "● Work"),
            (10, "⇄ Switch sides"),
            (5, "● Work"),
            (10, "≈ Rest"),
        ]
        for seconds, phase in phases:
            await seen.wait(pilot, seconds)
            assert phase in seen.text(Place.FACTS)


async def test_the_screen_says_what_which_how_far_and_what_next() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        facts = seen.text(Place.FACTS)
        for words in ("Work", "step 1 of 5", "Single knee to chest", "on your back"):
            assert words in facts
        assert "then the right side · Quiet breathing · sitting" in seen.text(Place.NEXT)
        assert seen.text(Place.HEADING).startswith("Test")
        assert seen.text(Place.HEADING).endswith("left")
        assert "Draw the left knee in." in seen.text(Place.WORDS)


async def test_rounds_and_parts_are_counted() -> None:
    seen = Seen(repeat(3, step("Hug", hold(10)), rest=5), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 10 + 5 + 1)
        assert "round 2 of 3" in seen.text(Place.FACTS)
        assert "round 3 of 3" in seen.text(Place.NEXT)


async def test_a_part_has_its_own_name_and_words() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n", "n", "n")
        await seen.wait(pilot, 3 + 8 + 16)
        assert "2 of 2: Spot 2" in seen.text(Place.FACTS)
        assert seen.text(Place.WORDS).startswith("Say 2.")


async def test_the_sentence_that_is_said_is_the_one_that_stands_out() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(120, 36)) as pilot:
        await seen.wait(pilot, 3 + 5)
        words = seen.screen.query_one(f"#{Place.WORDS}", Painted)
        bold = [
            segment.text
            for y in range(words.size.height)
            for segment in words.render_line(y)
            if segment.style and segment.style.bold and segment.text.strip()
        ]
        assert bold == ["Lie on your back, knees bent."]


async def test_the_words_scroll_to_the_sentence_that_is_said() -> None:
    said = tuple(f"Sentence number {n} of a few." for n in range(1, 7))
    seen = Seen(step(lasting=hold(120), prepare=60, say=said))
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, 3 + 8)
        assert "Sentence number 3 " in seen.text(Place.WORDS)
        assert "Sentence number 1 " not in seen.text(Place.WORDS)
        assert seen.text(Place.WORDS).endswith("…")


async def test_a_breath_is_paced_with_motion_seconds_and_count() -> None:
    seen = Seen(step(lasting=breaths(3)))
    async with seen.app.run_test(size=(80, 16)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        stage = seen.text(Place.STAGE)
        assert "Breathe in" in stage
        assert " 3 " in stage
        assert "breath 1 of 3" in stage
        await seen.wait(pilot, 10 + 5)
        assert "Breathe out" in seen.text(Place.STAGE)
        assert "breath 2 of 3" in seen.text(Place.STAGE)


async def test_in_a_narrow_terminal_the_pace_is_a_bar_that_fills() -> None:
    seen = Seen(step(lasting=breaths(3)))
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        little = seen.text(Place.STAGE)
        assert little.startswith("Breathe in 3")
        assert little.endswith("1/3")
        await seen.wait(pilot, 2)
        assert seen.text(Place.STAGE).count("█") > little.count("█")


async def test_a_tempo_is_paced_with_its_own_words() -> None:
    seen = Seen(step(lasting=reps(4)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        assert "Round" in seen.text(Place.STAGE)
        assert "repetition 1 of 4" in seen.text(Place.STAGE)


async def test_the_disc_grows_while_breathing_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    seen = Seen(step(lasting=breaths(3)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 0.5)
        stage = seen.screen.query_one(f"#{Place.STAGE}", Painted)
        small = [stage.render_line(y) for y in range(stage.size.height)]
        await seen.wait(pilot, 3)
        large = [stage.render_line(y) for y in range(stage.size.height)]
        assert inked(large) > 2 * inked(small)


def inked(strips: list[Strip]) -> int:
    """Count the cells that are not paper."""
    paper = style(look_of(Depth.TRUE), Ink.PAPER).bgcolor
    segments = [segment for strip in strips for segment in strip]
    return sum(segment.cell_length for segment in segments if segment.style and segment.style.bgcolor != paper)


async def test_a_stretch_nobody_saw_pauses_the_session_where_it_was_and_is_said() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        seen.clock.move(65_000)
        seen.screen.tick()
        await pilot.pause()
        assert seen.state() is State.PAUSED
        assert seen.screen.session.moment.elapsed == 5_000
        assert "You were away for 1 minute 5 seconds. Paused where you were." in seen.text(Place.NOTE)
        await press(pilot, "space")
        await seen.wait(pilot, 3)
        assert Place.NOTE not in seen.places()


async def test_a_process_that_is_stopped_pauses_the_session_and_says_how_long() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        seen.screen.stand_still()
        assert seen.state() is State.PAUSED
        seen.screen.came_back(7_000)
        await pilot.pause()
        assert "You were away for 7 seconds." in seen.text(Place.NOTE)


async def test_the_notes_of_the_plan_are_shown_first() -> None:
    seen = Seen(notes=("Fitted to 10 minutes.", "No sound: the screen flashes."))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Fitted to 10 minutes. No sound: the screen flashes." in seen.text(Place.NOTE)


async def test_the_bell_rings_for_a_step_and_the_screen_flashes(monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[int] = []
    seen = Seen(player=Bell)
    monkeypatch.setattr(seen.app, "bell", lambda: rung.append(1))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 2)
        assert not rung
        await seen.wait(pilot, 1)
        assert len(rung) == 1
        assert all(widget.flashing for widget in seen.screen.query(Painted))
        while any(widget.flashing for widget in seen.screen.query(Painted)):
            await pilot.pause()


async def test_the_bell_rings_twice_for_a_change_of_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[int] = []
    seen = Seen(player=Bell)
    monkeypatch.setattr(seen.app, "bell", lambda: rung.append(1))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        rung.clear()
        await press(pilot, "s")
        while len(rung) < 2:
            await pilot.pause()


async def test_a_muted_bell_flashes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[int] = []
    seen = Seen(player=Bell)
    monkeypatch.setattr(seen.app, "bell", lambda: rung.append(1))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        await seen.wait(pilot, 3)
        assert not rung
        assert any(widget.flashing for widget in seen.screen.query(Painted))


async def test_twenty_minutes_pass_without_drift() -> None:
    seen = Seen(repeat(12, two_sided(lasting=hold(45)), rest=15))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 1_200)
        assert seen.screen.session.position == 1_200_000
        assert seen.state() is State.RUNNING


async def test_a_command_that_is_not_possible_changes_nothing() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        seen.screen.do(Command.GO_ON)
        assert seen.state() is State.RUNNING
