"""What a step takes from its exercise and from the routine, and what it says itself."""

from __future__ import annotations

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.conditions import Condition
from relaxtimer.core.lasting import Breaths, Hold, Repetitions
from relaxtimer.core.pattern import Breath, Motion, PatternPhase, Tempo
from relaxtimer.core.routine import DEFAULT_PREPARE, DEFAULT_PRIORITY, DEFAULT_SWITCH, Repeat, Sounds, Step
from relaxtimer.library.reading.routine import Place
from tests.library.reading.source import items, own, routine, step, with_steps

SLOW = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.OUT, 6_000)))


def test_an_exercise_brings_everything_along() -> None:
    assert step("exercise: hold") == Step(
        id="hold",
        name="A hold",
        kind=Kind.STRETCH,
        position=Position.SUPINE,
        sides=Sides.EACH,
        lasting=Hold(30_000, 20_000, 60_000),
        prepare=9_000,
        switch=4_000,
        say=("Draw the {side} knee in.",),
        easier="Hold behind the {side} thigh.",
        avoid=frozenset({Condition.PREGNANCY}),
        equipment=("mat",),
        source="HOLD",
    )


def test_a_step_can_only_add_to_what_makes_its_exercise_safe() -> None:
    found = step("exercise: hold, avoid: [knee], adapt: {leg: Small.}, cautions: Slowly.")
    assert found.avoid == {Condition.PREGNANCY, Condition.KNEE}
    assert found.adapt == {Condition.LEG_PAIN: "Small."}
    assert found.cautions == ("Slowly.",)
    assert step("exercise: hold, avoid: []").avoid == {Condition.PREGNANCY}


def test_words_of_its_own_are_shown_in_place_of_the_exercises() -> None:
    written = ("exercise: showing", "exercise: showing, say: Mine.", "exercise: showing, say: Mine., show: Seen.")
    found = [step(fields).shown for fields in written]
    assert found == [("Show.",), ("Mine.",), ("Seen.",)]


def test_a_step_of_its_own_has_the_built_in_defaults() -> None:
    assert own("work: 20s") == Step(
        name="Own",
        kind=Kind.STRETCH,
        position=Position.SUPINE,
        lasting=Hold(20_000),
        prepare=DEFAULT_PREPARE,
        switch=DEFAULT_SWITCH,
        priority=DEFAULT_PRIORITY,
    )


def test_a_field_of_the_step_takes_the_place_of_the_exercises() -> None:
    found = step("exercise: hold, name: Mine, say: [One., Two.], sides: left, optional: true, priority: 2")
    assert (found.name, found.say, found.sides) == ("Mine", ("One.", "Two."), Sides.LEFT)
    assert (found.optional, found.priority) == (True, 2)
    assert found.easier == "Hold behind the {side} thigh."


def test_the_times_of_the_routine_come_before_those_of_the_exercise() -> None:
    found = step(
        "exercise: hold, switch: 7s", "defaults: {prepare: 1s, switch: 2s, rest: 3s, sounds: bells, volume: 5}\n"
    )
    assert (found.prepare, found.switch, found.rest) == (1_000, 7_000, 3_000)
    assert (found.sounds, found.volume) == (Sounds("bells"), 5)


def test_the_patterns_of_the_exercise_come_before_those_of_the_routine() -> None:
    above = "defaults: {tempo: {up: 9s}, breath: square}\n"
    rocking, calm, mine = (
        step(each, above) for each in ("exercise: rocking", "exercise: calm", "exercise: hold, reps: 3")
    )
    assert rocking.lasting.duration == 8 * 4_000
    assert calm.lasting == Breaths(6, SLOW, 2, 30)
    assert mine.lasting == Repetitions(3, Tempo((PatternPhase(Motion.UP, 9_000),)))


def test_the_breath_of_the_routine_is_for_steps_that_last_in_breaths() -> None:
    above = "defaults: {breath: slow}\n"
    assert own("work: 30s", above).lasting == Hold(30_000)
    assert own("breaths: 3", above).lasting == Breaths(3, SLOW)


def test_nothing_of_a_time_is_lost_where_it_is_none() -> None:
    found = step(
        "exercise: hold, prepare: 0s, switch: 0, volume: 0", "defaults: {prepare: 3s, switch: 3s, volume: 9}\n"
    )
    assert (found.prepare, found.switch, found.volume) == (0, 0, 0)


def test_blocks_keep_their_rounds_and_rest() -> None:
    (block,) = items("- repeat: 3\n  rest: 15s\n  optional: true\n  priority: 2\n  steps:\n    - exercise: hold")
    assert isinstance(block, Repeat)
    assert (block.rounds, block.rest, block.optional, block.priority) == (3, 15_000, True, 2)
    assert block.items == (step("exercise: hold"),)


def test_the_places_are_those_of_the_steps_as_they_are_counted() -> None:
    text = with_steps(
        "- exercise: hold\n- repeat: 2\n  steps:\n    - exercise: calm\n    - exercise: rocking\n- exercise: hold"
    )
    assert routine(text).places == (Place(4, 5), Place(7, 9), Place(8, 9), Place(9, 5))


def test_the_equipment_of_a_routine_is_gathered_from_its_steps() -> None:
    text = with_steps("- exercise: spots\n- repeat: 2\n  steps:\n    - {exercise: hold, equipment: [wall, towel]}")
    assert routine(text).routine.equipment == ("ball", "wall", "towel")
    assert routine(f"equipment: []\n{text}").routine.equipment == ()


def test_the_fields_of_a_routine_are_read() -> None:
    text = with_steps(
        "- exercise: hold",
        "summary: What for.\ntags: [desk]\nauthor: A\nsource: B\nfrequency: daily\nuntil: 2026-12-31\navoid: [clot]\n"
        "instead: {clot: desk-reset}\ncautions: Slowly.\nalternative: [Else.]\nanswers: [A1]\n"
        "after: >-\n  Get\n  up.\n",
    )
    found = routine(text).routine
    assert (found.id, found.name, found.summary, found.tags) == ("mine", "Mine", "What for.", ("desk",))
    assert (found.author, found.source, found.frequency, found.until) == ("A", "B", "daily", "2026-12-31")
    assert (found.avoid, found.instead) == (frozenset({Condition.CLOT}), {Condition.CLOT: "desk-reset"})
    assert (found.cautions, found.alternative, found.answers) == (("Slowly.",), ("Else.",), ("A1",))
    assert found.after == ("Get up.",)


def test_white_space_within_words_is_one_space() -> None:
    found = own('work: 3s, say: "  One\\n  two\\tthree.  "')
    assert found.say == ("One two three.",)
