"""Which phase of a breath or a repetition a sentence talks of: "Out, slow and quiet." is for the way out.

A sentence that talks of one phase is not said in the opposite one. It talks of a phase where one of its clauses begins
with what is said of that phase, and of none where it names the opposite as well: "In for four, out for six."
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from relaxtimer.core.pattern import Breath, Motion, Pattern

OPPOSITE = {
    Motion.IN: Motion.OUT,
    Motion.OUT: Motion.IN,
    Motion.UP: Motion.DOWN,
    Motion.DOWN: Motion.UP,
    Motion.HOLD: Motion.REST,
    Motion.REST: Motion.HOLD,
}
_BREATH = {
    Motion.IN: ("in", "breathe in", "inhale", "breathing in"),
    Motion.OUT: ("out", "breathe out", "exhale", "breathing out"),
    Motion.HOLD: ("hold",),
}
_TEMPO = {Motion.UP: ("up",), Motion.DOWN: ("down",), Motion.HOLD: ("hold",)}
_BETWEEN_CLAUSES = re.compile(r"[.,;:!?]+\s*|\b(?:and|or|then|now)\b\s*")
_BREATHS = {Motion.IN: re.compile(r"\bin-breaths?\b"), Motion.OUT: re.compile(r"\bout-breaths?\b")}

Words = Mapping[Motion, Collection[str]]


def words_of(pattern: Pattern) -> Words:
    """Give what is said of each phase of a pattern, its own words and the usual ones."""
    own: dict[Motion, set[str]] = {}
    for phase in pattern.phases:
        own.setdefault(phase.motion, set()).update([phase.say] if phase.say else [])
    return with_usual(own, breath=isinstance(pattern, Breath))


def with_usual(own: Words, *, breath: bool) -> Words:
    """Add the usual words to a pattern's own, for each phase that it has."""
    usual: Words = _BREATH if breath else _TEMPO
    return {motion: {*map(_plain, words), *usual.get(motion, ())} for motion, words in own.items()}


def talks_of(text: str, words: Words) -> Motion | None:
    """Give the phase that a sentence talks of, `None` for no single one."""
    plain = text.casefold()
    clauses = (clause.strip() for clause in _BETWEEN_CLAUSES.split(plain))
    named = [motion for clause in clauses for motion, said in words.items() if _begins(clause, said)]
    named += [motion for motion, breath in _BREATHS.items() if motion in words and breath.search(plain)]
    if any(OPPOSITE[motion] in named for motion in named):
        return None
    return named[0] if named else None


def _begins(clause: str, said: Collection[str]) -> bool:
    return any(words and f"{clause} ".startswith(f"{words} ") for words in said)


def _plain(words: str) -> str:
    return words.casefold().strip(" .,;:!?")
