"""The settings: each with what it is and what it is for; the arrows choose, and what is chosen is written at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip

from relaxtimer.settings.choices import Setting, all_settings, value_of
from relaxtimer.settings.settings import Settings
from relaxtimer.tui.colours import Ink, Look, can_change
from relaxtimer.tui.library.editing import edit
from relaxtimer.tui.library.keys import Key, Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import Paragraph
from relaxtimer.tui.library.scroll import Scroll
from relaxtimer.tui.library.settings_desk import SettingsDesk
from relaxtimer.tui.library.text import Span, strip

_NAME_WIDTH = 16
# More choices than this are not listed below.
_AT_A_GLANCE = 12
_OWN = "(the program’s own choice)"
_NOT_SET = "(not set)"
# What the program does not choose in a person's place.
_THEIR_OWN = frozenset({"command", "get-up", "emergency-number"})
_IN_THE_FILE = "enter opens the file, in which it is written."
_KEYS = (
    ("↑ ↓", "Choose a setting"),
    ("← →", "Change it; what is chosen is written at once"),
    ("enter", "Open the file in your editor: for names, commands and keys"),
    ("?", "This, and the stop rules"),
    ("esc", "Back to the library"),
)
_NEXT_START = "It counts from the next start on."
_NEXT_SESSION = "It counts from the next session on."


class SettingsScreen(Screen[None]):
    """A list of all settings."""

    class Themed(Message):
        """Another theme was chosen."""

        def __init__(self, theme: str) -> None:
            """Say which."""
            super().__init__()
            self.theme = theme

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    SettingsScreen { layout: vertical; align: center top; }
    SettingsScreen > * { max-width: 84; }
    SettingsScreen #settings { width: 1fr; height: 1fr; margin: 1 0 0 0; }
    SettingsScreen #about { width: 1fr; height: 4; margin: 0 1; }
    SettingsScreen #keys { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home", "move(-1000)", show=False),
        Binding("end", "move(1000)", show=False),
        Binding("right,plus,space", "change(1)", show=False),
        Binding("left,minus", "change(-1)", show=False),
        Binding("enter,f6", "edit", show=False),
        Binding("question_mark", "help", show=False),
        Binding("escape,q,comma", "close", show=False),
    ]

    def __init__(self, desk: SettingsDesk, look: Look) -> None:
        """Show the settings of a desk."""
        super().__init__()
        self._desk = desk
        self._list = SettingsList(look, "settings")
        self._about = Panel(look, "about")
        self._keys = Keys(look, "keys")

    def compose(self) -> ComposeResult:
        """Put what a setting is for below the list."""
        yield self._list
        yield self._about
        yield self._keys

    def on_mount(self) -> None:
        """Show them as they are."""
        keys = (("change(-1)", "←", ""), ("change(1)", "→", "Change"), ("edit", "enter", "Open the file"))
        self._keys.offer((*(Key(*key) for key in keys), Key("help", "?", "Help"), Key("close", "esc", "Back")))
        self._read()

    def action_move(self, by: int) -> None:
        """Choose another setting."""
        self._list.move(by)
        self._tell()

    def action_change(self, by: int) -> None:
        """Take the next value of the chosen setting, or the one before, and write it."""
        setting, before = self._list.chosen, self._list.value
        if not setting.choices:
            self._tell(_IN_THE_FILE)
            return
        value = _after(setting.choices, before, by)
        trouble = self._desk.change(setting, value)
        self._read(trouble or _NEXT_SESSION)
        if setting.name == "theme" and not trouble:
            # Worn at once, but for one that leaves the paper to the terminal.
            self._tell("" if can_change(self._list.look, value) else _NEXT_START)
            self.post_message(self.Themed(value))

    def action_edit(self) -> None:
        """Open the file in the person's editor."""
        self._read(edit(self.app, self._desk.editor()))

    def action_help(self) -> None:
        """Show the keys here and the stop rules."""
        from relaxtimer.tui.library.help import HelpScreen  # noqa: PLC0415 - seldom needed

        self.app.push_screen(HelpScreen(self._list.look, (("Keys here", _KEYS),)))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def _read(self, said: str = "") -> None:
        settings = self._desk.read()
        if isinstance(settings, str):
            self._about.tell(map(Paragraph, settings.splitlines()))
            return
        self._list.show(settings)
        self._tell(said)

    def _tell(self, said: str = "") -> None:
        self._about.tell(_told(self._list.chosen, self._desk.file, said))


def _after(choices: tuple[str, ...], value: str, by: int) -> str:
    """Give the choice after a value, or before it; a number between two of them goes to the nearer on its way.

    Names go round; a number stays at its end, for louder than the loudest is not silence.
    """
    number = _number(value)
    if value in choices:
        place = choices.index(value) + by
        return choices[place % len(choices) if number is None else min(max(place, 0), len(choices) - 1)]
    if number is None:
        return choices[0 if by > 0 else -1]
    below = sum((_number(each) or 0) < number for each in choices)
    return choices[min(max(below if by > 0 else below - 1, 0), len(choices) - 1)]


def _number(value: str) -> float | None:
    """Read a number, or a time in seconds as the settings write it."""
    with suppress(ValueError):
        return float(value.removesuffix("s"))
    return None


def _told(setting: Setting, file: str, said: str) -> Iterator[Paragraph]:
    choices = ", ".join(setting.choices) if len(setting.choices) <= _AT_A_GLANCE else ""
    yield Paragraph(setting.doc)
    yield Paragraph(said or choices, Ink.KEY if said else Ink.DIM)
    yield Paragraph(file, Ink.DIM)


class SettingsList(Scroll):
    """The settings in their groups, one of them chosen."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Show them with what counts where nothing is set."""
        super().__init__(look, id)
        self._all = tuple(all_settings())
        self._settings = Settings()
        self._at = 0
        self._lines = list(_lines(self._all))

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def chosen(self) -> Setting:
        """The chosen setting."""
        return self._all[self._at]

    @property
    def value(self) -> str:
        """What the chosen setting is."""
        return value_of(self.chosen, self._settings)

    def show(self, settings: Settings) -> None:
        """Show settings."""
        self._settings = settings
        self.refresh()

    def move(self, by: int) -> None:
        """Choose a setting further down."""
        self._at = min(max(self._at + by, 0), len(self._all) - 1)
        line = self._lines.index(self._at)
        top = line - 1 if isinstance(self._lines[line - 1], str) else line
        self.bring(top, line - top + 1)

    def paint(self, line: int, width: int) -> Strip:
        """Draw a line."""
        place = self._lines[line]
        if isinstance(place, str):
            return strip((Span(f" {place}", Ink.WORK, bold=True),), width, self.look)
        setting, chosen = self._all[place], place == self._at
        value = value_of(setting, self._settings)
        unset = _NOT_SET if setting.name in _THEIR_OWN else _OWN
        shown = Span(value or unset, Ink.TEXT if value else Ink.DIM, bold=chosen)
        arrows = (Span("◂ ", Ink.KEY), Span(" ▸", Ink.KEY)) if chosen and setting.choices else (Span("  "), Span(""))
        pieces = (arrows[0], shown, arrows[1])
        name = Span(f"   {setting.name:{_NAME_WIDTH}}", Ink.TEXT if chosen else Ink.DIM)
        return strip((name, *pieces), width, self.look, chosen=chosen)


def _lines(settings: tuple[Setting, ...]) -> Iterator[int | str]:
    """Yield the headings of the groups, and the places of their settings."""
    group = ""
    for place, setting in enumerate(settings):
        if setting.group != group:
            group = setting.group
            yield group
        yield place
