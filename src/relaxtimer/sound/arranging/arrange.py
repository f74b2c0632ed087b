"""From notes to everything in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.arranging.sounds import barriers, sounding
from relaxtimer.sound.arranging.speaker import Speaker
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Arrangement


def arrange(
    notes: Sequence[Note],
    length_of: Callable[[str], Milliseconds | None],
    *,
    profile: str,
    voice: bool = True,
) -> Arrangement:
    """Put every sound and all words in their places, in the order of time.

    `length_of(words)` is the length of their clip in milliseconds, `None` while that is not known: they are taken to be
    said at 150 words a minute then. `profile` gives the sounds of notes that name none. Without a voice there are the
    sounds alone.
    """
    found = sorted(sounding(notes, profile), key=lambda each: each.note.at)
    if not voice:
        return Arrangement(tuple(each.placed(each.note.at) for each in found if each.name))
    speaker = Speaker(found, barriers(found), length_of)
    speaker.say_all()
    sounds = [each.placed(each.note.at) for each in found if each.name and not each.moves]
    placed = sorted([*sounds, *speaker.placed], key=lambda each: each.at)
    return Arrangement(tuple(placed), tuple(speaker.unfit), tuple(speaker.lateness.late))
