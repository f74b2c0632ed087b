"""The rules by which what is written short is written out: amounts, ranges, fractions, abbreviations, numerals."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from relaxtimer.sound import numerals
from relaxtimer.sound.units import UNITS, duration, measured, plural

_Match: TypeAlias = re.Match[str]
_Words: TypeAlias = str | Callable[[_Match], str]

_NUMBER = r"\d+(?:\.\d+)?"
_DASH = "[-\u2010-\u2015\u2212]"
_LOWER = "(?-i:[a-z])"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
# One and a half are many, half of one is not.
_MIXED = re.compile(r"\d \d+[/\u2044]$")
_COUNTED = "part|set|level|round|phase|stage|step|type|exercise|variant|option|week|day"
_BEFORE_YEARS = frozenset({"in", "from", "since", "like"})
_EACH = "side|leg|arm|hand|foot|breath|set|round|day|week|minute|second"


def write_out(text: str) -> str:
    """Replace by words whatever has digits in it, and abbreviations."""
    for pattern, words in _RULES:
        text = pattern.sub(words, text)
    return text


def _clock(match: _Match) -> str:
    values = [int(value) for value in match.groups() if value is not None]
    hours, minutes, seconds = values if match[3] else (0, *values)
    return duration(hours, minutes, seconds)


def _fraction(match: _Match) -> str:
    whole, above, below = match["whole"], int(match["above"]), int(match["below"])
    if 0 < above < below and below in {2, 3, 4, 5, 8}:
        words = numerals.fraction(above, below)
        return f"{whole} and {words.replace('one half', 'a half')}" if whole else words
    return f"{whole or ''} {above} {'out of' if above <= below else ''} {below}"


def _decade(match: _Match) -> str:
    """Say years as such: the 90s alone, or music from the 90s; what is held for the 90s are seconds."""
    before = (match["before"] or "").lower()
    if before not in _BEFORE_YEARS if before else match["ends"] is None:
        return match[0]
    return match[0].replace(f"{match['tens']}s", f"{numerals.cardinal(int(match['tens'])).removesuffix('y')}ies")


def _times(match: _Match) -> str:
    after_to = match.string[: match.start()].endswith("to ")
    return f" {match[1]} times " if after_to else f" {numerals.times(int(match[1]))} "


def _chain(match: _Match) -> str:
    return re.sub(_DASH, " ", match[0])


def _measured(match: _Match) -> str:
    part = match["part"] is not None and not _MIXED.search(match.string, 0, match.start())
    return measured(match["number"], match["unit"], part=part) + " "


def _roman(match: _Match) -> str:
    value = numerals.roman(match["roman"])
    return match[0] if value is None else match[0].removesuffix(match["roman"]) + numerals.cardinal(value)


def _number(match: _Match) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    apart = " " if before.isalpha() or before in {".", ",", ";", ":", "!", "?"} else ""
    return f"{apart}{numerals.number(match[0])}{' ' if after.isalpha() else ''}"


# In this order: abbreviations and units while the marks that tell them are there, numbers when all is said about them.
_WRITTEN: tuple[tuple[str, _Words], ...] = (
    # A number that nobody could follow, and that may be too long to be one, is its digits.
    (r"\d{13,}", lambda match: " ".join(match[0])),
    (r"(?<=\d),(?=\d{3}(?!\d))", ""),
    (r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?!\d)", lambda match: match[0].replace(" ", "")),
    # A comma as in much of Europe; in a list without spaces there are more of them.
    (r"(?<![\d,])(\d+),(\d{1,2})(?!\d|,\d)", r"\1.\2"),
    (r"(?<![\w.])\.(?=\d)", "0."),
    (r"\be\. ?g\.,?", "for example,"),
    (r"\bi\. ?e\.,?", "that is,"),
    (rf"\betc\b\.?(?= +{_LOWER})", "and so on"),
    (r"\betc\b\.?", "and so on."),
    (r"\bapprox\b\.?", "about"),
    (r"\bincl\.", "including"),
    (r"\bmax\.", "at most"),
    (r"\bmin\.(?= ?\d)", "at least"),
    (r"\bvs\b\.?", "against"),
    (r"(?:\bno\.|#) ?(?=\d)", "number "),
    (r"\bw/o\b", "without"),
    (r"\bw/", "with "),
    (r"\band/or\b", "or"),
    (r"\bL/R\b", "left or right"),
    (r"\bR/L\b", "right or left"),
    (r"\(L\)", "left"),
    (r"\(R\)", "right"),
    (r"[~\u2248] ?(?=\d)", "about "),
    (r"(?:\b(?P<before>[a-z]+) )?\bthe (?P<tens>[2-9]0)s\b(?P<ends> ?(?![^.,;:!?)]))?", _decade),
    (r"\b(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\b", _clock),
    (rf"\b\d+(?:{_DASH}\d+){{2,}}\b", _chain),
    (rf"(\d ?(?:{_UNIT}|m)?) ?{_DASH} ?(?=[a-z]?\d)", r"\1 to "),
    (r"\b(\d+ (?:sets?|rounds?)) ?[x×] ?(?=\d)", r"\1 of "),
    (r"(\d) ?[x×] ?(?=\d)", r"\1 times "),
    (r"\b(\d+) ?[x×](?!\w)", _times),
    (r"(?<!\w)[x×] ?(\d+)\b", _times),
    (rf"({_NUMBER})m(?=\d|\b)(?!/)", lambda match: plural(match[1], "minute") + " "),
    (
        rf"(?P<part>(?<=[/\u2044]))?(?P<number>{_NUMBER})[ -]?(?P<unit>{_UNIT})(?:(?=\d)|(?!\w))(?:\.(?= +{_LOWER}))?",
        _measured,
    ),
    (rf"({_NUMBER}) m\b", lambda match: plural(match[1], "metre")),
    (rf"(?<=[a-z]) ?/ ?(?=(?:{_EACH})s?\b)", " per "),
    (rf"\b({_COUNTED}) (\d+) ?/ ?(\d+)\b", r"\1 \2 of \3"),
    (r"(?:\b(?P<whole>\d+) )?\b(?P<above>\d+) ?[/\u2044] ?(?P<below>\d+)\b", _fraction),
    (r"\b(\d+)(?:st|nd|rd|th)\b", lambda match: numerals.ordinal(int(match[1]))),
    (rf"(?<![\w.)])[-\u2212](?={_NUMBER})", "minus "),
    (r"(?<=\d) ?: ?(?=\d)", " to "),
    (_NUMBER, _number),
    (r"\b(?-i:(?P<roman>[IVX]{2,}))\b", _roman),
    # Alone, "I" is the person who speaks: a number only after what is numbered, at the end of what is said.
    (rf"\b(?:{_COUNTED}) (?-i:(?P<roman>[IVX]))(?= ?[.,;:!?)]|$)", _roman),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _WRITTEN)
