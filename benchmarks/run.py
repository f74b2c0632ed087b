"""Every benchmark, one after the other; the exit status tells whether all gates were met."""

from __future__ import annotations

import platform
import subprocess
import sys

from measure import HERE, python

ALL = (
    "startup",
    "first_frame",
    "reading",
    "session_day",
    "record",
    "worst_files",
    "screen_cost",
    "figures",
    "sound_timing",
    "rendering",
)


def main(wanted: list[str]) -> int:
    """Run those that are wanted, or all."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n", flush=True)
    missed = [name for name in wanted or ALL if subprocess.run(python(HERE / f"{name}.py"), check=False).returncode]
    print(f"gates missed in: {', '.join(missed)}" if missed else "all gates met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
