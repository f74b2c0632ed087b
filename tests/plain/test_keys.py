from __future__ import annotations

import io
import os
from collections.abc import Sequence

import pytest

from relaxtimer.core.keys import NAMED
from relaxtimer.plain.keys import Decoder, NoKeys, keys_of, name_of
from relaxtimer.plain.sequences import SEQUENCES
from relaxtimer.plain.windows_keys import EVERY, ConsoleKeys


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (b" n+=-?q", ("space", "n", "plus", "equals_sign", "minus", "question_mark", "q")),
        (b"HQ", ("h", "q")),
        (b"\r\n", ("enter", "enter")),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D", ("up", "down", "right", "left")),
        (b"\x1bOC\x1bOD", ("right", "left")),
        (b"\x1b[1;5C\x1b[99~\x1b[200~h", ("h",)),
        (b"\x1b[[Ah\x1b[15~\x1b[24~\x1bOP", ("f1", "h", "f5", "f12", "f1")),
        (b"\x1b[H\x1b[F\x1b[2~\x1b[3~\x1b[5~\x1b[6~", ("home", "end", "insert", "delete", "pageup", "pagedown")),
        (b"\x1bh", ("escape", "h")),
        (b"\x04\x00\x07", ()),
        (b"\xc3\xa9\xff", ("é", "\ufffd")),
    ],
)
def test_what_a_terminal_sends_becomes_names_of_keys(typed: bytes, names: tuple[str, ...]) -> None:
    assert Decoder().decode(typed) == names


def test_every_key_that_can_be_set_is_known_on_both_kinds_of_terminal() -> None:
    typed = {*SEQUENCES.values(), *filter(None, map(name_of, map(chr, range(32, 127))))}
    assert set(NAMED.values()) <= typed
    extended = {name for code in map(chr, range(256)) for name in Console([(0, "\x00"), (0, code)]).keys.wait(0, None)}
    characters = {*filter(None, map(name_of, map(chr, range(32, 127))))}
    assert set(NAMED.values()) <= extended | characters


def test_a_sequence_that_arrives_in_pieces_is_one_key() -> None:
    decoder = Decoder()
    assert [decoder.decode(piece) for piece in (b"\x1b", b"[", b"C", b"\xc3", b"\xa9")] == [
        (),
        (),
        ("right",),
        (),
        ("é",),
    ]


def test_escape_does_not_swallow_the_key_after_it() -> None:
    decoder = Decoder()
    assert decoder.decode(b"\x1b") == ()
    assert decoder.decode(b"h") == ("escape", "h")


def test_escape_alone_is_a_key_once_nothing_follows() -> None:
    decoder = Decoder()
    assert (decoder.decode(b"\x1b"), decoder.undecided) == ((), True)
    assert (decoder.settle(), decoder.undecided, decoder.settle()) == (("escape",), False, ())
    decoder.decode(b"\x1b[")
    assert not decoder.undecided


@pytest.mark.parametrize("stdin", [None, io.StringIO("h")])
def test_there_are_no_keys_without_a_terminal(stdin: io.StringIO | None) -> None:
    assert keys_of(stdin) is None


def test_a_closed_standard_input_has_no_keys() -> None:
    stdin = io.StringIO()
    stdin.close()
    assert keys_of(stdin) is None


def test_waiting_without_keys_ends_when_it_is_woken() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"x")
    assert NoKeys().wait(None, reading) == ()
    os.close(reading)
    os.close(writing)


def test_waiting_without_keys_and_without_anything_to_wake_it_is_for_a_time() -> None:
    assert NoKeys().wait(0, None) == ()


class Console:
    """A console in which keys are pressed at their times in seconds."""

    def __init__(self, presses: Sequence[tuple[float, str]]) -> None:
        self.now = 0.0
        self.keys = ConsoleKeys(self.pressed, self.read, self.sleep)
        self._presses = list(presses)

    def pressed(self) -> bool:
        return bool(self._presses) and self._presses[0][0] <= self.now

    def read(self) -> str:
        return self._presses.pop(0)[1]

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_console_gives_its_keys_as_soon_as_they_are_pressed() -> None:
    console = Console([(0.3, "n"), (0.3, "\xe0"), (0.3, "M"), (0.3, "\x00"), (0.3, "\x99"), (0.3, " "), (9, "q")])
    assert console.keys.wait(5, None) == ("n", "right", "space")
    assert console.now == pytest.approx(0.3, abs=EVERY)


def test_a_console_without_keys_waits_as_long_as_it_is_told() -> None:
    console = Console([])
    assert console.keys.wait(0.12, None) == ()
    assert console.now == pytest.approx(0.12)


def test_a_console_waits_without_end_for_a_key() -> None:
    console = Console([(100, "q")])
    assert console.keys.wait(None, None) == ("q",)


def test_control_c_on_a_console_interrupts() -> None:
    console = Console([(0, "\x03")])
    with pytest.raises(KeyboardInterrupt):
        console.keys.wait(1, None)
