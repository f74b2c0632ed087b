from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.conftest import StartTerminal


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_program_has_a_terminal_of_its_own_and_its_exit_status_is_known(terminal: StartTerminal) -> None:
    window = terminal(
        python("import os, sys; print(os.ttyname(0) == os.ttyname(2), open('/dev/tty').isatty()); sys.exit(7)")
    )
    assert window.wait() == 7
    assert window.text() == "True True"


def test_what_is_typed_reaches_the_program(terminal: StartTerminal) -> None:
    window = terminal(python("print('hello', input('name? '))"))
    window.until(r"name\?")
    window.send("Ann")
    window.press("enter")
    window.until("hello Ann")
    assert window.wait() == 0


def test_the_window_has_the_size_asked_for_and_can_be_resized(terminal: StartTerminal) -> None:
    window = terminal(python("import os\nwhile input() != 'q': print(*os.get_terminal_size())"), cols=100, rows=30)
    window.press("enter")
    window.until(r"100 30")
    window.resize(40, 12)
    window.press("enter")
    window.until(r"40 12")


def test_a_wait_in_vain_shows_the_screen(terminal: StartTerminal) -> None:
    window = terminal(python("print('something else'); input()"))
    window.until("something else")
    with pytest.raises(AssertionError, match=r"(?s)waited in vain for 'never' to be seen.*something else"):
        window.until("never", timeout=0)


def test_a_wait_for_a_program_that_has_ended_says_so(terminal: StartTerminal) -> None:
    window = terminal(python("raise SystemExit(5)"))
    assert window.wait() == 5
    with pytest.raises(AssertionError, match=r"ended with status 5"):
        window.until("never")


def test_a_program_that_leaves_the_terminal_raw_is_noticed(terminal: StartTerminal) -> None:
    window = terminal(python("import tty; print('before'); input(); tty.setraw(0); print('after')"))
    window.until("before")
    assert window.sane()
    window.press("enter")
    window.until("after")
    window.wait()
    assert not window.sane()


def test_a_signal_reaches_the_program_itself(terminal: StartTerminal) -> None:
    window = terminal(python("print('up', flush=True); input()"))
    window.until("up")
    window.signal(signal.SIGTERM)
    assert window.wait() == -signal.SIGTERM


def test_closing_the_window_hangs_up_on_the_program(terminal: StartTerminal) -> None:
    window = terminal(python("print('up', flush=True); input()"))
    window.until("up")
    window.hang_up()
    assert window.wait() == -signal.SIGHUP


def test_leaving_the_alternate_screen_brings_back_what_was_there(terminal: StartTerminal) -> None:
    window = terminal(python(r"print('\x1b[31mshell\n\x1b[?1049hprogram'); input(); print('\x1b[?1049lback')"))
    assert "shell" not in window.until("program")
    window.press("enter")
    assert window.until("back").startswith("shell")
    assert "program" not in window.text()


def test_the_terminal_answers_where_the_cursor_is(terminal: StartTerminal) -> None:
    code = r"import os, tty; tty.setraw(0); os.write(1, b'ab\x1b[6n'); print(ascii(os.read(0, 20)))"
    assert r"\x1b[1;3R" in terminal(python(code)).until("R")


def test_sequences_that_arrive_in_pieces_are_not_taken_for_text(terminal: StartTerminal) -> None:
    pieces = [r"b'one\x1b[>1'", r"b'utwo\x1b]22;poin'", r"b'ter\x07three'"]
    code = "import os\n" + "\n".join(f"os.write(1, {piece}); input()" for piece in pieces)
    window = terminal(["sh", "-c", 'stty -echo; exec "$@"', "sh", *python(code)])
    window.until("one")
    window.press("enter")
    window.until("two")
    window.press("enter")
    window.until("three")
    window.press("enter")
    window.wait()
    assert window.text() == "onetwothree"


def test_a_shell_around_the_program_can_stop_it_and_go_on(terminal: StartTerminal, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import signal\nsignal.signal(signal.SIGCONT, lambda *_: print('on again'))\nprint('up')\nprint('got', input())"
    )
    window = terminal(["bash", "--norc", "-i"], cols=250, env={"PS1": "ready> "})
    window.until("ready>")
    window.send(f"{sys.executable} {program}\n")
    window.until(r"\nup")
    window.press("ctrl+z")
    window.until(r"Stopped[^\n]*program.py")
    window.send("fg\n")
    window.until("on again")
    window.send("hello\n")
    window.until("got hello")
