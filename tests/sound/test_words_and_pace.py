"""Words and breaths or repetitions: what is said before the pace begins, what into it, and which phases then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxtimer.core.body import Kind, Sides
from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Lasting, Part, Parts, Repetitions
from relaxtimer.core.pattern import Breath, Motion, Pattern, PatternPhase, Tempo
from relaxtimer.core.routine import Step
from relaxtimer.core.segment import Segment
from relaxtimer.core.talk_of_phases import OPPOSITE, talks_of, words_of
from relaxtimer.core.timeline import Timeline
from relaxtimer.sound.arranging import arrange, doubts_of
from relaxtimer.sound.note import Note
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.placed import Arrangement
from relaxtimer.sound.profiles import PROFILES
from tests.core.making import BREATH, TEMPO, breaths, hold, ms, repeat, reps, step, timeline, two_sided
from tests.sound.scores import said

pytestmark = pytest.mark.once

BOX = Breath(tuple(PatternPhase(motion, 4_000) for motion in (Motion.IN, Motion.HOLD, Motion.OUT, Motion.REST)))
SLOW = Tempo((PatternPhase(Motion.UP, 4_000, "Round"), PatternPhase(Motion.DOWN, 4_000, "Sag")))
SQUEEZE = Tempo((PatternPhase(Motion.HOLD, 5_000, "Squeeze"), PatternPhase(Motion.REST, 10_000, "Let go")))
SHORT = Breath((PatternPhase(Motion.IN, 500), PatternPhase(Motion.IN, 500, "And a little more"), *BREATH.phases[1:]))
SENTENCES = (
    "Sit tall.",
    "Out, slow and quiet.",
    "In through the nose, like filling a cup and not a bucket.",
    "In for four, out for six.",
    "Hold softly.",
    "Round the back towards the ceiling.",
    "Then sag.",
    "Squeeze at half of all the effort there is.",
    "Let the shoulders hang and the jaw be loose, as long as you like.",
)


class Voice:
    """Says each word in so many milliseconds."""

    def __init__(self, word: Milliseconds) -> None:
        self.word = word

    def __call__(self, words: str) -> Milliseconds:
        return len(words.split()) * self.word


def heard(made: Timeline, profile: str = "silent", word: Milliseconds = 400) -> Arrangement:
    return arrange(notes_of(made), Voice(word), profile=profile)


def at(made: Timeline) -> list[tuple[float, str]]:
    return [(start / 1_000, words) for start, words in said(heard(made))]


# One by one


def test_words_for_which_there_is_time_come_before_the_pace() -> None:
    made = timeline(step("Breathe", breaths(3), prepare=8, say=("Sit tall.", "Let go.")), after=("Up.",))
    assert at(made)[:5] == [
        (0, "Breathe. On your back."),
        (1.9, "Sit tall."),
        (3, "Let go."),
        (8, "Breathe in."),
        (12, "Breathe out."),
    ]
    assert not heard(made).late


def test_the_first_breath_that_is_clear_of_words_is_named_whole() -> None:
    made = timeline(step("Box", Breaths(4, BOX), prepare=0, say=("Sit tall and loosen the jaw for me.",)))
    assert at(made)[:7] == [
        (0, "Box. On your back."),
        (1.9, "Sit tall and loosen the jaw for me."),
        (8, "Breathe out."),
        (12, "Rest."),
        (16, "Breathe in."),
        (20, "Hold."),
        (24, "Breathe out."),
    ]
    assert [words for start, words in at(made) if start > 24] == ["Rest.", "Last one.", "Finished."]


def test_a_sentence_about_one_phase_is_said_where_that_phase_begins() -> None:
    made = timeline(step("Breathe", breaths(4), prepare=2, say=("Out, slow and quiet.", "Sit tall.")))
    assert at(made)[:6] == [
        (0, "Breathe. On your back."),
        (2, "Breathe in."),
        (6, "Out, slow and quiet."),
        (7.9, "Sit tall."),
        (12, "Breathe in."),
        (16, "Breathe out."),
    ]


def test_a_sentence_that_no_breath_out_can_hold_is_left_out_and_told() -> None:
    long = "Out through the lips, as slowly as ever you can and then some more, until all of it is gone."
    made = timeline(step("Breathe", breaths(4), prepare=2, say=(long, "Sit tall.")))
    found = heard(made)
    assert long not in {words for _, words in said(found)}
    assert [unfit.words for unfit in found.unfit] == [long]


def test_in_a_quick_repetition_a_sentence_tells_of_the_whole_of_it() -> None:
    made = timeline(step("Roll", Repetitions(4, TEMPO), prepare=2, say=("Round them a little, side to side.",)))
    assert at(made)[1:4] == [(2, "Round."), (3, "Round them a little, side to side."), (6.1, "Round.")]


def test_while_sentences_are_said_phases_have_their_sounds_alone() -> None:
    say = ("Hands under shoulders, knees under hips.", "Stay in the easy middle of it.")
    made = timeline(step("Cat", Repetitions(4, SLOW), prepare=2, say=say))
    assert at(made)[1:5] == [(2, "Round."), (3, say[0]), (5.7, say[1]), (10, "Round.")]


def test_where_words_leave_no_breath_clear_what_is_never_said_is_told() -> None:
    made = timeline(step("Breathe", breaths(1), prepare=0, say=("Sit tall.", "Loosen the jaw.", "Let the belly go.")))
    assert [(unfit.words, unfit.said) for unfit in heard(made).unfit] == [("Breathe in.", "")]
    assert doubts_of(heard(made).unfit)[0].message.endswith("“Breathe in.” is left out")


def test_the_last_breath_is_named_too_where_it_is_the_first_that_is_clear() -> None:
    made = timeline(step("Breathe", breaths(3), prepare=0, say=("Sit tall and let go. " * 8,)))
    assert [words for start, words in at(made) if start >= 20] == [
        "Last one. Breathe in.",
        "Breathe out.",
        "Finished.",
    ]


def test_words_before_a_pause_in_the_pace_do_not_name_it_a_second_time() -> None:
    made = timeline(two_sided("Roll", reps(3), prepare=4, switch=4))
    assert [words for _, words in at(made)].count("Down.") == 2


def test_a_word_that_would_come_late_in_its_phase_is_not_said() -> None:
    # After the sentence, there is room for it 0.9 seconds after the phase began, of 2 seconds.
    quick = Tempo((PatternPhase(Motion.UP, 2_000, "Roll"), PatternPhase(Motion.DOWN, 2_000, "Middle")))
    made = timeline(step("Knees", Repetitions(4, quick), prepare=2, say=("Bend both knees now.",)))
    assert at(made)[1:5] == [(2, "Roll."), (3, "Bend both knees now."), (6, "Roll."), (8, "Middle.")]


# What comes late is told


def late(made: Timeline, word: Milliseconds = 400) -> list[str]:
    found = heard(made, word=word)
    return [doubt.message for doubt in doubts_of(found.unfit, found.late)]


def test_words_that_a_slow_voice_says_into_the_pace_are_told_with_what_it_takes() -> None:
    made = timeline(step("Breathe", breaths(4), prepare=4, say=("Sit tall now.",)))
    assert late(made) == []
    assert late(made, 800) == [
        "step 1: 5.9 s of words in 4 s before the pace begins; say less, or give it 1.9 s more prepare"
    ]


def test_a_name_that_is_said_into_the_pace_is_told() -> None:
    assert late(timeline(step("Breathe", breaths(4), prepare=0))) == [
        "step 1: 1.6 s of words in 0 s before the pace begins; say less, or give it 1.6 s more prepare"
    ]


def test_later_rounds_may_be_announced_as_the_pace_begins() -> None:
    made = timeline(repeat(2, step("Breathe", breaths(4), prepare=4), rest=5))
    assert late(made) == []


def test_a_first_instruction_that_is_not_over_before_the_work_is_told() -> None:
    made = timeline(step("Hug", hold(40), prepare=4, say=("Draw the knee in.", "Rest.")))
    assert late(made) == []
    told = "step 1: 5.1 s up to the end of the first instruction, and 4 s until the work begins;"
    assert late(made, 600) == [f"{told} say less, or give it 1.1 s more prepare"]


def test_words_past_the_first_quarter_of_the_work_are_told() -> None:
    say = ("Draw the knee in.", "Let the shoulders sink into the floor.", "Rest there and wait.")
    made = timeline(step("Hug", hold(24), prepare=4, say=say))
    assert late(made) == []
    assert late(made, 450) == ["step 1: 10.3 s of words in 10 s; say less, or give it more prepare"]


def test_a_rest_that_goes_on_and_a_walk_need_no_prepare_for_their_words() -> None:
    resting = step("Rest", hold(30), prepare=0, say=("Let it all go.",), kind=Kind.RELAXATION)
    assert late(timeline(resting)) == []
    assert len(late(timeline(step("Hug", hold(30), prepare=0, say=("Let it all go.",))))) == 1


def test_the_words_of_a_part_are_told_from_its_own_start() -> None:
    parts = Parts((Part(name="Arms", say="Make fists.", lasting=Repetitions(1, SQUEEZE), prepare=ms(1)),))
    assert late(timeline(step("Let go", parts, prepare=4))) == [
        "step 1: 1.5 s of words in 1 s before the pace begins; say less, or give it 0.5 s more prepare",
    ]


# Whatever the routine


def patterns() -> st.SearchStrategy[Pattern]:
    return st.sampled_from((BREATH, BOX, SHORT, TEMPO, SLOW, SQUEEZE))


@st.composite
def paced(draw: st.DrawFn) -> Lasting:
    pattern, count = draw(patterns()), draw(st.integers(1, 5))
    return Breaths(count, pattern) if isinstance(pattern, Breath) else Repetitions(count, _tempo(pattern))


def _tempo(pattern: Pattern) -> Tempo:
    assert isinstance(pattern, Tempo)
    return pattern


@st.composite
def lastings(draw: st.DrawFn) -> Lasting:
    held = st.sampled_from((5, 7.5, 20, 40)).map(hold)
    breathed = st.sampled_from((10_000, 25_000)).map(lambda duration: Hold(duration, breath=BREATH))
    one = st.one_of(held, paced(), breathed)
    if draw(st.booleans()):
        return draw(one)
    parts = draw(st.lists(one, min_size=1, max_size=3))
    names, says = st.sampled_from(("Low", "The middle of it all")), st.sampled_from(("", *SENTENCES))
    return Parts(
        tuple(
            Part(name=draw(names), lasting=each, say=draw(says), prepare=draw(st.sampled_from((0, 2_000, 5_000))))  # type: ignore[arg-type]
            for each in parts
        )
    )


def steps() -> st.SearchStrategy[Step]:
    return st.builds(
        step,
        st.sampled_from(("Hug", "A name of many words that takes very long to say")),
        lastings(),
        prepare=st.sampled_from((0, 3, 8, 15)),
        switch=st.sampled_from((0, 4)),
        rest=st.sampled_from((0, 5)),
        sides=st.sampled_from((Sides.BOTH, Sides.EACH)),
        say=st.lists(st.sampled_from(SENTENCES), max_size=4, unique=True).map(tuple),
        breath_cue=st.sampled_from(("", "Breathe as it comes.", "Out as you lean in.")),
    )


timelines = st.one_of(
    st.lists(steps(), min_size=1, max_size=2).map(lambda made: timeline(*made)),
    steps().map(lambda made: timeline(repeat(2, made, rest=5))),
)
words_of_a_voice = st.sampled_from((150, 400, 470, 900))


@given(timelines, words_of_a_voice, st.sampled_from(PROFILES))
@settings(max_examples=400)
def test_every_word_is_said_or_told(made: Timeline, word: Milliseconds, profile: str) -> None:
    notes, found = notes_of(made), heard(made, profile, word)
    spoken = said(found)
    told = {(unfit.step, unfit.words) for unfit in found.unfit}
    messages = [doubt.message for doubt in doubts_of(found.unfit)]
    for note in notes:
        if not note.words or note.kind in PACES:
            continue
        whole = any(note.at <= start <= note.until and words == note.words for start, words in spoken)
        assert whole or (note.step, note.words) in told, note
        assert whole or any(message.startswith(f"step {note.step}: ") for message in messages)
    for alike in _phases_alike(notes):
        whole = any(note.at <= start <= note.until and words == note.words for note in alike for start, words in spoken)
        assert whole or any((note.step, note.words) in told for note in alike), alike[0]


def _phases_alike(notes: tuple[Note, ...]) -> Iterator[list[Note]]:
    """Yield the notes of each phase of a pace, those of all its cycles together; the last counts with its own words."""
    found: dict[tuple[int, int], list[Note]] = {}
    cycle, place = (0, 0), 0
    for note in notes:
        if note.kind in PACES:
            place = place + 1 if (note.pace, note.cycle) == cycle else 0
            cycle = (note.pace, note.cycle)
            found.setdefault((note.pace, place), []).append(note)
    yield from found.values()


@given(timelines, words_of_a_voice, st.sampled_from(PROFILES))
@settings(max_examples=400)
def test_no_sentence_talks_of_one_breath_in_the_opposite_one(made: Timeline, word: Milliseconds, profile: str) -> None:
    notes = notes_of(made)
    sentences = {note.words for note in notes if note.kind in WORDS}
    for start, words in said(heard(made, profile, word)):
        end = start + Voice(word)(words)
        for segment in made.segments:
            if words in sentences and segment.start < end and start < segment.end and segment.pattern is not None:
                assert not _contradicts(segment, segment.pattern, words, start, end)


def _contradicts(segment: Segment, pattern: Pattern, words: str, start: Milliseconds, end: Milliseconds) -> bool:
    motion = talks_of(words, words_of(pattern))
    own = [phase.duration for phase in pattern.phases if phase.motion is motion]
    if motion is None or (isinstance(pattern, Tempo) and max(own) < end - start):
        return False
    at = segment.start
    for phase in pattern.phases * segment.cycles:
        if phase.motion is OPPOSITE[motion] and at < end and start < at + phase.duration:
            return True
        at += phase.duration
    return False


@given(timelines, st.sampled_from((150, 400)))
@settings(max_examples=400)
def test_the_first_cycle_that_is_clear_of_other_words_is_named(made: Timeline, word: Milliseconds) -> None:
    notes = notes_of(made)
    spoken = said(heard(made, "silent", word))
    phases = {note.words for note in notes if note.kind in PACES} | {"Last one."}
    others = [(start, start + Voice(word)(words)) for start, words in spoken if words not in phases]
    for segment in made.segments:
        if segment.pattern in {BREATH, BOX, SLOW}:
            assert_clear_cycle_is_named(segment, spoken, others)


def assert_clear_cycle_is_named(
    segment: Segment, spoken: list[tuple[Milliseconds, str]], others: list[tuple[Milliseconds, Milliseconds]]
) -> None:
    assert segment.pattern is not None
    cycle = segment.pattern.duration
    for number in range(segment.cycles):
        first = segment.start + number * cycle
        if all(end <= first or first + cycle <= start for start, end in others):
            at = first
            for phase in segment.pattern.phases:
                assert any(at <= start < at + phase.duration // 2 for start, _ in spoken), (number, phase)
                at += phase.duration
            return


@pytest.mark.parametrize(
    ("words", "motion"),
    [
        ("Out, slow and quiet.", Motion.OUT),
        ("In through the nose; the lower hand rises.", Motion.IN),
        ("Loose shoulders, in through the nose.", Motion.IN),
        ("In for four. Rest for four, throat open.", Motion.IN),
        ("Breathe in and out through the nose.", None),
        ("In for four, out for six.", None),
        ("Four in, six out.", None),
        ("Inside, it is warm.", None),
        ("Let the out-breath soften everything.", Motion.OUT),
        ("Then hold softly for seven.", Motion.HOLD),
    ],
)
def test_a_sentence_talks_of_the_breath_that_one_of_its_clauses_begins_with(words: str, motion: Motion | None) -> None:
    assert talks_of(words, words_of(BOX)) is motion


@pytest.mark.parametrize(
    ("words", "motion"),
    [
        ("Round the back softly, head last.", Motion.UP),
        ("Then sag.", Motion.DOWN),
        ("Round softly, then sag.", None),
        ("Shoulders stay down.", None),
        ("Rounded shoulders.", None),
    ],
)
def test_a_sentence_talks_of_the_repetition_by_its_own_words(words: str, motion: Motion | None) -> None:
    assert talks_of(words, words_of(SLOW)) is motion


def test_kinds_of_phases_are_motions() -> None:
    assert {kind.value.partition("-")[2] for kind in PACES} == {motion.value for motion in Motion}
    assert CueKind.BREATH_IN in PACES
