"""Programs within bounds: the real thing, misbehaving in every way."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.program import Programs
from tests.conftest import need
from tests.real.processes import children_of
from tests.sound.voice.engines import fake
from tests.sound.voice.fake_engine import speech, wav

PATIENT = 120.0


def failure(*options: str | Path, programs: Programs | None = None) -> str:
    with pytest.raises(VoiceError) as error:
        (programs or Programs(PATIENT)).run(fake(*options), b"Hello there.")
    return str(error.value)


def code(text: str) -> tuple[str, ...]:
    return (sys.executable, "-c", text)


def test_a_program_is_given_a_text_and_gives_bytes() -> None:
    assert Programs(PATIENT).run(fake(), b"Hello there.") == wav(speech("Hello there."))


def test_a_long_text_that_nobody_reads_is_no_fault() -> None:
    assert Programs(PATIENT).run(code("print('done', end='')"), b"x" * 3_000_000) == b"done"


def test_what_is_pressed_in_a_terminal_does_not_reach_a_program() -> None:
    need(sys.platform != "win32", "there are no groups of processes on Windows")
    assert int(Programs(PATIENT).run(code("import os; print(os.getpgrp())"))) != os.getpgrp()


def test_arguments_never_meet_a_shell(tmp_path: Path) -> None:
    shown = Programs(PATIENT).run((*code("import sys; print(sys.argv[1:])"), "$(touch x) ; `y` && *", "-z"))
    assert shown.decode().strip() == "['$(touch x) ; `y` && *', '-z']"
    assert not list(tmp_path.iterdir())


def test_an_environment_is_added_to_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONE", "1")
    ask = code("import os; print(os.environ['ONE'] + os.environ['TWO'], end='')")
    assert Programs(PATIENT).run(ask, environment={"TWO": "2"}) == b"12"


def test_a_failure_is_told_with_the_last_complaint() -> None:
    said = failure("--fail-on", "Hello")
    assert said == r"ended with status 3: no model \x1b[31mfor 'Hello there.'"


def test_a_program_that_was_killed_is_told() -> None:
    need(sys.platform != "win32", "there are no signals on Windows")
    assert failure("--do", "be killed") == "was ended by SIGTERM"


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(VoiceError, match=r"^cannot be started: .*: nonesuch$"):
        Programs().run(("nonesuch",))
    with pytest.raises(VoiceError, match=r"^cannot be started: "):
        Programs().run(("a\0b",))


def test_too_much_is_cut_off() -> None:
    assert (
        failure("--do", "speak for ever", programs=Programs(PATIENT, 2 << 20)) == "gave more than 2 MiB and was stopped"
    )


def test_complaints_without_end_are_no_danger() -> None:
    said = failure("--do", "complain for ever", programs=Programs(1.0))
    assert said == "took longer than 1 seconds and was stopped"


def test_whoever_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    need(hasattr(os, "mkfifo"), "this system has no named pipes")
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    reading = os.open(gate, os.O_RDONLY | os.O_NONBLOCK)
    said = failure("--do", "hang with a child", "--gate", gate, programs=Programs(3.0))
    assert said == "took longer than 3 seconds and was stopped"
    # The end of the pipe comes when nobody is left who holds it open.
    os.set_blocking(reading, True)
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_nothing_is_left_of_a_program_that_has_spoken() -> None:
    before = children_of(os.getpid())
    Programs(PATIENT).run(fake(), b"Hello there.")
    assert children_of(os.getpid()) == before


def test_all_that_runs_can_be_stopped_from_another_thread(tmp_path: Path) -> None:
    need(hasattr(os, "mkfifo"), "this system has no named pipes")
    gates = [tmp_path / "gate", tmp_path / "other gate"]
    programs, said = Programs(PATIENT), list[str]()

    def hang(gate: Path) -> None:
        said.append(failure("--do", "hang with a child", "--gate", gate, programs=programs))

    running = [Thread(target=hang, args=(gate,)) for gate in gates]
    for gate, thread in zip(gates, running, strict=True):
        os.mkfifo(gate)
        thread.start()
    # Each opens once its program runs.
    with gates[0].open("rb") as reading, gates[1].open("rb") as reading_other:
        programs.stop()
        assert (reading.read(), reading_other.read()) == (b"", b"")
    for thread in running:
        thread.join()
    assert said == ["was ended by SIGKILL"] * 2
    assert failure(programs=programs) == "was stopped"
