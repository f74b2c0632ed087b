"""A screen with the keys of a session: each does what it stands for, where that is possible now."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from relaxtimer.core.keys import KEYS, Action, Key, printed


class Keyed(Screen[None]):
    """Binds the keys of a table, which may be a person's own; also lists them in the command palette."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(",".join(key.keys), f"press('{key.action}')", key.short, show=False, id=key.action) for key in KEYS),
        Binding("ctrl+p", "palette", show=False),
    ]

    def __init__(self, table: tuple[Key, ...]) -> None:
        """Have these keys."""
        super().__init__()
        self.table = table

    def can(self, action: Action) -> bool:
        """Tell whether an action is possible now."""
        raise NotImplementedError

    def press(self, action: Action) -> None:
        """Do what an action stands for, if it is possible."""
        raise NotImplementedError

    def bind_own(self) -> None:
        """Bind the keys of the table in place of the usual ones."""
        # What is bound so lasts as long as the app does: a session with the usual keys takes back what another set.
        table = () if self.table is KEYS else self.table
        self.app.set_keymap({key.action.value: ",".join(key.keys) for key in table})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key does something now."""
        return self.can(Action(str(parameters[0]))) if action == "press" else True

    def action_press(self, action: str) -> None:
        """Do what a key stands for."""
        self.press(Action(action))

    def action_palette(self) -> None:
        """Offer what can be done now, to be found by a few letters."""
        from relaxtimer.tui.palette import Entry, palette  # noqa: PLC0415 - not needed for the first frame

        keys = [key for key in self.table if self.can(key.action)]
        entries = (Entry(key.words, printed(key.keys[0]), partial(self.press, key.action)) for key in keys)
        self.palette_opens()
        self.app.push_screen(palette(entries), lambda _: self.palette_closed())

    def palette_opens(self) -> None:
        """Make way for the palette."""

    def palette_closed(self) -> None:
        """Go on after the palette: what was chosen in it is done after this."""
