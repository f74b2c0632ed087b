"""`--minutes N` and `--from STEP`: a routine made to fit, and where it starts."""

from __future__ import annotations

from fractions import Fraction

from relaxtimer.cli.failure import Failure
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds, in_words
from relaxtimer.core.fit import CannotFitError, fit
from relaxtimer.core.routine import Routine
from relaxtimer.core.timeline import Timeline
from relaxtimer.notation.suggestion import did_you_mean

USAGE = 2


def fitted(routine: Routine, minutes: Fraction | float) -> tuple[Routine, str]:
    """Give the routine in at most so many minutes, and a sentence that says what became of it.

    Raises `Failure` where it cannot be that short or long.
    """
    # The record keeps minutes as a float, which may be a hair less.
    target = round(minutes * MINUTE)
    try:
        fitting = fit(routine, target)
    except CannotFitError as error:
        raise Failure(
            f"{routine.id} cannot be done in {in_words(target)}: "
            f"it can be from {_minutes(error.shortest, up=True)} to {_minutes(error.longest, up=False)} long",
            USAGE,
        ) from None
    length = in_words(Timeline.of(fitting.routine).total)
    left_out = f", without {_listed(fitting.left_out)}" if fitting.left_out else ""
    return fitting.routine, f"Fitted to {length}{left_out}."


def start_of(timeline: Timeline, step: str | None) -> Milliseconds:
    """Give where a step starts, by its number, name or exercise. Raises `Failure` where there is none."""
    if step is None:
        return 0
    wanted = step.strip().casefold()
    names: list[str] = []
    for occurrence in timeline.occurrences:
        own = [str(occurrence.number), occurrence.step.name.casefold(), occurrence.step.id or ""]
        if wanted in own:
            return occurrence.start
        names += own[1:]
    raise Failure(
        f"there is no step {step!r}: expected 1 to {timeline.steps}, or the name of a step"
        f"{did_you_mean(wanted, names)}",
        USAGE,
    )


def _minutes(length: Milliseconds, *, up: bool) -> str:
    """Write a bound to the second, rounded to the side on which it can be met."""
    return in_words(-(-length // SECOND) * SECOND if up else length // SECOND * SECOND)


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
