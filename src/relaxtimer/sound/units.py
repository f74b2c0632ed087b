"""Units and how they are said: one of them, and many."""

from __future__ import annotations

# A lone "m" is not among them: right behind a number it is a minute, as in routine files, after a space a metre.
UNITS = {
    "s": ("second", "seconds"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "mm": ("millimetre", "millimetres"),
    "cm": ("centimetre", "centimetres"),
    "km": ("kilometre", "kilometres"),
    "km/h": ("kilometre an hour", "kilometres an hour"),
    "g": ("gram", "grams"),
    "kg": ("kilogram", "kilograms"),
    "ml": ("millilitre", "millilitres"),
    "ft": ("foot", "feet"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "bpm": ("beat a minute", "beats a minute"),
    "rep": ("repetition", "repetitions"),
    "reps": ("repetition", "repetitions"),
    "°": ("degree", "degrees"),
    "°c": ("degree Celsius", "degrees Celsius"),
    "°f": ("degree Fahrenheit", "degrees Fahrenheit"),
    "%": ("percent", "percent"),
}


def measured(number: str, unit: str, *, part: bool = False) -> str:
    """Name a unit in full beside its number, whose digits stay; of a part of one (half a minute) there is one."""
    one, many = UNITS[unit.lower()]
    return f"{number} {one if number == '1' or part else many}"


def plural(number: str, unit: str) -> str:
    """Name minutes or metres, which are written alike."""
    return f"{number} {unit}{'' if number == '1' else 's'}"


def duration(hours: int, minutes: int, seconds: int) -> str:
    """Name a time that was written with colons; its digits stay."""
    amounts = [(hours, "hour"), (minutes, "minute"), (seconds, "second")]
    return " ".join(plural(str(amount), unit) for amount, unit in amounts if amount) or "0 seconds"
