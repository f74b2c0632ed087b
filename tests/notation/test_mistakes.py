"""How mistakes are written."""

from __future__ import annotations

from relaxtimer.notation.mistakes import COMPARISONS, FileMistakes, Mistake, Place, Reading, quoted


def test_a_mistake_says_where_what_was_expected_and_what_was_meant() -> None:
    mistake = Mistake("mine.yaml", 3, 5, 'work is "4x"', "a time", "4s")
    assert str(mistake) == 'mine.yaml:3:5: work is "4x"; expected a time; did you mean 4s?'
    assert mistake.place == Place(3, 5)


def test_what_is_not_known_is_left_out() -> None:
    assert str(Mistake("mine.yaml", 1, 1, "the file is empty")) == "mine.yaml:1:1: the file is empty"


def test_the_name_of_a_file_cannot_steer_a_terminal() -> None:
    assert str(Mistake("a\x1b[31m\u202e.yaml", 1, 1, "wrong")) == "a\\x1b[31m\\u202e.yaml:1:1: wrong"


def test_mistakes_are_in_the_order_of_their_places_each_once() -> None:
    late, early = Mistake("f", 10, 1, "late"), Mistake("f", 9, 30, "early")
    found = FileMistakes([late, early, late])
    assert found.mistakes == (early, late)
    assert str(found) == "f:9:30: early\nf:10:1: late"


def test_quoting_shows_what_cannot_be_seen() -> None:
    assert quoted("a\tb\n\x1b\u200b\ud800é") == '"a\\tb\\n\\x1b\\u200b\\ud800é"'


def test_quoting_shortens() -> None:
    assert quoted("x" * 40) == f'"{"x" * 40}"'
    assert quoted("x" * 41) == f'"{"x" * 39}…"'


def test_the_nearest_known_word_is_suggested_however_it_is_written() -> None:
    reading = Reading("f")
    assert reading.mistake(Place(1, 1), "m", near=("Breath_Cue", ("breath", "breath-cue"))) == "breath-cue"
    assert reading.mistake(Place(1, 1), "m", near=("zzz", ("breath", "breath-cue"))) == ""
    assert [mistake.suggestion for mistake in reading.mistakes] == ["breath-cue", ""]


def test_a_file_of_nothing_but_slips_is_not_compared_for_ever() -> None:
    reading, known = Reading("f"), tuple(f"word-{number}" for number in range(1_000))
    suggestions = [reading.mistake(Place(1, 1), "m", near=("word-1x", known)) for _ in range(100)]
    assert suggestions[0]
    assert len([each for each in suggestions if each]) == COMPARISONS // len(known)


def test_without_a_place_the_file_alone_is_named() -> None:
    assert str(Mistake("mine.yaml", None, None, "the file does not exist")) == "mine.yaml: the file does not exist"
