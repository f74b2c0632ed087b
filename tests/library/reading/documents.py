"""Good and bad routines, for the reader and the schema alike.

A bad one has the mistakes that are told, as `line:column: …`. Where the schema cannot know that it is bad, the reason
is said.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.library.reading.source import OWN, with_steps


def with_own(fields: str) -> str:
    return with_steps(f"- {{{OWN}, {fields}}}")


def with_exercise(fields: str) -> str:
    return with_steps(f"- {{exercise: {fields}}}")


GOOD = {
    "an exercise as it is": with_exercise("hold"),
    "an exercise for another time": with_exercise("hold, work: 45s, prepare: 0s, rest: 10s"),
    "the work of parts together": with_exercise("spots, work: 1m30s"),
    "a step until ready": with_own("work: until-ready, about: 1m"),
    "an exercise until ready": with_exercise("hold, work: until-ready, about: 60"),
    "reps with a tempo": with_own("reps: 8, tempo: {up: 1s, hold: 2s, down: 1s, rest: 2s}, shortest: 4, longest: 12"),
    "a tempo with words": with_own("reps: 8, tempo: [{up: 4s, say: Round}, {down: 4s, say: Sag}]"),
    "breaths in numbers": with_own("breaths: 6, breath: 4-0-6-0"),
    "breaths in three numbers": with_own("breaths: 6, breath: 4-7-8"),
    "breaths in two numbers": with_own("breaths: 6, breath: 4-6.5"),
    "breaths by name": with_own("breaths: 6, breath: slow"),
    "breaths in phases": with_own("breaths: 6, breath: [{in: 3s}, {in: 1s, say: And more}, {out: 7s}, {rest: 1s}]"),
    "a time with a breath": with_own("work: 2m, breath: slow"),
    "parts with their times": with_own(
        "parts: [{name: Low, work: 15s, say: Low down.}, {name: High, work: 15s, prepare: 3s}]"
    ),
    "parts that share a time": with_own("work: 30s, parts: [{name: Low}, {name: High}], shortest: 20, longest: 1m"),
    "parts in reps": with_own("tempo: {hold: 6s, rest: 24s}, parts: [{name: Arms, reps: 1}, {name: Legs, reps: 2}]"),
    "parts in breaths": with_own("breath: 4-6, parts: [{name: Arms, breaths: 1}, {name: Legs, breaths: 2}]"),
    "words with sides": with_own('work: 30s, sides: each, say: ["The {side} knee.", "Not the {other_side}."]'),
    "one word for a list": with_own("work: 30s, avoid: preg, equipment: mat, cautions: Slowly., targets: hip"),
    "words that look like numbers": with_steps("- exercise: hold", "summary: 12\nauthor: 1.5\nfrequency: 3\n"),
    "every field of a step": with_own(
        "work: 30s, ends: standing, sides: left, prepare: 5, switch: 0, rest: 0.5s, say: a, show: [a, b], "
        "breath-cue: a, easier: a, harder: a, mistake: a, avoid: [preg, osteo], adapt: {preg: a}, "
        "instead: {preg: calm}, cautions: [a], "
        "optional: true, priority: 9, shortest: 20s, longest: 0:40, equipment: [a], targets: [a], sounds: soft, "
        "volume: 100, source: a, note: a"
    ),
    "every field of a routine": with_steps(
        "- exercise: hold",
        "summary: a\ntags: [lower-back, a1]\nauthor: a\nsource: a\nfrequency: twice a day\nuntil: 2026-12-31\n"
        "equipment: [a]\navoid: [preg]\ninstead: {preg: desk-reset}\ncautions: [a]\nalternative: [a]\n"
        "answers: [A1, A14]\nafter: a\n"
        "defaults: {prepare: 8s, switch: 6s, rest: 0, tempo: {up: 1, down: 1}, breath: slow, "
        "sounds: bells, volume: 0}\n",
    ),
    "a tempo from the defaults": with_steps(f"- {{{OWN}, reps: 3}}", "defaults: {tempo: {up: 1, down: 1}}\n"),
    "a block": with_steps("- repeat: 3\n  rest: 15s\n  optional: true\n  priority: 1\n  steps:\n    - exercise: hold"),
    "a block in a block": with_steps(
        "- repeat: 2\n  steps:\n    - repeat: 3\n      steps:\n        - exercise: hold\n    - exercise: calm"
    ),
    "folded words": with_steps("- exercise: hold", "summary: >-\n  One\n  line.\nafter: |\n  Two\n  lines.\n"),
    "a sound profile in a group": with_own("work: 30s, sounds: {profile: ticks}"),
    "every way to write a time": with_steps(
        "".join(
            f"- {{{OWN}, work: {time}}}\n"
            for time in ("45", "45s", "1m30s", "1:30", "0:45", "1.5m", "0.5s", "1h", "1:02:03", "0.001", '"45"', "90.5")
        )
    ),
}


class Bad(NamedTuple):
    """A routine with mistakes. `beyond`: why the schema cannot tell."""

    text: str
    mistakes: tuple[str, ...]
    beyond: str = ""


TIME = "expected a time such as 45s, 1m30s, 1:30 or 1.5m"
CODES = (
    "expected one of preg, osteo, bleed, clot, leg, surg, skin, fever, cardio, resp, panic, eye, ext, flex, numb, bal, "
    "knee, wrist, shoulder, hernia, acute, trauma, cramp"
)
LIBRARY = "it does not know the library"
NAMES = "it does not know names that are defined elsewhere"
ARITHMETIC = "it does not calculate"
TEXT_TIME = "it does not calculate with times that are written as text"
LAYERS = "it does not know what the exercise brings along"
SIDED = "it does not compare words with sides"
JSON = "JSON has no such number"
SYNTAX = "YAML readers that are less strict take it"
DISK = "it does not see files"
