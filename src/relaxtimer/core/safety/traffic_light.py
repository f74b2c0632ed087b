"""What ratings mean: the traffic light of pain, and pain that rose. Sources: `docs/content.md` 2.2 and 5.4."""

from __future__ import annotations

from enum import StrEnum

from relaxtimer.core.ratings import Ratings

ROSE = 2
"""Points by which pain has to rise to mean something; less is within ordinary noise."""
_AMBER, _RED = 4, 6


class Light(StrEnum):
    """How to go on."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def rose(before: int | None, after: int | None) -> bool:
    """Tell whether pain rose by two points or more."""
    return before is not None and after is not None and after - before >= ROSE


def light(pain: int, before: int | None = None) -> Light:
    """Give the light for a pain of 0 to 10, which was `before` at the start."""
    if pain >= _RED or rose(before, pain):
        return Light.RED
    return Light.AMBER if pain >= _AMBER else Light.GREEN


_WORDS = {
    Light.GREEN: "Pain of 0 to 3: carry on.",
    Light.AMBER: "Pain of 4 or 5: fine, if it settles within 24 hours.",
    Light.RED: "Pain of 6 or more: next time ease the steps, take the easier variants, or skip some.",
}


def before_words(before: Ratings) -> tuple[str, ...]:
    """Say what pain before a session means where that is much; nothing where it is not."""
    if before.pain is None or light(before.pain) is not Light.RED:
        return ()
    return ("Pain of 6 or more: ease the steps, take the easier variants, or skip some.",)


def after_words(before: Ratings, after: Ratings) -> tuple[str, ...]:
    """Say what the ratings after a session mean, a sentence each; nothing where there are none."""
    pain = after.pain
    if pain is None:
        return ()
    if rose(before.pain, pain):
        return (
            f"Pain rose from {before.pain} to {pain}.",
            "Next time: the short routine or the calm one, and no ball or roller for two days.",
            "Short walks are fine.",
        )
    return (f"{_capital(light(pain, before.pain))}: {_WORDS[light(pain, before.pain)]}", *_ease(before, after))


def _ease(before: Ratings, after: Ratings) -> tuple[str, ...]:
    falls = [
        f"{scale} {was} to {now}"
        for scale, was, now in zip(Ratings.__struct_fields__, before.values, after.values, strict=True)
        if was is not None and now is not None and now < was
    ]
    return (f"Today’s ease: {', '.join(falls)}.",) if falls else ()


def _capital(light: Light) -> str:
    return light.value.capitalize()
