from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.resources import bundled
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.spoken import spoken

ROUTINES = sorted(path.stem for path in bundled("routines").glob("*.yaml"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # Numbers and what they count
        ("Round 1 of 3.", "Round one of three."),
        ("Next: round 2 of 12.", "Next: round two of twelve."),
        ("After 20 minutes.", "After twenty minutes."),
        ("1,000 steps", "one thousand steps"),
        ("1 000 steps", "one thousand steps"),
        ("1\u202f000\u00a0000", "one million"),
        ("1,5 and 0,25", "one point five and zero point two five"),
        ("1,2,3", "one, two, three"),
        (
            "120 and 1234567",
            "one hundred and twenty and one million two hundred and thirty-four thousand five hundred and sixty-seven",
        ),
        ("21st, 2nd, 3rd, 12th, 40th", "twenty-first, second, third, twelfth, fortieth"),
        ("No. 4 and #3", "number four and number three"),
        ("007", "zero zero seven"),
        ("T12", "T twelve"),
        ("L4-L5", "L four to L five"),
        ("-5 and .5", "minus five and zero point five"),
        # Times and measures
        ("30 s", "thirty seconds"),
        ("1 s", "one second"),
        ("1.5 s", "one point five seconds"),
        ("1,5 min", "one point five minutes"),
        ("the 90s", "the nineties"),
        ("music from the 80s on", "music from the eighties on"),
        ("Hold for the 90s.", "Hold for the ninety seconds."),
        ("after the 30s, rest", "after the thirty seconds, rest"),
        ("30-60 s", "thirty to sixty seconds"),
        ("30–60 sec.", "thirty to sixty seconds."),
        ("between 30s - 1m", "between thirty seconds to one minute"),
        ("hold 5 sec. then rest", "hold five seconds then rest"),
        ("1m30s", "one minute thirty seconds"),
        ("0:45 or 1:30 or 1:00:05", "forty-five seconds or one minute thirty seconds or one hour five seconds"),
        ("2 m away", "two metres away"),
        ("a 2-second hold", "a two-second hold"),
        ("5-10 cm", "five to ten centimetres"),
        ("1cm", "one centimetre"),
        ("90°, 38 °C", "ninety degrees, thirty-eight degrees Celsius"),
        ("100%", "one hundred percent"),
        ("30 s/side", "thirty seconds per side"),
        ("5 km/h", "five kilometres an hour"),
        # How often
        ("2x", "twice"),
        ("2× daily", "twice daily"),
        ("x3", "three times"),
        ("2-3x", "two to three times"),
        ("3 x 10", "three times ten"),
        ("3×10 s", "three times ten seconds"),
        ("3 sets x 10 reps", "three sets of ten repetitions"),
        # Parts of a whole
        ("at most 5/10", "at most five out of ten"),
        ("1/2 min", "one half minute"),
        ("1 1/2 min", "one and a half minutes"),
        ("1½ minutes", "one and a half minutes"),
        ("¾ of the way, 2/3 of it", "three quarters of the way, two thirds of it"),
        ("Round 2/3", "Round two of three"),
        # Breath patterns
        ("4-7-8 breath.", "four seven eight breath."),
        ("4-4-4-4", "four four four four"),
        # Roman numerals
        ("Part II", "Part two"),
        ("Stage IX, Set I.", "Stage nine, Set one."),
        ("Ⅳ", "four"),
        ("The step I take", "The step I take"),
        ("IIII VX", "IIII VX"),
        # Abbreviations, sides and symbols
        ("e.g. a towel, i.e. soft, etc.", "for example, a towel, that is, soft, and so on."),
        ("towels etc. and more", "towels and so on and more"),
        ("approx. 10 min, max. 20", "about ten minutes, at most twenty"),
        ("~10 s w/ a ball w/o shoes", "about ten seconds with a ball without shoes"),
        ("Arms & legs + hips", "Arms and legs plus hips"),
        ("left/right and/or both", "left or right or both"),
        ("L/R, knee (L)", "left or right, knee left"),
        ("floor → wall", "floor to wall"),
        ("≥ 3", "at least three"),
        (">=5 and <= 9", "at least five and at most nine"),
        # Marks
        ("Lean back (a little).", "Lean back, a little."),
        ("Slow — and soft", "Slow, and soft"),
        ("Don’t “force” it…", "Don't force it."),
        ("*Slow*  `soft` _now_", "Slow soft now"),
        ("- Slow", "Slow"),
        ("--help", "help"),
        ("Really?! Yes.", "Really?! Yes."),
        ("❶ then ٣", "one then three"),
        ("m²", "m squared"),
        ("Атмите спокойно. Langsam über 3 Züge", "Атмите спокойно. Langsam über three Züge"),
        ("✨🙂", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_what_is_written_short_is_said_in_full(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize("text", ["9" * 5_000, "9" * 5_000 + "/" + "9" * 5_000, "x" + "1" * 5_000, "1" * 5_000 + "th"])
def test_a_number_of_any_length_is_said(text: str) -> None:
    assert set(spoken(text).split()) <= {"nine", "one", "ninth", "first", "or", "x", "th", "out", "of", "once"}


@pytest.mark.parametrize("text", ["Lie on your back.", "In through the nose; the lower hand rises.", "Knees bent."])
def test_plain_words_are_said_as_they_stand(text: str) -> None:
    assert spoken(text) == text


@given(st.text(max_size=60))
@example("1/0 0/0 10:99 1:60 3x 0x ½½ 1,23 5/1/2 1-2-3-4s 9" * 3)
@example("9" * 40 + "st ²³₁ ①⑳ 万 ௧ ꘡")
def test_nothing_that_is_said_has_a_digit_or_a_mark_that_a_voice_spells_out(text: str) -> None:
    said = spoken(text)
    assert not any(map(str.isdigit, said))
    assert not set(said) & set('*_`#&/+=<>@|\\^~$%°"[](){}\n\t')
    assert said == said.strip()
    assert "  " not in said
    assert not said.startswith(("-", ".", ","))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Halte 30 Sekunden, max. 5x.", "Halte 30 Sekunden, max. 5x."),
        ("Atme 1,5 m weit — 20 %.", "Atme 1,5 m weit, 20 %."),
        ("½ Minute, dann 1½ m²", "½ Minute, dann 1½ m²"),
        ("bei -5 °C, 30–60 s", "bei −5 °C, 30-60 s"),
        ("Arme & Beine, links/rechts", "Arme & Beine, links, rechts"),
        ("*Langsam* (weich) [[slnc 500]] <b>", "Langsam, weich, slnc 500, b"),
        ("Ⅳ, ❶ und ٣", "IV, 1 und ٣"),
        ("5", "5"),
        ("…", ""),
    ],
)
@pytest.mark.parametrize("language", ["de", "DE-at", "fr"])
def test_a_voice_of_another_language_says_numbers_its_own_way(written: str, said: str, language: str) -> None:
    assert spoken(written, language) == said


@pytest.mark.parametrize("language", ["en", "EN", "en-us", "eng"])
def test_every_kind_of_english_has_numbers_in_words(language: str) -> None:
    assert spoken("Hold 30 s", language) == "Hold thirty seconds"


@given(st.text(max_size=60))
def test_no_mark_that_steers_an_engine_comes_through_in_any_language(text: str) -> None:
    said = spoken(text, "de")
    assert not set(said) & set('*_`#<>@|\\^~"[](){}\n\t')
    assert said == said.strip()
    assert "  " not in said


@pytest.mark.parametrize("name", ROUTINES)
def test_nothing_said_in_a_bundled_routine_has_a_digit_or_a_side_left_open(name: str) -> None:
    notes = notes_of(Timeline.of(Library().routine(name).routine))
    said = [words for note in notes for words in (note.words, note.brief) if words]
    assert said
    for words in said:
        assert not any(map(str.isdigit, words)), words
        assert "{" not in words
        assert set("".join(words)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:!?'-"), words
