"""Words for the ear: what a person reads at a glance, written so that any voice says it the same way.

Numbers, units, ranges, fractions, abbreviations, Roman numerals and symbols become words; marks that a voice would
spell out, or that mean something to a speech engine, are left out. Nothing that comes out of here has a digit in it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from relaxtimer.sound import numerals
from relaxtimer.sound.written_out import write_out

# Texts without any of these are said as they stand.
_UNUSUAL = re.compile(r"[^A-Za-z ,.;:!?'-]|--| -|- |\b(?i:etc|vs|approx|incl|max|min|i\. ?e|e\. ?g)\b|\b[IVX]+\b")
_SYMBOLS = {
    "->": " to ",
    "\u2192": " to ",
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "\u00b1": " plus or minus ",
    "\u2264": " at most ",
    "\u2265": " at least ",
    "<": " under ",
    ">": " over ",
    "@": " at ",
    "/": " or ",
    "\u2044": " or ",
}
_SYMBOL = re.compile("|".join(map(re.escape, _SYMBOLS)))
_BREAK = re.compile(r"\s*[\u2012-\u2015()\[\]{}\u2022\u00b7]+\s*|\s+-+\s*|\s*-+\s+|--+")
# The second half are the marks of Chinese, Japanese, Hindi, Arabic and Spanish sentences.
_SAID_MARKS = frozenset(".,;:!?'- " + "\u3002\u3001\u0964\u061f\u060c\u061b\u00bf\u00a1")


@lru_cache(maxsize=16_384)
def spoken(text: str) -> str:
    """Give a text as it is said, its words a space apart; `""` where there is nothing to say in it."""
    if text[:1].isalpha() and not _UNUSUAL.search(text):
        return " ".join(text.split())
    words = write_out(" ".join(_plain_characters(text).split()))
    words = _BREAK.sub(", ", _SYMBOL.sub(lambda match: _SYMBOLS[match[0]], words))
    return _tidy("".join(map(_said, words)))


def _plain_characters(text: str) -> str:
    """Bring letters, digits, spaces and marks that come in several forms into one; fractions stay apart from wholes."""
    text = re.sub(r"(?<=[^\W\d_])\u00b2", " squared", text)
    text = re.sub(r"(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])", " ", text)
    return unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u2018", "'")


def _said(character: str) -> str:
    """Give a character that is said or makes a pause, a numeral of another kind in words, and a space for any other."""
    kind = unicodedata.category(character)[0]
    if kind in {"L", "M"} or character in _SAID_MARKS:
        return character
    value = unicodedata.numeric(character, -1) if kind == "N" else -1
    return f" {numerals.cardinal(int(value))} " if value >= 0 and value == int(value) else " "


def _tidy(words: str) -> str:
    """Leave one space between words, hyphens within them, and one mark at the end of each phrase, the heaviest."""
    words = " ".join(re.sub(r"(?<!\w)-|-(?!\w)", " ", words).split())
    words = re.sub(r"(?: ?[,;:])+ ?(?=[,;:.!?])| (?=[,;:.!?])", "", words)
    words = re.sub(r"([.!?])[.,;:]+", r"\1", words)
    words = words.lstrip(",;:.!? ").rstrip(",;: ")
    return words if any(map(str.isalpha, words)) else ""
