"""Rendering the flagship to a file: how many times as fast as it is heard, and in how much memory."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import Report, in_turn, medians, python, relaxtimer

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.writing import WavWriter
from relaxtimer.core.timeline import Timeline
from relaxtimer.folders import folders
from relaxtimer.library.library import Library
from relaxtimer.render.words import SpokenWords
from relaxtimer.sound.arranging import arrange, sayable
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.sounds import SoundShelf
from relaxtimer.sound.voice import find_voice

ROUTINE = "lower-back"
ROUNDS = 3
BASE_LIMIT, EXPORT_LIMIT, MEMORY_LIMIT = 100, 400, 120
BASE, EXPORT, HAND = "WAV, from the base install", "WAV, with the extra export", "ffmpeg by hand, its clips at hand"
# As if the extra was not installed: nothing else differs.
_WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(("numpy", "soundfile", "lameenc")))
import importlib.util
there, extra = importlib.util.find_spec, {"numpy", "soundfile", "lameenc"}
importlib.util.find_spec = lambda name, package=None: None if name in extra else there(name, package)
from relaxtimer.cli import main
sys.exit(main(sys.argv[1:]))
"""


def main() -> int:
    """Measure, print, judge."""
    length = Timeline.of(Library().routine(ROUTINE).routine).total / 1_000
    with TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["RELAXTIMER_HOME"] = folder
        arguments = ("render", ROUTINE, "-o", str(home / "out.wav"))
        commands = {BASE: python("-c", _WITHOUT, *arguments), EXPORT: relaxtimer(*arguments)}
        if shutil.which("ffmpeg"):
            commands[HAND] = _by_hand(home)
        memory: dict[str, float] = {}

        def take(name: str) -> float:
            start = time.perf_counter()
            process = subprocess.Popen(commands[name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            if status:
                sys.exit(f"{name} ended with status {status}")
            memory[name] = max(memory.get(name, 0), _megabytes(used))
            return time.perf_counter() - start

        taken = medians(in_turn({name: (lambda name=name: take(name)) for name in commands}, ROUNDS))
    report = Report(f"{ROUTINE}, {length:g} s, median of {ROUNDS}", ("took", "x real time", "memory"))
    for name, seconds in taken.items():
        values = (f"{seconds:.2f} s", f"{length / seconds:.0f}x", f"{memory[name]:.0f} MB")
        if name == HAND:
            report.row(name, *values)
            continue
        limit = BASE_LIMIT if name == BASE else EXPORT_LIMIT
        met = length / seconds >= limit and memory[name] <= MEMORY_LIMIT
        report.gate(name, *values, limit=f">= {limit}x, <= {MEMORY_LIMIT} MB", met=met)
    return report.end()


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


def _by_hand(home: Path) -> list[str]:
    """Write every clip to a file, and give the command that puts each in its place and sums them up."""
    timeline = Timeline.of(Library().routine(ROUTINE).routine)
    notes = notes_of(timeline, speed=Fraction(1))
    voice = find_voice(VoiceChoice(), folders().cache).voice
    words, shelf = SpokenWords(), SoundShelf(lambda _: None)
    if voice is not None:
        words.speak(voice, sayable(notes), lambda _done, _of: None)
    files: dict[object, Path] = {}
    inputs, delays = [], []
    for placed in arrange(notes, words.length, profile="soft", voice=voice is not None).placed:
        clip = words.clip(placed.name) if placed.bus is Bus.VOICE else shelf.clip(placed)
        if clip is None:
            continue
        path = files.setdefault((placed.name, placed.lasts), home / f"clip{len(files)}.wav")
        _write(path, clip)
        delays.append(f"[{len(inputs) // 2}]adelay={placed.at}:all=1[d{len(inputs) // 2}]")
        inputs += ["-i", str(path)]
    count = len(delays)
    labels = "".join(f"[d{number}]" for number in range(count))
    script = home / "graph.txt"
    mix = f"{labels}amix=inputs={count}:normalize=0:dropout_transition=0,pan=stereo|c0=c0|c1=c0"
    script.write_text(";\n".join([*delays, mix]))
    out = ["-filter_complex_script", str(script), "-ar", str(RATE), str(home / "hand.wav")]
    return ["/usr/bin/env", "ffmpeg", "-nostdin", "-y", *inputs, *out]


def _write(path: Path, clip: Clip) -> None:
    if not path.exists():
        with WavWriter(path, clip.channels) as file:
            file.write(clip.samples)


if __name__ == "__main__":
    sys.exit(main())
