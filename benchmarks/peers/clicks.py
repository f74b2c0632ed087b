"""Clicks once a second by a timer, as without a clock of the sound: `clicks.py simpleaudio|paplay FILE COUNT`."""

from __future__ import annotations

import subprocess
import sys
import time

program, file, count = sys.argv[1], sys.argv[2], int(sys.argv[3])

if program == "simpleaudio":
    import simpleaudio

    sound = simpleaudio.WaveObject.from_wave_file(file)
    playing = []

    def play() -> None:
        """Start the sound."""
        playing.append(sound.play())

else:

    def play() -> None:
        """Start a player of its own."""
        subprocess.Popen(["paplay", file])


start = time.monotonic() + 1
for number in range(count):
    time.sleep(max(start + number - time.monotonic(), 0))
    play()
time.sleep(2)
