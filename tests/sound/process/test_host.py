"""The player process by itself, spoken to over its pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from relaxtimer.sound.messages import Alive, Close, Lost, Report, Request, Seen
from tests.conftest import need
from tests.sound.process.playing import opening
from tests.sound.server import PATIENCE, until
from tests.sound.voice.engines import chosen

NOWHERE = {"PULSE_SERVER": "unix:/nowhere", "ALSA_CONFIG_PATH": "/nowhere"}
COMMAND = [sys.executable, "-P", "-m", "relaxtimer.sound"]


class Process:
    """A player process on a machine without sound."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, value in NOWHERE.items():
            monkeypatch.setenv(name, value)
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=pipe)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.requests, self.reports = self.process.stdin, self.process.stdout

    def write(self, data: bytes) -> None:
        self.requests.write(data)
        self.requests.flush()

    def ask(self, request: Request) -> None:
        self.write(msgspec.json.encode(request) + b"\n")

    def report(self, kind: type[Report]) -> Report:
        """Wait for a report of a kind."""
        decode = msgspec.json.Decoder(Report).decode
        return next(report for line in self.reports if isinstance(report := decode(line), kind))

    def end(self) -> tuple[int, bytes]:
        """Wait for its end; give the status, and what it said where errors belong."""
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    made = Process(monkeypatch)
    yield made
    made.process.kill()
    made.process.wait()
    for pipe in (made.process.stdin, made.process.stdout, made.process.stderr):
        if pipe is not None:
            pipe.close()


def test_it_is_alive_before_it_is_asked_anything(process: Process) -> None:
    assert process.report(Alive) == Alive()


def test_without_a_device_it_says_so_and_goes_on_trying(process: Process) -> None:
    process.ask(opening())
    first = process.report(Lost)
    assert isinstance(first, Lost)
    assert first.why.startswith("miniaudio: PULSEAUDIO: ")
    assert process.report(Lost) == first


def test_it_ends_when_it_is_asked_to(process: Process) -> None:
    process.ask(opening())
    process.report(Lost)
    process.ask(Close())
    assert process.end() == (0, b"")


def test_it_ends_when_nobody_asks_any_more(process: Process) -> None:
    process.ask(opening())
    process.report(Alive)
    assert process.end() == (0, b"")


def test_it_ends_before_it_was_opened(process: Process) -> None:
    process.ask(Close())
    assert process.end() == (0, b"")


@pytest.mark.parametrize("nonsense", [b"not a message\n", b'{"type":"Open"}\n', b'{"type":"Unknown"}\n'])
def test_it_ends_where_it_is_told_nonsense(nonsense: bytes, process: Process) -> None:
    process.write(nonsense)
    assert process.end() == (0, b"")


def test_it_ends_where_it_is_not_opened_first(process: Process) -> None:
    process.ask(Seen(0))
    assert process.end() == (2, b"")


def test_what_nobody_expected_is_reported_and_ends_it(process: Process) -> None:
    process.ask(msgspec.structs.replace(opening(), profile="unheard-of"))
    process.write(b'{"type":"Score","notes":[{"at":0,"kind":"step","until":9,"step":1}]}\n')
    seen = process.report(Lost)
    while isinstance(seen, Lost) and not seen.why.startswith("the player failed: "):
        seen = process.report(Lost)
    assert process.end() == (1, b"")


@pytest.mark.parametrize(
    ("end", "status"),
    [(lambda made: made.process.kill(), -9), (lambda made: made.reports.close(), 3)],
    ids=["is killed", "is heard no more"],
)
def test_a_program_that_speaks_ends_when_it(
    end: Callable[[Process], None], status: int, process: Process, tmp_path: Path
) -> None:
    need(hasattr(os, "mkfifo"), "this system has no named pipes")
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    voice = chosen("--do", "hang with a child", "--gate", gate)
    process.ask(msgspec.structs.replace(opening(), voice=voice, cache=str(tmp_path)))
    # It opens once the program runs, and its end comes when nobody is left who holds it open.
    with gate.open("rb", buffering=0) as held:
        end(process)
        assert process.process.wait(PATIENCE) == status
        os.set_blocking(held.fileno(), False)
        until(lambda: held.read(1) == b"", "the program to end, and what it has started")
