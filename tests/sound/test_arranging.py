from __future__ import annotations

import pytest

from relaxtimer.core.cues import CueKind
from relaxtimer.core.speech import speaking_time
from relaxtimer.sound.arranging import arrange, sayable
from relaxtimer.sound.arranging.barriers import Barriers
from relaxtimer.sound.arranging.sounds import HEAD_OF_OWN_FILE
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Arrangement, Bus, Placed, Unfit
from relaxtimer.sound.profiles import head_of, tone_of
from tests.sound.scores import Lengths, note, said, sounds

OWN = "/sounds/own.wav"  # its loud part is taken to last 400 ms
LONG = "One two three four five six seven eight."  # 3.2 s


def heard(*notes: Note, length_of: Lengths = speaking_time, profile: str = "silent") -> Arrangement:
    return arrange(notes, length_of, profile=profile)


def test_words_begin_after_the_loud_part_of_their_sound() -> None:
    tone = tone_of(CueKind.STEP, "soft")
    assert tone is not None
    arrangement = heard(note(CueKind.STEP, 1_000, "Hug."), profile="soft")
    assert sounds(arrangement) == [Placed(at=1_000, bus=Bus.CUE, name=tone.name, gain=tone.gain)]
    assert said(arrangement) == [(1_000 + head_of(tone.name), "Hug.")]


def test_a_sound_of_ones_own_takes_the_place_of_that_of_the_profile() -> None:
    arrangement = heard(note(CueKind.STEP, 0, "Hug.", file=OWN, volume=50), profile="soft")
    assert arrangement.placed == (
        Placed(at=0, bus=Bus.CUE, name=OWN, gain=0.5),
        Placed(at=HEAD_OF_OWN_FILE, bus=Bus.VOICE, name="Hug.", gain=0.5),
    )


def test_the_profile_of_a_note_comes_before_that_of_the_session() -> None:
    tone = tone_of(CueKind.HALF, "bells")
    assert tone is not None
    assert [each.name for each in sounds(heard(note(CueKind.HALF, 0, profile="bells"), profile="soft"))] == [tone.name]


def test_a_silent_step_is_still_spoken() -> None:
    assert heard(note(CueKind.STEP, 0, "Hug.")).placed == (Placed(at=0, bus=Bus.VOICE, name="Hug."),)


def test_two_sounds_at_once_are_together_as_loud_as_one() -> None:
    arrangement = heard(
        note(CueKind.STEP, 0, file=OWN), note(CueKind.BEGIN, 0, file=OWN), note(CueKind.HALF, 1, file=OWN)
    )
    assert [each.gain for each in arrangement.placed] == [0.5, 0.5, 1.0]


def test_the_sound_of_a_breath_lasts_as_long_as_the_breath_and_words_may_lie_over_it() -> None:
    arrangement = heard(
        note(CueKind.BREATH_IN, 0, lasts=4_000), note(CueKind.INSTRUCTION, 0, "Slowly."), profile="soft"
    )
    assert [(each.at, each.lasts) for each in sounds(arrangement)] == [(0, 4_000)]
    assert said(arrangement) == [(0, "Slowly.")]


def test_a_sentence_that_a_tick_would_cut_is_said_after_it() -> None:
    arrangement = heard(note(CueKind.INSTRUCTION, 0, LONG), note(CueKind.HALF, 3_100, file=OWN))
    assert said(arrangement) == [(3_500, LONG)]


def test_a_sentence_that_is_over_before_a_tick_stays() -> None:
    arrangement = heard(note(CueKind.INSTRUCTION, 0, LONG), note(CueKind.HALF, 3_200, file=OWN))
    assert said(arrangement) == [(0, LONG)]


def test_sentences_push_each_other_on_with_a_pause_between() -> None:
    arrangement = heard(*[note(CueKind.INSTRUCTION, at, f"{LONG} {at}") for at in (0, 500, 4_500)])
    assert said(arrangement) == [(0, f"{LONG} 0"), (3_900, f"{LONG} 500"), (7_800, f"{LONG} 4500")]


def test_a_sentence_never_comes_before_its_time() -> None:
    arrangement = heard(note(CueKind.INSTRUCTION, 0, "A."), note(CueKind.INSTRUCTION, 5_000, "B."))
    assert said(arrangement) == [(0, "A."), (5_000, "B.")]


def test_a_sentence_without_room_is_left_out_and_the_next_is_said() -> None:
    arrangement = heard(
        note(CueKind.STEP, 0, "Hug.", until=4_000),
        note(CueKind.INSTRUCTION, 1_000, LONG, until=4_000, step=3),
        note(CueKind.INSTRUCTION, 2_000, "Slowly.", until=4_000),
    )
    assert said(arrangement) == [(0, "Hug."), (2_000, "Slowly.")]
    assert arrangement.unfit == (Unfit(step=3, words=LONG, said="", takes=4_200, room=4_000),)


def test_an_announcement_is_never_kept_waiting_by_a_sentence() -> None:
    arrangement = heard(note(CueKind.INSTRUCTION, 0, LONG), note(CueKind.PART, 2_000, "Low."))
    assert said(arrangement) == [(2_000, "Low."), (2_700, LONG)]


def test_what_is_said_of_a_part_follows_its_name_before_what_was_waiting() -> None:
    arrangement = heard(
        note(CueKind.INSTRUCTION, 0, LONG),
        note(CueKind.PART, 2_000, "Low.", file=OWN),
        note(CueKind.INSTRUCTION, 2_000, "Just above the pelvis."),
    )
    assert said(arrangement) == [(2_400, "Low."), (3_000, "Just above the pelvis."), (4_900, LONG)]


def test_an_announcement_that_does_not_fit_is_said_in_brief_and_told() -> None:
    step = note(CueKind.STEP, 0, LONG, brief="Hug. Left side.", until=30_000, step=4)
    arrangement = heard(step, note(CueKind.BEGIN, 3_000, file=OWN))
    assert said(arrangement) == [(0, "Hug. Left side.")]
    assert arrangement.unfit == (Unfit(step=4, words=LONG, said="Hug. Left side.", takes=3_200, room=3_000),)


def test_a_name_is_rather_late_than_never() -> None:
    step = note(CueKind.STEP, 0, LONG, brief="One two three. Left side.", until=30_000)
    arrangement = heard(step, note(CueKind.BEGIN, 1_900, file=OWN))
    assert said(arrangement) == [(2_300, LONG)]
    assert not arrangement.unfit


def test_a_name_just_late_is_said_whole() -> None:
    arrangement = heard(note(CueKind.STEP, 0, LONG, brief="Hug."), note(CueKind.BEGIN, 1_000, file=OWN))
    assert said(arrangement) == [(1_400, LONG)]


def test_a_name_for_which_there_is_no_time_at_all_is_told() -> None:
    arrangement = heard(note(CueKind.STEP, 0, LONG, brief="Hug me.", until=700))
    assert said(arrangement) == []
    assert arrangement.unfit == (Unfit(step=1, words=LONG, said="", takes=3_200, room=700),)


def test_announcements_of_one_moment_follow_each_other() -> None:
    arrangement = heard(note(CueKind.STEP, 0, "Hug."), note(CueKind.SWITCH, 0, "Right."), note(CueKind.PART, 0, "Low."))
    assert said(arrangement) == [(0, "Hug."), (700, "Right."), (1_400, "Low.")]


def test_breathing_is_named_where_the_breath_begins() -> None:
    arrangement = heard(note(CueKind.BEGIN, 0, file=OWN), note(CueKind.BREATH_IN, 0, "Breathe in.", lasts=4_000))
    assert said(arrangement) == [(400, "Breathe in.")]


def test_breathing_that_would_be_named_late_is_not_and_what_is_never_said_is_told() -> None:
    first = note(CueKind.BREATH_IN, 0, "Breathe in.", lasts=4_000, pace=1, cycle=1)
    named = (first, note(CueKind.BREATH_IN, 4_000, "Breathe in.", lasts=4_000, pace=1, cycle=2))
    once = heard(note(CueKind.STEP, 0, LONG), first)
    assert said(once) == [(0, LONG)]
    assert once.unfit == (Unfit(step=1, words="Breathe in.", said="", takes=800, room=0),)
    twice = heard(note(CueKind.STEP, 0, LONG), *named)
    assert said(twice) == [(0, LONG), (4_000, "Breathe in.")]
    assert not twice.unfit


def test_the_last_one_is_announced_in_fewer_words_before_a_tick() -> None:
    last = note(CueKind.TEMPO_UP, 0, "Last one. Lean back.", brief="Last one.", lasts=2_000)
    assert said(heard(last, note(CueKind.ENDING, 1_000, file=OWN))) == [(0, "Last one.")]


def test_a_sentence_comes_before_the_words_of_a_breath() -> None:
    arrangement = heard(
        note(CueKind.INSTRUCTION, 2_000, LONG), note(CueKind.BREATH_OUT, 4_000, "Breathe out.", lasts=6_000)
    )
    assert said(arrangement) == [(2_000, LONG), (5_500, "Breathe out.")]


def test_breathing_is_named_behind_other_words_within_a_quarter_of_the_breath() -> None:
    breath = note(CueKind.BREATH_OUT, 4_000, "Breathe out.", lasts=2_000)
    assert said(heard(note(CueKind.INSTRUCTION, 1_000, LONG), breath))[1:] == [(4_500, "Breathe out.")]
    assert said(heard(note(CueKind.INSTRUCTION, 1_001, LONG), breath))[1:] == []


def test_the_sound_of_a_sentence_goes_where_its_words_go() -> None:
    sentence = note(CueKind.INSTRUCTION, 0, "Slowly.", file=OWN)
    arrangement = heard(note(CueKind.STEP, 0, LONG), note(CueKind.HALF, 3_600, file=OWN), sentence)
    assert [(each.at, each.bus) for each in arrangement.placed] == [
        (0, Bus.VOICE),
        (3_600, Bus.CUE),
        (4_000, Bus.CUE),
        (4_400, Bus.VOICE),
    ]


def test_a_clip_that_is_not_there_yet_is_taken_to_last_as_long_as_words_do() -> None:
    known = {"Hug.": 900}.get
    arrangement = heard(note(CueKind.STEP, 0, "Hug."), note(CueKind.INSTRUCTION, 1, "Slowly now."), length_of=known)
    later = heard(note(CueKind.STEP, 0, "Slowly now."), note(CueKind.INSTRUCTION, 1, "Hug."), length_of=known)
    assert said(arrangement) == [(0, "Hug."), (1_200, "Slowly now.")]
    assert said(later) == [(0, "Slowly now."), (1_100, "Hug.")]


def test_without_a_voice_every_sound_is_at_its_time() -> None:
    notes = [note(CueKind.STEP, 0, "Hug.", file=OWN), note(CueKind.INSTRUCTION, 100, "Slowly.", file=OWN)]
    arrangement = arrange(notes, speaking_time, profile="silent", voice=False)
    assert [(each.at, each.name) for each in arrangement.placed] == [(0, OWN), (100, OWN)]


def test_nothing_to_hear_is_an_arrangement_of_nothing() -> None:
    assert heard() == Arrangement(())


def test_all_that_may_be_said_is_known_in_the_order_it_comes() -> None:
    notes = [note(CueKind.STEP, 0, "A. B.", brief="A."), note(CueKind.HALF, 1), note(CueKind.STEP, 2, "C.", brief="A.")]
    assert sayable(notes) == ("A. B.", "A.", "C.")


@pytest.mark.parametrize(
    ("earliest", "length", "start"),
    [(0, 10, 0), (0, 11, 60), (10, 1, 30), (30, 10, 30), (30, 30, 60), (35, 5, 35), (90, 5, 90)],
)
def test_words_begin_where_they_are_clear(earliest: int, length: int, start: int) -> None:
    assert Barriers([(20, 30), (10, 22), (40, 60)]).first(earliest, length, 1_000) == start


def test_there_is_as_much_room_as_up_to_the_next_sound_or_the_end() -> None:
    barriers = Barriers([(10, 20), (50, 60)])
    assert [barriers.room(at, 100) for at in (0, 10, 15, 30, 70)] == [10, 30, 30, 20, 30]
    assert barriers.room(70, 60) == 0
