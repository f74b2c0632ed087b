"""Words as clips in the background: with a real engine, whose texts are noted, and a gate to stop it at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import TypeVar

import pytest

from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Prepared, Report, Trouble, VoiceChoice, VoiceFound
from relaxtimer.sound.voice import Speech
from relaxtimer.sound.voice.order import ENGINES, TRIAL
from relaxtimer.sound.voice.patience import LONG, MOST_FAILURES, NOT_READY, READY
from tests.conftest import need
from tests.sound.voice.engines import chosen, fake, need_espeak_library, program, texts_of

R = TypeVar("R", bound=Report)
# What a word of the fake engine takes as a clip, and what is left of the silence around it.
WORD, AROUND = 100, 65


class Talk:
    """A `Speech` with all that it reports."""

    def __init__(self, choice: VoiceChoice | None, folder: Path, **more: int) -> None:
        self.reports: Queue[Report] = Queue()
        self.said: list[Report] = []
        self.speech = Speech(choice, folder / "cache", self.reports.put, **more)

    def until(self, kind: type[R], right: Callable[[R], bool] = lambda _: True) -> R:
        """Wait for a report."""
        while True:
            report = self.reports.get(timeout=120)
            self.said.append(report)
            if isinstance(report, kind) and right(report):
                return report

    def until_ready(self, count: int) -> None:
        self.until(Prepared, lambda report: (report.ready, report.total) == (count, count))

    def troubles(self) -> list[str]:
        return [report.words for report in self.said if isinstance(report, Trouble)]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """What the engine waits at, for texts that say so, until it has been opened and closed here."""
    need(hasattr(os, "mkfifo"), "this system has no named pipes")
    path = tmp_path / "gate"
    os.mkfifo(path)
    return path


Start = Callable[..., Talk]


@pytest.fixture
def start(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start speech with the fake engine alone, unless another choice is given."""
    talks: list[Talk] = []

    def begin(*options: str | Path, choice: VoiceChoice | None = None, alone: bool = True, **more: int) -> Talk:
        if alone:
            monkeypatch.setattr("relaxtimer.sound.voice.order.ENGINES", {"command": ENGINES["command"]})
        talks.append(Talk(choice or chosen(*options, log=log), tmp_path, **more))
        return talks[-1]

    yield begin
    for talk in talks:
        talk.speech.close()


def said_of(log: Path) -> list[str]:
    """Give the texts that were spoken, in their order, without the trial and the full stops."""
    texts = [text.strip() for text in texts_of(log)]
    assert texts[0] == TRIAL
    return texts[1:]


def test_words_become_clips_in_the_order_of_need(start: Start, log: Path) -> None:
    talk = start()
    talk.speech.want(["One", "Two words", "One", "Three words here"])
    talk.until_ready(3)
    assert said_of(log) == ["One", "Two words", "Three words here"]
    clip = talk.speech.clip("Two words")
    assert clip is not None
    assert clip.duration == talk.speech.length("Two words")
    assert abs(clip.duration - (2 * WORD + AROUND)) < 25
    assert talk.speech.made == 3
    assert talk.said[0] == VoiceFound(engine="command")
    assert [report for report in talk.said if isinstance(report, Prepared)] == [Prepared(n, 3) for n in (1, 2, 3)]
    assert talk.troubles() == []


def test_the_real_voice_says_a_session(start: Start) -> None:
    need_espeak_library()
    words = [f"Step {n}. Draw the left knee in, and let the back sink." for n in range(20)]
    talk = start(choice=VoiceChoice(engine="espeakng-loader"), alone=False)
    talk.speech.want(words)
    talk.until_ready(20)
    for each in words:
        clip = talk.speech.clip(each)
        assert clip is not None
        assert 2_000 < clip.duration < 6_000
        assert 0.1 < max(clip.samples) < 0.5


def test_nothing_is_known_of_words_that_nobody_wanted(start: Start) -> None:
    talk = start()
    talk.speech.want(["One"])
    talk.until_ready(1)
    assert (talk.speech.clip("Two"), talk.speech.length("Two")) == (None, None)


def test_what_is_needed_at_once_goes_before_the_rest(start: Start, gate: Path, log: Path) -> None:
    talk = start("--gate-on", "Wait", "--gate", gate)
    talk.speech.want(["Wait", "Two", "Three"])
    with gate.open("wb"):
        talk.speech.at_once("Three")
    talk.until_ready(3)
    assert said_of(log) == ["Wait", "Three", "Two"]


def test_words_out_of_turn_are_said_although_nobody_wanted_them(start: Start) -> None:
    talk = start()
    talk.speech.at_once("Paused here")
    talk.until(Prepared)
    assert talk.speech.clip("Paused here") is not None


def test_a_changed_timeline_leaves_out_what_is_needed_no_more(start: Start, gate: Path, log: Path) -> None:
    talk = start("--gate-on", "Wait", "--gate", gate)
    talk.speech.want(["Wait", "Two", "Three"])
    with gate.open("wb"):
        talk.speech.want(["Four", "Wait", "Three"])
    talk.until_ready(3)
    assert said_of(log) == ["Wait", "Four", "Three"]
    talk.speech.want(["Two", "Four"])
    talk.until_ready(2)
    assert said_of(log) == ["Wait", "Four", "Three", "Two"]


def test_memory_is_bounded_and_what_was_heard_makes_room(start: Start, log: Path) -> None:
    words = [f"Number {n} of these" for n in range(6)]
    # A clip takes some 45,000 bytes: there is room for three of them.
    talk = start(most=3 * 48_000)
    talk.speech.want(words)
    talk.until_ready(6)
    assert all(talk.speech.length(each) for each in words)
    assert talk.speech.clip(words[3]) is None
    assert talk.speech.clip(words[0]) is not None
    talk.until(Prepared)
    assert talk.speech.clip(words[3]) is not None
    # The engine is slow: what had to go comes back from the disk.
    assert said_of(log) == words


# What goes wrong


def test_words_that_cannot_be_said_are_told_and_the_rest_is_said(start: Start) -> None:
    talk = start("--fail-on", "bad")
    talk.speech.want(["One", "bad", "Three"])
    talk.until_ready(2)
    assert talk.speech.clip("Three") is not None
    assert (talk.speech.clip("bad"), talk.speech.length("bad")) == (None, None)
    (said,) = talk.troubles()
    assert said.startswith("The voice command ended with status 3: no model ")
    assert said.endswith(" Its words are shown.")


def test_failures_that_are_not_in_a_row_are_forgiven(start: Start) -> None:
    talk = start("--fail-on", "bad")
    words = [f"bad {n}" if n % 3 else f"good {n}" for n in range(12)]
    talk.speech.want(words)
    talk.until_ready(4)
    assert not any("given up" in said for said in talk.troubles())


def test_a_voice_that_fails_again_and_again_is_given_up(start: Start, log: Path) -> None:
    talk = start("--fail-on", "bad")
    talk.speech.want(["bad 1", "bad 2", "bad 3", "good"])
    last = talk.until(VoiceFound, lambda found: not found.engine)
    assert last == VoiceFound(engine="")
    assert said_of(log) == ["bad 1", "bad 2", "bad 3"]
    said = talk.troubles()[-1]
    assert said.startswith("The voice command is given up. The voice command ended with ")
    assert MOST_FAILURES == 3


def test_the_next_voice_speaks_in_the_place_of_one_that_was_given_up(
    start: Start, tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import runpy, sys\nfrom pathlib import Path\n"
        "if sys.argv[1] == '--voice=?':\n    print('Daniel  en_GB  # Hello.')\n    sys.exit()\n"
        f"engine = runpy.run_path({fake()[1]!r})\n"
        "options = dict(each.split('=', 1) for each in sys.argv[1:])\n"
        "text = sys.stdin.buffer.read().decode()\n"
        "Path(options['--output-file']).write_bytes(engine['wav'](engine['speech'](text)))\n"
    )
    program(tmp_path / "bin", "say", code)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    talk = start("--fail-on", "bad", alone=False)
    talk.speech.want(["good", "bad 1", "bad 2", "bad 3", "last"])
    talk.until_ready(5)
    assert [report.engine for report in talk.said if isinstance(report, VoiceFound)] == ["command", "say"]
    assert talk.speech.clip("bad 1") is not None
    assert said_of(log) == ["good", "bad 1", "bad 2", "bad 3"]


def test_without_any_voice_it_says_so_and_goes_on_in_silence(start: Start) -> None:
    talk = start("--do", "silence")
    found = talk.until(VoiceFound)
    assert found == VoiceFound(engine="", missed=("The voice command gave nothing but silence.",))
    talk.speech.want(["One"])
    assert (talk.speech.clip("One"), talk.speech.length("One")) == (None, None)


def test_where_nothing_can_be_kept_that_is_told_once(start: Start, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    talk = start()
    talk.speech.want(["One", "Two", "Three"])
    talk.until_ready(3)
    assert len([said for said in talk.troubles() if said.startswith("Speech cannot be kept in ")]) == 1


def test_what_is_set_to_no_effect_is_told(start: Start) -> None:
    talk = start(choice=VoiceChoice(command=fake(), rate=99))
    assert talk.until(Trouble).words == "The setting voice.rate is left out: the command has its own."


def test_a_defect_ends_the_voice_and_nothing_else(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    talk = start(choice=VoiceChoice(command=fake()))
    talk.until(VoiceFound)
    monkeypatch.setattr("relaxtimer.sound.voice.voice.EngineVoice.speak", broken)
    talk.speech.want(["One"])
    assert talk.until(Trouble).words == "The voice failed: RuntimeError. The words are shown."


def test_no_voice_is_looked_for_where_none_is_chosen(tmp_path: Path) -> None:
    talk = Talk(None, tmp_path)
    talk.speech.want(["One"])
    talk.speech.at_once("Two")
    assert talk.speech.clip("One") is None
    talk.speech.close()
    assert talk.reports.empty()


# Waiting for it


def test_a_voice_that_is_not_found_in_three_seconds_is_told_once_and_so_is_that_it_is_there(
    start: Start, gate: Path
) -> None:
    talk = start("--gate-on", TRIAL, "--gate", gate)
    with gate.open("wb"):
        talk.speech.want(["One", "Two"])
        for now in (0, LONG - 1):
            talk.speech.step(now * MILLISECOND)
        assert talk.reports.empty()
        for now in (LONG, LONG + 50, 3 * LONG):
            talk.speech.step(now * MILLISECOND)
    talk.until_ready(2)
    talk.speech.close()
    assert talk.troubles() == [NOT_READY, READY]
    assert talk.reports.empty()


def test_nothing_is_told_of_a_voice_whose_words_nobody_wants(start: Start, gate: Path) -> None:
    talk = start("--gate-on", TRIAL, "--gate", gate)
    with gate.open("wb"):
        for now in (0, LONG):
            talk.speech.step(now * MILLISECOND)
        assert talk.reports.empty()


def test_a_voice_that_hangs_at_a_sentence_is_told_once_words_are_missed(start: Start, gate: Path) -> None:
    talk = start("--gate-on", "Wait", "--gate", gate)
    talk.speech.want(["One", "Wait", "Two"])
    with gate.open("wb"):
        talk.until(Prepared)
        talk.speech.step(0)
        # What is made ahead of its time may take long.
        talk.speech.step(LONG * MILLISECOND)
        assert talk.speech.clip("One") is not None
        assert talk.reports.empty()
        assert talk.speech.clip("Wait") is None
        talk.speech.step(LONG * MILLISECOND)
    talk.until_ready(3)
    assert talk.troubles() == [NOT_READY, READY]


def test_each_sentence_has_three_seconds_of_its_own(start: Start, gate: Path) -> None:
    talk = start("--gate-on", "Wait", "--gate", gate)
    talk.speech.want(["Wait 1", "Wait 2"])
    with gate.open("wb"):
        talk.until(VoiceFound)
        assert talk.speech.clip("Wait 1") is None
        talk.speech.step(0)
    talk.until(Prepared)
    with gate.open("wb"):
        assert talk.speech.clip("Wait 2") is None
        talk.speech.step(LONG * MILLISECOND)
    talk.until_ready(2)
    assert talk.troubles() == []


def test_a_name_that_no_voice_has_is_told_in_a_session_and_another_one_speaks(start: Start) -> None:
    need_espeak_library()
    talk = start(choice=VoiceChoice(engine="espeakng-loader", name="Nobody"), alone=False)
    talk.speech.want(["One"])
    talk.until_ready(1)
    (told,) = talk.troubles()
    assert told.startswith('No voice is called "Nobody": espeakng-loader speaks with another one.')
    (found,) = [report for report in talk.said if isinstance(report, VoiceFound)]
    assert told in found.missed


def test_a_command_that_does_not_work_is_told_in_a_session(start: Start) -> None:
    need_espeak_library()
    talk = start("--do", "silence", alone=False)
    talk.speech.want(["One"])
    talk.until_ready(1)
    assert talk.troubles() == ["The voice command gave nothing but silence."]


# The end


def test_closing_ends_what_is_being_said(start: Start, gate: Path) -> None:
    talk = start("--gate-on", "Wait", "--gate", gate)
    talk.speech.want(["Wait", "Two"])
    with gate.open("wb", buffering=0) as held:
        talk.until(VoiceFound)
        talk.speech.close()
        # Nobody is left who waits at the gate.
        with pytest.raises(BrokenPipeError):
            held.write(b"x")
    talk.speech.close()
    assert talk.reports.empty()


def test_closing_ends_a_voice_that_is_still_being_tried(start: Start, gate: Path) -> None:
    talk = start("--do", "hang with a child", "--gate", gate)
    with gate.open("rb") as held:
        talk.speech.close()
        assert held.read() == b""
    assert talk.reports.empty()
