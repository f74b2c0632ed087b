"""Words for the ear: what a person reads at a glance, written so that any voice says it the same way.

In English, numbers, units, ranges, fractions, abbreviations, Roman numerals and symbols become words, and nothing that
comes out of here has a digit in it. A voice of another language gets its numbers and symbols as they are written: it
knows their words, which these rules do not. Marks that a voice would spell out, or that mean something to a speech
engine, are left out for all.
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
    ">=": " at least ",
    "<=": " at most ",
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
_ENGLISH = frozenset({"en", "eng"})
# Symbols that voices have words for in their own language, and no engine takes for a command.
_SAID_SYMBOLS = frozenset("%\u00b0+/&=\u00d7\u00b1\u00f7\u2212\u2264\u2265\u20ac\u00a3$\u00b2\u00b3")
_PARTS_OF_ONE = "\u00bc-\u00be\u2150-\u215e"
_KEPT_AS_WRITTEN = re.compile(f"[{_PARTS_OF_ONE}\u00b2\u00b3]")


@lru_cache(maxsize=16_384)
def spoken(text: str, language: str = "en-gb") -> str:
    """Give a text as a voice of a language (BCP 47) says it, its words a space apart; `""` where nothing is to be said.

    What the text itself is written in is not looked at: a voice reads all in its own language.
    """
    if language.partition("-")[0].casefold() not in _ENGLISH:
        return _as_written(text)
    if text[:1].isalpha() and not _UNUSUAL.search(text):
        return " ".join(text.split())
    words = write_out(" ".join(_plain_characters(text).split()))
    words = _BREAK.sub(", ", _SYMBOL.sub(lambda match: _SYMBOLS[match[0]], words))
    return _tidy("".join(map(_said, words)))


def _as_written(text: str) -> str:
    """Clean characters and marks, and leave numbers and symbols to the voice."""
    words = "".join(
        piece if _KEPT_AS_WRITTEN.match(piece) else _normal(piece)
        for piece in re.split(f"({_KEPT_AS_WRITTEN.pattern})", text)
    )
    words = re.sub(r"(?<=\d)[\u2010-\u2015\u2212](?=\d)", "-", " ".join(words.split()))
    words = re.sub(r"(?<![\w.)])[-\u2212](?=\d)", "\u2212", words)
    words = re.sub(r"(?<!\d)/|/(?!\d)", ", ", words)
    return _tidy("".join(map(_said_as_written, _BREAK.sub(", ", words))))


def _plain_characters(text: str) -> str:
    """Bring letters, digits, spaces and marks that come in several forms into one; fractions stay apart from wholes."""
    text = re.sub(r"(?<=[^\W\d_])\u00b2", " squared", text)
    return _normal(re.sub(rf"(?<=\d)(?=[{_PARTS_OF_ONE}])", " ", text))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u2018", "'")


def _said(character: str) -> str:
    """Give a character that is said or makes a pause, a numeral of another kind in words, and a space for any other."""
    kind = unicodedata.category(character)[0]
    if kind in {"L", "M"} or character in _SAID_MARKS:
        return character
    value = unicodedata.numeric(character, -1) if kind == "N" else -1
    return f" {numerals.cardinal(int(value))} " if value >= 0 and value == int(value) else " "


def _said_as_written(character: str) -> str:
    """Give a character that is said, in digits where it is a numeral that only signs have, or a space."""
    category = unicodedata.category(character)
    if category[0] in {"L", "M"} or category == "Nd" or character in _SAID_MARKS or character in _SAID_SYMBOLS:
        return character
    if _KEPT_AS_WRITTEN.match(character):
        return character
    value = unicodedata.numeric(character, -1) if category[0] == "N" else -1
    return f" {int(value)} " if value >= 0 and value == int(value) else " "


def _tidy(words: str) -> str:
    """Leave one space between words, hyphens within them, and one mark at the end of each phrase, the heaviest."""
    words = " ".join(re.sub(r"(?<!\w)-|-(?!\w)", " ", words).split())
    words = re.sub(r"(?: ?[,;:])+ ?(?=[,;:.!?])| (?=[,;:.!?])", "", words)
    words = re.sub(r"([.!?])[.,;:]+", r"\1", words)
    words = words.lstrip(",;:.!? ").rstrip(",;: ")
    return words if any(map(str.isalnum, words)) else ""
