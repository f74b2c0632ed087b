"""What keys do in the plain face."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.core.choices import LEAVE
from relaxtimer.core.keys import KEYS, Action
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES
from relaxtimer.plain.help import actions_of, help_lines
from relaxtimer.sound.player import Bell, Silent
from tests.plain.scripted import Room
from tests.plain.steps import BREATHE, HUG, STAND

HURT = [
    "Stopped. Ease off, and breathe. Choose what is next.",
    STOP_RULES[0],
    "1, or e: take it easier. Half way up with the left knee.",
    "2, or s: skip this side. On to the right side.",
    "3, or n: skip this step.",
    "4, or r: rest. Space does the same.",
    "5, or x: end here.",
    "6, or g: go on, it was pressed by mistake.",
]


def test_this_hurts_stops_at_once_and_offers_what_is_possible() -> None:
    room = Room(HUG, presses=[(15, "h"), (20, "x")])
    assert room.live() == 0
    assert [line for _, line in room.paper.since(15)] == [
        *HURT,
        "Ended here.",
        "You did 4 seconds of work.",
    ]


@pytest.mark.parametrize("key", ["1", "2"])
def test_a_choice_keeps_its_number_where_others_are_not_offered(key: str) -> None:
    room = Room(STAND, presses=[(15, "h"), (20, key), (25, "4"), (30, "q"), (31, "y")])
    room.live()
    choices = [
        "3, or n: skip this step.",
        "4, or r: rest. Space does the same.",
        "5, or x: end here.",
        "6, or g: go on, it was pressed by mistake.",
    ]
    assert [line for at, line in room.paper.since(20) if at < 25] == choices
    assert (25, "Paused. 13 seconds left.") in room.paper.since(25)


def test_what_is_asked_is_said_too_and_broken_off_by_a_key() -> None:
    player = Silent()
    room = Room(STAND, presses=[(15, "h"), (20, "z"), (22, "q"), (24, "n"), (26, "x")])
    room.plan = room.with_player(lambda _: player)
    room.live()
    choices = ("3, skip this step.", "4, rest.", "5, end here.", "6, go on.")
    assert player.said == [choices, LEAVE, choices]
    assert player.hushed == 5


def test_w_tells_where_one_is() -> None:
    player = Silent()
    room = Room(HUG, STAND, presses=[(15, "w")])
    room.plan = room.with_player(lambda _: player)
    room.live()
    line = "One-knee hug. Left side. Step 1 of 2. 26 seconds left on this side. 1 minute 26 seconds left in all."
    assert room.paper.since(15)[0] == (15, line)
    assert " ".join(player.said[0]) == line


@pytest.mark.parametrize("key", ["1", "e"])
def test_the_easier_variant_is_said_before_it_goes_on(key: str) -> None:
    room = Room(HUG, presses=[(15, "h"), (20, key)])
    room.live()
    assert room.paper.since(20)[:3] == [
        (20, "Easier: Half way up with the left knee."),
        (20, "Going on in 6 seconds. 26 seconds left."),
        (26, "Now."),
    ]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("2s", "Now at step 1 of 2: One-knee hug, right side."),
        ("3n", "Now at step 2 of 2: Stand easily."),
        ("6g", "Going on in 3 seconds. 26 seconds left."),
    ],
)
def test_a_number_and_a_letter_choose_the_same(keys: str, line: str) -> None:
    for key in keys:
        room = Room(HUG, STAND, presses=[(15, "h"), (20, key)])
        room.live()
        assert room.paper.since(20)[0] == (20, line)


@pytest.mark.parametrize("key", ["4", "r", "space"])
def test_resting_is_a_pause_and_is_what_space_does(key: str) -> None:
    room = Room(HUG, presses=[(15, "h"), (20, key), (300, "space")])
    room.live()
    assert room.paper.since(20)[:3] == [
        (20, "Paused. 26 seconds left."),
        (20, "Space: go on."),
        (300, "Going on in 3 seconds. 26 seconds left."),
    ]


@pytest.mark.parametrize("key", ["h", "7", "0", "right", "plus", "z", "²"])
def test_any_other_key_only_tells_the_choices_again(key: str) -> None:
    room = Room(HUG, presses=[(15, "h"), (20, key), (25, "x")])
    room.live()
    assert [line for _, line in room.paper.since(20)][:6] == HURT[2:]


def test_without_keys_a_session_that_hurts_ends() -> None:
    room = Room(HUG, presses=[(15, "h")])
    room.keys.happens[20_000] = lambda: setattr(room.keys, "listening", False)
    assert room.live() == 0
    assert room.paper.since(20)[0] == (20, "Ended here.")


@pytest.mark.parametrize("key", ["y", "1"])
def test_leaving_asks_and_stands_still_meanwhile(key: str) -> None:
    room = Room(STAND, presses=[(10, "q"), (60, key)])
    assert room.live() == 0
    assert room.paper.since(10) == [
        (10, "Leave? Press Y to leave, space to stay."),
        (60, "Ended here."),
        (60, "You did 2 seconds of work."),
    ]


@pytest.mark.parametrize("key", ["2", "space", "n", "q", "escape", "enter"])
def test_staying_goes_on_where_it_was(key: str) -> None:
    room = Room(STAND, presses=[(10, "q"), (60, key)])
    assert room.live() == 0
    assert room.paper.since(60)[:3] == [
        (60, "Staying."),
        (60, "Going on in 3 seconds. 18 seconds left."),
        (63, "Now."),
    ]


def test_a_key_with_a_meaning_of_its_own_keeps_it_while_leaving_is_asked() -> None:
    room = Room(HUG, presses=[(15, "q"), (20, "h"), (25, "x")])
    room.live()
    assert [line for _, line in room.paper.since(20)] == [
        "Staying.",
        "Going on in 3 seconds. 26 seconds left.",
        *HURT,
        "Ended here.",
        "You did 4 seconds of work.",
    ]


def test_staying_in_a_pause_stays_paused() -> None:
    room = Room(STAND, presses=[(10, "space"), (20, "q"), (30, "n"), (40, "space")])
    room.live()
    assert room.paper.since(20)[:3] == [
        (20, "Leave? Press Y to leave, space to stay."),
        (30, "Staying."),
        (40, "Going on in 3 seconds. 18 seconds left."),
    ]


def test_leaving_before_anything_was_done_says_so() -> None:
    room = Room(STAND, presses=[(1, "q"), (2, "y")])
    room.live()
    assert room.paper.lines[-2:] == ["Ended here.", "Nothing was done."]


def test_what_is_not_possible_is_said() -> None:
    room = Room(BREATHE, presses=[(5, "s")])
    room.live()
    assert room.paper.since(5)[0] == (5, "That is not possible here.")


@pytest.mark.parametrize("key", ["z", "f", "t", "escape"])
def test_a_key_without_meaning_here_says_nothing(key: str) -> None:
    silent = Room(STAND)
    silent.live()
    room = Room(STAND, presses=[(5, key)])
    room.live()
    assert room.paper.written == silent.paper.written


def test_sound_goes_off_and_on_and_rings_the_bell_of_a_terminal() -> None:
    rung: list[float] = []
    room = Room(STAND, STAND, presses=[(4, "m"), (27, "m")])
    room.plan = room.with_player(
        lambda outlet: Bell(replace(outlet, ring=lambda _: rung.append(room.clock.time / 1000)))
    )
    room.live()
    assert (4, "Sound off.") in room.paper.written
    assert (27, "Sound on.") in room.paper.written
    assert rung == [3, 28, 33, 53]


def test_a_bell_rings_nowhere_where_no_terminal_is() -> None:
    room = Room(STAND)
    room.plan = room.with_player(Bell)
    room.live()
    assert "\a" not in room.paper.getvalue()


def test_help_tells_the_keys_and_the_stop_rules() -> None:
    room = Room(STAND, presses=[(5, "question_mark")])
    room.live()
    assert [line for _, line in room.paper.since(5)][: len(help_lines(KEYS))] == help_lines(KEYS)
    assert help_lines(KEYS)[:4] == [
        "Keys.",
        "Space: Pause; go on; in a step without a clock: ready.",
        "Right arrow or n: Next step.",
        "Left arrow or b: Back: this step again, or the step before within 2 seconds of its start.",
    ]
    assert help_lines(KEYS)[-len(STOP_RULES) - 2 :] == ["When to stop.", *STOP_RULES, DISCLAIMER]


def test_each_action_of_a_session_has_a_key_here_or_belongs_to_the_screen() -> None:
    assert {key.action for key in KEYS} - set(actions_of(KEYS).values()) == {Action.BIG, Action.TURN}


def test_stop_rules_are_short_sentences() -> None:
    assert all(len(rule) <= 110 and rule.endswith(".") for rule in STOP_RULES)
