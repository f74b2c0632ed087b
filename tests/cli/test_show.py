from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.layout import cells
from relaxtimer.core.body import Side
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from tests.library.folders import routine_text, write_exercises, write_routine
from tests.record.people import did, row

ROUTINE = """\
format: 1
name: Mine
summary: A short one.
equipment: [wall]
cautions: [Go gently.]
after: Walk on.
steps:
  - name: Hip
    kind: stretch
    position: standing
    sides: each
    prepare: 6s
    switch: 4s
    work: 30s
    shortest: 20s
  - repeat: 2
    rest: 5s
    steps:
      - name: Ball
        kind: self-massage
        position: sitting
        prepare: 5s
        optional: true
        parts: [{name: Low, work: 10s}, {name: High, work: 10.5s}]
  - name: Stay
    kind: relaxation
    position: sitting
    prepare: 0s
    work: until-ready
    about: 60s
"""


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(autouse=True)
def _mine(home: Path) -> None:
    write_routine(home, "mine.yaml", ROUTINE)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown(capsys, "--json", *arguments))
    return found


def test_the_table_has_a_row_for_each_segment(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "mine").splitlines() == [
        "Mine",
        "A short one.",
        "Needs: wall.",
        "Before you start: Go gently.",
        "",
        "TIME  PHASE    SIDE   STEP                          PART  ROUND   POSITION",
        "0:00  prepare  left   1 Hip                                       standing",
        "0:06  work     left   1 Hip                                       standing",
        "0:36  switch   right  1 Hip                                       standing",
        "0:40  work     right  1 Hip                                       standing",
        "1:10  prepare         2 Ball                              1 of 2  sitting",
        "1:15  work            2 Ball                        Low   1 of 2  sitting",
        "1:25  work            2 Ball                        High  1 of 2  sitting",
        "1:35  rest            2 Ball                              1 of 2  sitting",
        "1:40  prepare         2 Ball                              2 of 2  sitting",
        "1:45  work            2 Ball                        Low   2 of 2  sitting",
        "1:55  work            2 Ball                        High  2 of 2  sitting",
        "2:06  work            3 Stay (until you are ready)                sitting",
        "3:06  end",
        "",
        "Leave out step 2 with: osteoporosis, a past fragility fracture, long-term",
        "steroid tablets; blood thinners, a bleeding disorder, easy bruising; a current",
        "or recent deep-vein thrombosis; infection, rash, wound, shingles, burn or numb",
        "skin in the area.",
        "Leave out steps 1 and 2 with: spine, abdominal or hip surgery, or a fracture, in",
        "the last 3 months or not yet cleared; feverish or acutely unwell; a spasm in the",
        "last 72 hours.",
        "At the end: Walk on.",
        "Total: about 3 minutes 6 seconds, 3 steps.",
    ]


def test_columns_that_would_be_empty_are_left_out(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "plain.yaml", routine_text())
    said = shown(capsys, "plain")
    assert "TIME  PHASE    STEP   POSITION\n" in said
    assert "Needs: nothing.\n" in said
    assert said.endswith("Total: 28 seconds, 1 step.\n")


@pytest.mark.parametrize("columns", [20, 40, 75, 76, 80, 120])
@pytest.mark.parametrize("routine", ["mine", "lower-back", "mcgill-stability", "progressive-muscle-relaxation"])
def test_lines_keep_to_the_width(
    routine: str, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = shown(capsys, routine).splitlines()
    assert max(map(cells, lines)) <= max(columns, 32)
    assert all(line == line.rstrip() for line in lines)


def test_a_narrow_terminal_has_all_from_the_step_on_together(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert "1:15  work            2 Ball · Low · 1 of 2 · sitting\n" in shown(capsys, "mine")


def test_the_json_is_the_timeline(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "mine")
    assert {*found} == {"routine", "title", "total_seconds", "segments", "cues"}
    assert (found["routine"], found["title"], found["total_seconds"]) == ("mine", "Mine", 186.0)
    assert found["segments"][3] == {
        "start": 40.0,
        "end": 70.0,
        "phase": "work",
        "step": 1,
        "step_title": "Hip",
        "exercise": None,
        "position": "standing",
        "side": "right",
        "round": None,
        "part": None,
    }
    assert found["segments"][6]["round"] == {"n": 1, "of": 2}
    assert found["segments"][6]["part"] == "High"
    assert found["segments"][6]["side"] is None
    assert found["cues"][0] == {"at": 0.0, "kind": "step", "text": "Hip. Left side first. Standing."}
    assert {"at": 6.0, "kind": "begin", "text": None} in found["cues"]
    assert found["cues"][-1] == {"at": 186.0, "kind": "end", "text": "Finished. Walk on."}


def test_every_bundled_routine_is_shown_in_json_without_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    for file in Library().shelves.bundled.files:
        found = as_json(capsys, file.name)
        segments = found["segments"]
        assert [each["end"] for each in segments[:-1]] == [each["start"] for each in segments[1:]]
        assert (segments[0]["start"], segments[-1]["end"]) == (0, found["total_seconds"])
        assert len(found["cues"]) == len(Timeline.of(Library().routine(file.name).routine, Side.LEFT).cues)


def test_the_right_side_can_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "mine", "--first-side", "right")
    assert [each["side"] for each in found["segments"][:4]] == ["right", "right", "left", "left"]


def test_from_a_step_on_the_times_stay_those_of_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "mine", "--from", "ball")
    assert (found["segments"][0]["start"], found["segments"][0]["step"]) == (70.0, 2)
    assert found["cues"][0]["at"] == 70.0
    assert found["total_seconds"] == 186.0
    said = shown(capsys, "mine", "--from", "2")
    assert "1:10  prepare" in said
    assert "0:40" not in said


def test_minutes_say_what_became_shorter_and_what_was_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "mine", "--minutes", "2.8")
    assert "Fitted to 2 minutes 48 seconds." in said
    assert "Shorter: Hip 0:30 to 0:21 a side." in said
    without = shown(capsys, "mine", "--minutes", "2.2")
    assert "without Ball" in without
    assert as_json(capsys, "mine", "--minutes", "2.2")["total_seconds"] <= 132


def test_minutes_that_give_more_time_say_what_became_longer(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(
        home, "long.yaml", routine_text(step="{name: A, kind: relaxation, position: prone, work: 1m, longest: 5m}")
    )
    assert "Longer: A 1:00 to 3:52." in shown(capsys, "long", "--minutes", "4")


def test_minutes_that_cannot_be_are_refused_with_the_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "mine", "--minutes", "0.5"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "cannot be done in 30 seconds" in said.err


def test_mistakes_are_all_told_on_standard_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_routine(home, "broken.yaml", "format: 1\nnme: A\n")
    assert main(["show", "broken"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0] == f"relaxtimer: {len(lines) - 1} mistakes in the routine file"
    assert all(line.startswith(f"{path}:") for line in lines[1:])


def test_what_is_wrong_with_exercise_files_is_told_beside(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_exercises(home, "e.yaml", text="format: 1\n")
    assert main(["show", "mine", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["routine"] == "mine"
    assert said.err.startswith(f"relaxtimer: {path}:1:1: ")
    write_routine(home, "broken.yaml", routine_text(step="{exercise: hip-press}"))
    assert main(["show", "broken"]) == 2
    assert f"{path}:1:1: " in capsys.readouterr().err


@pytest.mark.parametrize("file", ["none.yaml", "/dev/null", ".", "./", "./circle.yaml"])
def test_what_is_no_file_is_wrong_usage(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("circle.yaml").symlink_to("circle.yaml")
    assert main(["show", file]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("relaxtimer: ")
    assert said.err.count("\n") == 1


def test_it_says_whom_the_routine_and_its_steps_are_not_for(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    step = "{exercise: cat-camel, work: 20s, avoid: [eye], instead: {eye: pelvic-tilt}}"
    write_routine(home, "careful.yaml", routine_text(step=step) + "avoid: [fever]\n")
    lines = shown(capsys, "careful").splitlines()
    assert "Leave it for now if this fits you: feverish or acutely unwell." in lines
    assert "Leave out step 1 with: glaucoma, recent eye surgery; instead: pelvic-tilt." in lines
    assert not {"avoid", "instead"} & {*as_json(capsys, "careful")}


def test_a_part_is_named_with_its_side(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    legs = "{name: Legs, kind: relaxation, position: sitting, sides: each, parts: [{name: '{side} leg', work: 9s}]}"
    write_routine(home, "legs.yaml", routine_text(step=legs))
    said = shown(capsys, "legs")
    assert "left leg" in said
    assert "right leg" in said
    assert "{side}" not in said
    parts = [each["part"] for each in as_json(capsys, "legs")["segments"] if each["phase"] == "work"]
    assert parts == ["left leg", "right leg"]


def test_from_a_step_on_both_lengths_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "mine", "--from", "2").replace("\n", " ")
    assert said.endswith("From here: about 1 minute 56 seconds; the whole: about 3 minutes 6 seconds, 3 steps. ")


def test_a_routine_that_is_over_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "old.yaml", routine_text() + "until: 2020-12-31\n")
    assert "This was meant until 31 December 2020.\n" in shown(capsys, "old")


def test_a_command_that_was_mistyped_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hisotry"]) == 2
    assert "There is a command history: relaxtimer history" in capsys.readouterr().err


def test_what_hurt_last_time_is_shown_as_it_will_run(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    did(home, rows=(row(1, hurt=True, key="long-exhale-breathing"),))
    assert main(["show", "lower-back"]) == 0
    assert "Last time this hurt: Long-exhale breathing. It starts on its easier variant." in " ".join(
        capsys.readouterr().out.split()
    )
    assert main(["show", "lower-back", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    said = [cue["text"] for cue in shown["cues"] if cue["at"] < 42]
    assert "Three in, four out." in said
    assert "Four in, six out." not in said
    assert "In" not in said
    assert shown["total_seconds"] == 720.0


@pytest.mark.usefixtures("home")
def test_what_is_needed_follows_what_was_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["safety", "--conditions", "bleed"]) == 0
    capsys.readouterr()
    assert main(["show", "lower-back"]) == 0
    assert "tennis ball" not in next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Needs"))
