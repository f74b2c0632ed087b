"""The language of figures: keyframes, what stands around the body, and where something is felt."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import Motion
from relaxtimer.figure.camera import View
from relaxtimer.figure.figure import (
    DEFAULT_MOVE,
    DEFAULT_STAY,
    MARKED,
    Feeling,
    Figure,
    Keyframe,
    Mark,
    Plays,
    Prop,
    PropKind,
    felt_places,
)
from relaxtimer.figure.places import Place
from relaxtimer.figure.pose import Point, Pose, Spot
from relaxtimer.figure.stances import STANCES
from relaxtimer.notation.mistakes import Reading
from relaxtimer.notation.shapes.figure_values import ANGLE, FILLED, LENGTH, PLACE, POINT, TARGET, Measure, Placed
from relaxtimer.notation.shapes.record import Field, Record, Written
from relaxtimer.notation.shapes.shape import Count, JSONSchema, ListOf, OneOf, Shape
from relaxtimer.notation.shapes.time import Duration
from relaxtimer.notation.strict_yaml.nodes import Node

MOST_FRAMES = 12
MOST_PROPS = 12
MOST_MARKS = 48
MOST_PLACES = 8
MOST_PARTS = 100
_TIME = Duration()
_PART = Count(1, MOST_PARTS)
HIPS = Field("hips", POINT, "Where the middle of the pelvis is: [x, y], or [x, y, z].")
_NUMBERS: tuple[tuple[Field[float], str], ...] = (
    (Field("trunk", ANGLE, "Where the trunk points from the hips: 0 right, 90 up, 180 left."), "trunk"),
    (Field("roll", ANGLE, "How far the whole body is rolled about its length, its front towards you."), "roll"),
    (Field("curl", ANGLE, "How far the back is rounded, from pelvis to chest; below 0 hollowed."), "curl"),
    (Field("bend", ANGLE, "How far the trunk bends to its right."), "bend"),
    (Field("turn", ANGLE, "How far the chest turns to its right."), "turn"),
    (Field("head", ANGLE, "How far the head nods; below 0 backwards."), "head"),
    (Field("head-turn", ANGLE, "How far the head turns to its right."), "head_turn"),
    (Field("head-tilt", ANGLE, "How far the head tilts to its right."), "head_tilt"),
    (Field("shoulders", FILLED, "How far the shoulders are drawn up, in centimetres."), "shoulders"),
    (Field("belly", FILLED, "How far the belly is filled with breath, in centimetres."), "belly"),
    (Field("ribs", FILLED, "How far the ribs are filled with breath, in centimetres."), "ribs"),
)
_PAIRS = ("hands", "feet", "elbows", "knees", "kneels", "toes")
_SINGLE = {"hands": "hand", "feet": "foot", "elbows": "elbow", "knees": "knee", "kneels": "kneel", "toes": "toes"}
_SHAPES: dict[str, Shape[object]] = {
    "hands": TARGET,
    "feet": TARGET,
    "elbows": POINT,
    "knees": POINT,
    "kneels": POINT,
    "toes": ANGLE,
}
_DOCS = {
    "hands": "Where the palm is: a point, or a place of the body.",
    "feet": "Where the ankle is: a point, or a place of the body.",
    "elbows": "A point towards which the elbow bends.",
    "knees": "A point towards which the knee bends.",
    "kneels": "Where the knee stays on the floor; the foot then tells where the shin points.",
    "toes": "Where the toes point, seen from the side: 0 right, 90 up, 180 left.",
}
_LIMBS: tuple[tuple[Field[object], tuple[str, ...]], ...] = tuple(
    (Field(name, _SHAPES[pair], _DOCS[pair]), sides)
    for pair in _PAIRS
    for name, sides in (
        (pair, ("right", "left")),
        (f"right-{_SINGLE[pair]}", ("right",)),
        (f"left-{_SINGLE[pair]}", ("left",)),
    )
)
_MOTIONS = ListOf(OneOf({motion.value: motion for motion in Motion}), len(Motion))
ON = Field("on", _MOTIONS, "The phases of breath or tempo in which one moves here.")
MOVE = Field("move", _TIME, "How long the way here takes where nothing paces it (default 2.5s).")
STAY = Field("stay", Duration(least=0), "How long one stays here where nothing paces it (default 0.7s).")
PART = Field("part", _PART, "The part of the exercise this belongs to, counted from 1.")
_FRAME_FIELDS: tuple[Field[object], ...] = (
    *(ON, MOVE, STAY, PART, HIPS),
    *(field for field, _ in _NUMBERS),
    *(field for field, _ in _LIMBS),
)
FRAME = Record("a frame", _FRAME_FIELDS)

PROP = Field("prop", OneOf({kind.value: kind for kind in PropKind}), "What it is.")
_ANCHORS = ListOf(Placed({**{place.value: place for place in Place}, MARKED: MARKED}), MOST_PLACES)
PROP_AT = Field("at", _ANCHORS, "The places of the body it is at or goes through; mark: wherever the mark is.")
PROP_X = Field("x", LENGTH, "Where it stands or begins, along the floor.")
PROP_TO = Field("to", LENGTH, "Where it ends.")
PROP_Y = Field("y", LENGTH, "How high it is.")
PROP_Z = Field("z", LENGTH, "How near to you it is.")
FACES = Field("faces", OneOf({"right": False, "left": True}), "Where a chair or wall faces (default right).")
PROP_PART = Field("part", _PART, "The part of the exercise it is there for, counted from 1.")
SIZE = Field("size", Measure(4.0, "a size", least=0.2), "How large, as a multiple of the usual.")
PROP_RECORD = Record(
    "a prop", (PROP, PROP_AT, PROP_X, PROP_TO, PROP_Y, PROP_Z, FACES, SIZE, PROP_PART), required=("prop",)
)

_PLACES = ListOf(PLACE, MOST_PLACES)
_AIRWAYS = ListOf(OneOf({each.value: each for each in (Place.NOSE, Place.MOUTH)}), 2)
_FEELINGS: tuple[tuple[Field[tuple[Place, ...]], Feeling], ...] = (
    (Field("press", _PLACES, "Where something presses."), Feeling.PRESS),
    (Field("stretch", _PLACES, "Where a stretch is felt."), Feeling.STRETCH),
    (Field("work", _PLACES, "Where muscles work, or are tensed."), Feeling.WORK),
    (Field("warm", _PLACES, "Where it is warm."), Feeling.WARM),
    (Field("ease", _PLACES, "Where one attends, and lets go."), Feeling.EASE),
    (Field("air", _AIRWAYS, "Where breath is seen: nose or mouth."), Feeling.AIR),
)
MARK_PART = Field("part", _PART, "The part of the exercise it is for, counted from 1.")
MARK_ON = Field("on", _MOTIONS, "The phases of breath or tempo in which it is felt (default all).")
MARK_FRAMES = Field(
    "frames",
    ListOf(Count(1, MOST_FRAMES), MOST_FRAMES, least=1),
    "The frames in which it is felt, counted from 1 (default all; of a figure that holds, the last).",
)
MARK = Record("a mark", (*(field for field, _ in _FEELINGS), MARK_PART, MARK_ON, MARK_FRAMES))

STANCE = Field("stance", OneOf({name: name for name in STANCES}), "How the body is held to begin with.")
VIEW = Field("view", OneOf({view.value: view for view in View}), "From where one looks (default side).")
PLAYS = Field("plays", OneOf({plays.value: plays for plays in Plays}), "What is shown while nothing paces it.")
FRAMES = Field("frames", ListOf(FRAME, MOST_FRAMES, least=1, one=False), "The poses; each keeps what it does not say.")
PROPS = Field("props", ListOf(PROP_RECORD, MOST_PROPS, one=False), "What stands around the body.")
MARKS = Field("marks", ListOf(MARK, MOST_MARKS, one=False), "Where something is felt.")
FIGURE = Record("a figure", (STANCE, VIEW, PLAYS, FRAMES, PROPS, MARKS), required=("stance",))


class FigureShape(Struct, frozen=True):
    """A figure."""

    def read(self, node: Node, label: str, reading: Reading) -> Figure | None:
        """Read a figure."""
        written = FIGURE.read(node, label, reading)
        stance = written.get(STANCE) if written else None
        if written is None or stance is None:
            return None
        frames: list[Keyframe] = []
        pose = STANCES[stance]
        for frame in written.get(FRAMES) or ():
            pose = _pose(pose, frame)
            frames.append(_keyframe(pose, frame))
        frames = frames or [Keyframe(pose)]
        ends = _ends(frames) if written.get(PLAYS) is Plays.HOLD else frozenset()
        marks: list[Mark] = []
        for each in written.get(MARKS) or ():
            _refuse_frames_beyond(each, len(frames), reading)
            marks += _marks(each, ends)
        for each in written.get(PROPS) or ():
            _refuse_a_mark_that_is_not_there(each, marks, reading)
        return Figure(
            frames=tuple(frames),
            view=written.get(VIEW) or View.SIDE,
            plays=written.get(PLAYS),
            props=tuple(_prop(each) for each in written.get(PROPS) or ()),
            marks=tuple(marks),
        )

    def schema(self) -> JSONSchema:
        """Write the shape."""
        return FIGURE.schema()


def _keyframe(pose: Pose, frame: Written) -> Keyframe:
    move: Milliseconds | None = frame.get(MOVE)
    stay: Milliseconds | None = frame.get(STAY)
    return Keyframe(
        pose,
        frozenset(frame.get(ON) or ()),
        DEFAULT_MOVE if move is None else move,
        DEFAULT_STAY if stay is None else stay,
        frame.get(PART),
    )


def _pose(before: Pose, frame: Written) -> Pose:
    changes: dict[str, object] = {}
    hips = frame.get(HIPS)
    if hips is not None:
        changes["hips"] = (hips.x, hips.y, hips.z or 0.0)
    for field, name in _NUMBERS:
        number = frame.get(field)
        if number is not None:
            changes[name] = number
    for limb_field, sides in _LIMBS:
        value = frame.get(limb_field)
        if value is None:
            continue
        part = limb_field.name.rsplit("-", 1)[-1]
        for side in sides:
            changes[f"{side}_{_SINGLE.get(part, part)}"] = _for_side(value, side, both=len(sides) > 1)
    return replace(before, **changes)


def _for_side(value: object, side: str, *, both: bool) -> object:
    """Give what is said of both hands or feet for one of them: as near the left as the right."""
    if both and side == "left":
        if isinstance(value, Point) and value.z is not None:
            return Point(value.x, value.y, -value.z)
        if isinstance(value, Spot):
            x, y, z = value.offset
            return Spot(Place(value.place.value.replace("right-", "left-")), (x, y, -z))
    return value


def _prop(written: Written) -> Prop:
    return Prop(
        kind=written.get(PROP) or PropKind.MAT,
        x=written.get(PROP_X) or 0.0,
        y=written.get(PROP_Y) or 0.0,
        z=written.get(PROP_Z) or 0.0,
        to=written.get(PROP_TO) or 0.0,
        faces_left=written.get(FACES) or False,
        places=tuple(written.get(PROP_AT) or ()),
        size=abs(written.get(SIZE) or 1.0),
        part=written.get(PROP_PART),
    )


def _ends(frames: list[Keyframe]) -> frozenset[int]:
    """Give the last frame of each part: where a position is held."""
    return frozenset({frame.part: place for place, frame in enumerate(frames)}.values())


def _refuse_frames_beyond(written: Written, count: int, reading: Reading) -> None:
    beyond = [number for number in written.get(MARK_FRAMES) or () if number > count]
    if beyond:
        there = "there is only one" if count == 1 else f"there are {count}"
        reading.mistake(written.place(MARK_FRAMES), f"a mark is for frame {beyond[0]}, and {there}", f"1 to {count}")


def _refuse_a_mark_that_is_not_there(written: Written, marks: list[Mark], reading: Reading) -> None:
    if MARKED in (written.get(PROP_AT) or ()) and not felt_places(marks):
        message = f"a {written.get(PROP) or 'prop'} is at the mark, and the figure has none"
        expected = "a place of the body, or a mark such as {press: right-buttock}"
        reading.mistake(written.place(PROP_AT), message, expected)


def _marks(written: Written, ends: frozenset[int]) -> list[Mark]:
    """Make the marks of one record; `ends` are the frames of those that do not say in which they are felt."""
    part = written.get(MARK_PART)
    on = frozenset(written.get(MARK_ON) or ())
    numbers = written.get(MARK_FRAMES)
    frames = frozenset(number - 1 for number in numbers) if numbers else ends if not on else frozenset()
    return [
        Mark(feeling, tuple(places), part, on, frames) for field, feeling in _FEELINGS if (places := written.get(field))
    ]
