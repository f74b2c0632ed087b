"""What is told of a routine before it is started. Pure: a row and its plan in, lines of a width out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from rich.cells import cell_len

from relaxtimer.core.body import Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.contraindications import LEAVE_IT, is_against, of_routine
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds, clock, in_words
from relaxtimer.core.evidence import evidence_of
from relaxtimer.core.lasting import Breaths, Lasting, Parts, Repetitions, UntilReady
from relaxtimer.core.routine import Item, Routine, Step
from relaxtimer.core.timeline import Timeline
from relaxtimer.notation.characters import escaped
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.text import Line, Span, wrapped
from relaxtimer.tui.widgets.chapters import bar

DOT = " · "
_BULLET = "• "
_NO_TIME = " " * 7


class Paragraph(Struct, frozen=True):
    """A text that is wrapped.

    `lead` stands before its first line, and as much space before the others; `right` stands at the end of its last.
    A `timeline` is drawn as a bar of its steps in place of a text, `at` a position on it.
    """

    text: str = ""
    ink: Ink = Ink.TEXT
    bold: bool = False
    lead: str = ""
    right: str = ""
    timeline: Timeline | None = None
    at: Milliseconds | None = None

    def lines(self, width: int) -> Iterator[Line]:
        """Lay it out in lines of at most so many cells."""
        if self.timeline is not None:
            position = self.timeline.total if self.at is None else self.at
            yield (Span(bar(self.timeline, position, width), Ink.WORK),)
            return
        indent = cell_len(self.lead)
        texts = wrapped(self.text, width - indent) or [""]
        for place, text in enumerate(texts[:-1]):
            yield self._line(text, first=not place)
        last = self._line(texts[-1], first=len(texts) == 1)
        gap = width - indent - cell_len(texts[-1]) - cell_len(self.right)
        if not self.right:
            yield last
        elif gap > 1:
            yield (*last, Span(" " * gap), Span(self.right, Ink.DIM))
        else:
            yield last
            yield from (_at_the_right(text, width) for text in wrapped(self.right, width))

    def _line(self, text: str, *, first: bool) -> Line:
        lead = self.lead if first else " " * cell_len(self.lead)
        return (Span(lead, Ink.DIM), Span(text, self.ink, self.bold))


def _at_the_right(text: str, width: int) -> Line:
    return (Span(" " * (width - cell_len(text))), Span(text, Ink.DIM))


def laid(paragraphs: Iterable[Paragraph], width: int) -> list[Line]:
    """Lay paragraphs out below each other."""
    return [line for paragraph in paragraphs for line in paragraph.lines(width)]


def preview(row: Row, plan: Plan | str, edit: str, titles: Mapping[str, str] | None = None) -> list[Paragraph]:
    """Tell everything of a routine; in place of a plan, why there is none, and the key that would `edit` it.

    `titles` are what other routines are called, by the names they are run by.
    """
    told = [Paragraph(row.name, bold=True)]
    if isinstance(plan, str):
        return [*told, *_refusal(row, plan, edit)]
    routine = plan.timeline.routine
    facts = (in_words(plan.timeline.total), _steps(plan.timeline), row.origin, row.done)
    told.append(Paragraph(DOT.join(each for each in facts if each), Ink.DIM))
    told.append(Paragraph(timeline=plan.timeline))
    told += [Paragraph(note, Ink.KEY) for note in plan.notes]
    if routine.summary:
        told += [Paragraph(), Paragraph(routine.summary)]
    told += [
        Paragraph(),
        Paragraph(_or_nothing(routine.equipment or row.equipment), lead="needs      "),
        Paragraph(", ".join(position.words for position in routine.positions), lead="positions  "),
    ]
    told += [Paragraph(text, lead=lead) for lead, text in _facts(routine) if text]
    told += _listed("Before you start", Ink.SWITCH, routine.cautions)
    told += [Paragraph(), Paragraph(evidence_of(routine), Ink.DIM)]
    told += _avoided(routine, titles or {})
    told += _all_steps(plan.timeline)
    told += _listed("Take care", Ink.SWITCH, _step_cautions(routine))
    told += _listed("Leave single steps out if this fits you", Ink.SWITCH, _steps_avoided(routine))
    told += _listed("Done differently", Ink.DIM, routine.alternative)
    return [*told, *_listed("At the end", Ink.DIM, routine.after)]


def _refusal(row: Row, why: str, edit: str) -> Iterator[Paragraph]:
    yield Paragraph(f"{row.origin}{DOT}cannot be started", Ink.DIM)
    if row.mistake and row.file:
        # The file is told once; before each mistake are its line and column.
        file = escaped(row.file)
        yield from (Paragraph(file, Ink.DIM), Paragraph())
        for line in why.splitlines():
            at = line.removeprefix(f"{file}:")
            yield Paragraph(line, Ink.SWITCH, bold=True) if at == line else Paragraph(at, lead=_BULLET)
        yield from (Paragraph(), Paragraph(f"{edit} opens it in your editor.", Ink.DIM))
        return
    yield Paragraph()
    yield from map(Paragraph, why.splitlines())


def _facts(routine: Routine) -> tuple[tuple[str, str], ...]:
    return (("how often  ", routine.frequency), ("until      ", routine.until), ("by         ", routine.author))


def _listed(title: str, ink: Ink, sentences: Iterable[str]) -> Iterator[Paragraph]:
    items = [Paragraph(sentence, lead=_BULLET) for sentence in sentences]
    if items:
        yield from (Paragraph(), Paragraph(title, ink, bold=True))
        yield from items


def _step_cautions(routine: Routine) -> tuple[str, ...]:
    own = [f"{step.name}: {caution}" for step in routine.steps for caution in step.cautions]
    return tuple(dict.fromkeys(own))


def _avoided(routine: Routine, titles: Mapping[str, str]) -> Iterator[Paragraph]:
    """Tell whom the routine is not for, those together who are offered the same in its place."""
    found = of_routine(routine)
    if found:
        yield from (Paragraph(), Paragraph(LEAVE_IT, Ink.SWITCH, bold=True))
    for each in found:
        yield from (Paragraph(condition.words, lead=_BULLET) for condition in each.conditions)
        if each.instead:
            yield Paragraph(f"instead: {titles.get(each.instead, each.instead)}", Ink.KEY, lead="  ")


def _steps_avoided(routine: Routine) -> Iterator[str]:
    for condition in Condition:
        names = dict.fromkeys(step.name for step in routine.steps if is_against(condition, step))
        if names and not is_against(condition, routine):
            yield f"{condition.words}: {', '.join(names)}"


def _all_steps(timeline: Timeline) -> Iterator[Paragraph]:
    yield from (Paragraph(), Paragraph("Steps", Ink.WORK, bold=True))
    yield from _Steps(timeline).told(timeline.routine.items)


class _Steps:
    """The steps as they are written, with when each comes up first, and the position where it changes."""

    def __init__(self, timeline: Timeline) -> None:
        self._starts = {each.number: each.start for each in reversed(timeline.occurrences)}
        self._number = 0
        self._position: Position | None = None

    def told(self, items: tuple[Item, ...], indent: str = "") -> Iterator[Paragraph]:
        """Tell of items, those of a block further in."""
        for item in items:
            if isinstance(item, Step):
                yield from self._step(item, indent)
            else:
                yield Paragraph(f"{item.rounds} rounds", Ink.WORK, lead=f"{indent}{_NO_TIME}")
                yield from self.told(item.items, f"{indent}  ")

    def _step(self, step: Step, indent: str) -> Iterator[Paragraph]:
        self._number += 1
        if step.position is not self._position:
            self._position = step.position
            yield Paragraph(step.position.words, Ink.REST, lead=f"{indent}{_NO_TIME}")
        lead = f"{indent}{clock(self._starts[self._number]):>5}  "
        yield Paragraph(step.name, lead=lead, right=length_words(step))


def length_words(step: Step) -> str:
    """Say how long a step lasts, as short as can be."""
    return f"{_lasts(step.lasting)} a side" if step.two_sided else _lasts(step.lasting)


def _lasts(lasting: Lasting) -> str:
    match lasting:
        case Repetitions():
            return _counted(lasting.count, "time")
        case Breaths():
            return _counted(lasting.count, "breath")
        case Parts():
            return f"{_counted(len(lasting.parts), 'part')}, {_short(lasting.duration)}"
        case UntilReady():
            return f"until ready, about {_short(lasting.about)}"
        case _:
            return _short(lasting.duration)


def _short(duration: Milliseconds) -> str:
    minutes, rest = divmod(duration, MINUTE)
    written = [f"{minutes} min"] if minutes else []
    return " ".join([*written, f"{rest / SECOND:g} s"] if rest or not minutes else written)


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _steps(timeline: Timeline) -> str:
    return _counted(timeline.steps, "step")


def _or_nothing(things: tuple[str, ...]) -> str:
    return ", ".join(things) or "nothing"
