"""`import`: a record of elsewhere, in the order of its days, and nothing that cannot be."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.record.clock import day_of, now, written
from relaxtimer.record.standing import hurting
from relaxtimer.record.store import Store
from tests.cli.saying import Said, told
from tests.record.people import did, row


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
        {"started": "yesterday"}, {"started": "2026-11-23T10:00:00+01:00\n"}, {"seen": "2026-99-99T99:99:99"},
        {"started": "\uff1220\uff126-11-23T10:00:00"}, {"title": "Reset\n"}, {"title": "Re\u202eset"},
        {"started": "2026-11-23T10:00:00+01:00\x1b[2J"}, {"title": "\x1b[2J"}, {"uid": ""},
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


@pytest.mark.usefixtures("home")
def test_a_file_that_is_not_there_is_told(capsys: Said) -> None:
    assert main(["import", "nowhere.json"]) == 2
    assert "nowhere.json cannot be read" in capsys.readouterr().err
