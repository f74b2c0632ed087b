"""A whole visit: what is asked when, what is kept of it, and where there is no session."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.arguments import parse
from relaxtimer.cli.closing import SHORT_NOTICE
from relaxtimer.cli.told_visit import ToldVisit
from relaxtimer.cli.visiting import RoutineVisit
from relaxtimer.core.asking.page import Interview, Page
from relaxtimer.core.conditions import Condition
from relaxtimer.core.events import Command
from relaxtimer.core.impact import Impact
from relaxtimer.core.ledger import Outcome
from relaxtimer.core.ratings import Ratings
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.session import Session
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan
from relaxtimer.record.alive import Alive
from relaxtimer.record.answers import conditions, last_screening
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.opening import FILE
from relaxtimer.record.reports import impacts
from relaxtimer.record.sessions import Ending
from relaxtimer.record.store import Store
from relaxtimer.resources import bundled
from relaxtimer.visit import Refusal
from tests.core.making import hold, step, timeline
from tests.record.people import did, row
from tests.visits import screened

_Result = TypeVar("_Result")


class Visited:
    """A visit whose questions are answered with keys; the titles of its pages are remembered."""

    def __init__(self, home: Path, *arguments: str, keys: str = "") -> None:
        self.store = Store(home)
        options = parse([*arguments, "--sound-output", "none"])
        self.visit = RoutineVisit(Library(), options.routine, options, self.store)
        self.pages: list[Page] = []
        self.keys = keys.split()

    def before(self) -> Plan | Refusal:
        return self._through(self.visit.before(asking=True))

    def plan(self) -> Plan:
        plan = self.before()
        assert isinstance(plan, Plan)
        return plan

    def after(self, session: Session) -> int:
        return self._through(self.visit.after(session, asking=True))

    @property
    def titles(self) -> list[str]:
        return [page.title for page in self.pages]

    @property
    def text(self) -> str:
        return " ".join(sentence for page in self.pages for sentence in page.text)

    def _through(self, asking: Generator[Interview, None, _Result]) -> _Result:
        try:
            while True:
                interview = next(asking)
                while (page := interview.page) is not None:
                    self.pages.append(page)
                    key = self.keys.pop(0)
                    assert interview.press(key), f"{key} means nothing on {page}"
        except StopIteration as end:
            result: _Result = end.value
            return result


def worked(minutes: int = 12) -> Session:
    session = Session(timeline(step(prepare=0, lasting=hold(minutes * 60))), longest_unseen=10**9)
    session.do(Command.START, 0)
    session.advance_to(minutes * 60_000 + 5_000)
    return session


# Warning signs and conditions


def test_at_the_first_start_the_signs_are_asked_then_the_conditions_then_how_it_is(home: Path) -> None:
    visited = Visited(home, "lower-back", keys="enter enter enter enter 3 4 5")
    visited.plan()
    assert [title.split(":")[0] for title in visited.titles] == [
        "Warning signs", *["What holds for you"] * 3, *["Before you start"] * 3
    ]  # fmt: skip


def test_the_next_start_asks_only_how_it_is(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="escape")
    visited.plan()
    assert visited.titles == ["Before you start: pain"]


@pytest.mark.parametrize("arguments", [["--no-checkin"], ["--speed", "8"]])
def test_nothing_is_rated_where_that_is_not_wanted_or_it_is_a_rehearsal(home: Path, arguments: list[str]) -> None:
    screened(home)
    visited = Visited(home, "lower-back", *arguments)
    visited.plan()
    assert visited.pages == []
    assert visited.after(worked()) == 0


def test_the_setting_turns_the_ratings_off(home: Path) -> None:
    screened(home)
    (home / "settings.yaml").write_text("session: {check-in: false}\n")
    assert isinstance(Visited(home, "lower-back").before(), Plan)


def test_later_is_possible_and_asked_again_the_next_time(home: Path) -> None:
    for _ in range(2):
        visited = Visited(home, "lower-back", "--no-checkin", keys="l enter")
        visited.plan()
        assert visited.titles == ["Warning signs", "The stop rules, then"]


def test_an_emergency_ends_with_status_3_and_what_was_answered_is_not_kept(home: Path) -> None:
    visited = Visited(home, "lower-back", keys="2 1 enter")
    assert visited.before() == Refusal()
    last = visited.store.ask(last_screening, None)
    assert last is not None
    assert (last.level, last.yes, last.checked) == (Level.EMERGENCY, (), ())
    visited.store.close()
    assert b"bladder" not in b"".join(file.read_bytes() for file in home.glob("record*"))


def test_after_an_emergency_body_routines_stay_closed_until_it_is_answered_again(home: Path) -> None:
    screened(home, Level.EMERGENCY)
    closed = Visited(home, "lower-back", keys="enter")
    assert closed.before() == Refusal()
    assert "resonance-breathing" in closed.text
    again = Visited(home, "lower-back", "--no-checkin", keys="1 enter enter enter enter")
    assert isinstance(again.before(), Plan)


def test_breathing_stays_open(home: Path) -> None:
    screened(home, Level.EMERGENCY)
    assert isinstance(Visited(home, "resonance-breathing", "--no-checkin").before(), Plan)


def test_before_the_spasm_routine_it_is_asked_each_time(home: Path) -> None:
    screened(home)
    visited = Visited(home, "acute-spasm-calm", "--no-checkin", keys="enter")
    visited.plan()
    assert visited.titles == ["Warning signs"]


def test_what_was_changed_and_why_is_said_before_the_start(home: Path) -> None:
    assert main(["safety", "--conditions", "bleed"]) == 0
    screened(home)
    visited = Visited(home, "lower-back", "--no-checkin", keys="enter")
    plan = visited.plan()
    assert visited.titles == ["Changed for you"]
    assert "Warm-palm sacral rub in place of steps 2, 3 and 4." in visited.text
    assert plan.timeline.total == 720_000


def test_where_too_little_is_left_another_routine_is_offered_and_taken(home: Path) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    screened(home)
    visited = Visited(home, "lower-back", "--from", "11", "--minutes", "9", "--no-checkin", keys="1 enter enter")
    plan = visited.plan()
    assert plan.timeline.routine.id == "acute-spasm-calm"
    assert visited.titles == ["Another routine", "Warning signs", "Changed for you"]


@pytest.mark.parametrize(("keys", "expected"), [("a", "lower-back"), ("escape", None)])
def test_the_changed_one_can_be_taken_or_none(home: Path, keys: str, expected: str | None) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    screened(home)
    found = Visited(home, "lower-back", "--no-checkin", keys=keys).before()
    if expected is None:
        assert found == Refusal(status=0)
    else:
        assert isinstance(found, Plan)
        assert "Calm" not in found.timeline.routine.name


def test_who_was_asked_is_not_told_again_whom_it_is_not_for(home: Path) -> None:
    before = Visited(home, "lower-back", "--no-checkin", keys="l enter").plan()
    assert before.timeline.routine.avoid
    screened(home)
    after = Visited(home, "lower-back", "--no-checkin").plan()
    assert not after.timeline.routine.avoid
    assert after.timeline.routine.cautions == before.timeline.routine.cautions


# Before and after


def test_what_is_rated_stands_with_the_session(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="5 6 escape 3 4 2 enter")
    plan = visited.plan()
    assert plan.keeper is not None
    session = Session(plan.timeline, longest_unseen=10**9)
    session.do(Command.START, 0)
    plan.keeper.follow(session, session.advance_to(800_000))
    assert visited.after(session) == 0
    assert visited.titles[-1] == "What it means"
    assert "Green: Pain of 0 to 3" in visited.text
    assert "pain 5 to 3" in visited.text
    plan.keeper.close(session)
    question = "SELECT pain_before, pain_after FROM session"
    assert visited.store.ask(lambda record: record.execute(question).fetchone(), None) == (5, 3)


def done(plan: Plan) -> Session:
    assert plan.keeper is not None
    session = Session(plan.timeline, longest_unseen=10**9)
    session.do(Command.START, 0)
    plan.keeper.follow(session, session.advance_to(800_000))
    plan.keeper.close(session)
    return session


@pytest.mark.parametrize("all_of_it", [False, True], ids=["the session", "everything"])
def test_what_was_forgotten_before_it_was_rated_is_kept_with_the_rating(home: Path, *, all_of_it: bool) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="5 6 escape 3 4 2 enter")
    plan = visited.plan()
    session = done(plan)
    assert main(["forget", *(["--all"] if all_of_it else ["1"]), "--yes"]) == 0
    assert visited.after(session) == 0
    question = "SELECT pain_before, pain_after, count(*) > 5 FROM session JOIN step ON session.id = step.session"
    assert visited.store.ask(lambda record: record.execute(question).fetchone(), None) == (5, 3, 1)


def test_a_session_that_could_be_saved_only_with_its_rating_is_whole_and_that_is_told(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="5 6 escape 3 4 2 enter enter")
    plan = visited.plan()
    (home / FILE).unlink()
    (home / FILE).mkdir()
    session = done(plan)
    assert "is a folder" in " ".join(visited.store.news())
    (home / FILE).rmdir()
    assert visited.after(session) == 0
    assert "Saved" in visited.titles
    assert "This session is being saved again" in visited.text
    question = "SELECT pain_before, pain_after, outcome FROM session"
    assert visited.store.ask(lambda record: tuple(record.execute(question)), None) == ((5, 3, "finished"),)


def test_pain_that_rose_asks_for_the_signs_at_once_and_may_stop_everything(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="2 escape 4 escape enter 1 1 enter")
    visited.plan()
    assert visited.after(worked()) == 3
    assert visited.titles[-2:] == ["Warning signs: 1 of 9", "Stop here"]


@pytest.fixture
def unwritable(home: Path) -> Path:
    """A home in which nothing can be recorded."""
    (home / FILE).mkdir()
    return home


def test_an_emergency_counts_also_where_it_cannot_be_saved(unwritable: Path) -> None:
    visited = Visited(unwritable, "lower-back", keys="1 1 enter")
    assert isinstance(visited.before(), Refusal)
    assert "Nothing is being saved." in " ".join(visited.store.news())


def test_an_emergency_is_kept_though_the_window_is_closed_before_its_page_is_left(home: Path) -> None:
    screened(home)
    visited = Visited(home, "acute-spasm-calm")
    asking = visited.visit.before(asking=True)
    interview = next(asking)
    interview.press("5")
    interview.press("1")
    last = Store(home).ask(last_screening, None)
    assert last is not None
    assert (last.level, last.yes) == (Level.EMERGENCY, ())
    asking.close()
    assert isinstance(Visited(home, "lower-back", keys="enter").before(), Refusal)


def test_ticked_conditions_are_kept_though_their_pages_are_left(home: Path) -> None:
    visited = Visited(home, "lower-back")
    asking = visited.visit.before(asking=True)
    next(asking).press("enter")
    next(asking).press("2")
    asking.close()
    assert visited.store.ask(lambda record: conditions(record, day_of(now())), None) == frozenset(
        {Condition.OSTEOPOROSIS}
    )


def test_who_leaves_before_the_conditions_is_asked_for_both_again(home: Path) -> None:
    asking = Visited(home, "lower-back").visit.before(asking=True)
    next(asking).press("enter")
    next(asking)
    asking.close()
    again = Visited(home, "lower-back", "--no-checkin", keys="enter enter enter enter")
    again.plan()
    assert again.titles[:2] == ["Warning signs", "What holds for you: 1 of 3"]
    then = Visited(home, "lower-back", "--no-checkin")
    then.plan()
    assert then.titles == []


def test_conditions_count_also_where_they_cannot_be_saved(unwritable: Path) -> None:
    visited = Visited(unwritable, "lower-back", keys="enter 3 enter enter enter enter escape")
    plan = visited.plan()
    assert "Changed for you" in visited.titles
    assert not any("ball" in thing for each in plan.timeline.routine.steps for thing in each.equipment)


def test_who_left_at_once_is_not_asked(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="escape")
    visited.plan()
    session = Session(timeline(step(prepare=8, lasting=hold(600))))
    assert visited.after(session) == 0


def test_after_pain_that_rose_there_is_no_ball_for_two_days(home: Path) -> None:
    screened(home)
    did(home, before=Ratings(2), after=Ratings(4))
    plan = Visited(home, "lower-back", "--no-checkin", keys="enter enter").plan()
    assert not any("ball" in thing for each in plan.timeline.routine.steps for thing in each.equipment)


def test_that_what_is_rated_after_cannot_be_kept_is_told(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="3 3 3 4 4 4 enter enter")
    visited.plan()
    (home / FILE).unlink()
    (home / FILE).mkdir()
    assert visited.after(worked()) == 0
    assert "Not saved" in visited.titles
    assert "is a folder" in visited.text


def at_the_hour(monkeypatch: pytest.MonkeyPatch, hour: int) -> None:
    """Have it be this hour of today."""
    monkeypatch.setattr("relaxtimer.cli.visiting.now", lambda: now().replace(hour=hour))


def test_the_morning_after_is_asked_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screened(home)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    at_the_hour(monkeypatch, 7)
    visited = Visited(home, "lower-back", keys="3 escape")
    visited.plan()
    assert visited.titles[0] == "This morning: pain"
    again = Visited(home, "lower-back", keys="escape")
    again.plan()
    assert again.titles == ["Before you start: pain"]


def test_who_is_still_up_after_midnight_is_not_asked_for_the_morning(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened(home)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    at_the_hour(monkeypatch, 1)
    visited = Visited(home, "lower-back", keys="escape")
    visited.plan()
    assert visited.titles == ["Before you start: pain"]


def test_a_morning_with_more_pain_counts_for_the_session_of_that_morning(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_hour(monkeypatch, 23)
    screened(home, day=day_of(now()) - 1)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    visited = Visited(home, "lower-back", keys="4 enter enter escape")
    plan = visited.plan()
    assert visited.titles == ["This morning: pain", "Warning signs", "Changed for you", "Before you start: pain"]
    assert "Pain rose by two or more" in visited.text
    assert not any("ball" in thing for each in plan.timeline.routine.steps for thing in each.equipment)


def test_what_is_closed_is_told_before_the_morning_is_asked_about(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_hour(monkeypatch, 23)
    screened(home, Level.EMERGENCY)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    closed = Visited(home, "lower-back", keys="enter")
    assert closed.before() == Refusal()
    assert closed.titles == ["Closed for now"]


def test_much_pain_at_the_start_is_answered_with_how_to_ease(home: Path) -> None:
    screened(home)
    assert "take the easier variants" in " ".join(Visited(home, "lower-back", keys="6 escape").plan().notes)
    assert "easier" not in " ".join(Visited(home, "lower-back", keys="5 escape").plan().notes)


def test_who_left_at_once_since_it_hurt_is_asked(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="2 escape 5 escape enter enter")
    plan = visited.plan()
    assert plan.keeper is not None
    session = Session(plan.timeline, longest_unseen=10**9)
    session.do(Command.START, 0)
    plan.keeper.follow(session, session.advance_to(20_000))
    plan.keeper.follow(session, session.do(Command.HURTS, 20_500))
    assert visited.after(session) == 0
    plan.keeper.close(session)
    assert visited.titles[-1] == "Warning signs"


def test_half_of_the_answers_are_asked_for_again(home: Path) -> None:
    visited = Visited(home, "lower-back")
    asking = visited.visit.before(asking=True)
    interview = next(asking)
    for key in "9191":
        interview.press(key)
    asking.close()
    assert visited.store.ask(last_screening, None) is None


def test_a_spasm_holds_for_72_hours_at_least(home: Path) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    store, today = Store(home), day_of(now())
    assert store.ask(lambda record: conditions(record, today + 3), None) == frozenset({Condition.ACUTE_SPASM})
    assert store.ask(lambda record: conditions(record, today + 4), None) == frozenset()


def test_the_week_is_asked_about_once_also_where_that_is_skipped(home: Path) -> None:
    screened(home)
    did(home, days_ago=20)
    visited = Visited(home, "lower-back", keys="4 2 escape")
    visited.plan()
    assert visited.titles[:2] == ["The last seven days: activity", "The last seven days: sleep"]
    none: list[Impact] = []
    assert [(each.activity, each.sleep) for each in visited.store.ask(impacts, none)] == [(4, 2)]
    again = Visited(home, "lower-back", keys="escape")
    again.plan()
    assert again.titles == ["Before you start: pain"]
    with visited.store.writing() as record:
        record.execute("UPDATE impact SET day = day - 14, activity = NULL, sleep = NULL")
    later = Visited(home, "lower-back", keys="escape escape")
    later.plan()
    assert later.titles == ["The last seven days: activity", "Before you start: pain"]
    assert visited.store.ask(impacts, none) == []


# What hurt, sides, and what was cut off


def test_what_hurt_last_time_begins_easier_and_says_so(home: Path) -> None:
    screened(home)
    did(home, rows=(row(2, hurt=True, key="knuckle-glide-lumbar"),))
    plan = Visited(home, "lower-back", "--no-checkin").plan()
    assert {each.step.id for each in plan.timeline.segments if each.easier} == {"knuckle-glide-lumbar"}
    assert "Last time this hurt: Standing knuckle glide." in " ".join(plan.notes)


def test_done_in_full_without_hurting_it_is_in_full_again(home: Path) -> None:
    screened(home)
    did(home, days_ago=2, rows=(row(2, hurt=True, key="knuckle-glide-lumbar"),))
    did(home, days_ago=1, rows=(row(2, key="knuckle-glide-lumbar"),))
    did(home, days_ago=0, rows=(row(2, Outcome.SKIPPED, key="knuckle-glide-lumbar"),))
    plan = Visited(home, "lower-back", "--no-checkin").plan()
    assert not any(each.easier for each in plan.timeline.segments)


def test_the_sides_take_turns(home: Path) -> None:
    screened(home)

    def first_side() -> str | None:
        plan = Visited(home, "lower-back", "--no-checkin").plan()
        return next(each.side for each in plan.timeline.segments if each.side)

    before = first_side()
    did(home)
    assert (before, first_side()) == ("left", "right")


FLAGSHIP = str(bundled("routines") / "lower-back.yaml")


def cut_off(home: Path, ending: Ending = Ending.OPEN) -> str:
    return did(home, minutes=4, ending=ending, position=440_000, file=FLAGSHIP)


@pytest.mark.parametrize("ending", [Ending.OPEN, Ending.INTERRUPTED])
def test_a_session_that_was_cut_off_is_offered_again_from_its_step(home: Path, ending: Ending) -> None:
    screened(home)
    cut_off(home, ending)
    visited = Visited(home, "lower-back", "--no-checkin", keys="enter")
    plan = visited.plan()
    assert "you were at step 7 of 11, just now." in visited.text
    assert plan.timeline.at(plan.start).segment.number == 7
    # Nothing has begun yet: the offer stands until something has.
    assert Visited(home, "lower-back", "--no-checkin", keys="enter").plan().start == plan.start
    did(home)
    assert Visited(home, "lower-back", "--no-checkin").plan().start == 0


def test_one_may_begin_anew(home: Path) -> None:
    screened(home)
    cut_off(home)
    assert Visited(home, "lower-back", "--no-checkin", keys="n").plan().start == 0


def test_a_session_that_still_runs_elsewhere_is_not_offered(home: Path) -> None:
    screened(home)
    alive = Alive(home, cut_off(home))
    visited = Visited(home, "lower-back", "--no-checkin")
    visited.plan()
    alive.close()
    assert visited.pages == []


def test_one_that_was_left_or_is_of_another_routine_is_not_offered(home: Path) -> None:
    screened(home)
    cut_off(home, Ending.LEFT)
    assert Visited(home, "lower-back", "--no-checkin").plan().start == 0
    cut_off(home)
    assert Visited(home, "desk-reset", "--no-checkin").plan().start == 0


# Nobody can answer


@pytest.mark.usefixtures("home")
def test_without_a_terminal_the_short_notice_is_told_and_the_routine_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["micro-break", "--plain", "--speed", "1000"]) == 0
    assert SHORT_NOTICE in capsys.readouterr().out


def test_that_pain_rose_or_answers_grew_old_brings_the_notice_again(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screened(home)
    assert main(["micro-break", "--plain", "--speed", "1000"]) == 0
    assert SHORT_NOTICE not in capsys.readouterr().out
    did(home, before=Ratings(2), after=Ratings(4))
    assert main(["micro-break", "--plain", "--speed", "1000"]) == 0
    assert SHORT_NOTICE in capsys.readouterr().out


def test_a_file_of_a_session_comes_with_the_notice_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    render = ["render", "micro-break", "--no-voice", "-o", str(home / "x.wav")]
    assert main(render) == 0
    assert SHORT_NOTICE in capsys.readouterr().err
    screened(home)
    assert main(render) == 0
    assert SHORT_NOTICE not in capsys.readouterr().err


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.CLINICIAN_FIRST])
def test_what_was_answered_blocks_there_too(home: Path, level: Level, capsys: pytest.CaptureFixture[str]) -> None:
    screened(home, level)
    assert main(["lower-back", "--plain", "--speed", "1000"]) == 3
    told = capsys.readouterr().out
    assert "Open now: resonance-breathing" in told
    assert ("body-scan" in told) is (level is Level.CLINICIAN_FIRST)
    assert main(["lower-back", "--plain", "--speed", "1000", "--no-checkin"]) == 3
    assert main(["resonance-breathing", "--plain", "--speed", "1000"]) == 0
    assert main(["safety"]) == 3
    assert main(["render", "lower-back", "-o", str(home / "x.wav")]) == 3


def test_what_goes_wrong_in_the_library_is_told_on_a_page(home: Path) -> None:
    store = Store(home)
    options = parse(["gone", "--sound-output", "none"])
    visit = ToldVisit(lambda: RoutineVisit(Library(), "gone", options, store))
    before = visit.before(asking=True)
    interview = next(before)
    assert interview.page is not None
    assert "there is no routine 'gone'" in interview.page.text[0]
    interview.press("enter")
    with pytest.raises(StopIteration) as end:
        next(before)
    assert end.value.value == Refusal(status=2)
