"""What holds of every arrangement, whatever the notes and however long their words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxtimer.core.cues import WORDS
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES
from relaxtimer.sound.arranging import arrange
from relaxtimer.sound.arranging.sounds import ANNOUNCEMENTS
from relaxtimer.sound.arranging.speaker import PAUSE_WITHIN_PART
from relaxtimer.sound.note import Note
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.placed import Arrangement
from relaxtimer.sound.profiles import PROFILES, tone_of
from tests.sound.scores import assert_no_words_meet, order_of, scores, sounds, spoken_words

pytestmark = pytest.mark.once

Score = tuple[list[Note], dict[str, Milliseconds]]
profiles = st.sampled_from(PROFILES)


def arranged(score: Score, profile: str) -> Arrangement:
    return arrange(score[0], score[1].get, profile=profile)


@given(scores(), profiles)
@settings(max_examples=300)
def test_no_words_are_over_others_or_over_the_loud_part_of_a_sound(score: Score, profile: str) -> None:
    assert_no_words_meet(arranged(score, profile), score[1].__getitem__)


@given(scores(), profiles)
def test_between_words_there_is_a_pause(score: Score, profile: str) -> None:
    notes, lengths = score
    of = order_of(notes)
    found = spoken_words(arranged(score, profile))
    for before, after in pairwise(found):
        of_a_part = notes[of[after.name]].kind in WORDS
        pause = PAUSE_WITHIN_PART if of_a_part else PAUSE_BETWEEN_SENTENCES
        assert after.at - before.at - lengths[before.name] >= pause


@given(scores(), profiles)
def test_words_are_said_from_their_note_on_and_over_by_their_end(score: Score, profile: str) -> None:
    notes, lengths = score
    of = order_of(notes)
    for placed in spoken_words(arranged(score, profile)):
        own = notes[of[placed.name]]
        assert own.at <= placed.at
        assert placed.at + lengths[placed.name] <= own.until


@given(scores(), profiles)
def test_the_words_of_a_phase_are_at_its_beginning_or_not_said(score: Score, profile: str) -> None:
    notes, _ = score
    of = order_of(notes)
    for placed in spoken_words(arranged(score, profile)):
        own = notes[of[placed.name]]
        assert own.kind not in PACES or placed.at <= own.at + own.lasts * 2 // 3


@given(scores(), profiles)
def test_announcements_keep_their_order_and_so_do_sentences(score: Score, profile: str) -> None:
    notes, _ = score
    of = order_of(notes)
    found = [of[placed.name] for placed in spoken_words(arranged(score, profile))]
    at_announcements = {each.at for each in notes if each.kind in ANNOUNCEMENTS}
    for some in (
        [place for place in found if notes[place].kind in ANNOUNCEMENTS],
        [place for place in found if notes[place].kind in WORDS and notes[place].at not in at_announcements],
        [place for place in found if notes[place].kind in PACES],
    ):
        assert some == sorted(some)


@given(scores(), profiles, st.booleans())
def test_every_sound_is_exactly_where_its_note_is(score: Score, profile: str, voice: bool) -> None:  # noqa: FBT001 - drawn
    notes, lengths = score
    expected = [(each.at, tone.name) for each in notes if (tone := tone_of(each.kind, profile))]
    found = sounds(arrange(notes, lengths.get, profile=profile, voice=voice))
    assert sorted((placed.at, placed.name) for placed in found) == sorted(expected)


@given(scores(), profiles)
def test_announcements_and_sentences_are_said_whole_or_told_of(score: Score, profile: str) -> None:
    notes, _ = score
    arrangement = arranged(score, profile)
    found = {placed.name for placed in spoken_words(arrangement)}
    unfit = {each.words: each for each in arrangement.unfit}
    for each in notes:
        if each.words and each.kind not in PACES:
            assert (each.words in found) != (each.words in unfit)
    for left_out in arrangement.unfit:
        assert left_out.takes > left_out.room >= 0
        assert left_out.said in {*found, ""}


@given(scores(), profiles, st.data())
@settings(max_examples=300)
def test_a_clip_of_another_length_moves_nothing_that_is_before_it(
    score: Score, profile: str, data: st.DataObject
) -> None:
    notes, lengths = score
    speaking = [each for each in notes if each.words]
    if not speaking:
        return
    changed = data.draw(st.sampled_from(speaking))
    others = {words: data.draw(st.integers(1, 9_000)) for words in (changed.words, changed.brief) if words}
    first = arranged(score, profile)
    second = arranged((notes, {**lengths, **others}), profile)
    assert [p for p in first.placed if p.at < changed.at] == [p for p in second.placed if p.at < changed.at]


@given(scores(), profiles)
def test_everything_is_in_the_order_of_time_and_the_same_each_time(score: Score, profile: str) -> None:
    arrangement = arranged(score, profile)
    times = [placed.at for placed in arrangement.placed]
    assert times == sorted(times)
    assert arranged(score, profile) == arrangement


@given(scores(), profiles)
def test_without_a_voice_there_are_sounds_alone_and_nothing_is_missed(score: Score, profile: str) -> None:
    arrangement = arrange(score[0], score[1].get, profile=profile, voice=False)
    assert not spoken_words(arrangement)
    assert not arrangement.unfit
