"""`relaxtimer show ROUTINE`: the timeline as it will run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from relaxtimer.cli.closing import closed
from relaxtimer.cli.fitting import fitted, start_of
from relaxtimer.cli.layout import beside, cells, indented, width_of
from relaxtimer.cli.own_record import own_record
from relaxtimer.cli.planning import first_side, own_routine
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.core.contraindications import sentence_of_routine, sentences_of_steps
from relaxtimer.core.duration import Milliseconds, clock, in_words, seconds
from relaxtimer.core.last_day import notice_of_last_day
from relaxtimer.core.preparing import prepared
from relaxtimer.core.routine import Routine, Step, with_side
from relaxtimer.core.safety.told import not_for
from relaxtimer.core.segment import Segment
from relaxtimer.core.timeline import Timeline
from relaxtimer.core.variants import eased_from_the_start, easing_told
from relaxtimer.library.library import Library
from relaxtimer.today import today

HEADINGS = ("TIME", "PHASE", "SIDE", "STEP", "PART", "ROUND", "POSITION")
# The columns whose texts are broken into lines; the others are as wide as their longest text.
STEP, PART = HEADINGS.index("STEP"), HEADINGS.index("PART")
# From this width on, each thing has its column; below, all from the step on stands together.
ALL_COLUMNS = 76
GAP = 2


def show(options: argparse.Namespace, out: TextIO) -> int:
    """Show a routine as it will run. Raises `Failure` where it or the settings cannot be read, or it not be fitted."""
    library, store, settings = Library(), own_record(), own_settings()
    own = own_routine(library, options.routine, store, settings)
    written = prepared(own.routine, settings.session.prepare)
    routine = written
    notes = [*closed(store, own.loaded.routine), not_for(own.suited, own.loaded.routine), *own.notes]
    notes.append(notice_of_last_day(written, today()))
    if options.minutes is not None:
        routine, said = fitted(written, options.minutes)
        notes += [said, *_changes(written, routine)]
    for notice in (*library.notices, *store.news()):
        sys.stderr.write(f"relaxtimer: {notice}\n")
    timeline = eased_from_the_start(Timeline.of(routine, first_side(options, own.personal)), own.personal.hurting)
    start = start_of(timeline, options.from_step)
    notes += easing_told(timeline, own.personal.hurting, start=start)
    if options.json:
        json.dump(_as_json(timeline, start), out, indent=2)
        out.write("\n")
        return 0
    out.writelines(f"{text}\n" for text in _page(timeline, start, notes, width_of(out)))
    return 0


# For programs


def _as_json(timeline: Timeline, start: Milliseconds) -> dict[str, Any]:
    return {
        "routine": timeline.routine.id,
        "title": timeline.routine.name,
        "total_seconds": seconds(timeline.total),
        "segments": [_segment_as_json(segment) for segment in timeline.segments if segment.start >= start],
        "cues": [
            {"at": seconds(cue.at), "kind": cue.kind.value, "text": cue.text}
            for cue in timeline.cues
            if cue.at >= start
        ],
    }


def _segment_as_json(segment: Segment) -> dict[str, Any]:
    return {
        "start": seconds(segment.start),
        "end": seconds(segment.end),
        "phase": segment.phase.value,
        "step": segment.number,
        "step_title": segment.step.name,
        "exercise": segment.step.id,
        "position": segment.step.position.value,
        "side": segment.side.value if segment.side else None,
        "round": {"n": segment.round.n, "of": segment.round.of} if segment.round else None,
        "part": _part(segment) or None,
    }


def _part(segment: Segment) -> str:
    return with_side(segment.part.name, segment.side) if segment.part else ""


# For people


def _page(timeline: Timeline, start: Milliseconds, notes: Sequence[str], width: int) -> Iterator[str]:
    routine = timeline.routine
    yield indented(routine.name, width)
    if routine.summary:
        yield indented(routine.summary, width)
    yield indented(f"Needs: {', '.join(routine.equipment) or 'nothing'}.", width)
    yield from (indented(f"Before you start: {caution}", width) for caution in routine.cautions)
    yield from (indented(note, width) for note in (sentence_of_routine(routine), *notes) if note)
    yield ""
    yield from _table([segment for segment in timeline.segments if segment.start >= start], timeline.total, width)
    yield ""
    yield from (indented(sentence, width) for sentence in sentences_of_steps(routine))
    yield from (indented(f"At the end: {words}", width) for words in [" ".join(routine.after)] if words)
    yield indented(_length(timeline, start), width)


def _length(timeline: Timeline, start: Milliseconds) -> str:
    """Say how long the whole is, and where it is begun later, how long it is from there."""
    whole = f"{_about(timeline, 0)}, {_steps(timeline)}."
    return f"From here: {_about(timeline, start)}; the whole: {whole}" if start else f"Total: {whole}"


def _about(timeline: Timeline, start: Milliseconds) -> str:
    waits = any(segment.waits for segment in timeline.segments if segment.start >= start)
    return f"{'about ' if waits else ''}{in_words(timeline.total - start)}"


def _steps(timeline: Timeline) -> str:
    return "1 step" if timeline.steps == 1 else f"{timeline.steps} steps"


def _table(segments: Sequence[Segment], total: Milliseconds, width: int) -> Iterator[str]:
    rows = [HEADINGS, *(_row(segment) for segment in segments), (clock(total), "end", *[""] * (len(HEADINGS) - 2))]
    used = [at for at in range(len(HEADINGS)) if any(row[at] for row in rows[1:])]
    if width < ALL_COLUMNS:
        used = [at for at in used if at <= STEP]
        rows = [HEADINGS, *((*row[:STEP], " · ".join(filter(None, row[STEP:]))) for row in rows[1:])]
    widths = _widths(rows, used, width)
    for row in rows:
        yield beside([(row[at], widths[at]) for at in used], " " * GAP)


def _row(segment: Segment) -> tuple[str, ...]:
    return (
        clock(segment.start),
        segment.phase.value,
        segment.side.value if segment.side else "",
        f"{segment.number} {segment.step.name}{' (until you are ready)' if segment.waits else ''}",
        _part(segment),
        f"{segment.round.n} of {segment.round.of}" if segment.round else "",
        segment.step.position.value,
    )


def _widths(rows: Sequence[Sequence[str]], used: Sequence[int], width: int) -> dict[int, int]:
    """Give each column what its longest text needs; step and part share what is left."""
    widths = {at: max(cells(row[at]) for row in rows) for at in used}
    left = width - GAP * (len(used) - 1) - sum(widths[at] for at in used if at not in {STEP, PART})
    if PART in widths:
        widths[PART] = min(widths[PART], max(left // 3, 1))
        left -= widths[PART]
    widths[STEP] = min(widths[STEP], max(left, 1))
    return widths


# What --minutes changed


def _changes(before: Routine, after: Routine) -> Iterator[str]:
    """Say which steps became shorter or longer, from what to what."""
    pairs = list(_pairs(before.steps, after.steps))
    for words, sign in (("Shorter", -1), ("Longer", 1)):
        changed = [
            f"{new.name} {clock(old.lasting.duration)} to {clock(new.lasting.duration)}"
            f"{' a side' if new.two_sided else ''}"
            for old, new in pairs
            if (new.lasting.duration - old.lasting.duration) * sign > 0
        ]
        if changed:
            yield f"{words}: {'; '.join(changed)}."


def _pairs(before: Sequence[Step], after: Sequence[Step]) -> Iterator[tuple[Step, Step]]:
    """Yield each step that was kept with what it was; fitting keeps their order."""
    olds = iter(before)
    for new in after:
        yield next(old for old in olds if (old.id, old.name, old.sides) == (new.id, new.name, new.sides)), new
