from __future__ import annotations

from relaxtimer.core.doubt import Doubt
from relaxtimer.sound.arranging import doubts_of
from relaxtimer.sound.placed import Unfit


def unfit(step: int, words: str, said: str = "", takes: int = 9_150, room: int = 6_080) -> Unfit:
    return Unfit(step=step, words=words, said=said, takes=takes, room=room)


def test_words_said_in_brief_are_told_with_their_times() -> None:
    assert doubts_of([unfit(4, "Hug. Left side first. On your back.", "Hug. Left side.")]) == (
        Doubt(4, "step 4: 9.2 s of words in 6 s; “Hug. Left side.” is said instead"),
    )


def test_words_left_out_are_told_by_how_they_begin() -> None:
    short, long = "Never on the bone.", "Put the ball aside and " + "then come down " * 10
    assert [doubt.message for doubt in doubts_of([unfit(2, short), unfit(2, long)])] == [
        "step 2: 9.2 s of words in 6 s; “Never on the bone.” is left out",
        "step 2: 9.2 s of words in 6 s; “Put the ball aside and then come down then come down then…” is left out",
    ]


def test_the_same_words_are_told_once_and_the_steps_come_in_order() -> None:
    both_sides = [unfit(3, "Low.", takes=2_000), unfit(3, "Low.", takes=3_000), unfit(1, "Hug."), unfit(3, "High.")]
    assert [doubt.message.partition(" of ")[0] for doubt in doubts_of(both_sides)] == [
        "step 1: 9.2 s",
        "step 3: 2 s",
        "step 3: 9.2 s",
    ]


def test_times_that_differ_by_a_moment_are_never_told_as_the_same() -> None:
    assert doubts_of([unfit(1, "Hug.", takes=6_001, room=6_000)])[0].message.startswith("step 1: 6.1 s of words in 6 s")


def test_nothing_unfit_is_no_doubt() -> None:
    assert doubts_of([]) == ()
