"""Notes -> sounds and words in their places, by someone who knows how long each of them takes.

The rules. Every sound is exactly where its note is. Words are never over other words, nor over the loud part of a
sound: they begin after it, and end before the next; only breath and tempo go on under them. Announcements come first,
a name rather late than never, in their brief form where the whole one would be; sentences find the room between, in
their order, and are left out where there is none before they end. The words of a phase are said at its beginning or
not at all, and while sentences wait for nothing but their turn the phases have their sounds alone: then the first whole
cycle that is clear of other words is named. A sentence that talks of one phase begins in it and is over before its
opposite. What is never said is told, and so is what comes later than it is due. Each word has its place by what comes
before it and by times that stand: a clip that is shorter or longer than was thought never moves what is before it.
"""

from __future__ import annotations

from relaxtimer.sound.arranging.arrange import arrange
from relaxtimer.sound.arranging.doubts import doubts_of
from relaxtimer.sound.arranging.words import sayable

__all__ = ["arrange", "doubts_of", "sayable"]
