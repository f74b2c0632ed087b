"""What a player does with what its process says; the process is a few lines that say what a test needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Event as Flag

import pytest

from relaxtimer.clock import FakeClock
from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from relaxtimer.sound import lifeline
from relaxtimer.sound.controls import mark
from relaxtimer.sound.messages import Heard
from relaxtimer.sound.performer import BACK, NO_VOICE, Performer
from relaxtimer.sound.pipe import Pipe
from relaxtimer.sound.player import Outlet, Player, Status
from relaxtimer.sound.transport import Transport
from tests.core.making import hold, step, timeline
from tests.real.processes import processes_of
from tests.sound.crowding import no_more_threads
from tests.sound.server import PATIENCE, until
from tests.sound.sitting import opening

# Says what is in `said`, one line after another, then that it is alive for as long as it is asked.
PROGRAM = """
import json, os, sys, threading, time
def say(kind, **fields):
    os.write(1, json.dumps(dict(type=kind, **fields)).encode() + b"\\n")
def alive():
    while True:
        say("Alive")
        time.sleep(0.1)
{0}
threading.Thread(target=alive, daemon=True).start()
asked = []
for line in sys.stdin:
    asked.append(line)
    {1}
"""
OPENED = 'say("Opened", output="miniaudio", device="Speaker", missed=["x: broken"])'
SILENT = lifeline.SILENT
HELD_UP = (
    "import signal, subprocess; subprocess.Popen(['sh', '-c', f'sleep 1.5; kill -CONT {os.getpid()}']); "
    "os.kill(os.getpid(), signal.SIGSTOP)"
)
ON_GO = """if '"Go"' in line: {0}"""


@pytest.fixture(autouse=True)
def _a_busy_machine_is_no_silent_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may hold a process up for longer than a listener is to wait."""
    monkeypatch.setattr(lifeline, "SILENT", PATIENCE)
    monkeypatch.setattr(lifeline, "BEYOND_HOPE", PATIENCE)


def program(first: str = OPENED, *, on_go: str = "pass") -> tuple[str, ...]:
    return sys.executable, "-c", PROGRAM.format(first, ON_GO.format(on_go))


class Performance:
    """A performer with a session on a clock that stands still."""

    def __init__(self, *commands: tuple[str, ...]) -> None:
        self.commands = list(commands)
        self.crowded = False
        self.pipes: list[Pipe] = []
        self.rung: list[int] = []
        self.flashes = 0
        self.woken = Flag()
        self.told: list[str] = []
        self.clock = FakeClock()
        self.session = Session(timeline(step(prepare=0, lasting=hold(20))))
        self.performer = Performer(
            opening(),
            Transport(self.clock, lambda _: ()),
            Outlet(self.rung.append, self._flash, self.woken.set),
            start=self._start,
        )

    def _flash(self) -> None:
        self.flashes += 1

    def _start(self) -> Pipe:
        """Start the next program; the last one again and again."""
        if not self.commands:
            raise FileNotFoundError(2, "No such file or directory")
        with no_more_threads() if self.crowded else nullcontext():
            self.pipes.append(Pipe(self.commands.pop(0) if len(self.commands) > 1 else self.commands[0]))
        return self.pipes[-1]

    def do(self, command: Command) -> None:
        self.performer.follow(self.session, self.clock.time, self.session.do(command, self.clock.time))

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.move(1_000)
            self.performer.follow(self.session, self.clock.time, self.session.advance_to(self.clock.time))

    def hears(self, words: str) -> bool:
        self.told += self.performer.news()
        return any(words in told for told in self.told)


@contextmanager
def performing(*commands: tuple[str, ...]) -> Iterator[Performance]:
    made = Performance(*commands)
    try:
        yield made
    finally:
        made.performer.close()


def test_it_sounds_once_an_output_is_open_and_the_bell_is_still_then() -> None:
    with performing(program()) as made:
        player: Player = made.performer
        assert player.status() == Status()
        made.do(Command.START)
        until(lambda: player.status().sounding, "sound")
        assert player.status() == Status(output="miniaudio", device="Speaker", sounding=True, missed=("x: broken",))
        assert made.woken.is_set()
        made.wait(4)
        assert (made.rung, made.flashes, player.news()) == ([], 0, ())


def test_nothing_is_started_before_there_is_something_to_hear() -> None:
    with performing(program()) as made:
        assert made.performer.pid is None
        made.performer.mute(on=True)
        made.performer.louder(-30)
        assert (made.performer.muted, made.performer.volume, made.performer.pid) == (True, 70, None)


@pytest.mark.parametrize("says", [OPENED, 'say("Lost", why="there is no device")'])
def test_whoever_prepares_it_is_woken_when_it_is_clear_whether_it_sounds(says: str) -> None:
    with performing(program(says)) as made:
        assert not made.performer.status().coming
        made.performer.prepare()
        assert made.performer.status().coming
        assert made.woken.wait(PATIENCE)
        assert not made.performer.status().coming
        made.do(Command.START)
        made.performer.prepare()
        assert not made.performer.status().coming


def test_until_there_is_sound_the_bell_rings() -> None:
    with performing(program("")) as made:
        made.do(Command.START)
        made.wait(4)
        assert (made.rung, made.flashes) == ([1], 1)


def test_sound_that_is_lost_and_found_is_told_once_each() -> None:
    lose = 'say("Lost", why="the cable"); say("Lost", why="still the cable")'
    with performing(program(OPENED, on_go=f"{lose}; {OPENED}")) as made:
        made.do(Command.START)
        until(lambda: made.hears(BACK), "the sound to come back")
        assert [told.partition(":")[0] for told in made.told] == ["Sound is lost", BACK]


def test_what_was_never_there_is_not_lost() -> None:
    with performing(program('say("Lost", why="there is no device")')) as made:
        made.do(Command.START)
        until(lambda: made.hears("No sound: no device. The bell rings and the screen flashes instead."), "the news")
        assert not made.performer.status().sounding
        assert made.performer.status().missed == ("there is no device",)


def test_troubles_are_told() -> None:
    with performing(program('say("Trouble", words="bell.wav is loud.")')) as made:
        made.do(Command.START)
        until(lambda: made.hears("bell.wav is loud."), "the news")


def test_voice_and_words_are_known() -> None:
    says = 'say("VoiceFound", engine="espeak-ng"); say("Prepared", ready=3, total=7)'
    with performing(program(says)) as made:
        made.do(Command.START)
        until(lambda: made.performer.status().total == 7, "words")
        assert (made.performer.status().voice, made.performer.status().ready) == ("espeak-ng", 3)


def test_that_there_is_no_voice_is_said_once_and_then_known() -> None:
    none = 'say("VoiceFound", engine=""); say("VoiceFound", engine=""); say("Trouble", words="That was all.")'
    with performing(program(f"{OPENED}; {none}")) as made:
        assert made.performer.speaking
        made.do(Command.START)
        until(lambda: made.hears("That was all."), "the news")
        assert made.told == [NO_VOICE, "That was all."]
        assert not made.performer.speaking
        made.performer.speak(on=True)
        assert not made.performer.speaking
        assert mark(made.performer) == "♪ miniaudio, no voice"


def test_a_voice_that_is_found_by_the_next_process_speaks() -> None:
    without = program(f"""{OPENED}; say("VoiceFound", engine="")""", on_go="sys.exit(1)")
    found = 'say("VoiceFound", engine="espeak-ng", missed=asked[0].split("speaking")[1][2:6].split())'
    with performing(without, program(OPENED, on_go=found)) as made:
        made.do(Command.START)
        until(lambda: made.performer.status().voice, "a voice")
        assert made.performer.speaking


def test_an_end_that_was_heard_before_anybody_looked_is_over() -> None:
    with performing(program(OPENED, on_go='say("Heard")')) as made:
        made.do(Command.START)
        until(lambda: made.performer.status().sounding, "sound")
        made.woken.clear()
        made.performer.hear(Heard())
        made.wait(30)
        assert made.session.over
        assert not made.performer.status().ringing


def test_a_process_that_ends_is_started_again_and_told_everything() -> None:
    once = program(OPENED, on_go="sys.exit(1)")
    again = program("", on_go=f"""{OPENED}; say("Trouble", words=str([each[9:14] for each in asked]))""")
    with performing(once, again) as made:
        made.do(Command.START)
        until(lambda: made.hears("['Open\"', 'Score', 'Seen\"', 'Go\",\"']"), "the greeting")
        assert made.told[0].startswith("Sound is lost: no player.")
        assert BACK in made.told


def test_a_process_that_falls_silent_is_lost_and_one_that_was_held_up_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifeline, "SILENT", SILENT)
    with performing(program(OPENED, on_go=HELD_UP)) as made:
        made.do(Command.START)
        until(lambda: made.hears("Sound is lost: no player."), "the loss")
        pid = made.performer.pid
        until(lambda: made.hears(BACK), "the sound to come back")
        assert made.performer.pid == pid


def test_muted_nothing_is_told_of_sound_that_nobody_would_hear_until_it_is_wanted() -> None:
    with performing() as made:
        made.performer.mute(on=True)
        made.do(Command.START)
        until(lambda: made.performer.status().missed, "the loss")
        assert not made.hears("No sound")
        made.performer.mute(on=False)
        until(lambda: made.hears("No sound: no player. The bell rings"), "the news")


def test_a_process_that_is_held_up_while_it_opens_an_output_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifeline, "SILENT", SILENT)
    with performing(program(f"say('Alive'); {HELD_UP}; {OPENED}")) as made:
        made.do(Command.START)
        until(lambda: made.performer.status().sounding, "sound")
        assert made.performer.news() == ()


def test_where_no_process_can_be_started_the_bell_rings_and_it_is_said() -> None:
    with performing() as made:
        made.do(Command.START)
        until(lambda: made.hears("No sound: no player. The bell rings"), "the news")
        assert made.performer.status().missed == ("no player can be started: No such file or directory",)


def test_where_there_is_no_room_for_its_threads_it_is_tried_again() -> None:
    with performing(program()) as made:
        made.crowded = True
        made.do(Command.START)
        until(lambda: made.hears("No sound: no player."), "the news")
        assert made.performer.status().missed == ("no player can be started: no thread can be started",)
        made.crowded = False
        until(lambda: made.hears(BACK), "the sound to come back")


def test_where_there_is_no_room_to_look_after_it_it_is_tried_again() -> None:
    with performing(program()) as made:
        with no_more_threads():
            made.do(Command.START)
        assert made.hears("No sound: no player.")
        assert made.performer.status().missed == ("no player can be started: can't start new thread",)
        made.wait(1)
        until(lambda: made.hears(BACK), "the sound to come back")


def test_the_end_rings_out_until_it_was_heard() -> None:
    with performing(program(OPENED)) as made:
        made.do(Command.START)
        until(lambda: made.performer.status().sounding, "sound")
        made.wait(30)
        assert made.session.over
        assert made.performer.status().ringing
        made.performer.hear(Heard())
        assert not made.performer.status().ringing


def test_the_volume_stays_within_its_bounds() -> None:
    with performing(program()) as made:
        made.performer.louder(20)
        assert made.performer.volume == 100
        made.performer.louder(-300)
        assert made.performer.volume == 0


def test_words_are_switched_off_and_on() -> None:
    with performing(program()) as made:
        made.performer.speak(on=False)
        assert not made.performer.speaking
        made.performer.speak(on=True)
        assert made.performer.speaking


def test_closing_while_a_process_is_being_started_leaves_none() -> None:
    with performing(program()) as made:
        made.do(Command.START)
    until(lambda: made.pipes, "the process to be started")
    until(lambda: not processes_of(made.pipes[0].pid), "it to end")
