"""The stream, on a device that nobody hears: it is paced as a real one."""

from __future__ import annotations

import os
import subprocess
import sys
from array import array
from collections.abc import Iterator

import pytest
from miniaudio import Backend

from relaxtimer.machine import SECOND, nanoseconds
from relaxtimer.sound.outputs.miniaudio_output import CHANNELS, MiniaudioOutput
from relaxtimer.sound.outputs.output import OutputError
from tests.sound.server import PATIENCE, until


def nothing(_frames: int) -> None:
    return None


@pytest.fixture
def output() -> Iterator[MiniaudioOutput]:
    made = MiniaudioOutput((Backend.NULL,))
    made.open()
    yield made
    made.close()


def test_blocks_are_asked_for_and_their_times_remembered(output: MiniaudioOutput) -> None:
    asked: list[int] = []

    def render(frames: int) -> array[float]:
        asked.append(frames)
        return array("f", [0.0]) * (frames * CHANNELS)

    output.start(render)
    until(lambda: len(asked) > 4, "blocks")
    assert output.clock.requests > 4
    assert output.clock.last > 0
    assert output.failed == ""
    assert output.device.startswith("Null")


def test_a_stream_can_be_stopped_and_started_again(output: MiniaudioOutput) -> None:
    output.start(nothing)
    until(lambda: output.clock.requests > 10, "a second of blocks")
    output.stop()
    assert output.failed == ""
    stopped = nanoseconds()
    output.start(nothing)
    until(lambda: output.clock.requests > 1, "blocks")
    # Frames are counted from the first one again, as whoever renders does.
    origin = output.clock.origin
    assert origin is not None
    assert origin > stopped - SECOND // 2


def test_a_mixer_that_fails_is_told_and_prints_nothing(
    output: MiniaudioOutput, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_frames: int) -> None:
        raise ZeroDivisionError("by nought")

    output.start(fail)
    until(lambda: output.failed, "the failure")
    assert "by nought" in output.failed
    assert capfd.readouterr() == ("", "")


def test_a_device_that_is_not_open_cannot_be_started() -> None:
    with pytest.raises(OutputError, match="not open"):
        MiniaudioOutput((Backend.NULL,)).start(nothing)


def test_devices_can_be_opened_and_closed_for_ever() -> None:
    def descriptors() -> int:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a count

    before = descriptors()
    for _ in range(100):
        output = MiniaudioOutput((Backend.NULL,))
        output.open()
        output.close()
        output.close()
    assert descriptors() <= before + 5


def test_where_there_is_no_device_every_backend_tells_why() -> None:
    output = MiniaudioOutput((Backend.JACK, Backend.WASAPI))
    with pytest.raises(OutputError, match=r"^JACK: .*; WASAPI: "):
        output.open()


@pytest.mark.parametrize("end", ["", "raise SystemExit(0)"])
def test_a_program_ends_with_a_device_that_is_still_open(end: str) -> None:
    program = f"""
from miniaudio import Backend
from relaxtimer.sound.outputs.miniaudio_output import MiniaudioOutput
output = MiniaudioOutput((Backend.NULL,))
output.open()
output.start(lambda frames: None)
{end}
"""
    assert subprocess.run([sys.executable, "-c", program], check=True, timeout=PATIENCE).returncode == 0
