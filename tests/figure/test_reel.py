"""Pictures that are made ahead, a slice at a time, in bounded room."""

from __future__ import annotations

from relaxtimer.figure.reel import Reel, Work


class Maker:
    """Makes the double of a number in two slices, and remembers what it did."""

    def __init__(self) -> None:
        self.begun: list[int] = []

    def make(self, number: int) -> Work[int]:
        self.begun.append(number)
        yield
        return 2 * number


def reel(room: int = 100) -> tuple[Reel[int, int], Maker]:
    maker = Maker()
    return Reel(room, lambda value: value, maker.make), maker


def done(made: Reel[int, int]) -> int:
    """Work to the end; give how many slices that took."""
    slices = 1
    while made.work():
        slices += 1
    return slices


def test_what_is_wished_for_is_made_in_that_order_a_slice_at_a_time() -> None:
    made, maker = reel()
    made.wish([3, 1, 2])
    assert made.work()
    assert made.find(3) is None
    assert made.work()
    assert made.find(3) == 6
    assert done(made) == 4
    assert maker.begun == [3, 1, 2]


def test_nothing_wished_for_is_nothing_to_do() -> None:
    made, maker = reel()
    assert not made.work()
    assert maker.begun == []


def test_what_is_kept_is_not_made_again() -> None:
    made, maker = reel()
    for _ in range(2):
        made.wish([1, 2])
        done(made)
    assert maker.begun == [1, 2]


def test_what_is_needed_first_comes_before_what_was_begun_and_that_is_gone_on_with() -> None:
    made, maker = reel()
    made.wish([1])
    made.work()
    made.wish([2, 1])
    done(made)
    assert maker.begun == [1, 2]
    assert (made.find(1), made.find(2)) == (2, 4)


def test_what_is_no_longer_wished_for_is_not_made() -> None:
    made, maker = reel()
    made.wish([1, 2])
    made.work()
    made.wish([3])
    done(made)
    assert maker.begun == [1, 3]
    assert made.find(1) is None


def test_what_was_asked_for_the_longest_ago_makes_room() -> None:
    made, _ = reel(room=20)
    made.wish([1, 2, 3])
    done(made)
    assert made.find(1) == 2
    made.wish([5])
    done(made)
    assert (made.weight, len(made)) == (18, 3)
    assert made.find(2) is None
    assert made.find(1) == 2


def test_one_that_is_larger_than_the_room_is_kept_alone() -> None:
    made, _ = reel(room=20)
    made.wish([1, 50])
    done(made)
    assert (made.find(1), made.find(50)) == (None, 100)
