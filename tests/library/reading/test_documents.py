"""Every mistake of a routine is told, each with its place; what is right is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.reading.bad_fields import BAD_FIELDS
from tests.library.reading.bad_lasting import BAD_LASTING
from tests.library.reading.bad_words import BAD_WORDS
from tests.library.reading.documents import GOOD, Bad
from tests.library.reading.source import OWN, mistakes, with_steps

BAD = {**BAD_FIELDS, **BAD_LASTING, **BAD_WORDS}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_a_good_routine_has_no_mistakes(text: str) -> None:
    assert mistakes(text) == []


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_routine_has_its_mistakes_told(bad: Bad, tmp_path: Path) -> None:
    assert tuple(mistakes(bad.text, tmp_path)) == bad.mistakes


def test_all_mistakes_of_a_file_are_told_at_once_in_the_order_of_their_places() -> None:
    text = with_steps(
        "- exercise: hodl\n- repeat: 0\n  steps:\n    - {exercise: calm, works: 3s}\n- {exercise: calm, work: x}",
        "tags: [A]\nauthor: a\nauthor: b\n",
    )
    told = mistakes(text)
    assert [mistake.partition(": ")[0] for mistake in told] == ["3:8", "5:1", "7:15", "8:13", "10:26", "11:28"]


def test_a_later_format_is_told_alone_because_nothing_else_can_be_judged() -> None:
    (told,) = mistakes("format: 3\nname: [a\n, b]\nnew-field: &x !tag 1\nauthor: a\nauthor: b\n")
    assert told.startswith("1:9: this file is in format 3, for a newer relaxtimer")


def test_a_mistake_is_told_once_however_many_steps_meet_it() -> None:
    text = with_steps(
        "- {exercise: calm}\n- {name: a, kind: breathing, position: supine, breaths: 2}\n"
        "- {name: b, kind: breathing, position: supine, breaths: 2}",
        "defaults: {breath: slwo}\n",
    )
    assert len(mistakes(text)) == 1


@pytest.mark.parametrize(
    "step",
    [
        *(f"exercise: hold, {field}: *a" for field in ("name", "say", "work", "avoid", "adapt", "parts", "shortest")),
        *(f"exercise: hold, {field}: *a" for field in ("sides", "sounds", "optional", "priority", "instead")),
        *("exercise: *a", "exercise: rocking, tempo: *a", "exercise: calm, breath: *a", "exercise: calm, longest: *a"),
        *(f"{OWN}, parts: [*a, {{name: b, work: 3s}}]", f"{OWN}, breaths: 3, breath: [*a, {{in: 3s}}, {{out: 3s}}]"),
    ],
)
def test_a_value_that_is_refused_is_told_once_whatever_stands_there(step: str) -> None:
    (told,) = mistakes(with_steps(f"- {{{step}}}"))
    assert 'the alias "*a"' in told


def test_more_codes_than_there_can_be_are_too_many() -> None:
    codes = ", ".join(f"c{number}: a" for number in range(1_001))
    assert any(
        "1,001 condition codes; expected at most 1,000" in told
        for told in mistakes(with_steps(f"- {{exercise: hold, adapt: {{{codes}}}}}"))
    )
