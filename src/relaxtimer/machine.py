"""The clock of the machine, the same in every process: it goes on while the machine sleeps.

Linux stops `CLOCK_MONOTONIC` while the machine sleeps and lets `CLOCK_BOOTTIME` go on; macOS lets `CLOCK_MONOTONIC`
go on and gives `time.monotonic()` a clock that stops.
"""

from __future__ import annotations

import sys
import time

MILLISECOND = 1_000_000
SECOND = 1_000 * MILLISECOND

if sys.platform == "linux":

    def nanoseconds() -> int:
        """Give the time in nanoseconds; only differences mean something."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def nanoseconds() -> int:
        """Give the time in nanoseconds; only differences mean something."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

else:

    def nanoseconds() -> int:
        """Give the time in nanoseconds; only differences mean something."""
        return time.monotonic_ns()
