"""The day it is, where the machine stands."""

from __future__ import annotations

import time


def today() -> str:
    """Give the day as `2026-12-31`."""
    return time.strftime("%Y-%m-%d")
