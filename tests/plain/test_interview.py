"""Interviews as lines: a line for each answer, nothing that has to be seen."""

from __future__ import annotations

from relaxtimer.clock import FakeClock
from relaxtimer.core.asking.condition_list import ConditionList
from relaxtimer.core.asking.page import Interview
from relaxtimer.core.asking.rating import Rating
from relaxtimer.core.asking.warning_signs import WarningSigns
from relaxtimer.core.ratings import When
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.plain.interview import go_through
from relaxtimer.plain.signals import Signals
from relaxtimer.plain.writer import Writer
from tests.plain.scripted import Paper, ScriptedKeys


def answered(interview: Interview, *keys: str) -> tuple[bool, list[str]]:
    clock = FakeClock()
    paper = Paper(clock)
    with Signals() as signals:
        pressed = ScriptedKeys(clock, [(at, key) for at, key in enumerate(keys, 1)])
        done = go_through(interview, Writer(paper), pressed, signals)
    return done, paper.getvalue().splitlines()


def test_each_sign_is_a_line_with_its_key() -> None:
    done, lines = answered(WarningSigns("Before the first session"), "enter")
    assert done
    assert lines[0] == "Warning signs."
    assert lines[4].startswith("1: New numbness")
    assert lines[-2:] == ["Enter: None of these", "L: Later"]


def test_of_a_page_on_which_only_a_tick_has_changed_that_alone_is_said() -> None:
    _, lines = answered(ConditionList(), "3", "3", "escape")
    assert lines[-2:] == ["3: yes: Blood thinners, a bleeding disorder, easy bruising",
                          "3: no: Blood thinners, a bleeding disorder, easy bruising"]  # fmt: skip


def test_a_key_without_a_meaning_says_which_have_one() -> None:
    _, lines = answered(Rating(When.BEFORE), "p", "escape")
    assert lines[-1] == "Press one of 0 to 9, X, Enter, Escape; ? for the stop rules, Q to leave."


def test_the_stop_rules_are_one_key_away() -> None:
    _, lines = answered(Rating(When.BEFORE), "question_mark", "escape")
    assert lines[-len(STOP_RULES) :] == list(STOP_RULES)


def test_it_can_be_left() -> None:
    done, _ = answered(Rating(When.BEFORE), "q")
    assert not done
