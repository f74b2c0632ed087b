"""A page of an interview on the screen: its text, and its answers as rows that can be pressed or clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from relaxtimer.core.asking.page import Interview, Option, Page
from relaxtimer.core.keys import printed
from relaxtimer.core.ratings import MOST
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.keys import Key, Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import Paragraph
from relaxtimer.tui.library.text import Line, Span

_LOW = 16
_LEAD = 7
_NAMES = {"enter": "enter", "escape": "esc", "backspace": "back"}
_TICKED, _NOT_TICKED = "[x] ", "[ ] "


class InterviewScreen(Screen[bool]):
    """Goes through an interview; gives whether it came to its end, or was left."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    InterviewScreen { layout: vertical; align: center middle; }
    InterviewScreen #page { width: 1fr; max-width: 84; height: 1fr; margin: 1 2; }
    InterviewScreen.low #page { margin: 0; }
    InterviewScreen #page-keys { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q", "leave", show=False),
    ]

    def __init__(self, interview: Interview, look: Look) -> None:
        """Show its first page."""
        super().__init__()
        self._interview = interview
        self._look = look
        self._panel = Answers(look, "page")
        self._keys = Keys(look, "page-keys")

    def compose(self) -> ComposeResult:
        """Put the page above what can be pressed at any time."""
        yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Show the first page."""
        self.set_class(self.app.size.height < _LOW, "low")
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Leave no margins where there are few rows."""
        self.set_class(event.size.height < _LOW, "low")
        self.call_after_refresh(self._offer)

    def on_key(self, event: events.Key) -> None:
        """Take an answer."""
        key = "space" if event.character == " " else event.key
        if self.press(key):
            event.stop()
            event.prevent_default()

    def press(self, key: str) -> bool:
        """Answer with a key; tell whether it meant something."""
        if key == "enter" and not self._panel.at_end:
            # What enter says is said of all of the page.
            self.action_page(1)
            return True
        if not self._interview.press(key.lower()):
            return False
        if self._interview.page is None:
            self.dismiss(result=True)
        else:
            self._show()
        return True

    def on_answers_chosen(self, message: Answers.Chosen) -> None:
        """Answer with what was clicked."""
        self.press(message.key)

    def action_move(self, lines: int) -> None:
        """Move by lines, where there are more than the screen has."""
        self._panel.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Move by what is in view."""
        self._panel.scroll_lines(pages * max(self._panel.size.height - 1, 1))

    def action_help(self) -> None:
        """Show the stop rules."""
        from relaxtimer.tui.library.help import HelpScreen  # noqa: PLC0415 - not needed for the first page

        self.app.push_screen(HelpScreen(self._look))

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(result=False)

    def _show(self) -> None:
        page = self._interview.page
        if page is not None:
            self._panel.ask(page)
            self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        more = self._panel.lines > self._panel.size.height
        scroll = (Key("page(1)", "↓", "More"),) if more else ()
        self._keys.offer((*scroll, Key("help", "?", "Stop rules"), Key("leave", "q", "Leave")))


class Answers(Panel):
    """The text of a page, and its answers, of which each can be clicked."""

    class Chosen(Message):
        """An answer was clicked."""

        def __init__(self, key: str) -> None:
            """Say which."""
            super().__init__()
            self.key = key

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Ask nothing."""
        super().__init__(look, id)
        self._page: Page | None = None

    def ask(self, page: Page) -> None:
        """Show a page, from its beginning; one with the same title stays where it is."""
        first = self.first if self._page is not None and self._page.title == page.title else 0
        self._page = page
        self.tell(paragraph for _, paragraph in _told(page))
        self.show_from(first)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked: a row of an answer, or a number of the scale."""
        if self._page is None:
            return
        line, at = self.first + event.y, 0
        for key, paragraph in _told(self._page):
            height = sum(1 for _ in paragraph.lines(self._room))
            if at <= line < at + height and key:
                event.stop()
                self.post_message(self.Chosen(_number_at(event.x - 1, self._room) if key == _SCALE else key))
                return
            at += height


_SCALE = "scale"
_WIDEST = 5


def _told(page: Page) -> Iterator[tuple[str, Paragraph]]:
    """Give the paragraphs of a page, each with the key that it stands for, if any."""
    yield "", Paragraph(page.title, Ink.SWITCH if page.alarm else Ink.WORK, bold=True)
    yield "", Paragraph()
    for sentence in page.text:
        yield "", Paragraph(sentence, Ink.TEXT, bold=page.alarm)
    if page.scale is not None:
        yield "", Paragraph()
        yield _SCALE, _Scale(ends=page.scale)
    yield "", Paragraph()
    for option in page.options:
        yield option.key, _option(option)


def _option(option: Option) -> Paragraph:
    box = "" if option.marked is None else _TICKED if option.marked else _NOT_TICKED
    name = _NAMES.get(option.key, printed(option.key))
    return Paragraph(f"{box}{option.words}", lead=name.rjust(_LEAD - 2) + "  ", bold=bool(option.marked))


class _Scale(Paragraph, frozen=True):
    """The numbers, with the words at both ends below them."""

    ends: tuple[str, str] = ("", "")

    def lines(self, width: int) -> Iterator[Line]:
        """Lay them out, as wide apart as there is room for."""
        step = _step(width)
        numbers = "".join(str(number).ljust(step) for number in range(MOST)) + "X"
        least, most = self.ends
        yield (Span(numbers, Ink.KEY, bold=True),)
        yield (Span(f"{least}{' ' * max(len(numbers) - len(least) - len(most), 1)}{most}", Ink.DIM),)


def _step(width: int) -> int:
    """Give how far apart the numbers of the scale are."""
    return min(max((width - 1) // MOST, 1), _WIDEST)


def _number_at(column: int, width: int) -> str:
    """Give the key of the number of the scale at a column."""
    number = min(max(column // _step(width), 0), MOST)
    return "x" if number == MOST else str(number)
