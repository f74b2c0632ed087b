from __future__ import annotations

import pytest

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.doubts import doubts
from relaxtimer.core.lasting import Hold, Part, Parts, Repetitions
from relaxtimer.core.routine import Item
from tests.core.making import (
    BREATH,
    TEMPO,
    breaths,
    hold,
    parts,
    repeat,
    reps,
    step,
    timeline,
    two_sided,
    until_ready,
)


def said(*items: Item) -> list[str]:
    return [doubt.message for doubt in doubts(timeline(*items, after=("Up.",)))]


def late_instruction(takes: str, room: str, more: str) -> str:
    """Give the doubt about a first instruction that is not over in time."""
    return (
        f"step 1: {takes} up to the end of the first instruction, and {room} until the work begins;"
        f" say less, or give it {more} more prepare"
    )


def words(count: int) -> str:
    """Give a sentence of so many words, each 0.4 seconds to say."""
    return " ".join(["word"] * count)


def test_words_fill_the_prepare_and_the_first_quarter_of_the_work() -> None:
    # "Hug. On your back." takes 1.6 s, the sentences 4 s each; there are 8 s, and a quarter of 40 s.
    fits = step("Hug", hold(40), prepare=8, say=(words(10), words(10), words(10)))
    assert said(fits) == []
    much = step("Hug", hold(40), prepare=8, say=(words(10), words(10), words(10), words(12)))
    assert said(much) == ["step 1: 18.4 s of words in 18 s; say less, or give it more prepare"]


def test_the_breath_cue_counts_as_words() -> None:
    much = step("Hug", hold(40), prepare=8, say=(words(10), words(10), words(10)), breath_cue=words(12))
    assert said(much) == ["step 1: 18.4 s of words in 18 s; say less, or give it more prepare"]


def test_a_first_instruction_that_is_not_over_before_the_work_is_doubted() -> None:
    assert said(step("Hug", hold(20), prepare=5, say=(words(7),))) == []
    assert said(step("Hug", hold(20), prepare=5, say=(words(8),))) == [late_instruction("5.1 s", "5 s", "0.1 s")]
    assert said(step("Hug", hold(20), prepare=0, say=(words(1),))) == [late_instruction("2.3 s", "0 s", "2.3 s")]


def test_a_rest_or_a_walk_that_goes_on_may_have_its_first_instruction_as_it_begins() -> None:
    assert said(step("Rest", hold(20), prepare=0, say=(words(8),), kind=Kind.RELAXATION)) == []
    assert said(step("Walk", hold(20), prepare=0, say=(words(8),), position=Position.WALKING)) == []
    assert len(said(step("Rest", hold(20), prepare=1, say=(words(8),), kind=Kind.RELAXATION))) == 1


def test_all_words_come_before_breaths_and_repetitions() -> None:
    # "Roll. On your back." takes 1.6 s, each sentence 0.3 s more than its words.
    fits = step("Roll", reps(4), prepare=6, say=(words(4),), breath_cue=words(5))
    assert said(fits) == []
    much = step("Roll", reps(4), prepare=6, say=(words(4),), breath_cue=words(6))
    assert said(much) == [
        "step 1: 6.2 s of words in 6 s before the pace begins; say less, or give it 0.2 s more prepare"
    ]
    breathing = step("Breathe", breaths(4), prepare=0)
    assert said(breathing) == [
        "step 1: 1.6 s of words in 0 s before the pace begins; say less, or give it 1.6 s more prepare"
    ]


def test_a_hold_with_a_breath_is_paced_too() -> None:
    paced = Hold(40_000, breath=BREATH)
    assert said(step("Hug", paced, prepare=8, say=(words(15),))) == []
    assert said(step("Hug", paced, prepare=8, say=(words(16),))) == [
        "step 1: 8.3 s of words in 8 s before the pace begins; say less, or give it 0.3 s more prepare"
    ]


def test_words_that_would_run_past_the_work_are_doubted_even_where_they_would_fit_without_gaps() -> None:
    # The sentence is too long for what is left of the prepare, waits for the work, and is not over at its end.
    assert said(step("Hug", hold(6), prepare=8, say=(words(18),))) == [
        "step 1: 16.2 s of words in 14 s; say less, or give it more prepare"
    ]


def test_sentences_for_which_no_time_is_left_count_with_the_others() -> None:
    assert said(step("Hug", hold(2), prepare=0, say=(words(1), words(1), words(1), words(1)))) == [
        "step 1: 1.6 s of words in 1 s; say less, or give it more prepare"
    ]


def test_words_of_the_first_side_end_before_the_other() -> None:
    assert said(two_sided("Hug", hold(6), prepare=8, say=(words(16),))) == [
        "step 1: 15.4 s of words in 14 s; say less, or give it more prepare"
    ]


def test_until_ready_leaves_all_the_time_for_words() -> None:
    assert said(step("Hug", until_ready(30), prepare=8, say=(words(4), words(60)))) == []
    assert len(said(step("Hug", until_ready(30), prepare=8, say=(words(60),)))) == 1


def test_later_rounds_have_no_words_and_a_step_is_doubted_once() -> None:
    much = step("Hug", hold(20), prepare=8, say=(words(60),))
    assert said(repeat(2, repeat(2, much))) == ["step 1: 27.2 s of words in 14 s; say less, or give it more prepare"]


def test_the_position_is_said_only_where_it_changes() -> None:
    tight = step("Hug", hold(40), prepare=8, say=(words(10), words(34)), position=Position.SUPINE)
    assert said(step("Lie"), tight) == []
    assert said(tight) == ["step 1: 19.2 s of words in 18 s; say less, or give it more prepare"]


def test_the_words_of_the_first_part_count_with_those_of_the_step() -> None:
    # There are 8 s, and a quarter of 80 s; the part has 1.6 s of words.
    assert said(step("Ball", parts(40, 40), prepare=8, say=(words(4), words(58)))) == []
    assert said(step("Ball", parts(40, 40), prepare=8, say=(words(4), words(59)))) == [
        "step 1: 28.4 s of words in 28 s; say less, or give it more prepare"
    ]


def test_the_words_of_a_step_end_with_its_first_part_where_that_is_shorter() -> None:
    assert said(step("Ball", parts(10, 60), prepare=8, say=(words(4), words(34)))) == [
        "step 1: 18.4 s of words in 18 s; say less, or give it more prepare"
    ]


def test_the_words_of_each_part_that_is_paced_come_before_it() -> None:
    tense = Repetitions(1, TEMPO)
    low = Part(name="Low", lasting=tense, say=words(4), prepare=2_000)
    assert said(step("Let go", Parts((low,)))) == []
    high = Part(name="High", lasting=tense, say=words(5), prepare=2_000)
    assert said(step("Let go", Parts((low, high)))) == ["step 1: 2.4 s of words in 2 s for the part High"]
    assert said(step("Let go", Parts((high, low)))) == ["step 1: 2.4 s of words in 2 s for the part High"]


def test_each_further_part_has_time_for_its_own_words() -> None:
    long_say = Part(name="Low", lasting=Hold(10_000), say=words(14))
    lasting = Parts((Part(name="High", lasting=Hold(20_000)), long_say))
    assert said(step("Ball", lasting, prepare=8)) == ["step 1: 6 s of words in 5 s for the part Low"]


def test_a_part_is_doubted_once_for_both_sides_and_its_prepare_helps() -> None:
    long_say = Part(name="Low", lasting=Hold(10_000), say=words(14), prepare=0)
    lasting = Parts((Part(name="High", lasting=Hold(20_000)), long_say))
    assert len(said(two_sided("Ball", lasting))) == 1
    with_prepare = Part(name="Low", lasting=Hold(10_000), say=words(14), prepare=2_000)
    assert said(two_sided("Ball", Parts((lasting.parts[0], with_prepare)))) == []


@pytest.mark.parametrize("text", ["Bend the left knee.", "Rest your RIGHT hand on it."])
def test_a_side_that_is_named_is_heard_on_both_sides(text: str) -> None:
    found = said(two_sided("Hug", hold(40), say=(text,)))
    assert len(found) == 1
    assert "write {side} or {other_side} where a side is meant" in found[0]


def test_a_side_may_be_named_where_both_are_done_and_right_may_mean_something_else() -> None:
    assert said(step("Roll", hold(40), say=("Drop the left knee.", "Drop the right knee."))) == []
    assert said(two_sided("Hug", hold(40), say=("Find the right spot, right there.",))) == []


def test_a_side_named_in_a_variant_is_doubted_too() -> None:
    assert len(said(two_sided("Hug", hold(40), easier="Keep the left foot down.", show=("Look.",)))) == 1


def test_a_part_is_named_with_its_side() -> None:
    long_say = Part(name="{side} hip", lasting=Hold(10_000), say=words(14))
    lasting = Parts((Part(name="High", lasting=Hold(20_000)), long_say))
    assert [each.rpartition(" for ")[2] for each in said(two_sided("Ball", lasting))] == ["the part left hip"]
