from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from relaxtimer.library import apart
from relaxtimer.library.apart import found_apart
from relaxtimer.library.facts import Found, found_in
from relaxtimer.library.library import Library
from relaxtimer.library.listing import listing
from relaxtimer.library.shelves import Shelves
from tests.library.folders import routine_text, write_routine


def many(home: Path, count: int = 12) -> list[str]:
    return [
        str(write_routine(home, f"r{n:02}.yaml", routine_text(f"Routine {n}") if n % 4 else "format: 1\n"))
        for n in range(count)
    ]


@pytest.fixture
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WORTH_IT", 2)
    monkeypatch.setattr(apart, "_processors", lambda: 2)


@pytest.mark.usefixtures("_two_processors")
def test_other_processes_say_what_this_one_would(home: Path) -> None:
    paths = many(home)
    shelves = Shelves()
    found = {each.path: each for each in found_apart(shelves, paths)}
    here = [found_in(Library(shelves), path) for path in paths]
    assert [as_settled(found[path]) for path in paths] == [as_settled(each) for each in here]


def as_settled(found: Found) -> Found:
    return found._replace(stamp=found.stamp._replace(settled=True), needs=tuple(found.needs))


@pytest.mark.usefixtures("_two_processors")
def test_a_listing_of_many_files_is_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many(home)
    with_others = listing(Shelves())
    (home / "cache" / "routines.index").unlink()
    monkeypatch.setattr(apart, "WORTH_IT", 10_000)
    assert listing(Shelves()) == with_others


@pytest.mark.usefixtures("_two_processors")
@pytest.mark.parametrize("command", ["/nonexistent/python", "/bin/false", "/bin/echo", ""])
def test_where_other_processes_fail_this_one_reads_all(
    command: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(home)
    monkeypatch.setattr(sys, "executable", command)
    assert list(found_apart(Shelves(), many(home))) == []
    assert len(listing(Shelves()).routines) == 32


def test_a_few_files_are_not_worth_another_process(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = many(home)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert list(found_apart(Shelves(), paths)) == []


@pytest.mark.usefixtures("_two_processors")
def test_nothing_is_imported_from_where_one_happens_to_be(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = many(home)
    (tmp_path / "yaml").mkdir()
    (tmp_path / "yaml" / "__init__.py").write_text("open('taken', 'w')")
    (tmp_path / "json.py").write_text("open('taken', 'w')")
    monkeypatch.chdir(tmp_path)
    assert len(list(found_apart(Shelves(), paths))) == len(paths)
    assert not (tmp_path / "taken").exists()


def test_a_process_answers_what_it_is_asked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = many(home, 2)
    shelves = Shelves()
    asked = {"folders": [str(each) for each in shelves.folders], "bundled": shelves.bundled.folder, "paths": paths}
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(asked)))
    monkeypatch.setattr(sys, "stdout", out)
    apart.main()
    assert [each[0] for each in json.loads(out.getvalue())] == paths
