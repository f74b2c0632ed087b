from __future__ import annotations

from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.reading import Reading


def said(at: int, words: str) -> Placed:
    return Placed(at=at, bus=Bus.VOICE, name=words)


def phase(at: int, lasts: int) -> Placed:
    return Placed(at=at, bus=Bus.CUE, name="breath", lasts=lasts)


def read(reading: Reading, position: int) -> list[tuple[int, str]]:
    return [(placed.at, placed.name) for placed in reading.until(position)]


def test_what_comes_is_read_once_and_up_to_a_position() -> None:
    reading = Reading()
    reading.take((said(0, "a"), said(10, "b"), said(20, "c")))
    assert read(reading, 10) == [(0, "a")]
    assert read(reading, 20) == [(10, "b")]
    assert not reading.over
    assert read(reading, 21) == [(20, "c")]
    assert reading.over


def test_another_arrangement_is_read_from_where_one_is() -> None:
    reading = Reading()
    reading.take((said(0, "a"), said(5_000, "b")))
    read(reading, 1)
    reading.take((said(0, "a"), said(4_000, "b"), said(9_000, "c")))
    assert read(reading, 10_000) == [(4_000, "b"), (9_000, "c")]


def test_words_that_a_new_arrangement_moves_a_little_are_not_said_again() -> None:
    reading = Reading()
    reading.take((said(1_000, "a"),))
    read(reading, 2_000)
    reading.take((said(1_400, "a"), said(8_000, "a")))
    assert read(reading, 9_000) == [(8_000, "a")]


def test_words_that_come_often_are_all_said() -> None:
    reading = Reading()
    reading.take((said(0, "Up."), said(1_000, "Up."), said(2_000, "Up.")))
    assert len(read(reading, 9_000)) == 3


def test_going_back_says_everything_again() -> None:
    reading = Reading()
    reading.take((said(0, "a"), said(500, "b")))
    read(reading, 1_000)
    reading.seek(500)
    reading.take((said(0, "a"), said(510, "b")))
    assert read(reading, 1_000) == [(510, "b")]


def test_a_phase_is_found_while_it_goes_on() -> None:
    reading = Reading()
    reading.take((phase(0, 4_000), said(100, "a"), phase(4_000, 6_000)))
    assert reading.going_on(0) is None
    assert reading.going_on(3_999) == phase(0, 4_000)
    assert reading.going_on(4_000) is None
    assert reading.going_on(4_001) == phase(4_000, 6_000)
    assert reading.going_on(10_000) is None


def test_the_words_still_to_come_are_first() -> None:
    reading = Reading()
    reading.take((said(0, "a"), said(10, "b"), said(20, "a"), said(30, "c")))
    reading.seek(15)
    assert reading.words() == ["a", "c", "b"]
