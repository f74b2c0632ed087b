from __future__ import annotations

from dataclasses import dataclass

import pytest

from relaxtimer.terminal import is_remote, no_colour, why_plain


@dataclass(frozen=True)
class FakeStream:
    terminal: bool = True
    encoding: str = "utf-8"

    def isatty(self) -> bool:
        return self.terminal


TERMINAL = FakeStream()
PIPE = FakeStream(terminal=False)


def test_a_screen_is_drawn_on_a_terminal() -> None:
    assert why_plain({"TERM": "xterm-256color"}, TERMINAL, TERMINAL, TERMINAL) is None


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "utf_8"])
def test_utf_8_has_many_names(encoding: str) -> None:
    assert why_plain({}, TERMINAL, TERMINAL, FakeStream(encoding=encoding)) is None


@pytest.mark.parametrize(
    ("streams", "reason"),
    [
        ((PIPE, TERMINAL, TERMINAL), "standard input is no terminal"),
        ((TERMINAL, PIPE, TERMINAL), "standard output is no terminal"),
        ((TERMINAL, TERMINAL, PIPE), "standard error is no terminal"),
        ((None, TERMINAL, TERMINAL), "standard input is no terminal"),
        ((TERMINAL, TERMINAL, FakeStream(encoding="iso8859-1")), "the encoding is iso8859-1"),
        ((TERMINAL, TERMINAL, FakeStream(encoding="klingon")), "the encoding is klingon"),
    ],
)
def test_nothing_is_drawn_without_a_terminal_that_shows_it(
    streams: tuple[FakeStream | None, FakeStream | None, FakeStream | None], reason: str
) -> None:
    assert why_plain({"TERM": "xterm"}, *streams) == reason


def test_nothing_is_drawn_on_a_terminal_that_cannot_move_the_cursor() -> None:
    assert why_plain({"TERM": "dumb"}, TERMINAL, TERMINAL, TERMINAL) == "the terminal calls itself dumb"


@pytest.mark.parametrize(("environment", "wanted"), [({"NO_COLOR": "1"}, True), ({"NO_COLOR": ""}, False), ({}, False)])
def test_no_color_counts_with_any_value_but_an_empty_one(environment: dict[str, str], *, wanted: bool) -> None:
    assert no_colour(environment) is wanted


@pytest.mark.parametrize(("environment", "remote"), [({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, True), ({}, False)])
def test_a_network_terminal_is_known_by_ssh(environment: dict[str, str], *, remote: bool) -> None:
    assert is_remote(environment) is remote
