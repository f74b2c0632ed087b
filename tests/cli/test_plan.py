"""`relaxtimer plan` and `relaxtimer today`."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.fitting import fitted
from relaxtimer.cli.planning import own_routine
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.cli.today import minutes_for
from relaxtimer.core.preparing import prepared
from relaxtimer.core.programme.back_off import Dose
from relaxtimer.core.programme.spasm import SPASM_REASON
from relaxtimer.core.ratings import Ratings
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Screening
from relaxtimer.library.library import Library
from relaxtimer.record.answers import write_screening
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.opening import FILE
from relaxtimer.record.plans import begin, following
from relaxtimer.record.store import Store, save
from tests.cli.saying import Said, told
from tests.conftest import StartTerminal
from tests.record.files import noise
from tests.record.people import did
from tests.terminal import relaxtimer


@pytest.fixture
def daily(home: Path) -> Path:
    """A plan of one's own that holds the same on each day."""
    days = ", ".join(
        f"{day}: {{routines: [micro-break, lower-back], walk: 8m}}"
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
    folder = home / "routines" / "plans"
    folder.mkdir(parents=True)
    weeks = "".join(f"  - {{name: {name}, days: {{{days}}}}}\n" for name in ("First", "Second"))
    text = f"format: 1\nname: Each day\nweeks:\n{weeks}"
    (folder / "daily.yaml").write_text(text)
    return home


def begun(home: Path, days_ago: int = 0) -> None:
    store = Store(home)
    assert save(store, lambda record: begin(record, "daily", day_of(now()) - days_ago))
    store.close()


@pytest.mark.usefixtures("home")
def test_without_a_plan_the_four_weeks_are_shown(capsys: Said) -> None:
    page = told(capsys, "plan")
    assert "Week 1: Settle and learn" in page
    assert "Not begun yet: relaxtimer plan --begin four-weeks" in page
    assert "week 1: Settle and learn." in told(capsys, "today")


def test_one_is_begun_shown_and_stopped(daily: Path, capsys: Said) -> None:
    assert daily.exists()
    assert "begun today" in told(capsys, "plan", "daily", "--begin")
    page = told(capsys, "plan")
    assert "→ Week 1: First" in page
    assert "Other plans: four-weeks." in page
    assert "No plan is followed" in told(capsys, "plan", "--stop")
    assert "→" not in told(capsys, "plan")


def test_today_tells_what_is_done_and_what_comes_next(daily: Path, capsys: Said) -> None:
    begun(daily)
    did(daily, "micro-break")
    page = told(capsys, "today")
    assert "  done: micro-break\n  next: lower-back\n  walk: 8 minutes\n" in page
    did(daily, "lower-back")
    assert "Today is done." in told(capsys, "today")
    found = json.loads(told(capsys, "today", "--json"))
    assert (found["plan"], found["left"], found["walk_seconds"], found["dose"]) == ("daily", [], 480.0, "full")


def test_after_more_pain_it_is_the_short_one_with_the_reason(daily: Path, capsys: Said) -> None:
    begun(daily, 2)
    did(daily, days_ago=1, before=Ratings(3), after=Ratings(5))
    page = told(capsys, "today")
    assert "Pain was 2 higher yesterday: the short one today" in page
    assert "next: lower-back-quick" in page


def test_a_week_that_went_well_is_followed_by_the_next_and_that_is_kept(daily: Path, capsys: Said) -> None:
    begun(daily, 8)
    for days_ago in (2, 3, 4, 5):
        did(daily, days_ago=days_ago)
    assert "Week 1 went well: on to week 2." in told(capsys, "today")
    store = Store(daily)
    found = store.ask(following, None)
    store.close()
    assert found is not None
    assert found.stand.week == 2
    assert "Second" in told(capsys, "today")


def test_two_weeks_without_change_suggest_a_clinician(daily: Path, capsys: Said) -> None:
    begun(daily)
    for days_ago in (16, 15, 14, 13, 3, 2, 1):
        did(daily, days_ago=days_ago, before=Ratings(5), after=Ratings(5))
    assert "a clinician can look at it with you" in " ".join(told(capsys, "today").split())


@pytest.mark.usefixtures("home")
def test_a_plan_with_mistakes_is_told_with_each(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "broken.yaml").write_text("format: 1\nname: X\nweeks: 3\n")
    assert main(["plan", str(tmp_path / "broken.yaml")]) == 2
    assert "broken.yaml:3:8:" in capsys.readouterr().err
    assert main(["plan", "nothing"]) == 2


def test_a_day_of_rest_is_one(home: Path, capsys: Said) -> None:
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).strftime("%A").lower()
    folder = home / "routines" / "plans"
    folder.mkdir(parents=True)
    (folder / "daily.yaml").write_text(
        f"format: 1\nname: One day\nweeks:\n  - days: {{{tomorrow}: {{routines: lower-back}}}}\n"
    )
    begun(home)
    assert "Nothing is planned today." in told(capsys, "today")
    assert "rest" in told(capsys, "plan")


def test_on_a_terminal_enter_starts_what_comes_next(daily: Path, terminal: StartTerminal) -> None:
    begun(daily)
    window = terminal(relaxtimer("today", "--no-checkin", "--plain", "--speed", "100"), cols=100)
    window.until("Enter starts it")
    window.press("enter")
    window.until("You did 4 of 4 steps")
    assert window.wait() == 0
    again = terminal(relaxtimer("today", "--plain"), cols=100)
    again.until("Enter starts it")
    again.send("n\n")
    assert again.wait() == 0


def test_where_the_record_could_not_be_read_no_plan_is_begun_by_starting(daily: Path, terminal: StartTerminal) -> None:
    begun(daily)
    noise(daily / FILE)
    window = terminal(relaxtimer("today", "--no-checkin", "--plain", "--speed", "1000"), cols=100)
    window.until("Enter starts it")
    window.press("enter")
    window.until("None of these")  # what was answered is not known either
    store = Store(daily)
    assert store.ask(following, None) is None
    store.close()


@pytest.mark.parametrize("dose", [Dose.SHORT, Dose.HALF])
@pytest.mark.parametrize("prepare", [1, 4])
def test_half_a_dose_is_never_less_than_can_be_done(home: Path, dose: Dose, prepare: int) -> None:
    (home / "settings.yaml").write_text(f"session: {{prepare: {prepare}}}\n")
    store = Store(home)
    for name in ("lower-back-quick", "lower-back", "mcgill-stability"):
        minutes = minutes_for(dose, name, store)
        assert minutes is not None
        routine = prepared(own_routine(Library(), name, store, own_settings()).routine, prepare)
        made, _ = fitted(routine, float(minutes))
        assert made.steps
    assert minutes_for(Dose.FULL, "lower-back", store) is None


def test_a_plan_by_its_path_is_found_from_anywhere_and_told_when_it_is_gone(
    daily: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine.yaml").write_text((daily / "routines" / "plans" / "daily.yaml").read_text())
    monkeypatch.chdir(tmp_path)
    told(capsys, "plan", "mine.yaml", "--begin")
    monkeypatch.chdir(daily)
    assert "Each day, week 1: First." in told(capsys, "today")
    (tmp_path / "mine.yaml").unlink()
    for command in ("today", "plan"):
        assert main([command]) == 2
        complaint = capsys.readouterr().err
        assert "mine.yaml does not exist" in complaint
        assert "relaxtimer plan --stop ends that" in complaint
    told(capsys, "plan", "--stop")
    assert "Four weeks" in told(capsys, "today")


def test_an_answer_that_changed_repeats_the_week(daily: Path, capsys: Said) -> None:
    begun(daily, days_ago=7)
    store = Store(daily)
    at = now()
    for days, level, yes in ((20, Level.CLEAR, ()), (3, Level.BOOK, (9,))):
        screening = Screening(day_of(at) - days, level, yes)
        assert save(store, partial(write_screening, screening=screening, at=at))
    store.close()
    for days in range(1, 7):
        did(daily, "micro-break", days_ago=days)
    page = told(capsys, "today")
    assert "An answer to the warning signs has changed." in page
    assert "Week 1 once more." in page


def test_a_plan_whose_last_day_is_over_says_so(daily: Path, capsys: Said) -> None:
    begun(daily)
    file = daily / "routines" / "plans" / "daily.yaml"
    file.write_text(file.read_text() + "until: 2020-12-31\n")
    assert "This was meant until 31 December 2020." in told(capsys, "today")
    assert "This was meant until 31 December 2020." in told(capsys, "plan")


def test_what_is_closed_is_told_with_what_today_holds(daily: Path, capsys: Said) -> None:
    begun(daily)
    store = Store(daily)
    assert save(store, partial(write_screening, screening=Screening(day_of(now()), Level.EMERGENCY), at=now()))
    store.close()
    assert "Stop here." in told(capsys, "today")
    held = json.loads(told(capsys, "today", "--json"))
    assert "Stop here." in " ".join(held["reasons"])
    assert (held["dose"], held["walk_seconds"]) == ("stop", 0)
    assert set(held["left"]) <= {"resonance-breathing", "cyclic-sighing"}
    assert "walk" not in told(capsys, "today").replace("walking", "")


def test_in_a_spasm_today_holds_the_calm_routine_and_short_walks(daily: Path, capsys: Said) -> None:
    begun(daily)
    assert main(["safety", "--conditions", "acute"]) == 0
    capsys.readouterr()
    words = told(capsys, "today")
    assert SPASM_REASON in " ".join(words.split())
    assert "next: acute-spasm-calm" in words
    assert json.loads(told(capsys, "today", "--json"))["dose"] == "full"


@pytest.mark.parametrize("command", [["plan"], ["today", "--show"], ["today", "--json"]])
def test_of_a_record_that_cannot_be_read_nobody_says_that_no_plan_was_begun(
    daily: Path, capsys: Said, command: list[str]
) -> None:
    begun(daily)
    noise(daily / FILE)
    assert main(command) == 1
    said = capsys.readouterr()
    assert "kept as" in said.err
    assert "egun yet" not in said.out
    assert "It begins" not in said.out
