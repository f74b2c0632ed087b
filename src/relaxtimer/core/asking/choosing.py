"""One question with a few answers, or something told that is put away with a key."""

from __future__ import annotations

from relaxtimer.core.asking.page import Option, Page


class Choosing:
    """A page whose options each end it."""

    def __init__(self, page: Page, *, escape: str = "") -> None:
        """Ask; `escape` is the option that the escape key stands for, if any."""
        self.page: Page | None = page
        self.chosen = ""
        self._keys = {option.key for option in page.options}
        self._escape = escape

    def press(self, key: str) -> bool:
        """Take the option with this key."""
        key = self._escape if key == "escape" else key
        if key not in self._keys:
            return False
        self.page, self.chosen = None, key
        return True


def telling(title: str, text: tuple[str, ...], *, alarm: bool = False, then: str = "Go on") -> Choosing:
    """Tell something, until enter is pressed."""
    page = Page(title=title, text=text, options=(Option("enter", then),), alarm=alarm)
    return Choosing(page, escape="enter")
