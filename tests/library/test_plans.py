"""Plans: the bundled one as its page has it, a person's own, and mistakes with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.length import length
from relaxtimer.library.checking import check_file
from relaxtimer.library.library import Library, LibraryError
from relaxtimer.library.plans import Plans, read_plan
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import FileMistakes

MINE = """\
format: 1
name: For Anna
author: Her physiotherapist
frequency: five days a week
until: 2027-03-01
weeks:
  - days:
      monday: {routines: desk-reset, walk: 10m}
      friday: {routines: [lower-back-quick, resonance-breathing]}
"""


def test_the_four_weeks_are_those_of_the_page() -> None:
    plan = Plans(Shelves()).plan("four-weeks")
    library = Library()
    minutes = []
    for week in plan.weeks:
        guided = sum(length(library.routine(name).routine) for day in week.days for name in day.routines)
        minutes.append((guided + sum(day.walk for day in week.days)) / 60_000)
    assert [round(each) for each in minutes] == [116, 126, 150, 164]
    assert [week.planned for week in plan.weeks] == [7, 7, 7, 7]


def test_a_plan_of_ones_own_is_found_before_a_bundled_one(home: Path) -> None:
    folder = home / "routines" / "plans"
    folder.mkdir(parents=True)
    (folder / "four-weeks.yaml").write_text(MINE)
    plan = Plans(Shelves()).plan("four-weeks")
    assert (plan.name, plan.author, plan.until, plan.frequency) == (
        "For Anna", "Her physiotherapist", "2027-03-01", "five days a week"
    )  # fmt: skip
    assert [day.routines for day in plan.weeks[0].days][:2] == [("desk-reset",), ()]
    assert plan.weeks[0].name == "Week 1"


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE)
    assert Plans(Shelves()).plan(str(tmp_path / "mine.yaml")).id == "mine"


def test_a_plan_that_there_is_not_is_told(home: Path) -> None:
    assert home.exists()
    with pytest.raises(LibraryError, match="did you mean four-weeks"):
        Plans(Shelves()).plan("for-weeks")
    with pytest.raises(LibraryError):
        Plans(Shelves()).plan("./gone.yaml")


def mistakes(text: str) -> list[str]:
    with pytest.raises(FileMistakes) as raised:
        read_plan(text.encode(), file="p.yaml", id_="p", routines=Shelves().names)
    return [str(each) for each in raised.value.mistakes]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("desk-reset,", "desk-rest,", 'p.yaml:8:26: there is no routine "desk-rest"'),
        ("lower-back-quick,", "lower-bak-quick,", 'p.yaml:9:27: there is no routine "lower-bak-quick"'),
        ("monday", "mondey", "did you mean monday"),
        ("2027-03-01", "2027-02-31", "a day that does not exist"),
        ("format: 1", "format: 2", "newer relaxtimer"),
        ("weeks:\n  - days:", "weeks: []\nx:\n  - days:", "at least 1"),
    ],
)
def test_every_mistake_has_its_place(old: str, new: str, words: str) -> None:
    assert words in "\n".join(mistakes(MINE.replace(old, new)))


def test_a_plan_is_checked_like_any_file(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(MINE)
    (tmp_path / "bad.yaml").write_text(MINE.replace("desk-reset,", "desk-rest,"))
    found = [check_file(Library(), str(tmp_path / name), "2026-11-23") for name in ("good.yaml", "bad.yaml")]
    assert [len(each.mistakes) for each in found] == [0, 1]
