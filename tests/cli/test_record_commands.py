"""History, stats, export, import, forget, backup: what was done, told and taken along."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.core.impact import Impact
from relaxtimer.core.ledger import Outcome
from relaxtimer.core.ratings import Ratings
from relaxtimer.record.answers import write_impact
from relaxtimer.record.clock import day_of, now, written
from relaxtimer.record.opening import FILE
from relaxtimer.record.sessions import Ending
from relaxtimer.record.standing import hurting
from relaxtimer.record.store import Store
from tests.record.files import damaged_inside, noise
from tests.record.people import did, row

Said = pytest.CaptureFixture[str]


def told(said: Said, *arguments: str, status: int = 0) -> str:
    assert main(list(arguments)) == status
    return said.readouterr().out


@pytest.fixture
def practised(home: Path) -> Path:
    did(home, days_ago=30, before=Ratings(6, 6, 4), after=Ratings(4, 5, 2), rows=(row(1), row(2, hurt=True)))
    did(home, days_ago=29, before=Ratings(6), after=Ratings(5))
    did(home, "desk-reset", days_ago=1, minutes=5, before=Ratings(4), after=Ratings(3), ending=Ending.LEFT)
    did(home, days_ago=0, before=Ratings(3, 5), rows=(row(1), row(2, Outcome.SKIPPED)))
    did(home, "micro-break", speed=60, minutes=1)
    return home


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", ["history", "stats"])
def test_an_empty_record_is_no_failure(capsys: Said, command: str) -> None:
    assert told(capsys, command) == "Nothing was recorded yet.\n"
    assert json.loads(told(capsys, command, "--json")) is not None


@pytest.mark.usefixtures("practised")
def test_the_history_is_the_latest_first(capsys: Said) -> None:
    lines = told(capsys, "history").splitlines()
    assert [line.split()[3] for line in lines[1:6]] == [
        "micro-break",
        "lower-back",
        "desk-reset",
        "lower-back",
        "lower-back",
    ]
    assert "rehearsed ×60" in lines[1]
    assert "left early" in lines[3]
    assert "6→4" in lines[5]
    assert "something hurt" in lines[5]


@pytest.mark.usefixtures("practised")
def test_the_history_fits_a_narrow_terminal_and_can_be_of_one_routine(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = told(capsys, "history", "--routine", "desk-reset", "--most", "3").splitlines()
    assert max(map(len, lines)) <= 40
    assert "lower-back" not in " ".join(lines)


@pytest.mark.usefixtures("practised")
def test_the_history_for_programs_has_everything(capsys: Said) -> None:
    first = json.loads(told(capsys, "history", "--json"))[-1]
    assert (first["routine"], first["seconds"], first["steps_done"], first["hurt"]) == ("lower-back", 720.0, 2, 1)
    assert first["before"] == {"pain": 6, "stiffness": 6, "stress": 4}


@pytest.mark.usefixtures("practised")
def test_stats_have_a_count_beside_every_average_and_no_word_for_small_changes(capsys: Said) -> None:
    page = told(capsys, "stats")
    assert page.startswith("4 sessions since ")
    assert "1 rehearsal not counted." in page
    assert "lower-back                      6.0 →  4.5  (2 sessions)" in page
    assert "pain       6.0 (2 sessions) → 3.5 (2 sessions): meaningfully lower" in page
    assert "stiffness  6.0 (1 session) → 5.0 (1 session): within normal noise" in page
    assert "stress     4.0 (1 session); nothing to compare yet" in page
    assert "left   " in page
    assert "streak" not in page


def test_stats_tell_how_the_weeks_were_and_compare_the_last_with_the_first(practised: Path, capsys: Said) -> None:
    assert "got in the way" not in told(capsys, "stats")
    at = datetime(2026, 11, 1, 9, tzinfo=UTC)
    store = Store(practised)
    for week, (activity, sleep) in enumerate([(6, 4), (5, None), (None, None), (3, 4)]):
        with store.writing() as record:
            write_impact(record, Impact(day_of(at) + 7 * week, activity, sleep), at)
    store.close()
    page = told(capsys, "stats")
    assert "  2026-11-08  activity  5  sleep  –\n" in page
    assert "  activity   6 → 3: meaningfully lower\n  sleep      4 → 4: within normal noise\n" in page
    assert "2026-11-15" not in page
    assert json.loads(told(capsys, "stats", "--json"))["impact"][-1] == {
        "day": "2026-11-22", "activity": 3, "sleep": 4,
    }  # fmt: skip


@pytest.mark.usefixtures("practised")
def test_stats_for_programs_are_the_same(capsys: Said) -> None:
    found = json.loads(told(capsys, "stats", "--json"))
    assert (found["sessions"], found["rehearsals"], found["seconds"]) == (4, 1, 41 * 60)
    assert found["averages"]["pain"]["meaning"] == "meaningfully lower"
    assert len(found["weeks"]) == 6


def test_rehearsals_alone_are_no_practice(home: Path, capsys: Said) -> None:
    did(home, speed=10)
    assert told(capsys, "stats").startswith("0 sessions")


def test_what_is_exported_is_imported_elsewhere_and_nothing_is_doubled(
    practised: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "record.json"
    assert str(target) in told(capsys, "export", "--output", str(target))
    before = told(capsys, "history", "--json")
    assert "5 were there already" in told(capsys, "import", str(target))
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path / "elsewhere"))
    assert told(capsys, "import", str(target)) == "Imported: 5 sessions.\n"
    assert told(capsys, "history", "--json") == before
    assert practised.exists()


@pytest.mark.usefixtures("practised")
def test_exported_as_csv_each_session_is_a_row_and_no_text_is_a_formula(capsys: Said, home: Path) -> None:
    did(home, "=2+2")
    rows = list(csv.DictReader(io.StringIO(told(capsys, "export", "--format", "csv"))))
    assert len(rows) == 6
    assert (rows[0]["routine"], rows[0]["seconds"], rows[0]["pain_before"], rows[0]["hurt"]) == (
        "lower-back",
        "720.0",
        "6",
        "1",
    )
    assert (rows[3]["steps_done"], rows[3]["steps_skipped"], rows[3]["pain_after"]) == ("1", "1", "")
    assert rows[5]["routine"] == "'=2+2"


def test_what_is_older_is_imported_among_the_rest_and_is_not_what_was_done_last(
    home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "old.json"
    did(home, "old-one", days_ago=20, rows=(row(1, hurt=True, key="knee"),))
    did(home, "old-two", days_ago=2)
    told(capsys, "export", "--output", str(file))
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path / "elsewhere"))
    did(tmp_path / "elsewhere", "new-one", days_ago=10, rows=(row(1, key="knee"), row(2)))
    did(tmp_path / "elsewhere", "new-two", days_ago=1)
    assert "numbered anew" in told(capsys, "import", str(file))
    found = json.loads(told(capsys, "history", "--json"))
    assert [(each["session"], each["routine"]) for each in found] == [
        (4, "new-two"), (3, "old-two"), (2, "new-one"), (1, "old-one"),
    ]  # fmt: skip
    assert [each["steps_done"] for each in found] == [0, 0, 2, 1]
    store = Store(tmp_path / "elsewhere")
    assert store.ask(lambda record: hurting(record, ["knee"]), frozenset("?")) == frozenset()
    assert store.ask(lambda record: record.execute("PRAGMA foreign_key_check").fetchall(), None) == []
    store.close()
    assert told(capsys, "import", str(file)) == "Imported: 0 sessions; 2 were there already.\n"


def test_what_was_exported_in_another_order_is_numbered_by_time(home: Path, capsys: Said) -> None:
    for days_ago in (1, 9, 5):
        did(home, f"days-{days_ago}", days_ago=days_ago)
    data = json.loads(told(capsys, "export"))
    file = home.parent / "record.json"
    for kept in (0, 1):
        told(capsys, "forget", "--all", "--yes")
        for _ in range(kept):
            did(home, "here", days_ago=20)
        file.write_text(json.dumps(data))
        assert "numbered anew" not in told(capsys, "import", str(file))
        found = json.loads(told(capsys, "history", "--json"))
        assert [each["routine"] for each in found] == ["days-1", "days-5", "days-9", *["here"] * kept]


def test_an_import_puts_in_order_what_was_recorded_out_of_it(home: Path, capsys: Said) -> None:
    for days_ago in (3, 9):
        did(home, f"days-{days_ago}", days_ago=days_ago)
    data = json.loads(told(capsys, "export"))
    file = home.parent / "record.json"
    now_done = {**data["sessions"][0], "uid": "new", "routine": "days-0", "started": written(now())}
    file.write_text(json.dumps({**data, "sessions": [now_done]}))
    assert "numbered anew" in told(capsys, "import", str(file))
    found = json.loads(told(capsys, "history", "--json"))
    assert [each["routine"] for each in found] == ["days-0", "days-3", "days-9"]


def test_answers_are_compared_by_when_they_were_given_wherever_that_was(
    home: Path, capsys: Said, tmp_path: Path
) -> None:
    def screening(at: str, level: str) -> dict[str, object]:
        return {"day": 739_000, "at": at, "level": level, "yes": "", "checked": ""}

    empty = json.loads(told(capsys, "export"))
    for at, level in (("2026-11-23T12:00:00+13:00", "book"), ("2026-11-23T02:00:00+01:00", "clear")):
        file = tmp_path / "answers.json"
        file.write_text(json.dumps({**empty, "screenings": [screening(at, level)]}))
        told(capsys, "import", str(file))
    assert [each["level"] for each in json.loads(told(capsys, "export"))["screenings"]] == ["book", "clear"]
    assert home.exists()


@pytest.mark.usefixtures("home")
def test_conditions_that_an_import_brings_are_told(capsys: Said, tmp_path: Path) -> None:
    empty = json.loads(told(capsys, "export"))
    file = tmp_path / "conditions.json"
    file.write_text(json.dumps({**empty, "conditions": [{"code": "bleed", "since": 739_000}]}))
    assert "Holds for you from now on: bleed." in told(capsys, "import", str(file))
    assert "from now on" not in told(capsys, "import", str(file))


@pytest.mark.parametrize(
    ("here", "brought", "holds"),
    [({"acute": 30}, {"acute": 0}, "acute"), ({}, {"acute": 200, "zzz": 0}, ""), ({"acute": 0}, {"acute": 30}, "")],
    ids=["a new spasm", "an old spasm and a code that there is not", "an older spasm"],
)
def test_of_a_spasm_the_last_counts_and_only_what_holds_from_now_on_is_told(
    home: Path, capsys: Said, here: dict[str, int], brought: dict[str, int], holds: str
) -> None:
    today = day_of(now())
    empty = json.loads(told(capsys, "export"))
    file = home / "conditions.json"

    def imported(days_ago: dict[str, int]) -> str:
        rows = [{"code": code, "since": today - days} for code, days in days_ago.items()]
        file.write_text(json.dumps({**empty, "conditions": rows}))
        return told(capsys, "import", str(file))

    imported(here)
    said = imported(brought)
    assert (f"Holds for you from now on: {holds}." in said) == bool(holds)
    assert ("from now on" in said) == bool(holds)
    assert ("  acute " in told(capsys, "safety")) == (min(here.get("acute", 99), brought["acute"]) == 0)


def test_rehearsals_are_in_no_average(home: Path, capsys: Said) -> None:
    did(home, days_ago=30, before=Ratings(6))
    did(home, days_ago=29, before=Ratings(0), speed=10)
    did(home, before=Ratings(4))
    assert "pain       6.0 (1 session) → 4.0 (1 session): meaningfully lower" in told(capsys, "stats")


def a_folder(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).mkdir()


def a_file_of_noise(folder: Path) -> None:
    noise(folder / FILE)


ASKING = ("history", "stats", "safety", "forget 1 --yes")


@pytest.mark.parametrize(
    ("command", "damage", "words"),
    [
        *((command, a_folder, "is a folder") for command in (*ASKING, "backup", "export")),
        *((command, a_file_of_noise, "kept as") for command in (*ASKING, "backup", "export")),
        # The others copy what they find, page by page.
        *((command, damaged_inside, "kept as") for command in ASKING),
    ],
)
def test_a_record_that_cannot_be_read_is_not_called_empty(
    home: Path, capsys: Said, command: str, damage: Callable[[Path], None], words: str
) -> None:
    did(home)
    damage(home)
    assert main(command.split()) == 1
    said = capsys.readouterr()
    assert words in said.err
    for empty in ("othing was recorded", "not answered yet", "No condition is ticked", "there is no session"):
        assert empty not in said.out + said.err
    assert "sessions" not in said.out


def test_an_export_of_before_is_kept_where_the_record_is_damaged(practised: Path, capsys: Said, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    told(capsys, "export", "--output", str(file))
    noise(practised / FILE)
    assert main(["export", "--output", str(file)]) == 1
    assert len(json.loads(file.read_text())["sessions"]) == 5


def test_conditions_that_can_be_kept_only_in_a_new_record_are(home: Path, capsys: Said) -> None:
    noise(home / FILE)
    assert main(["safety", "--conditions", "bleed"]) == 0
    said = capsys.readouterr()
    assert "kept as" in said.err
    assert "  bleed " in said.out
    a_folder(home)
    assert main(["safety", "--conditions", "bleed"]) == 1
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "truncated"), (b"{}", "missing required field"), (b"[" * 200_000, ""), (b"\xff", "")],
)
@pytest.mark.usefixtures("home")
def test_what_was_not_exported_is_not_imported(tmp_path: Path, capsys: Said, content: bytes, words: str) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content)
    assert main(["import", str(file)]) == 2
    complaint = capsys.readouterr().err
    assert "expected a file that `relaxtimer export` wrote" in complaint
    assert words in complaint


@pytest.mark.parametrize(
    "value",
    [
        {"pain_before": 77}, {"day": 0}, {"day": 10**9}, {"spent": 10**30}, {"spent": -1}, {"speed": 0},
        {"minutes": -3},
        {"started": "yesterday"}, {"started": "2026-11-23T10:00:00+01:00\x1b[2J"}, {"title": "\x1b[2J"}, {"uid": ""},
        {"outcome": "flown"}, {"first_side": "up"}, {"steps": True}, {"rows": [{}]}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.usefixtures("practised")
def test_values_that_cannot_be_are_not_imported_and_nothing_is_changed(
    tmp_path: Path, capsys: Said, value: dict[str, object]
) -> None:
    data = json.loads(told(capsys, "export"))
    before = told(capsys, "stats", "--json")
    data["sessions"][0] |= {"uid": "new", **value}
    file = tmp_path / "other.json"
    file.write_text(json.dumps(data))
    assert main(["import", str(file)]) == 2
    complaint = capsys.readouterr().err
    assert "cannot be imported" in complaint
    assert "$.sessions[0]" in complaint
    assert told(capsys, "stats", "--json") == before


@pytest.mark.usefixtures("practised")
def test_rows_that_contradict_each_other_are_not_imported_and_nothing_is_changed(tmp_path: Path, capsys: Said) -> None:
    data = json.loads(told(capsys, "export"))
    session = data["sessions"][0]
    data["sessions"].append({**session, "uid": "new", "rows": [session["rows"][0]] * 2})
    file = tmp_path / "other.json"
    file.write_text(json.dumps(data))
    assert main(["import", str(file)]) == 2
    assert "a step is there twice - at `$.sessions[5].rows`" in capsys.readouterr().err
    assert len(json.loads(told(capsys, "history", "--json"))) == 5


@pytest.mark.usefixtures("home")
def test_what_has_no_end_is_not_read(capsys: Said) -> None:
    assert main(["import", os.devnull]) == 2
    assert "no regular file" in capsys.readouterr().err


@pytest.mark.usefixtures("practised")
def test_the_plan_that_is_followed_is_taken_along_and_none_is_given_up_for_it(
    capsys: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "record.json"
    told(capsys, "plan", "four-weeks", "--begin")
    told(capsys, "export", "--output", str(file))
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path / "elsewhere"))
    told(capsys, "import", str(file))
    assert json.loads(told(capsys, "export"))["plans"] == json.loads(file.read_text())["plans"] != []
    data = json.loads(file.read_text())
    data["plans"][0] |= {"name": "another", "week": 3}
    file.write_text(json.dumps(data))
    told(capsys, "import", str(file))
    assert [each["name"] for each in json.loads(told(capsys, "export"))["plans"]] == ["four-weeks"]
    data["plans"][0]["name"] = ""
    file.write_text(json.dumps(data))
    assert main(["import", str(file)]) == 2
    assert "$.plans[0].name" in capsys.readouterr().err


def test_a_backup_is_imported_too_and_left_as_it_is(
    practised: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    told(capsys, "backup", "--output", str(copy))
    before, content = told(capsys, "export"), copy.read_bytes()
    monkeypatch.setenv("RELAXTIMER_HOME", str(tmp_path / "elsewhere"))
    assert told(capsys, "import", str(copy)) == "Imported: 5 sessions.\n"
    assert told(capsys, "export") == before
    assert copy.read_bytes() == content
    assert {file.name for file in tmp_path.iterdir()} == {practised.name, "copy.sqlite3", "elsewhere"}


@pytest.mark.parametrize("content", [b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xee" * 5_000])
@pytest.mark.usefixtures("home")
def test_a_backup_that_is_damaged_is_told(tmp_path: Path, capsys: Said, content: bytes) -> None:
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(content)
    assert main(["import", str(copy)]) == 2
    assert "it is damaged, or of another program" in capsys.readouterr().err
    assert copy.read_bytes() == content


@pytest.mark.usefixtures("practised")
def test_a_backup_says_what_it_took_the_place_of_and_takes_no_folder(capsys: Said, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    assert "(in place of the one before)" in told(capsys, "backup", "--output", str(tmp_path / "old"))
    assert main(["backup", "--output", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["backup", "export"])
def test_nothing_is_written_over_the_record(practised: Path, capsys: Said, command: str) -> None:
    for name in (FILE, f"{FILE}-wal"):
        assert main([command, "--output", str(practised / name)]) == 2
        assert "is the record itself" in capsys.readouterr().err
    assert len(json.loads(told(capsys, "history", "--json"))) == 5


@pytest.mark.usefixtures("home")
def test_a_file_that_is_not_there_is_told(capsys: Said) -> None:
    assert main(["import", "nowhere.json"]) == 1
    assert "nowhere.json cannot be read" in capsys.readouterr().err


@pytest.mark.usefixtures("practised")
def test_one_session_is_forgotten_with_its_steps(capsys: Said, home: Path) -> None:
    assert main(["forget", "1"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert told(capsys, "forget", "1", "--yes") == "Forgotten.\n"
    assert len(json.loads(told(capsys, "history", "--json"))) == 4
    assert b"Step 2" in (home / FILE).read_bytes()
    assert main(["forget", "1", "--yes"]) == 2


def test_everything_is_forgotten(practised: Path, capsys: Said) -> None:
    (practised / "settings.yaml").write_text("")
    told(capsys, "backup")
    assert "Your routines and settings stay." in told(capsys, "forget", "--all", "--yes")
    assert [file.name for file in practised.iterdir()] == ["settings.yaml"]
    assert told(capsys, "forget", "--all", "--yes") == "Nothing is recorded.\n"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("arguments", [["forget"], ["forget", "1", "--all"]])
def test_what_is_to_be_forgotten_is_named(capsys: Said, arguments: list[str]) -> None:
    assert main(arguments) == 2
    assert "--all" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_without_a_record_there_is_nothing_to_copy(capsys: Said) -> None:
    assert main(["backup"]) == 1
    assert "nothing was recorded" in capsys.readouterr().err


@pytest.mark.usefixtures("practised")
def test_what_cannot_be_written_is_told(capsys: Said, tmp_path: Path) -> None:
    for command in (["backup"], ["export"]):
        assert main([*command, "--output", str(tmp_path / "no" / "folder" / "x")]) == 1
        assert "cannot be written" in capsys.readouterr().err


# Safety without a terminal


@pytest.mark.usefixtures("home")
def test_conditions_are_set_told_and_taken_back(capsys: Said) -> None:
    assert "bleed" in told(capsys, "safety", "--conditions", "bleed,knee")
    assert "in place of steps 2, 3 and 4" in " ".join(told(capsys, "show", "lower-back").split())
    assert "No condition is ticked." in told(capsys, "safety", "--conditions", "none")
    assert "in place of" not in told(capsys, "show", "lower-back")


@pytest.mark.usefixtures("home")
def test_a_condition_that_there_is_not_is_told_with_what_may_be_meant(capsys: Said) -> None:
    assert main(["safety", "--conditions", "bled"]) == 2
    assert "did you mean bleed?" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_the_questions_are_told_in_full_where_nobody_can_answer(capsys: Said) -> None:
    page = " ".join(told(capsys, "safety").split())
    assert all(f"{number}. " in page for number in range(1, 10))
    assert "cannot rule anything out" in page
