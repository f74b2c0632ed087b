from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.lasting import Breaths, Hold, Parts, Repetitions
from relaxtimer.core.routine import Repeat
from relaxtimer.library.checking import check_file
from relaxtimer.library.definition import ROUTINE, STEP
from relaxtimer.library.library import Library
from relaxtimer.library.starter import proper_name, starter
from tests.library.folders import write_routine


def test_the_starter_has_no_mistakes_and_no_doubts(home: Path) -> None:
    path = write_routine(home, "my-evening.yaml", starter("my-evening"))
    checked = check_file(Library(), str(path), "2026-03-01")
    assert (checked.mistakes, checked.doubts) == ((), ())


def test_the_starter_shows_every_way_of_lasting_and_a_block(home: Path) -> None:
    write_routine(home, "my-evening.yaml", starter("my-evening"))
    routine = Library().routine("my-evening").routine
    assert routine.name == "My evening"
    assert {type(step.lasting) for step in routine.steps} == {Hold, Repetitions, Breaths, Parts}
    assert any(isinstance(item, Repeat) for item in routine.items)


def test_what_is_commented_out_are_real_fields() -> None:
    fields = {field.name for record in (ROUTINE, STEP) for field in record.fields}
    commented = [line.strip()[2:].partition(":")[0] for line in starter("a").splitlines() if line.strip()[:2] == "# "]
    written = [word for word in commented if word.isalpha() and word.islower()]
    assert len(written) >= 7
    assert set(written) <= fields


@pytest.mark.parametrize("name", ["my-evening", "A", "7-minutes", "x" * 64])
def test_letters_digits_and_hyphens_make_a_name(name: str) -> None:
    assert proper_name(name) == name


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("My evening!", "My-evening"),
        ("evening.yaml", "evening"),
        ("../../etc/passwd", "etc-passwd"),
        ("-x-", "x"),
        ("über", "ber"),
        ("CON", "my-CON"),
        ("x" * 80, "x" * 64),
        ("", ""),
        ("\x1b[2J", "2J"),
    ],
)
def test_any_other_name_has_a_nearest_proper_one(name: str, nearest: str) -> None:
    assert proper_name(name) == nearest
