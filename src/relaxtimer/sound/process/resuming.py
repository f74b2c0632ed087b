"""Going on with a score where its words were cut, and with another score while words are said.

The rules. Words that were not heard to their end are said again from their beginning, where they still have their time;
those of a phase of breath or tempo are not. While the work of a step has not begun, its announcement is heard again, or
the change of sides that leads to the work. No sound is struck again. What is said again comes first, in its order, and
what was to follow comes after it. Where the score alone changes, what is being said is said to its end before that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES
from relaxtimer.sound.note import Note
from relaxtimer.sound.pacing import PACES

# The profile in which words come without the sound of their event.
_WITHOUT_SOUND = "silent"
# Words of which no more than this was cut were heard.
_HEARD: Milliseconds = 200
# It takes so long until it is seen that nothing is heard, and so long until a process has taken the place of another.
_NOTICED: Milliseconds = SECOND
_REPLACED: Milliseconds = 3 * SECOND
# What was missed for longer is not told any more.
_WORTH_TELLING: Milliseconds = 15 * SECOND
# A step without time to get into place is announced again within so much of its work.
_FIRST_MOMENTS: Milliseconds = 3 * SECOND
# So long what was asked for may wait for its room: it tells of times that pass.
_FRESH: Milliseconds = 10 * SECOND
# What leads to work, at its start or some time before it.
_LEADING = frozenset({CueKind.STEP, CueKind.SWITCH})
_ASKED = 0
"""The step of notes that are not in the score."""

Key = tuple[Milliseconds, CueKind, str]


class Spoken(Struct, frozen=True):
    """Words with when they are heard, from their start to their end in milliseconds of the score."""

    words: str
    start: Milliseconds
    end: Milliseconds

    def at(self, position: Milliseconds) -> bool:
        """Tell whether they are being said at a position."""
        return self.start <= position < self.end


class Resumed(Struct, frozen=True):
    """A place at which a score was gone on with: `silenced` have no words more, `again` and `more` come from there on.

    It was `made` at an earlier position where something was being said until there. `asked` tells that `more` was asked
    for.
    """

    made: Milliseconds
    position: Milliseconds
    silenced: frozenset[Key] = frozenset()
    again: tuple[Key, ...] = ()
    more: tuple[Note, ...] = ()
    asked: bool = False

    def applied(self, notes: Sequence[Note]) -> tuple[Note, ...]:
        """Give the notes as they are heard."""
        moved = {key: note for note in notes if (key := _key(note)) in self.again}
        announced = {note.at for note in moved.values() if note.kind not in WORDS}
        # What is said of a part belongs to its name; any other sentence waits its turn.
        again = (
            moved_to(note, self.position, waits=note.at not in announced)
            for key in self.again
            if (note := moved.get(key)) is not None
        )
        rest = (_wordless(note) if (key := _key(note)) in self.silenced or key in moved else note for note in notes)
        return tuple(sorted((*self.more, *again, *rest), key=lambda note: note.at))


def resumed(
    notes: Sequence[Note], said: Sequence[Spoken], position: Milliseconds, since: Milliseconds, carried: Note | None
) -> Resumed:
    """Go on at a position with notes whose words are heard as `said`, and with those of `carried`, which were cut.

    Nothing was heard `since` another position before, or since that one.
    """
    since = since if position - since <= _WORTH_TELLING else position
    before = _open(notes, position, position)
    silenced, again = set[Key](), dict[Key, None]()
    for each, note in _pairs(said, before):
        if note.kind in PACES or note.step == _ASKED or note.until <= position:
            continue
        if each.end > since + _HEARD or each.start >= position:
            again.setdefault(_key(note))
        elif each.end > position:
            silenced.add(_key(note))
    more = [] if carried is None else [moved_to(carried, position, waits=True)]
    announcement = _announcement(notes, again, position)
    return Resumed(position, position, frozenset(silenced), tuple(again), (*announcement, *more))


def changed(
    notes: Sequence[Note], said: Sequence[Spoken], here: Milliseconds, being_said: Spoken | None, *, moves: bool
) -> tuple[Resumed, Note | None]:
    """Go on with other notes, where the words of those before are heard as `said`; give the note of what is being said.

    `moves` tells that it is said to its end.
    """
    place = being_said.end + PAUSE_BETWEEN_SENTENCES if being_said is not None and moves else here
    before = _open(notes, here, place)
    carried: Note | None = None
    silenced, again = set[Key](), dict[Key, None]()
    for each, note in _pairs([*said, *filter(None, [being_said])], before):
        if each == being_said:
            carried = note
            silenced.add(_key(note))
        elif each.start > here and note.until > place and note.kind not in PACES:
            again.setdefault(_key(note))
    for note in before:
        if here < note.at and note.kind in PACES:
            silenced.add(_key(note))
        elif here < note.at and note.until > place:
            again.setdefault(_key(note))
    return Resumed(here, place, frozenset(silenced), tuple(each for each in again if each not in silenced)), carried


def asked(sentences: Sequence[str], here: Milliseconds, position: Milliseconds) -> Resumed:
    """Say what was asked for here from a position on, before anything else there."""
    until = position + _FRESH
    return Resumed(
        here,
        position,
        more=tuple(
            Note(at=position, kind=CueKind.NEXT, words=words, until=until, step=_ASKED, profile=_WITHOUT_SOUND)
            for words in sentences
        ),
        asked=True,
    )


def lost_since(heard: Milliseconds | None, here: Milliseconds) -> Milliseconds:
    """Give since when nothing was heard, where that was seen after a while; `heard` is `None` for another process."""
    return here - _REPLACED if heard is None else heard - _NOTICED


def was_cut(spoken: Spoken, position: Milliseconds, since: Milliseconds) -> bool:
    """Tell whether words were cut where nothing was heard since a position, or since another one."""
    return spoken.start < position and spoken.end > since + _HEARD


def moved_to(note: Note, position: Milliseconds, *, waits: bool) -> Note:
    """Give a note whose words come from a position on, or as a sentence that waits for its turn there."""
    if note.kind in WORDS:
        return replace(note, at=position + waits)
    return replace(note, at=position, profile=_WITHOUT_SOUND, file=None)


def _open(notes: Sequence[Note], here: Milliseconds, until: Milliseconds) -> list[Note]:
    """Give the notes with words of the step that is done at a place, up to another one."""
    step = next((note.at for note in reversed(notes) if note.kind is CueKind.STEP and note.at <= here), 0)
    return [note for note in notes if step <= note.at < until and note.words]


def _pairs(said: Sequence[Spoken], notes: Sequence[Note]) -> Iterator[tuple[Spoken, Note]]:
    """Yield words with their note: the last one before them that has them."""
    for each in said:
        timely = (note for note in reversed(notes) if note.at <= each.start < note.until)
        note = next((note for note in timely if each.words in {note.words, note.brief}), None)
        if note is not None:
            yield each, note


def _announcement(notes: Sequence[Note], again: Collection[Key], position: Milliseconds) -> tuple[Note, ...]:
    """Give the announcement that is heard again though it was heard; none where the work has begun."""
    before = (note for note in reversed(notes) if note.at <= position and note.kind in _LEADING)
    note = next(before, None)
    if note is None or note.at == position or _key(note) in again or not note.words:
        return ()
    begins = next((each.at for each in notes if each.at >= note.at and each.kind not in WORDS | _LEADING), note.until)
    if begins > note.at:
        return (replace(moved_to(note, position, waits=False), until=begins),) if position < begins else ()
    first_moments = note.kind is CueKind.STEP and position < note.at + _FIRST_MOMENTS
    return (moved_to(note, position, waits=False),) if first_moments else ()


def _wordless(note: Note) -> Note:
    return replace(note, words="", brief="")


def _key(note: Note) -> Key:
    return note.at, note.kind, note.words
