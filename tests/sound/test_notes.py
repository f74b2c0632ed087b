from __future__ import annotations

from fractions import Fraction

import pytest

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import HOUR
from relaxtimer.core.lasting import Breaths, Hold, Parts
from relaxtimer.core.pattern import Breath, Motion, PatternPhase
from relaxtimer.core.routine import Sounds
from relaxtimer.core.timeline import Timeline
from relaxtimer.sound.note import Limit, Note
from relaxtimer.sound.notes import notes_of
from tests.core.making import BREATH, breaths, hold, parts, repeat, reps, step, timeline, two_sided, until_ready

SIGH = Breath(
    (
        PatternPhase(Motion.IN, 3_000),
        PatternPhase(Motion.IN, 1_000, "And a little more"),
        PatternPhase(Motion.OUT, 7_000),
        PatternPhase(Motion.REST, 1_000),
    )
)


def noted(made: Timeline, *kinds: CueKind, speed: Fraction = Fraction(1)) -> list[Note]:
    return [note for note in notes_of(made, speed=speed) if note.kind in kinds]


def words(made: Timeline, *kinds: CueKind) -> list[tuple[float, str]]:
    return [(note.at / 1_000, note.words) for note in noted(made, *kinds)]


def test_every_cue_is_a_note_at_its_time() -> None:
    made = timeline(two_sided(say=("Slowly.",)), step(lasting=breaths(3), rest=5), step(lasting=reps(3)))
    assert [(note.at, note.kind) for note in notes_of(made)] == [(cue.at, cue.kind) for cue in made.cues]


def test_numbers_are_words_for_the_ear() -> None:
    made = timeline(repeat(2, step("4-7-8 breath", say=("Hold for 7 s.",)), rest=5))
    assert noted(made, CueKind.STEP)[0].words == "four seven eight breath. Round one of two. On your back."
    assert noted(made, CueKind.INSTRUCTION)[0].words == "Hold for seven seconds."
    assert noted(made, CueKind.NEXT)[0].words == "Next: round two of two."


def test_a_voice_of_another_language_gets_numbers_as_they_are_written() -> None:
    made = timeline(step("4-7-8-Atmung", say=("Halte 30 Sekunden, max. 5x.",)))
    notes = notes_of(made, language="de")
    assert [note.words for note in notes if note.kind is CueKind.INSTRUCTION] == ["Halte 30 Sekunden, max. 5x."]
    assert (notes[0].words, notes[0].brief) == ("4-7-8-Atmung. On your back.", "4-7-8-Atmung.")


def test_marks_are_sounds_alone() -> None:
    made = timeline(step(lasting=hold(20)))
    marks = noted(made, CueKind.BEGIN, CueKind.HALF, CueKind.ENDING)
    assert len(marks) == 5
    assert not any(note.words or note.brief for note in marks)


def test_the_brief_form_of_a_step_is_its_name_and_side() -> None:
    made = timeline(two_sided("Figure four"))
    note = noted(made, CueKind.STEP)[0]
    assert (note.words, note.brief) == ("Figure four. Left side first. On your back.", "Figure four. Left side.")


def test_what_cannot_be_said_in_fewer_words_has_no_brief_form() -> None:
    made = timeline(step("A"), step("B", rest=5), step("C"))
    assert [note.brief for note in noted(made, CueKind.STEP)] == ["A.", "", ""]
    assert [note.brief for note in noted(made, CueKind.REST)] == [""]


def test_the_brief_form_of_a_change_of_sides_is_the_side() -> None:
    note = noted(timeline(two_sided()), CueKind.SWITCH)[0]
    assert (note.words, note.brief) == ("Change sides. Now the right.", "Right side.")


def test_the_brief_form_of_what_comes_next_is_its_name_or_its_round() -> None:
    made = timeline(repeat(2, step("A", rest=8), rest=4), step("B", position=Position.PRONE))
    assert [note.brief for note in noted(made, CueKind.NEXT)] == ["Round two."]
    made = timeline(step("A", rest=8), step("B", position=Position.PRONE))
    assert [(note.words, note.brief) for note in noted(made, CueKind.NEXT)] == [("Next: B. Face down.", "Next: B.")]


def test_a_part_is_named_first_and_what_is_said_of_it_follows_at_once() -> None:
    made = timeline(step(prepare=0, lasting=parts(15)))
    assert words(made, CueKind.PART, CueKind.INSTRUCTION) == [(0, "Spot one."), (0, "Say one.")]


def test_words_end_with_the_work_of_the_first_side() -> None:
    made = timeline(two_sided(say=("Slowly.",), breath_cue="Out.", prepare=8, lasting=hold(20)))
    assert [note.until for note in noted(made, CueKind.INSTRUCTION, CueKind.BREATH_CUE)] == [28_000, 28_000]


def test_announcements_end_with_the_work_they_are_for() -> None:
    made = timeline(two_sided(prepare=8, switch=5, lasting=hold(20), rest=10), step())
    assert [note.until for note in noted(made, CueKind.STEP)] == [28_000, 91_000]
    assert [note.until for note in noted(made, CueKind.SWITCH)] == [53_000]
    assert [note.until for note in noted(made, CueKind.REST, CueKind.NEXT)] == [63_000, 63_000]
    made = timeline(step(prepare=0, lasting=parts(15, 10, prepare=4)))
    assert [note.until for note in noted(made, CueKind.PART)] == [19_000, 33_000]
    assert [note.until for note in noted(made, CueKind.INSTRUCTION)] == [19_000, 33_000]


def test_nothing_hurries_the_words_at_the_end() -> None:
    note = notes_of(timeline(step(prepare=0), after=("Roll to one side.",)))[-1]
    assert (note.kind, note.words, note.brief) == (CueKind.END, "Finished. Roll to one side.", "Finished.")
    assert note.until == note.at + HOUR


def test_a_step_that_waits_says_so() -> None:
    note = noted(timeline(step(prepare=0, lasting=until_ready(60))), CueKind.READY)[0]
    assert (note.words, note.until) == ("Take the time you need.", 60_000)


def phases(made: Timeline) -> list[tuple[str, str, int, bool]]:
    """Give the words of each phase, the fewer of them, its cycle, and whether they are for one cycle alone."""
    return [(note.words, note.brief, note.cycle, note.once) for note in notes_of(made) if note.pace]


def test_the_usual_words_of_a_breath_are_for_one_breath_alone_and_each_sounds() -> None:
    made = timeline(step(lasting=Breaths(2, BREATH)))
    assert phases(made) == [
        ("Breathe in.", "", 1, True),
        ("Breathe out.", "", 1, True),
        ("Breathe in.", "", 2, True),
        ("Breathe out.", "", 2, True),
    ]
    breath = noted(made, CueKind.BREATH_IN, CueKind.BREATH_OUT)
    assert [note.lasts for note in breath] == [4_000, 6_000, 4_000, 6_000]


def test_the_last_of_three_is_announced() -> None:
    assert phases(timeline(step(lasting=breaths(3))))[4:] == [
        ("Last one. Breathe in.", "Last one.", 3, True),
        ("Breathe out.", "", 3, True),
    ]


def test_the_last_of_two_is_not() -> None:
    assert not any("Last" in note.words for note in notes_of(timeline(step(lasting=breaths(2)))))


def test_a_pattern_says_its_own_words_in_each_cycle() -> None:
    assert phases(timeline(step(lasting=reps(3)))) == [
        ("Round.", "", 1, False),
        ("Down.", "", 1, True),
        ("Round.", "", 2, False),
        ("Down.", "", 2, True),
        ("Last one. Round.", "Last one.", 3, False),
        ("Down.", "", 3, True),
    ]


def test_each_side_and_each_part_has_a_pace_of_its_own() -> None:
    held = Hold(10_000, breath=BREATH)
    made = timeline(two_sided(prepare=0, lasting=held), step(prepare=0, lasting=reps(2)))
    paces = [note.pace for note in notes_of(made) if note.pace]
    assert [paces.count(pace) for pace in dict.fromkeys(paces)] == [2, 2, 4]
    assert [note.cycle for note in notes_of(made) if note.pace] == [1, 1, 1, 1, 1, 1, 2, 2]


def test_a_second_breath_in_has_its_own_words_and_may_go_on_into_the_out_breath() -> None:
    made = timeline(step(prepare=0, lasting=Breaths(1, SIGH)))
    breath = noted(made, CueKind.BREATH_IN, CueKind.BREATH_OUT, CueKind.BREATH_REST)
    assert [note.words for note in breath] == ["Breathe in.", "And a little more.", "Breathe out.", "Rest."]
    assert [note.until for note in breath] == [4_000, 5_000, 12_000, 12_000]


def test_each_side_and_each_part_names_its_breathing() -> None:
    held = Hold(10_000, breath=BREATH)
    made = timeline(two_sided(prepare=0, lasting=held))
    assert [note.words for note in noted(made, CueKind.BREATH_OUT)] == ["Breathe out.", "Breathe out."]
    spots = parts(10, 10)
    paced = Parts(tuple(type(part)(name=part.name, lasting=held, prepare=3_000) for part in spots.parts))
    made = timeline(step(prepare=0, lasting=paced))
    assert [note.words for note in noted(made, CueKind.BREATH_IN)] == ["Breathe in.", "Breathe in."]


def limits(made: Timeline) -> list[tuple[str, Limit | None, float]]:
    kinds = {CueKind.STEP, CueKind.PART, CueKind.INSTRUCTION, CueKind.BREATH_CUE}
    return [(note.words, note.limit, note.due / 1_000) for note in notes_of(made) if note.kind in kinds]


def test_the_first_instruction_is_due_before_the_work_and_the_others_in_its_first_quarter() -> None:
    made = timeline(step(prepare=8, lasting=hold(40), say=("Lie.", "Rest."), breath_cue="Out."))
    assert limits(made) == [
        ("Hug. On your back.", None, 0),
        ("Lie.", Limit.WORK, 8),
        ("Rest.", Limit.QUARTER, 18),
        ("Out.", Limit.QUARTER, 18),
    ]


def test_all_words_are_due_before_a_pace() -> None:
    made = timeline(step(prepare=8, lasting=breaths(3), say=("Lie.",), breath_cue="Out."))
    assert limits(made) == [
        ("Hug. On your back.", Limit.PACE, 8),
        ("Lie.", Limit.PACE, 8),
        ("Out.", Limit.PACE, 8),
    ]


def test_the_words_of_a_part_are_due_in_its_own_time() -> None:
    made = timeline(step(prepare=8, lasting=parts(20, 20, prepare=4), say=("Lie.",)))
    assert limits(made)[2:] == [
        ("Spot one.", Limit.QUARTER, 18),
        ("Say one.", Limit.QUARTER, 18),
        ("Spot two.", Limit.QUARTER, 42),
        ("Say two.", Limit.QUARTER, 42),
    ]


def test_later_rounds_and_what_waits_are_due_at_no_time() -> None:
    made = timeline(repeat(2, step(prepare=8, lasting=breaths(2)), rest=5))
    assert [limit for _, limit, _ in limits(made)] == [Limit.PACE, None]
    made = timeline(step(prepare=8, lasting=until_ready(30), say=("Lie.", "Rest.")))
    assert [limit for _, limit, _ in limits(made)] == [None, Limit.WORK, None]


def test_words_without_a_prepare_are_due_in_the_first_quarter_of_a_rest() -> None:
    made = timeline(step(prepare=0, lasting=hold(40), say=("Lie.",), kind=Kind.RELAXATION))
    assert limits(made)[1] == ("Lie.", Limit.QUARTER, 10)


def test_a_note_has_the_sounds_and_the_volume_of_its_step() -> None:
    own = step(sounds=Sounds("bells", {"half": "/sounds/half.wav"}), volume=40)
    made = timeline(own, step("B"))
    half, other = noted(made, CueKind.HALF)
    assert (half.profile, half.file, half.volume, half.step) == ("bells", "/sounds/half.wav", 40, 1)
    assert (other.profile, other.file, other.volume, other.step) == (None, None, 100, 2)
    assert noted(made, CueKind.BEGIN)[0].file is None


def test_at_another_speed_everything_is_where_it_is_heard() -> None:
    made = timeline(step(prepare=1, lasting=breaths(3)), step(lasting=hold(20)))
    speed = Fraction(3, 2)
    assert [note.at for note in notes_of(made, speed=speed)] == [int(cue.at / speed) for cue in made.cues]
    for pace in noted(made, CueKind.BREATH_IN, speed=speed):
        out = next(n for n in noted(made, CueKind.BREATH_OUT, speed=speed) if n.at > pace.at)
        assert pace.at + pace.lasts == out.at


@pytest.mark.parametrize("speed", [Fraction(0), Fraction(-1)])
def test_time_never_stands_still_or_runs_back(speed: Fraction) -> None:
    with pytest.raises(ValueError, match="above 0"):
        notes_of(timeline(step()), speed=speed)
