"""Numbers in words, the way they are said in British English: 42, 1.5, 21st, 1/2, IV."""

from __future__ import annotations

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGE = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
# Longer numbers are said digit by digit: nobody follows them otherwise.
_LARGEST = 10**12
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_PARTS = {2: "half", 4: "quarter"}
_ROMAN = {"I": 1, "V": 5, "X": 10}


def number(digits: str) -> str:
    """Say a number: digits of any script, with a decimal point or not. Raises `ValueError` for anything else."""
    whole, point, decimals = digits.partition(".")
    words = _digit_by_digit(whole) if _is_a_code(whole) else cardinal(int(whole))
    return f"{words} point {_digit_by_digit(decimals)}" if point and decimals else words


def cardinal(value: int) -> str:
    """Say a whole number from 0 on; those of a million millions and more digit by digit."""
    if value >= _LARGEST:
        return _digit_by_digit(str(value))
    if value < len(_SMALL):
        return _SMALL[value]
    if value < 100:  # noqa: PLR2004 - the hundred of the decimal system
        tens, ones = divmod(value, 10)
        return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
    return _above_ninety_nine(value)


def ordinal(value: int) -> str:
    """Say a place in an order: first, twenty-first."""
    words = cardinal(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    before, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return before + _ORDINALS[last]
    return before + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def fraction(above: int, below: int) -> str:
    """Say parts of a whole: one half, three quarters, two thirds; `below` is 2 or more."""
    part = _PARTS.get(below) or ordinal(below)
    return f"{cardinal(above)} {part if above == 1 else 'halves' if part == 'half' else part + 's'}"


def times(count: int) -> str:
    """Say how often: once, twice, three times."""
    return {1: "once", 2: "twice"}.get(count) or f"{cardinal(count)} times"


def roman(letters: str) -> int | None:
    """Give the value of a Roman numeral up to 39, written as it is always written; `None` for other letters."""
    values = [_ROMAN.get(letter, 0) for letter in letters]
    following = [*values[1:], 0]
    value = sum(-now if now < after else now for now, after in zip(values, following, strict=True))
    return value if 0 < value < 40 and _as_roman(value) == letters else None  # noqa: PLR2004 - forty needs an L


def _as_roman(value: int) -> str:
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + ones[value % 10]


def _above_ninety_nine(value: int) -> str:
    for size, name in _LARGE:
        if value >= size:
            count, rest = divmod(value, size)
            words = f"{cardinal(count)} {name}"
            return f"{words}{' and' if rest < 100 else ''} {cardinal(rest)}" if rest else words  # noqa: PLR2004 - as above
    hundreds, rest = divmod(value, 100)
    return f"{_SMALL[hundreds]} hundred and {cardinal(rest)}" if rest else f"{_SMALL[hundreds]} hundred"


def _is_a_code(digits: str) -> bool:
    """Tell whether digits are no amount: they begin with a nought, or are too many."""
    return len(digits) > 12 or (len(digits) > 1 and int(digits[0]) == 0)  # noqa: PLR2004 - as in `_LARGEST`


def _digit_by_digit(digits: str) -> str:
    return " ".join(_SMALL[int(digit)] for digit in digits)
