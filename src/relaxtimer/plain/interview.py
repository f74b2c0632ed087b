"""An interview as lines: each page is written, and answered with a key."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.asking.page import Interview, Option, Page
from relaxtimer.core.keys import printed
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.plain.keys import Keys
from relaxtimer.plain.signals import Signals
from relaxtimer.plain.writer import Writer

_NAMES = {"enter": "Enter", "escape": "Escape", "backspace": "Backspace", "space": "Space"}
_LEAVE, _RULES = "q", "question_mark"


def go_through(interview: Interview, writer: Writer, keys: Keys, signals: Signals) -> bool:
    """Go through an interview; tell whether it came to its end, rather than being left with Q."""
    told: Page | None = None
    while (page := interview.page) is not None:
        if told is not page:
            writer.lines(*page_lines(page, told))
            told = page
        for key in _waited(keys, signals):
            if interview.press(key):
                break
            if key == _LEAVE:
                return False
            writer.lines(*(STOP_RULES if key == _RULES else (_again(page),)))
    return True


def page_lines(page: Page, before: Page | None = None) -> Iterator[str]:
    """Write a page: all of it, or where only a tick has changed since the page before, that alone."""
    if before is not None and before.title == page.title and before.text == page.text:
        changed = [now for was, now in zip(before.options, page.options, strict=False) if was != now]
        if changed and len(before.options) == len(page.options) and all(each.marked is not None for each in changed):
            yield from map(_option, changed)
            return
    yield page.title if page.title.endswith("?") else f"{page.title}."
    yield from page.text
    yield from map(_option, page.options)


def _waited(keys: Keys, signals: Signals) -> tuple[str, ...]:
    pressed = keys.wait(None, signals.wake)
    signals.look()
    if signals.stop_asked:
        keys.close()
        signals.stop()
        keys.open()
    if signals.came_back:
        signals.came_back = False
        keys.open()
    return pressed


def _option(option: Option) -> str:
    ticked = "" if option.marked is None else "yes: " if option.marked else "no: "
    return f"{_name(option.key)}: {ticked}{option.words}"


def _name(key: str) -> str:
    return _NAMES.get(key, printed(key).upper())


def _again(page: Page) -> str:
    names = ", ".join(_name(option.key) for option in page.options)
    numbers = "0 to 9, X, " if page.scale is not None else ""
    return f"Press one of {numbers}{names}; ? for the stop rules, Q to leave."
