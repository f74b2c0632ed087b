"""How long the commands take that only print, beside Python doing nothing."""

from __future__ import annotations

import sys
from tempfile import TemporaryDirectory

from measure import Report, in_turn, medians, ms, python, relaxtimer, seconds, times

ROUNDS = 31
LIMITS = {"relaxtimer --help": 3.0, "relaxtimer list": 6.0}
NOTHING = "python -c pass"
OTHERS = (("list", "--json"), ("show", "lower-back"), ("schema",))


def main() -> int:
    """Measure, print, judge."""
    with TemporaryDirectory() as folder:
        home = {"RELAXTIMER_HOME": folder}
        first_list = seconds(relaxtimer("list"), home)
        cases = {NOTHING: lambda: seconds(python("-c", "pass"), home)}
        for arguments in (("--help",), ("list",), *OTHERS):
            command = relaxtimer(*arguments)
            cases[" ".join(("relaxtimer", *arguments))] = lambda command=command: seconds(command, home)
        taken = in_turn(cases, ROUNDS)
    median = medians(taken)
    nothing = median[NOTHING]
    report = Report(f"whole process, median of {ROUNDS}", ("median", "fastest", "x pass"))
    for name, value in median.items():
        values = (ms(value), ms(min(taken[name])), times(value, nothing))
        if name in LIMITS:
            report.gate(name, *values, limit=f"<= {LIMITS[name]:g}x", met=value <= LIMITS[name] * nothing)
        else:
            report.row(name, *values)
    report.row("relaxtimer list, the very first", ms(first_list), "", times(first_list, nothing))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
