from __future__ import annotations

import pytest

from relaxtimer.core.cues import CueKind
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Go, Halt, Heard, Mute, Say, Score, Seen, Voice, Volume
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.aside import SAY_WITHIN
from tests.sound.process.playing import FakeStage, Playing, at, note, opening


def test_each_sound_is_placed_once_at_its_time_half_a_second_ahead() -> None:
    playing = Playing()
    playing.run(note(0), note(700), note(1_400))
    playing.live(0, 150)
    assert playing.stage.times == [0]
    playing.live(200, 300)
    assert playing.stage.times == [0, 700]
    playing.live(350, 3_000)
    assert playing.stage.times == [0, 700, 1_400]


def test_a_run_may_begin_in_the_midst_of_a_score_and_at_any_time() -> None:
    playing = Playing()
    playing.take(0, Score((note(0), note(5_000), note(6_000))), Seen(10**18), Go(position=5_000, at=at(3_000)))
    playing.live(0, 5_000)
    assert playing.stage.times == [3_000, 4_000]


def test_a_lead_in_is_counted() -> None:
    playing = Playing()
    counts = (at(0), at(1_000), at(2_000))
    playing.take(0, Score((note(0),)), Seen(10**18), Go(position=0, at=at(3_000), counts=counts))
    playing.live(0, 4_000)
    assert playing.stage.times == [0, 1_000, 2_000, 3_000]


def test_what_comes_a_little_late_still_sounds_and_what_is_past_does_not() -> None:
    playing = Playing()
    playing.take(0, Score((note(0), note(400), note(2_000))), Seen(10**18), Go(position=0, at=at(0)))
    playing.live(500, 2_000)
    assert playing.stage.times == [400, 2_000]


def test_nothing_sounds_past_the_time_until_which_the_session_was_seen() -> None:
    playing = Playing()
    playing.run(note(0), note(900), note(1_100), until=at(1_000))
    playing.live(0, 950)
    assert playing.stage.times == [0, 900]
    playing.live(1_000, 3_000)
    assert playing.stage.times == [0, 900]
    assert playing.stage.done[-1] == "drop all"


def test_a_session_that_is_seen_again_goes_on_in_step() -> None:
    playing = Playing(opening(bed="rain"))
    playing.run(note(0), note(1_100), note(3_000), until=at(1_000))
    playing.live(0, 2_000)
    assert playing.stage.bed is None
    playing.take(2_000, Seen(at(9_000)))
    playing.live(2_000, 2_050)
    assert playing.stage.bed is playing.sounds.ambience
    playing.live(2_100, 4_000)
    assert playing.stage.times == [0, 3_000]


def test_a_halt_fades_everything_and_takes_back_what_was_ahead() -> None:
    playing = Playing(opening(bed="rain"))
    playing.run(note(0), note(300))
    playing.live(0, 0)
    assert playing.stage.bed is playing.sounds.ambience
    playing.take(100, Halt())
    playing.live(100, 2_000)
    assert playing.stage.times == [0, 300]
    assert playing.stage.done[-1] == "drop all"
    assert playing.stage.bed is None


def test_an_ambience_begins_once_it_is_read() -> None:
    playing = Playing(opening(bed="rain"))
    playing.sounds.read = False
    playing.run(note(0), note(9_000))
    playing.live(0, 1_000)
    assert playing.stage.bed is None
    playing.sounds.read = True
    playing.live(1_050, 1_100)
    assert playing.stage.bed is playing.sounds.ambience


def test_going_elsewhere_keeps_the_ambience() -> None:
    playing = Playing(opening(bed="rain"))
    playing.run(note(0), note(9_000))
    playing.live(0, 100)
    playing.stage.done.clear()
    playing.take(150, Go(position=9_000, at=at(150)))
    playing.live(150, 200)
    assert playing.stage.done == ["drop", "begin"]
    assert playing.stage.bed is playing.sounds.ambience
    assert playing.stage.times == [0, 150]


def test_what_follows_a_change_of_the_score_is_the_new_one() -> None:
    playing = Playing()
    playing.run(note(0), note(5_000))
    playing.live(0, 100)
    playing.take(100, Score((note(0), note(8_000))))
    playing.live(100, 9_000)
    assert playing.stage.times == [0, 8_000]
    assert "drop" not in playing.stage.done[2:]


def test_a_change_of_the_score_takes_back_what_was_placed_ahead_and_is_no_longer_in_it() -> None:
    playing = Playing()
    playing.run(note(0), note(5_000), note(5_200))
    playing.live(0, 4_800)
    playing.stage.placed.clear()
    playing.take(4_810, Score((note(0), note(5_200))))
    playing.live(4_850, 6_000)
    assert playing.stage.done[-1] == "take back 4810"
    assert playing.stage.times == [5_200]


def test_a_change_of_the_score_during_a_lead_in_sounds_nothing_before_the_run_begins() -> None:
    playing = Playing()
    playing.take(0, Score((note(900), note(1_000))), Seen(10**18), Go(position=1_000, at=at(400)))
    playing.live(0, 100)
    playing.stage.placed.clear()
    playing.take(110, Score((note(900), note(1_010))))
    playing.live(150, 2_000)
    assert playing.stage.times == [410]


def test_while_the_session_waits_for_the_person_the_ambience_goes_on_and_nothing_else() -> None:
    playing = Playing(opening(bed="rain"))
    waits = Score((note(0), note(1_000), note(2_000)), end=3_000)
    playing.take(0, waits, Seen(at(60_000), at(1_000)), Go(position=0, at=at(0)))
    playing.live(0, 30_000)
    assert playing.stage.times == [0]
    assert playing.stage.bed is playing.sounds.ambience
    assert playing.conductor.quiet_since is None
    playing.take(30_000, Seen(at(90_000)), Go(position=1_000, at=at(30_000)))
    playing.live(30_000, 34_000)
    assert playing.stage.times == [0, 30_000, 31_000]


def test_nothing_is_over_while_the_last_step_waits_for_the_person() -> None:
    playing = Playing(opening(bed="rain"))
    playing.take(0, Score((note(0),), end=1_000), Seen(at(60_000), at(1_000)), Go(position=0, at=at(0)))
    playing.live(0, 9_000)
    assert playing.reports == []
    assert playing.stage.bed is playing.sounds.ambience
    playing.take(9_000, Seen(at(60_000)))
    playing.live(9_000, 9_100)
    assert playing.reports == [Heard()]


def test_a_score_is_over_at_its_end_even_where_nothing_sounds_there() -> None:
    playing = Playing(opening(bed="rain"))
    playing.take(0, Score((), end=20_000), Seen(10**18), Go(position=0, at=at(0)))
    playing.live(0, 19_950)
    assert playing.reports == []
    assert playing.stage.bed is playing.sounds.ambience
    assert playing.conductor.quiet_since is None
    playing.live(20_000, 20_100)
    assert playing.reports == [Heard()]
    assert playing.stage.bed is None


def test_what_was_dropped_is_not_waited_for_at_the_end() -> None:
    playing = Playing()
    playing.run(note(0, CueKind.BREATH_IN, lasts=60_000))
    playing.live(0, 500)
    assert playing.stage.times == [0]
    playing.take(500, Score((), end=600), Go(position=600, at=at(500)))
    playing.live(500, 600)
    assert playing.reports == [Heard()]


def test_words_that_may_be_asked_for_are_made_before_most_others() -> None:
    playing = Playing(opening(voice=True))
    notes = tuple(note(each * 10_000, words=f"Number {each}.") for each in range(20))
    playing.take(0, Score(notes, asides=("Stopped.", "Softer.")), Seen(10**18), Go(position=0, at=at(0)))
    wanted = playing.words.wanted
    assert len(wanted) == 22
    assert wanted[0] == "Number 0."
    assert wanted.index("Softer.") < 10


def test_words_on_demand_that_nothing_could_say_in_time_are_never_said_later() -> None:
    playing = Playing(opening(voice=True), stage=FakeStage(ready=False))
    playing.words.make("Stopped.", 700)
    playing.take(0, Say(("Stopped.",)))
    late = SAY_WITHIN // MILLISECOND
    playing.live(0, late + 100)
    assert playing.conductor.quiet_since is not None
    playing.stage.ready = True
    playing.live(late + 150, late + 500)
    assert playing.stage.placed == []


def test_words_are_said_when_their_clip_is_there_and_left_out_when_it_is_not() -> None:
    playing = Playing(opening(voice=True))
    playing.words.make("Ready now.", 800)
    playing.run(note(0, words="Ready now."), note(5_000, words="Never made."))
    playing.live(0, 9_000)
    voiced = [time for time, _, bus in playing.stage.placed if bus is Bus.VOICE]
    assert len(voiced) == 1


def test_the_words_that_come_first_are_made_first() -> None:
    playing = Playing(opening(voice=True))
    playing.run(*(note(each * 10_000, words=f"Number {each}.") for each in range(4)), position=20_000)
    assert playing.words.wanted == ["Number 2.", "Number 3.", "Number 0.", "Number 1."]


def test_clips_that_become_ready_are_arranged_and_nothing_is_said_twice() -> None:
    playing = Playing(opening(voice=True))
    playing.words.make("One.", 500)
    playing.run(note(0, words="One."), note(4_000, words="Two."))
    playing.live(0, 1_000)
    playing.words.make("Two.", 1_500)
    playing.live(1_050, 6_000)
    voiced = [time for time, _, bus in playing.stage.placed if bus is Bus.VOICE]
    assert len(voiced) == 2


def test_without_a_voice_no_words_are_wanted() -> None:
    playing = Playing()
    playing.run(note(0, words="Hello."))
    assert playing.words.wanted == []


def test_words_are_switched_off_and_on() -> None:
    playing = Playing(opening(voice=True))
    playing.words.make("Hello.", 500)
    playing.run(note(3_000, words="Hello."), note(9_000, words="Hello."))
    playing.take(0, Voice(on=False))
    playing.live(0, 5_000)
    assert playing.stage.volumes[Bus.VOICE] == 0
    playing.take(5_000, Voice(on=True))
    playing.live(5_050, 11_000)
    assert [time > 9_000 for time, _, bus in playing.stage.placed if bus is Bus.VOICE] == [True]
    assert playing.stage.volumes[Bus.VOICE] == 1


def test_muting_lets_time_go_on_and_keeps_the_volumes() -> None:
    playing = Playing(opening(muted=True))
    assert set(playing.stage.volumes.values()) == {0}
    playing.run(note(0), note(1_000))
    playing.live(0, 2_000)
    assert playing.stage.times == [0, 1_000]
    playing.take(2_000, Volume(Bus.CUE, 20), Mute(on=False))
    assert playing.stage.volumes == {Bus.BED: 0.25, Bus.CUE: pytest.approx(0.04), Bus.VOICE: 0}


def test_words_on_demand_are_made_before_all_others_and_said_at_once() -> None:
    playing = Playing(opening(voice=True))
    playing.take(0, Say(("Stopped.",)))
    playing.live(0, 100)
    assert playing.words.first == ["Stopped."]
    playing.words.make("Stopped.", 700)
    playing.live(150, 150)
    assert [(time, bus) for time, _, bus in playing.stage.placed] == [(150, Bus.VOICE)]
    playing.live(200, 1_000)
    assert len(playing.stage.placed) == 1


def test_words_on_demand_that_take_too_long_are_never_said() -> None:
    playing = Playing(opening(voice=True))
    playing.take(0, Say(("Stopped.",)))
    late = SAY_WITHIN // MILLISECOND + 100
    playing.live(0, late)
    playing.words.make("Stopped.", 700)
    playing.live(late + 50, late + 500)
    assert playing.stage.placed == []


def test_words_on_demand_are_over_where_the_session_goes_on() -> None:
    playing = Playing(opening(voice=True))
    playing.take(0, Say(("Stopped.",)))
    playing.run(note(5_000), time=100)
    playing.words.make("Stopped.", 700)
    playing.live(150, 1_000)
    assert playing.stage.placed == []


def test_a_phase_is_joined_in_its_midst() -> None:
    playing = Playing()
    breath = note(0, CueKind.BREATH_IN, lasts=4_000)
    playing.run(breath, note(4_000, CueKind.BREATH_OUT, lasts=6_000), position=1_500)
    playing.live(0, 3_000)
    (first, rest, _), (second, _, _) = playing.stage.placed
    assert (first, rest.duration, second) == (0, 2_500, 2_500)
    assert rest.samples[0] == 0


def test_the_very_end_of_a_phase_is_not_worth_joining() -> None:
    playing = Playing()
    playing.run(note(0, CueKind.BREATH_IN, lasts=4_000), position=3_800)
    playing.live(0, 1_000)
    assert playing.stage.placed == []


def test_without_a_stage_time_goes_on_and_a_new_one_comes_in_step() -> None:
    playing = Playing(opening(bed="rain"))
    playing.run(note(0), note(1_000), note(2_000), note(3_000))
    playing.live(0, 100)
    playing.conductor.attach(None)
    playing.live(150, 2_600)
    stage = FakeStage(ready=False)
    playing.conductor.attach(stage)
    playing.live(2_600, 2_700)
    assert stage.placed == []
    stage.ready = True
    assert stage.bed is playing.sounds.ambience
    assert stage.volumes[Bus.CUE] == 1
    playing.live(2_700, 4_000)
    assert stage.times == [3_000]


def test_the_end_is_told_once_all_has_rung_out() -> None:
    playing = Playing(opening(bed="rain"))
    playing.run(note(1_000))
    playing.live(0, 1_050)
    assert playing.reports == []
    playing.live(1_100, 3_000)
    assert playing.reports == [Heard()]
    assert playing.stage.bed is None


def test_it_is_known_since_when_nothing_was_heard() -> None:
    playing = Playing()
    playing.run(note(0))
    playing.live(0, 50)
    assert playing.conductor.quiet_since is None
    playing.take(80, Halt())
    assert playing.conductor.quiet_since == at(100)


def test_a_sound_that_cannot_be_had_is_left_out() -> None:
    playing = Playing()
    playing.run(note(0, file="/tmp/missing.wav"), note(100, file="/tmp/there.wav"))  # noqa: S108 - nobody opens them
    playing.live(0, 500)
    assert playing.stage.times == [100]


def test_an_output_that_swallows_first_moments_is_woken_before_the_first_sound_and_after_silence() -> None:
    playing = Playing(opening(primer=300))
    playing.run(note(1_000), note(1_500), note(9_000))
    playing.live(0, 10_000)
    assert playing.stage.times == [700, 1_000, 1_500, 8_700, 9_000]
