"""Characters that never come through: they do nothing a reader sees, or steer a terminal.

Refused are the control characters but tab and line break, the surrogates and noncharacters, and everything Unicode
calls default-ignorable or a format control (bidi, zero-width, tags, fillers), with the blank braille pattern.
"""

from __future__ import annotations

import re

_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_BIDI = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
_ZERO_WIDTH = "\\u200b-\\u200d\\u2060\\ufeff"
_BREAKS = "\\u2028\\u2029"
_INVISIBLE = (
    "\\xad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2061-\\u2065\\u206a-\\u206f\\u2800\\u3164"
    "\\ufe00-\\ufe0f\\uffa0\\ufff0-\\ufffb\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
_NO_CHARACTERS = "\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff" + "".join(
    f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17)
)

REFUSED = re.compile(f"[{_CONTROL}{_BIDI}{_ZERO_WIDTH}{_BREAKS}{_INVISIBLE}{_NO_CHARACTERS}]")
# In values a carriage return can only come from an escape: line breaks of the file have become line feeds by then.
REFUSED_IN_VALUES = re.compile(f"[\\r{REFUSED.pattern[1:]}")

_NAMES = (
    (re.compile(f"[{_CONTROL}\\r]"), "a control character"),
    (re.compile(f"[{_BIDI}]"), "a character that changes the direction of the text"),
    (re.compile(f"[{_ZERO_WIDTH}]"), "a zero-width character"),
    (re.compile(f"[{_BREAKS}]"), "an unusual line break"),
    (re.compile(f"[{_INVISIBLE}]"), "an invisible character"),
)


def name_of(character: str) -> str:
    """Say in words what a refused character is, with its code point."""
    kind = next((words for pattern, words in _NAMES if pattern.match(character)), "a code that is no character")
    return f"{kind} (U+{ord(character):04X})"


def escaped(text: str) -> str:
    r"""Write a text so that nothing in it is invisible or steers a terminal: a tab becomes `\t`, an escape `\x1b`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    if character.isprintable() and not REFUSED.match(character):
        return character
    return character.encode("unicode_escape").decode("ascii")
