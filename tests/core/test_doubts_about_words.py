from __future__ import annotations

import pytest

from relaxtimer.core.body import Position
from relaxtimer.core.doubts import doubts
from relaxtimer.core.lasting import Hold, Part, Parts
from relaxtimer.core.routine import Item
from tests.core.making import hold, parts, repeat, step, timeline, two_sided, until_ready


def said(*items: Item) -> list[str]:
    return [doubt.message for doubt in doubts(timeline(*items, after=("Up.",)))]


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


def test_after_a_short_prepare_the_words_have_the_work_alone() -> None:
    assert said(step("Hug", hold(20), prepare=5, say=(words(14),))) == []
    assert said(step("Hug", hold(20), prepare=5, say=(words(16),))) == [
        "step 1: 6.4 s of words in 6 s; say less, or give it more prepare"
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
    assert said(step("Hug", until_ready(30), prepare=8, say=(words(60),))) == []


def test_later_rounds_have_no_words_and_a_step_is_doubted_once() -> None:
    much = step("Hug", hold(20), prepare=8, say=(words(60),))
    assert said(repeat(2, repeat(2, much))) == ["step 1: 27.2 s of words in 14 s; say less, or give it more prepare"]


def test_the_position_is_said_only_where_it_changes() -> None:
    tight = step("Hug", hold(40), prepare=8, say=(words(22), words(22)), position=Position.SUPINE)
    assert said(step("Lie"), tight) == []
    assert said(tight) == ["step 1: 19.2 s of words in 18 s; say less, or give it more prepare"]


def test_the_words_of_the_first_part_count_with_those_of_the_step() -> None:
    assert said(step("Ball", parts(40, 40), prepare=8, say=(words(30),))) == []
    assert said(step("Ball", parts(40, 40), prepare=8, say=(words(42),))) == [
        "step 1: 20 s of words in 18 s; say less, or give it more prepare"
    ]


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
