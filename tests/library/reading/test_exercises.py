"""Files of exercises: each exercise whole by itself, one's mistakes not those of the others."""

from __future__ import annotations

import pytest

from relaxtimer.core.conditions import Condition
from relaxtimer.library.reading.routine import FileMistakes, read_exercises, survey_exercises
from tests.library.reading.source import Source, exercises

EXERCISE = "{name: A, kind: stretch, position: supine, work: 3s%s}"


def _file(*fields: str, above: str = "") -> bytes:
    written = "".join(f"  e{number}: {EXERCISE % field}\n" for number, field in enumerate(fields, 1))
    return f"format: 1\n{above}exercises:\n{written}".encode()


def _mistakes(data: bytes, source: Source | None = None) -> list[str]:
    with pytest.raises(FileMistakes) as raised:
        read_exercises(data, file="f", id="f", folder=None, exercises=source)
    return [str(mistake) for mistake in raised.value.mistakes]


def test_drafts_and_breaths_are_given_by_their_names() -> None:
    found = exercises("format: 1\nbreaths: {calm: 4-6}\nexercises:\n  a: " + EXERCISE % ", avoid: [preg]")
    assert found.exercises["a"].avoid == {Condition.PREGNANCY}
    assert (found.exercises["a"].id, found.exercises["a"].file) == ("a", "exercises.yaml")
    assert found.breaths["calm"].duration == 10_000


def test_breaths_may_stand_alone_and_exercises_too() -> None:
    assert exercises("format: 1\nbreaths: {calm: 4-6}\n").exercises == {}
    assert exercises("format: 1\nexercises: {}\n").breaths == {}


def test_a_file_of_neither_is_refused() -> None:
    (told,) = _mistakes(b"format: 1\n")
    assert told == "f:1:1: an exercise file has neither exercises nor breaths; expected exercises or breaths"


def test_an_exercise_is_whole_by_itself() -> None:
    told = _mistakes(
        b"format: 1\nexercises:\n  a: {name: A, kind: stretch, position: supine, reps: 3}\n  b: {name: B}\n"
    )
    assert told == [
        "f:3:49: reps has no tempo; expected tempo: {up: 2s, down: 2s}",
        "f:4:6: an exercise has no kind; expected the field kind",
        "f:4:6: an exercise has no position; expected the field position",
        "f:4:6: nothing says how long it lasts; expected one of work, reps, breaths or parts",
    ]


def test_an_exercise_may_keep_a_pattern_for_steps_that_change_its_way_of_lasting() -> None:
    data = _file(", tempo: {up: 1s}, breath: 4-0.5").replace(b"3s", b"9s")
    assert list(exercises(data.decode()).exercises) == ["e1"]


@pytest.mark.parametrize("field", ["optional: true", "priority: 3", "exercise: hold"])
def test_the_fields_of_steps_alone_are_no_fields_of_exercises(field: str) -> None:
    (told,) = _mistakes(_file(f", {field}"))
    assert "is not a field of an exercise" in told


def test_an_id_has_lower_case_letters_and_hyphens() -> None:
    (told,) = _mistakes(b"format: 1\nexercises:\n  My Hip: " + (EXERCISE % "").encode())
    assert told.startswith('f:3:3: the id is "My Hip"; expected an id')


def test_a_breath_has_a_name_that_is_no_number_and_is_no_other_breaths_name() -> None:
    told = _mistakes(b"format: 1\nbreaths:\n  4-6: 4-6\n  calm: box\n")
    assert [mistake.partition(": ")[0] for mistake in told] == ["f:3:3", "f:4:9"]


def test_what_is_right_in_a_file_is_given_beside_its_mistakes() -> None:
    data = _file("", ", colour: red", "", above="breaths: {calm: 4-6, bad: 99-99}\n")
    found = survey_exercises(data, file="f", id="f", folder=None)
    assert sorted(found.exercises) == ["e1", "e3"]
    assert sorted(found.breaths) == ["calm"]
    assert [mistake.place for mistake in found.mistakes] == [(2, 27), (5, 60)]


def test_a_file_that_is_no_yaml_has_nothing_right_in_it() -> None:
    found = survey_exercises(b"exercises: [", file="f", id="f", folder=None)
    assert (found.exercises, found.breaths, len(found.mistakes)) == ({}, {}, 1)


def test_names_from_elsewhere_are_taken_on_trust_unless_the_library_is_there() -> None:
    data = _file(", breath: 4-0.5, instead: {preg: hodl}", ", breath: slwo, instead: {osteo: e1}").replace(
        b"3s", b"20s"
    )
    read_exercises(data, file="f", id="f", folder=None)
    assert _mistakes(data, Source()) == [
        'f:3:92: there is no exercise "hodl"; expected the id of an exercise; did you mean hold?',
        'f:4:69: there is no breath "slwo"; expected the name of a breath, or 4-0-6-0; did you mean slow?',
    ]


def test_a_substitute_may_stand_in_the_same_file() -> None:
    data = _file(", instead: {preg: e2, osteo: e2, clot: e1}", ", avoid: [osteo]")
    assert [mistake.partition(": ")[0] for mistake in _mistakes(data, Source())] == ["f:3:87", "f:3:97"]
