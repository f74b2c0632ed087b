from __future__ import annotations

from array import array

import pytest

from relaxtimer.audio.clip import Clip
from relaxtimer.audio.levels import peak_of
from relaxtimer.sound.voice.memory import Memory

# A clip of a hundred frames, kept as 16 bits.
SIZE = 200


def clip(loudness: float = 0.5, frames: int = 100) -> Clip:
    return Clip(array("f", [loudness, -loudness] * (frames // 2)))


def memory(clips: int, *words: str) -> Memory:
    """Make one with room for so many clips, in which these words are expected."""
    made = Memory(clips * SIZE)
    made.expect(words)
    return made


def kept(found: Memory, words: str) -> str:
    return "".join(word for word in words if word in found)


def test_a_clip_comes_back_as_it_was_to_sixteen_bits() -> None:
    found = memory(1, "a")
    found.put("a", clip(0.3))
    again = found.get("a")
    assert again is not None
    assert again.samples.tolist() == pytest.approx(clip(0.3).samples.tolist(), abs=1 / 32_768)
    assert found.get("b") is None


def test_the_peak_of_a_clip_is_known_when_it_comes_back() -> None:
    made = memory(1, "one")
    made.put("one", Clip(array("f", [0.1, -0.6, 0.3])))
    found = made.get("one")
    assert found is not None
    assert peak_of(found, lambda _: pytest.fail("it was looked for again")) == pytest.approx(0.6, abs=1e-4)
    assert max(map(abs, found.samples)) <= peak_of(found)


def test_what_is_needed_last_goes_first() -> None:
    found = memory(2, "a", "b", "c")
    for words in "cba":
        found.put(words, clip())
    assert kept(found, "abc") == "ab"


def test_what_is_needed_later_than_all_that_is_there_finds_no_room() -> None:
    found = memory(2, "a", "b", "c")
    for words in "abc":
        found.put(words, clip())
    assert kept(found, "abc") == "ab"
    assert not found.has_room("c")


def test_what_was_heard_makes_room_for_what_comes() -> None:
    found = memory(2, "a", "b", "c")
    for words in "ab":
        found.put(words, clip())
    assert not found.has_room("c")
    found.get("a")
    assert found.has_room("c")
    found.put("c", clip())
    assert kept(found, "abc") == "bc"


def test_what_nobody_expects_any_more_goes_before_all_else() -> None:
    found = memory(2, "a", "b")
    for words in "ab":
        found.put(words, clip())
    found.expect(["b", "c", "d"])
    found.put("c", clip())
    assert kept(found, "abc") == "bc"


def test_after_a_change_what_was_heard_counts_as_still_to_come() -> None:
    found = memory(2, "a", "b", "c")
    for words in "ab":
        found.put(words, clip())
    found.get("a")
    found.expect(["a", "b", "c"])
    assert not found.has_room("c")


def test_a_clip_larger_than_all_the_room_is_never_kept() -> None:
    found = memory(2, "a", "b")
    found.put("b", clip())
    found.put("a", clip(frames=202))
    assert kept(found, "ab") == "b"
    assert not found.has_room("a")
    found.put("a", clip(frames=200))
    assert kept(found, "ab") == "a"


def test_the_same_words_again_take_no_more_room() -> None:
    found = memory(2, "a", "b")
    for _ in range(5):
        found.put("a", clip())
    found.put("b", clip())
    assert kept(found, "ab") == "ab"
