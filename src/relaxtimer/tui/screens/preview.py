"""A routine while it is written: its timeline, words and figures beside the editor, anew after each save."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator
from typing import ClassVar, Protocol

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from relaxtimer.core.duration import SECOND, clock, in_words
from relaxtimer.core.routine import Step, with_side
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Timeline
from relaxtimer.figure.shown import Shown
from relaxtimer.notation.characters import escaped
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.keys import Key, Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import DOT, Paragraph, length_words
from relaxtimer.tui.sentences import all_sentences
from relaxtimer.tui.widgets.playing import Playing

# In seconds: a save is seen before one has looked over.
_EVERY = 0.5
_WIDE = 76
_LOW = 14
_KEYS = (
    ("← →", "The step before, the next one"),
    ("↑ ↓", "Move in the words"),
    ("?", "This, and the stop rules"),
    ("q esc", "Leave; the file stays as you saved it"),
)
_BULLET = "• "


class Reading(Struct, frozen=True):
    """A file as it is now: what it takes to do it, or the mistakes that are in it; and the doubts."""

    plan: Plan | None
    mistakes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class Source(Protocol):
    """Where the file is read from."""

    name: str

    def stamp(self) -> Hashable:
        """Give something that is another as soon as the file has changed."""
        ...

    def read(self) -> Reading:
        """Read the file as it is now."""
        ...


class PreviewScreen(Screen[None]):
    """Shows one step at a time; what was written last without a mistake stays while there is one."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    PreviewScreen { layout: vertical; }
    PreviewScreen #middle { height: 1fr; layout: vertical; }
    PreviewScreen.wide #middle { layout: horizontal; }
    PreviewScreen #words { width: 1fr; height: 1fr; margin: 1 0 0 1; }
    PreviewScreen #playing { width: 1fr; height: 45%; }
    PreviewScreen.wide #playing { width: 48%; height: 1fr; }
    PreviewScreen.low #words { margin: 0; }
    PreviewScreen #keys { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n,space", "go(1)", show=False),
        Binding("left,b", "go(-1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("home", "scroll(-10000)", show=False),
        Binding("end", "scroll(10000)", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, source: Source, look: Look, *, figures: str, calm: bool) -> None:
        """Follow a file."""
        super().__init__()
        self._source = source
        self._stamp = source.stamp()
        self._reading = source.read()
        self._plan = self._reading.plan
        self._at = 0
        self._panel = Panel(look, "words")
        self._playing = Playing(look, "playing", figures, calm=calm)
        self._keys = Keys(look, "keys")

    def compose(self) -> ComposeResult:
        """Put words and figure beside each other, or above each other."""
        with Horizontal(id="middle"):
            yield self._playing
            yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is, and look again and again."""
        self._make_room(self.app.size)
        keys = (("go(-1)", "←", ""), ("go(1)", "→", "Step"), ("scroll(1)", "↑ ↓", "More"), ("help", "?", "Help"))
        self._keys.offer(tuple(Key(*key) for key in (*keys, ("leave", "q", "Leave"))))
        self._show()
        self.set_interval(_EVERY, self._look)

    def on_resize(self, event: events.Resize) -> None:
        """Put them as there is room."""
        self._make_room(event.size)
        self._show()

    def _make_room(self, size: Size) -> None:
        self.set_class(size.width >= _WIDE, "wide")
        self.set_class(size.height < _LOW, "low")

    def action_go(self, by: int) -> None:
        """Show another step."""
        if self._plan is not None:
            self._at = min(max(self._at + by, 0), self._plan.timeline.steps - 1)
            self._show()

    def action_scroll(self, lines: int) -> None:
        """Move in the words."""
        self._panel.scroll_lines(lines)

    def action_help(self) -> None:
        """Show the keys here and the stop rules."""
        from relaxtimer.tui.library.help import HelpScreen  # noqa: PLC0415 - seldom needed

        self.app.push_screen(HelpScreen(self._panel.look, (("Keys here", _KEYS),)))

    def action_leave(self) -> None:
        """End."""
        self.app.exit()

    def _look(self) -> None:
        stamp = self._source.stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self._reading = self._source.read()
            self._plan = self._reading.plan or self._plan
            self._show()

    def _show(self) -> None:
        name = "" if self.has_class("low") else self._source.name
        name = name if self.has_class("wide") else os.path.basename(name)  # noqa: PTH119 - a text, as it was given
        self._panel.tell(told(name, self._reading, self._plan, self._at))
        step = None if self._plan is None else step_at(self._plan.timeline, self._at)
        figure = None if self._plan is None or step is None else self._plan.figure(step)
        # Without a figure, or with little room, the words have it too; that figures are off is said in it.
        small = self.has_class("low") and not self.has_class("wide")
        self._playing.display = not small and (figure is not None or self._playing.projector is None)
        self._playing.play(None if step is None or figure is None else Shown.of(step, figure))


def step_at(timeline: Timeline, place: int) -> Step:
    """Give a step by its place, the last one where there are not so many."""
    return next(each.step for each in timeline.occurrences if each.number == min(place + 1, timeline.steps))


def told(name: str, reading: Reading, plan: Plan | None, place: int) -> Iterator[Paragraph]:
    """Tell what is wrong first, then the timeline and the step, then what is in doubt; without a name in few lines."""
    if name:
        yield Paragraph(escaped(name), Ink.DIM)
    if reading.mistakes:
        count = len(reading.mistakes)
        yield Paragraph("1 mistake" if count == 1 else f"{count} mistakes", Ink.SWITCH, bold=True)
        yield from (Paragraph(each, lead=_BULLET) for each in reading.mistakes)
        yield Paragraph()
        if plan is not None:
            yield Paragraph("Below: as it was without them.", Ink.DIM)
    if plan is not None:
        yield from _of_step(plan.timeline, place, short=not name)
    if reading.doubts:
        yield from (Paragraph(), Paragraph("Doubts", Ink.SWITCH, bold=True))
        yield from (Paragraph(each, lead=_BULLET) for each in reading.doubts)


def _of_step(timeline: Timeline, place: int, *, short: bool) -> Iterator[Paragraph]:
    step = step_at(timeline, place)
    occurrence = next(each for each in timeline.occurrences if each.step is step)
    segment = timeline.segments[occurrence.first]
    number = min(place + 1, timeline.steps)
    if not short:
        yield Paragraph(timeline.routine.name, bold=True, right=in_words(timeline.total))
    yield Paragraph(timeline=timeline, at=occurrence.start)
    if not short:
        yield Paragraph()
    yield Paragraph(f"{number} of {timeline.steps}: {step.name}", Ink.WORK, bold=True)
    facts = (step.kind.value, segment.step.position.words, length_words(step), f"from {clock(occurrence.start)}")
    yield Paragraph(DOT.join(facts), Ink.DIM)
    yield Paragraph()
    yield from (Paragraph(each, lead=_BULLET) for each in all_sentences(segment) if each)
    yield from (Paragraph(each, Ink.SWITCH, lead="! ") for each in step.cautions)
    yield from (Paragraph(), Paragraph("How it runs", Ink.WORK, bold=True))
    for part in timeline.segments[occurrence.first : occurrence.last + 1]:
        lasts = "until ready" if part.waits else f"{part.duration / SECOND:g} s"
        yield Paragraph(_phase(part), lead=f"{clock(part.start):>5}  ", right=lasts)


def _phase(segment: Segment) -> str:
    what = segment.phase.value
    if segment.phase is Phase.WORK and segment.part is not None:
        what = with_side(segment.part.name, segment.side)
    return what if segment.side is None else f"{what}, {segment.side.value}"
