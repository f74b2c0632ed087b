"""The history: what was done and how it felt, as text that says everything, and charts where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from relaxtimer.core.ratings import MOST
from relaxtimer.tui.colours import Ink, Look, rgb
from relaxtimer.tui.library.keys import Key, Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import Paragraph
from relaxtimer.tui.library.text import Line, Span, wrapped

if TYPE_CHECKING:
    from textual_plotext import PlotextPlot

# From here on there is room for charts beside the text.
_WIDE = (104, 20)
# Below this, there is no room for columns.
_NARROW = 60
BEFORE, AFTER = "●", "○"
# Days between two marks of the chart, and how much of its place a bar takes.
_TICK, _BAR = 10, 0.5
_INDENT = "  "

_KEYS = (
    ("tab", "The sessions, or the weeks again"),
    ("↑ ↓", "Move in the text"),
    ("?", "This, and the stop rules"),
    ("esc", "Back"),
)


class Report(Struct, frozen=True):
    """What is shown: the weeks and the sessions as lines; one that is no sentence and not indented is a title.

    `sessions_narrow` are the sessions for a terminal that has no room for columns.
    `pains` are days before today with pain before and after, `weeks` the Mondays with their minutes.
    """

    weeks_told: tuple[str, ...]
    sessions_told: tuple[str, ...]
    pains: tuple[tuple[int, int, int | None], ...] = ()
    weeks: tuple[tuple[str, int], ...] = ()
    sessions_narrow: tuple[str, ...] = ()


class HistoryScreen(Screen[None]):
    """Shows the weeks, and with a key the sessions."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    HistoryScreen { layout: vertical; }
    HistoryScreen #told { width: 1fr; height: 1fr; margin: 1 1 0 1; }
    HistoryScreen #middle { height: 1fr; }
    HistoryScreen #charts { width: 44; height: 1fr; margin: 1 1 0 1; display: none; }
    HistoryScreen.wide #charts { display: block; }
    HistoryScreen.sessions #charts { display: none; }
    HistoryScreen #charts PlotextPlot { height: 1fr; }
    HistoryScreen #history-keys { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("tab", "turn", show=False),
        Binding("question_mark", "help", show=False),
        Binding("escape,q,enter", "close", show=False),
    ]

    def __init__(self, report: Report, look: Look) -> None:
        """Show the weeks first."""
        super().__init__()
        self._report = report
        self._look = look
        self._sessions = False
        self._panel = Panel(look, "told")
        self._keys = Keys(look, "history-keys")
        self._charted = self._narrow = False

    def compose(self) -> ComposeResult:
        """Put the text beside room for charts."""
        with Horizontal(id="middle"):
            yield self._panel
            yield Vertical(id="charts")
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is."""
        self._make_room(self.app.size.width, self.app.size.height)
        self._narrow = self.app.size.width < _NARROW
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """Show charts where there is room for them, and columns."""
        self._make_room(event.size.width, event.size.height)
        narrow = event.size.width < _NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self._tell()

    def _make_room(self, width: int, height: int) -> None:
        wide = width >= _WIDE[0] and height >= _WIDE[1] and bool(self._report.pains or self._report.weeks)
        self.set_class(wide, "wide")
        if wide and not self._charted:
            self._charted = True
            from textual_plotext import PlotextPlot  # noqa: PLC0415 - only where it is drawn

            charts = self.query_one("#charts")
            charts.mount(*(self._chart(kind, PlotextPlot()) for kind in ("pain", "minutes")))

    def _chart(self, kind: str, plot: PlotextPlot) -> PlotextPlot:
        draw = plot.plt
        before_ink, after_ink = rgb(self._look, Ink.KEY), rgb(self._look, Ink.WORK)
        if kind == "pain":
            draw.title(f"Pain before {BEFORE} and after {AFTER}, by days ago")
            days = [-day for day, _, _ in self._report.pains]
            draw.scatter(days, [before for _, before, _ in self._report.pains], marker=BEFORE, color=before_ink)
            rated = [(-day, after) for day, _, after in self._report.pains if after is not None]
            draw.scatter([day for day, _ in rated], [after for _, after in rated], marker=AFTER, color=after_ink)
            draw.ylim(0, MOST)
            draw.yticks(list(range(0, MOST + 1, 2)))
            ticks: list[float] = list(range(-max(-min(days, default=0) // _TICK * _TICK, _TICK), 1, _TICK))
            # A place more than there are days, or the last mark has no room.
            draw.xlim(min(days, default=0) - 1, 1)
            draw.xticks(ticks, [f"{-tick:g}" for tick in ticks])
        else:
            draw.title("Minutes a week")
            minutes = [minutes for _, minutes in self._report.weeks]
            draw.bar([week[5:] for week, _ in self._report.weeks], minutes, width=_BAR, color=after_ink)
            draw.yticks([0, max(*minutes, 1)])
        return plot

    def action_turn(self) -> None:
        """Show the sessions, or the weeks again."""
        self._sessions = not self._sessions
        self.set_class(self._sessions, "sessions")
        self._tell()

    def action_move(self, lines: int) -> None:
        """Move by lines."""
        self._panel.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Move by what is in view."""
        self._panel.scroll_lines(pages * max(self._panel.size.height - 1, 1))

    def action_help(self) -> None:
        """Show the keys here and the stop rules."""
        from relaxtimer.tui.library.help import HelpScreen  # noqa: PLC0415 - seldom needed

        self.app.push_screen(HelpScreen(self._look, (("Keys here", _KEYS),)))

    def action_close(self) -> None:
        """Go back, or end where there is nothing to go back to."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def _tell(self) -> None:
        sessions = self._report.sessions_told
        if self._narrow:
            sessions = self._report.sessions_narrow or sessions
        told = sessions if self._sessions else self._report.weeks_told
        self._panel.tell(_paragraph(line) for line in told)
        turn = "Weeks" if self._sessions else "Sessions"
        scroll = Key("page(1)", "↑ ↓", "More")
        self._keys.offer((Key("turn", "tab", turn), scroll, Key("help", "?", "Help"), Key("close", "esc", "Back")))


class _AsItIs(Paragraph, frozen=True):
    """A line whose columns stay where they are, as long as there is room for them."""

    def lines(self, width: int) -> Iterator[Line]:
        """Give the line; what there is no room for goes on below, and the columns before it stay."""
        rest = self.text
        while cell_len(rest) > width:
            at = _break(rest, width)
            if at is None:
                for text in wrapped(rest, width - 2 * len(_INDENT)):
                    yield (Span(_INDENT * 2), Span(text, self.ink, self.bold))
                return
            yield (Span(rest[:at].rstrip(), self.ink, self.bold),)
            rest = _INDENT * 2 + rest[at:].lstrip()
        yield (Span(rest, self.ink, self.bold),)


def _break(text: str, width: int) -> int | None:
    """Find where a line is to be broken: between columns, unless that leaves most of it empty, or between words."""
    end = next(end for end in range(len(text), -1, -1) if cell_len(text[:end]) <= width)
    begun = len(text) - len(text.lstrip())
    between = text.rfind("  ", begun, end)
    at = between if between > width // 2 else text.rfind(" ", begun, end + 1)
    return at if at > begun else None


def _paragraph(line: str) -> Paragraph:
    if line.startswith(" ") or "  " in line:
        return _AsItIs(line)
    title = bool(line) and not line.endswith(".")
    return Paragraph(line, Ink.WORK if title else Ink.TEXT, bold=title)
