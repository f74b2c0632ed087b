"""`relaxtimer sound-test`: every sound and a sentence, and whether they were heard."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TextIO

from relaxtimer.cli.failure import FAILED
from relaxtimer.cli.hearing import hearing_of, opening_of
from relaxtimer.core.cues import CueKind
from relaxtimer.notation.characters import escaped
from relaxtimer.sound.profiles import tone_of
from relaxtimer.sound.trial import Trial
from relaxtimer.sound.voice.patience import NOT_READY, READY

SENTENCE = "This is the voice that guides you."
_EVENTS = (
    (CueKind.LEAD_IN, "counting in", 1.0),
    (CueKind.STEP, "a new step", 3.0),
    (CueKind.BEGIN, "begin", 2.0),
    (CueKind.PART, "the next part", 2.0),
    (CueKind.HALF, "half-time", 1.5),
    (CueKind.ENDING, "the last three seconds", 1.0),
    (CueKind.SWITCH, "change sides", 2.5),
    (CueKind.READY, "take the time you need", 2.0),
    (CueKind.BREATH_IN, "breathe in", 3.5),
    (CueKind.BREATH_HOLD, "hold the breath, lungs full", 2.0),
    (CueKind.BREATH_OUT, "breathe out", 3.5),
    (CueKind.BREATH_REST, "rest before the next breath, lungs empty", 2.0),
    (CueKind.TEMPO_UP, "up", 3.5),
    (CueKind.TEMPO_HOLD, "hold at the top", 2.0),
    (CueKind.TEMPO_DOWN, "down", 3.5),
    (CueKind.TEMPO_REST, "rest before the next repetition", 2.0),
    (CueKind.REST, "rest after a step", 2.0),
    (CueKind.END, "the end", 5.0),
)
TAKES_ITS_TIME = "The voice takes its time: half a minute at most."
_SILENT = (
    "Is the volume of this machine up, and does it play to the right device?",
    "Headphones that swallow the first moments: `primer: 0.5s` under `sound:` in the settings.",
    "`relaxtimer doctor` tells what works. The screen flashes and the bell rings in any case.",
)


def sound_test(options: argparse.Namespace, out: TextIO) -> int:
    """Play everything, and ask. Exit status 1 where nothing can be heard, or was not."""
    hearing = hearing_of(options)
    if hearing.output in {"bell", "none"}:
        return _by_bell(out, hearing.output)
    with Trial(opening_of(hearing, muted=False)) as trial:
        trial.examine()
        _tell_output(trial, out)
        _tell_voice(trial, out)
        if trial.opened is None:
            return FAILED
        for kind, words, seconds in _EVENTS:
            if tone_of(kind, hearing.profile) is not None:
                _write(out, f"  {kind.value:12} {words}")
                trial.play(kind, seconds)
        if hearing.speaking and trial.voice is not None and trial.voice.engine:
            _write(out, f'  {"voice":12} "{SENTENCE}"')
            if not trial.say(SENTENCE):
                _write(out, "The voice did not make it in time.")
        for words in trial.troubles:
            # Of the voice it is told already.
            if words not in {NOT_READY, READY, *(trial.voice.missed if trial.voice else ())}:
                _write(out, words)
        if trial.lost is not None:
            _write(out, f"Sound was lost: {trial.lost.why}.")
            return FAILED
    return _asked(out, sys.stdin)


def _tell_output(trial: Trial, out: TextIO) -> None:
    if trial.opened is None:
        why = trial.lost.why if trial.lost else "the player process does not answer"
        _write(out, f"No sound: {why}. `relaxtimer doctor` tells more.")
        return
    for missed in trial.opened.missed:
        _write(out, missed)
    _write(out, f"Sound by {trial.opened.output}, to {trial.opened.device or 'the device of the system'}.")


def _tell_voice(trial: Trial, out: TextIO) -> None:
    if trial.opened is not None and not trial.knows_voice:
        _write(out, TAKES_ITS_TIME)
        trial.examine_voice()
    if trial.voice is not None:
        for missed in trial.voice.missed:
            _write(out, missed)
        _write(out, f"Voice: {trial.voice.engine or 'none; `relaxtimer voices` tells why'}.")


def _by_bell(out: TextIO, output: str) -> int:
    if output == "none":
        _write(out, "The output is none: nothing is to be heard.")
        return 0
    _write(out, "The bell of the terminal rings three times now.\a")
    out.write("\a\a")
    return _asked(out, sys.stdin)


def _asked(out: TextIO, keys: TextIO | None) -> int:
    """Ask whether it was heard, where somebody can answer."""
    if keys is None or not keys.isatty():
        _write(out, "Played. Nobody is there to say whether it was heard.")
        return 0
    _write(out, "Did you hear it? Y: yes. N: no.")
    if _answer(keys) in {"y", "enter", "space"}:
        _write(out, "Good: you can close your eyes.")
        return 0
    for words in _SILENT:
        _write(out, words)
    return FAILED


def _answer(keys: TextIO, wait: Callable[[TextIO], str] | None = None) -> str:
    from relaxtimer.plain import keys_of

    if wait is not None:
        return wait(keys)
    found = keys_of(keys)
    if found is None:
        return keys.readline().strip().lower()[:1] or "n"
    found.open()
    try:
        pressed: tuple[str, ...] = ()
        while not pressed:
            pressed = found.wait(None, None)
        return pressed[0]
    finally:
        found.close()


def _write(out: TextIO, line: str) -> None:
    out.write(f"{escaped(line) if chr(7) not in line else line}\n")
    out.flush()
