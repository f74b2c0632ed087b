"""Times as whole milliseconds, and how they are written for people."""

from __future__ import annotations

# An alias that needs no import: `--help` and `list` load this module, and `typing` would be a tenth of their time.
Milliseconds = int

SECOND: Milliseconds = 1_000
MINUTE: Milliseconds = 60 * SECOND
HOUR: Milliseconds = 60 * MINUTE


def clock(duration: Milliseconds) -> str:
    """Write a time as `m:ss`, or `h:mm:ss` from an hour on, whole seconds that have passed."""
    minutes, seconds = divmod(duration // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def countdown(remaining: Milliseconds) -> str:
    """Write what is left as `m:ss`, rounded up, so that it shows 0:01 until the very end."""
    return clock(-(-remaining // SECOND) * SECOND)


def seconds(duration: Milliseconds) -> float:
    """Give a time in seconds, for JSON."""
    return duration / SECOND


def in_words(duration: Milliseconds) -> str:
    """Write a time as it is spoken: `12 minutes`, `1 minute 30 seconds`, `7.5 seconds`."""
    minutes, rest = divmod(duration, MINUTE)
    hours, minutes = divmod(minutes, 60)
    amounts = [(hours, "hour"), (minutes, "minute"), (rest / SECOND, "second")]
    words = [f"{amount:g} {unit}{'' if amount == 1 else 's'}" for amount, unit in amounts if amount]
    return " ".join(words) or "0 seconds"
