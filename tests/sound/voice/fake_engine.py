"""An engine for tests: a program that takes a text on its input and writes a WAV, or misbehaves as it is told.

Every text is noted as a line of the file `log` in the folder `--log`. A word lasts 100 ms; a text lasts as long as its
words, in silence of half a second on both sides.
"""

from __future__ import annotations

import argparse
import math
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

RATE = 16_000
WORD = RATE // 10
AROUND = RATE // 2


def tone(words: int) -> bytes:
    samples = [int(9_000 * math.sin(at / 9)) for at in range(WORD * words)]
    return struct.pack(f"<{len(samples)}h", *samples)


def wav(pcm: bytes, length: int | None = None) -> bytes:
    """Give a WAV; `length` is what it says of its length, where that is not true."""
    size = len(pcm) if length is None else length
    layout = struct.pack("<HHIIHH", 1, 1, RATE, RATE * 2, 2, 16)
    return (
        b"RIFF"
        + struct.pack("<I", (size + 36) & 0xFFFFFFFF)
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + layout
        + (b"data" + struct.pack("<I", size) + pcm)
    )


def speech(text: str) -> bytes:
    silence = bytes(2 * AROUND)
    return silence + tone(len(text.split())) + silence


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--log", type=Path)
    parser.add_argument("--fail-on", default="\0", help="complain and fail for texts with this in them")
    parser.add_argument("--gate-on", default="\0", help="for texts with this in them, wait until --gate is closed")
    parser.add_argument("--gate", type=Path)
    parser.add_argument("--do", default="speak")
    options = parser.parse_args()
    text = sys.stdin.buffer.read().decode()
    if options.log:
        with (options.log / "log").open("a", encoding="utf-8") as log:
            log.write(f"{text!r}\n")
    if options.fail_on in text:
        sys.stderr.write(f"INFO: loading\nno model \x1b[31mfor {text!r}\n\n")
        return 3
    if options.gate_on in text:
        with options.gate.open("rb") as gate:
            gate.read()
    return act(options.do, text, options.gate)


def for_ever(descriptor: int) -> None:
    while True:
        os.write(descriptor, bytes(65_536))


def hold(gate: Path | None) -> None:
    """Hold the gate open for as long as this process lives, or the one that it starts."""
    assert gate
    with gate.open("wb"):
        subprocess.run([sys.executable, "-c", "import time; time.sleep(600)"], close_fds=False, check=False)


def act(do: str, text: str, gate: Path | None) -> int:
    write = sys.stdout.buffer.write
    acts: dict[str, Callable[[], object]] = {
        "speak": lambda: write(wav(speech(text))),
        "speak into a pipe": lambda: write(wav(speech(text), length=0xFFFFFFFF)),
        "nothing": lambda: None,
        "silence": lambda: write(wav(bytes(RATE))),
        "samples": lambda: write(speech(text)),
        "complain for ever": lambda: for_ever(2),
        "speak for ever": lambda: for_ever(1),
        "be killed": lambda: os.kill(os.getpid(), signal.SIGTERM),
        "hang with a child": lambda: hold(gate),
    }
    acts[do]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
