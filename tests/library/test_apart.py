from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.fit import possible
from relaxtimer.core.length import length
from relaxtimer.library import answering, apart
from relaxtimer.library.apart import found_apart
from relaxtimer.library.facts import found_in
from relaxtimer.library.library import Library
from relaxtimer.library.listing import INDEX, Facts, Found, listing
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.resources import bundled
from tests.conftest import need
from tests.library.folders import routine_text, write_exercises, write_routine
from tests.library.reading.bad_fields import BAD_FIELDS
from tests.library.reading.bad_lasting import BAD_LASTING
from tests.library.reading.bad_words import BAD_WORDS


def many(home: Path, count: int = 12) -> list[str]:
    return [
        str(write_routine(home, f"r{n:02}.yaml", routine_text(f"Routine {n}") if n % 4 else "format: 1\n"))
        for n in range(count)
    ]


@pytest.fixture
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WORTH_IT", 2)
    monkeypatch.setattr(apart, "AT_ONCE", 5)
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
    (home / "cache" / INDEX).unlink()
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
    first, second, third = many(home, 3)
    shelves = Shelves()
    folders = [str(each) for each in shelves.folders]
    setting = {"folders": folders, "bundled": shelves.bundled.folder, "names": [*shelves.names], "prepare": 1}
    asked = "".join(f"{json.dumps(each)}\n" for each in (setting, [first, third], [second]))
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(asked))
    monkeypatch.setattr(sys, "stdout", out)
    answering.main()
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [[each[0] for each in answer] for answer in answers] == [[first, third], [second]]


@pytest.mark.usefixtures("_two_processors")
def test_facts_are_those_of_reading_a_file_whole(home: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(bundled("routines").glob("*.yaml"))]
    texts += [bad.text for bad in (*BAD_FIELDS.values(), *BAD_LASTING.values(), *BAD_WORDS.values())]
    paths = [str(write_routine(home, f"r{number:03}.yaml", text)) for number, text in enumerate(texts)]
    library = Library()
    found = {each.path: each.facts for each in found_apart(Shelves(), paths)}
    assert found == {path: read_whole(library, path) for path in paths}
    assert sum(facts.mistake is None for facts in found.values()) >= 20
    assert sum(facts.mistake is not None for facts in found.values()) > 50


def read_whole(library: Library, path: str) -> Facts:
    try:
        routine = library.routine(path).routine
    except FileMistakes as mistakes:
        return Facts(mistake=str(mistakes.mistakes[0]))
    shortest: Milliseconds = possible(routine)[0]
    positions = tuple(position.value for position in routine.positions)
    return Facts(
        routine.name, routine.summary, length(routine), shortest, routine.equipment, positions, routine.tags, None
    )


@pytest.mark.usefixtures("_two_processors")
def test_a_persons_own_exercises_count_in_other_processes(home: Path) -> None:
    write_exercises(home, "e.yaml", "hip-press")
    paths = [str(write_routine(home, f"r{n}.yaml", routine_text(step="{exercise: hip-press}"))) for n in range(3)]
    assert [each.facts.total for each in found_apart(Shelves(), paths)] == [28_000] * 3


@pytest.mark.usefixtures("_two_processors")
def test_a_routine_offered_instead_is_known_in_other_processes(home: Path) -> None:
    paths = [
        str(write_routine(home, f"r{n}.yaml", routine_text() + f"instead: {{preg: {other}}}\n"))
        for n, other in enumerate(("r1", "lower-back", "nowhere"))
    ]
    found = {each.path: each for each in found_apart(Shelves(), paths)}
    assert [list(found[path].needs) for path in paths] == [["r1"], ["lower-back"], []]
    assert "there is no routine" in (found[paths[2]].facts.mistake or "")


@pytest.mark.usefixtures("_two_processors")
def test_what_a_process_does_not_answer_before_it_ends_is_read_here(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need(os.name == "posix", "there is no shell")
    many(home, 24)
    whole = listing(Shelves())
    (home / "cache" / INDEX).unlink()
    short = tmp_path / "python"
    short.write_text(f'#!/bin/sh\n"{sys.executable}" "$@" | head -n 1\n')
    short.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(short))
    assert len(list(found_apart(Shelves(), many(home, 24)))) == 2 * apart.AT_ONCE
    assert listing(Shelves()) == whole
