"""Which moment of a figure is shown when: by breath or tempo, or calmly by itself."""

from __future__ import annotations

from math import ceil, cos, pi

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.pattern import Motion, Pattern
from relaxtimer.figure.figure import Figure, Keyframe, Plays
from relaxtimer.figure.pose import Pose, blended
from relaxtimer.figure.ways import way

# So many pictures a second, and so many at most between two keyframes; those of a movement that comes again are the
# same ones. What moves by less than this in centimetres from one to the next is half a pixel at the usual size.
FRAMES = 15
STEPS = 60
_SEEN = 0.7
# A calm breath of a body at rest, and how far belly and ribs rise with it (our own: to be seen, not to be followed).
CALM_BREATH: Milliseconds = 5_500
_BREATHS = 8
_BELLY, _RIBS = 1.8, 0.8

# Where frames do not say it, one moves to the first on these, and to the second on the others.
_HOME = frozenset({Motion.IN, Motion.DOWN})
_AWAY = frozenset({Motion.OUT, Motion.UP})


class Shot(Struct, frozen=True):
    """A moment: between which keyframes, `share` of `STEPS` of the way; how far breathed in, of `_BREATHS`.

    `motion` is that of the pace, where there is one.
    """

    before: int
    after: int
    share: int = 0
    breath: int = 0
    part: int | None = None
    motion: Motion | None = None


def nearest(shot: Shot) -> int:
    """Give the keyframe that a moment is nearer to."""
    return shot.after if 2 * shot.share >= STEPS else shot.before


def motions_of(figure: Figure, shot: Shot) -> frozenset[Motion]:
    """Give the motion of a moment, or where nothing paces it, those on which one comes to its keyframe."""
    if shot.motion is not None:
        return frozenset({shot.motion})
    if any(frame.on for frame in figure.frames):
        return figure.frames[nearest(shot)].on
    return _AWAY if nearest(shot) else _HOME


def pose_of(figure: Figure, shot: Shot) -> Pose:
    """Give the pose of a moment."""
    before, after = figure.frames[shot.before].pose, figure.frames[shot.after].pose
    pose = blended(before, after, eased(shot.share / STEPS))
    if not shot.breath:
        return pose
    filled = shot.breath / _BREATHS
    return blended(pose, _filled(pose, filled), 1.0)


def eased(share: float) -> float:
    """Begin and end softly."""
    return (1 - cos(pi * share)) / 2


def _filled(pose: Pose, filled: float) -> Pose:
    return replace(pose, belly=pose.belly + _BELLY * filled, ribs=pose.ribs + _RIBS * filled)


class Film(Struct, frozen=True):
    """A figure as it is shown in one step: `moving` tells whether it goes round where nothing paces it."""

    figure: Figure
    moving: bool

    @classmethod
    def of(cls, figure: Figure, *, still: bool) -> Film:
        """Show a figure; where it does not say how it plays, one that is `still` holds."""
        plays = figure.plays or (Plays.HOLD if still else Plays.ROUND)
        return cls(figure, plays is Plays.ROUND)

    def indices(self, part: int | None) -> tuple[int, ...]:
        """Give the keyframes of a part: its own where it has some, else those of all."""
        frames = self.figure.frames
        own = tuple(place for place, frame in enumerate(frames) if part is not None and frame.part == part)
        return own or tuple(place for place, frame in enumerate(frames) if frame.part is None) or (0,)

    def paced(self, pattern: Pattern, elapsed: Milliseconds, part: int | None = None) -> Shot:
        """Give the moment so long after the first cycle of a pattern began."""
        indices = self.indices(part)
        if len(indices) == 1:
            return replace(self.resting(elapsed, part), motion=_motion(pattern, elapsed))
        cycle, within = divmod(elapsed, pattern.duration)
        at = self._left_in(pattern, cycle, indices)
        for place, phase in enumerate(pattern.phases):
            to = self._goal(pattern, place, cycle, indices, at)
            if within < phase.duration:
                share = 0 if at == to else self._share(at, to, within, phase.duration)
                return Shot(at, to, share, 0, part, phase.motion)
            within -= phase.duration
            at = to
        return Shot(at, at, 0, 0, part)

    def _left_in(self, pattern: Pattern, cycle: int, indices: tuple[int, ...]) -> int:
        """Give the frame in which the cycle before ended."""
        at = indices[0]
        for place in range(len(pattern.phases)):
            at = self._goal(pattern, place, max(cycle - 1, 0), indices, at)
        return at if cycle else self._start(pattern, indices, at)

    def _start(self, pattern: Pattern, indices: tuple[int, ...], end: int) -> int:
        goal = self._goal(pattern, 0, 0, indices, end)
        if end != goal or len({phase.motion for phase in pattern.phases}) == 1:
            return end
        return next((place for place in indices if place != goal), end)

    def _goal(self, pattern: Pattern, phase: int, cycle: int, indices: tuple[int, ...], at: int) -> int:
        """Give the frame to which one moves in a phase: those that are named for its motion take turns."""
        frames, motion = self.figure.frames, pattern.phases[phase].motion
        named = [place for place in indices if motion in frames[place].on]
        if named:
            alike = [place for place, each in enumerate(pattern.phases) if each.motion is motion]
            return named[(cycle * len(alike) + alike.index(phase)) % len(named)]
        if any(frames[place].on for place in indices):
            return at
        if motion in _HOME:
            return indices[0]
        if motion in _AWAY:
            return indices[1]
        if not {each.motion for each in pattern.phases} & (_HOME | _AWAY):
            return indices[-1] if motion is Motion.HOLD else indices[0]
        return at

    def entering(self, elapsed: Milliseconds, part: int | None = None) -> Shot:
        """Give the moment while one gets into place, again and again.

        What goes round does so; what is held is left the way it was come to.
        """
        indices = self.indices(part)
        return self._round(elapsed, indices if self.moving else (*indices, *indices[-2:0:-1]), part)

    def way_in(self, part: int | None = None) -> Milliseconds:
        """Give how long it takes to come to the last keyframe; nothing where it goes round anyway."""
        frames = [self.figure.frames[place] for place in self.indices(part)]
        if self.moving:
            return 0
        return sum(frame.stay for frame in frames[:-1]) + sum(frame.move for frame in frames[1:])

    def resting(self, elapsed: Milliseconds, part: int | None = None) -> Shot:
        """Give the moment of an exercise that nothing paces: going round, or held with a calm breath."""
        indices = self.indices(part)
        if self.moving and len(indices) > 1:
            return self._round(elapsed, indices, part)
        last = indices[-1]
        full = (1 - cos(2 * pi * (elapsed % CALM_BREATH) / CALM_BREATH)) / 2
        return Shot(last, last, 0, round(full * _BREATHS), part)

    def telling(self, part: int | None = None, *, paced: bool = False) -> Shot:
        """Give the moment that says most: where one is held, or else what is farthest from the first one."""
        indices = self.indices(part)
        end = indices[-1]
        if paced or self.moving:
            end = max(indices, key=lambda place: way(self.figure, indices[0], place))
        return Shot(end, end, part=part)

    def _round(self, elapsed: Milliseconds, indices: tuple[int, ...], part: int | None) -> Shot:
        frames = [self.figure.frames[place] for place in indices]
        if len(frames) == 1:
            full = (1 - cos(2 * pi * (elapsed % CALM_BREATH) / CALM_BREATH)) / 2
            return Shot(indices[0], indices[0], 0, round(full * _BREATHS), part)
        within = elapsed % _whole(frames)
        for place, frame in enumerate(frames):
            if within < frame.stay:
                return Shot(indices[place], indices[place], 0, 0, part)
            within -= frame.stay
            coming = (place + 1) % len(frames)
            if within < frames[coming].move:
                before, after = indices[place], indices[coming]
                return Shot(before, after, self._share(before, after, within, frames[coming].move), 0, part)
            within -= frames[coming].move
        return Shot(indices[0], indices[0], 0, 0, part)

    def _share(self, before: int, after: int, within: Milliseconds, duration: Milliseconds) -> int:
        """Give how much of the way from one keyframe to another is done, as that of a picture that is drawn."""
        seen = ceil(way(self.figure, before, after) / _SEEN)
        pictures = max(min(duration * FRAMES // SECOND, STEPS, seen), 1)
        return within * pictures // duration * STEPS // pictures


def _motion(pattern: Pattern, elapsed: Milliseconds) -> Motion:
    """Give the motion so long after the first cycle began."""
    within = elapsed % pattern.duration
    for phase in pattern.phases:
        if within < phase.duration:
            break
        within -= phase.duration
    return phase.motion


def _whole(frames: list[Keyframe]) -> Milliseconds:
    return max(sum(frame.move + frame.stay for frame in frames), 1)
