"""Whatever the bytes, reading them gives a routine or says what is wrong."""

from __future__ import annotations

import string
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relaxtimer.library.reading.routine import read_exercises, survey_exercises
from relaxtimer.notation.mistakes import FileMistakes, Reading
from relaxtimer.notation.strict_yaml.nodes import parse
from tests.library.reading.documents import GOOD
from tests.library.reading.source import EXERCISES, OWN, Source, routine, with_steps
from tests.library.reading.test_documents import BAD

pytestmark = pytest.mark.once

TEXTS = (*GOOD.values(), *(bad.text for bad in BAD.values()), EXERCISES)
SPLINTERS = st.sampled_from(
    (
        *(
            "[",
            "]",
            "{",
            "}",
            "- ",
            "? ",
            ": ",
            ", ",
            "\n",
            "\n  ",
            "\t",
            "'",
            '"',
            "|",
            ">",
            "*a",
            "&a ",
            "!a ",
            "#",
            "---\n",
            "%",
        ),
        *(
            "work: ",
            "reps: ",
            "breath: ",
            "parts: ",
            "steps: ",
            "repeat: ",
            "exercise: ",
            "hold",
            "{side}",
            "until-ready",
        ),
        *(
            "1",
            "-1",
            "0",
            "9" * 40,
            "1.5m",
            ".nan",
            "4-0-6-0",
            "\x00",
            "\x1b",
            "\u202e",
            "\ud800",
            "\\e",
            "é",
            "true",
            "~",
        ),
    )
)


def _read(data: bytes) -> None:
    """Read bytes as everything that they could be."""
    told = [_told(routine, data), _told(_exercises, data)]
    assert all(character.isprintable() or character == "\n" for each in told for character in each)
    survey_exercises(data, file="f", id="f", folder=None)
    parse(data, Reading("f"), pure_python=True)


def _exercises(data: bytes) -> None:
    read_exercises(data, file="f", id="f", folder=None, exercises=Source())


def _told(read: Callable[[bytes], object], data: bytes) -> str:
    """Give what is told of mistakes; nothing else may be raised."""
    try:
        read(data)
    except FileMistakes as found:
        return str(found)
    return ""


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example("\u2028: \u2029".encode())
def test_any_bytes_give_mistakes_at_worst(data: bytes) -> None:
    _read(data)


@given(st.text(alphabet=string.printable, max_size=200))
def test_any_characters_give_mistakes_at_worst(text: str) -> None:
    _read(text.encode())


@given(st.lists(SPLINTERS, max_size=40).map("".join))
def test_any_splinters_of_yaml_give_mistakes_at_worst(text: str) -> None:
    _read(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=300)
@given(st.sampled_from(TEXTS), st.data())
def test_a_routine_with_any_change_gives_mistakes_at_worst(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    with_change = text[:start] + data.draw(SPLINTERS) + text[end:]
    _read(with_change.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "!a " * 100_000,
        "&a " * 100_000,
        "- *a\n" * 100_000,
        "a: 1\n" * 9_990,
        "x" * 1_000_000,
        f"{'x' * 1_000_000}: 1",
        f"a: '{'x' * 1_000_000}",
        "\x1b" * 1_000_000,
        "\x1b\n" * 500_000,
        "\n" * 1_000_000,
        "# a\n" * 250_000,
        "".join(f"f{number}: 1\n" for number in range(9_990)),
        with_steps("- exercise: hodl\n" * 9_000),
        with_steps(f"- {{{OWN}, work: {'9' * 900_000}}}"),
        with_steps(f"- {{{OWN}, reps: {'9' * 900_000}}}"),
        with_steps(f"- {{{OWN}, breaths: 1, breath: {'9' * 300_000}-{'9' * 300_000}}}"),
        with_steps(f"- {{{OWN}, work: 3s, sides: each, say: '{'{a}' * 300_000}'}}"),
        with_steps(f"- {{{OWN}, work: 3s, avoid: [{'pregg,' * 19_000}]}}"),
        with_steps("- repeat: 2000\n  steps:\n    - repeat: 2000\n      steps:\n        - exercise: hold"),
    ],
    ids=range(23),
)
def test_a_hostile_file_is_refused(text: str) -> None:
    with pytest.raises(FileMistakes):
        routine(text)
