"""The language of figures: what is read, and what is said of mistakes."""

from __future__ import annotations

import pytest

from relaxtimer.core.pattern import Motion
from relaxtimer.figure.camera import View
from relaxtimer.figure.figure import Feeling, Figure, Plays, PropKind
from relaxtimer.figure.places import Place
from relaxtimer.figure.pose import Point, Spot
from relaxtimer.figure.stances import STANCES
from relaxtimer.notation.mistakes import FileMistakes, Reading
from relaxtimer.notation.shapes.figure import MOST_FRAMES, FigureShape
from relaxtimer.notation.strict_yaml.nodes import parse


def read(text: str) -> Figure:
    reading = Reading("mine.yaml", None)
    node = parse(text.encode(), reading)
    found = None if node is None else FigureShape().read(node, "figure", reading)
    reading.end()
    assert found is not None
    return found


def mistakes(text: str) -> list[str]:
    with pytest.raises(FileMistakes) as error:
        read(text)
    return [str(mistake) for mistake in error.value.mistakes]


def test_a_figure_without_frames_is_its_stance() -> None:
    figure = read("stance: supine\n")
    assert [frame.pose for frame in figure.frames] == [STANCES["supine"]]
    assert (figure.view, figure.plays, figure.props, figure.marks) == (View.SIDE, None, (), ())


def test_a_frame_keeps_what_it_does_not_say_from_the_frame_before() -> None:
    figure = read("stance: standing\nframes:\n  - {curl: 10, hips: [3, 90]}\n  - {head: 20}\n")
    first, second = (frame.pose for frame in figure.frames)
    assert (first.curl, first.hips) == (10.0, (3.0, 90.0, 0.0))
    assert (second.curl, second.hips, second.head) == (10.0, (3.0, 90.0, 0.0), 20.0)
    assert first.right_foot == STANCES["standing"].right_foot


def test_both_hands_are_as_near_and_as_far_from_the_middle() -> None:
    figure = read("stance: standing\nframes:\n  - {hands: [10, 80, 12], feet: {at: right-knee, by: [1, 2, 3]}}\n")
    pose = figure.frames[0].pose
    assert (pose.right_hand, pose.left_hand) == (Point(10, 80, 12), Point(10, 80, -12))
    assert pose.right_foot == Spot(Place.RIGHT_KNEE, (1, 2, 3))
    assert pose.left_foot == Spot(Place.LEFT_KNEE, (1, 2, -3))


def test_a_hand_is_at_a_point_a_place_or_so_far_from_one() -> None:
    figure = read("stance: standing\nframes:\n  - {right-hand: belly, left-hand: [1, 2]}\n")
    assert (figure.frames[0].pose.right_hand, figure.frames[0].pose.left_hand) == (Spot(Place.BELLY), Point(1, 2))


def test_times_phases_and_parts_of_a_frame_are_read() -> None:
    figure = read("stance: standing\nframes:\n  - {on: [up, hold], move: 3s, stay: 0s, part: 2}\n")
    frame = figure.frames[0]
    assert (frame.on, frame.move, frame.stay, frame.part) == (frozenset({Motion.UP, Motion.HOLD}), 3_000, 0, 2)


def test_props_and_marks_are_read() -> None:
    figure = read(
        "stance: standing\nview: back\nplays: hold\n"
        "props:\n  - {prop: wall, x: -20.5, faces: left}\n  - {prop: ball, at: mark, size: 0.8, part: 1}\n"
        "marks:\n  - {press: [right-buttock], stretch: lower-back, part: 1, on: out}\n"
    )
    wall, ball = figure.props
    assert (wall.kind, wall.x, wall.faces_left) == (PropKind.WALL, -20.5, True)
    assert (ball.places, ball.size, ball.part) == (("mark",), 0.8, 1)
    assert [(mark.feeling, mark.places, mark.part, mark.on) for mark in figure.marks] == [
        (Feeling.PRESS, (Place.RIGHT_BUTTOCK,), 1, frozenset({Motion.OUT})),
        (Feeling.STRETCH, (Place.LOWER_BACK,), 1, frozenset({Motion.OUT})),
    ]
    assert (figure.view, figure.plays) == (View.BACK, Plays.HOLD)


@pytest.mark.parametrize(
    ("mark", "frames"),
    [
        ("{stretch: belly}", {2}),
        ("{stretch: belly, frames: 1}", {0}),
        ("{stretch: belly, frames: [1, 3]}", {0, 2}),
        ("{stretch: belly, on: out}", set()),
    ],
)
def test_a_mark_of_a_figure_that_holds_is_felt_in_the_last_frame_unless_it_says_otherwise(
    mark: str, frames: set[int]
) -> None:
    figure = read(f"stance: standing\nplays: hold\nframes: [{{}}, {{}}, {{}}]\nmarks: [{mark}]\n")
    assert figure.marks[0].frames == frames


def test_a_mark_of_a_figure_that_goes_round_is_felt_in_all_frames() -> None:
    figure = read("stance: standing\nplays: round\nframes: [{}, {}]\nmarks: [{press: belly}]\n")
    assert figure.marks[0].frames == set()


def test_in_each_part_of_a_figure_that_holds_its_own_last_frame_is_held() -> None:
    frames = "[{part: 1}, {part: 1}, {part: 2}, {part: 2}]"
    figure = read(f"stance: standing\nplays: hold\nframes: {frames}\nmarks: [{{press: belly}}]\n")
    assert figure.marks[0].frames == {1, 3}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "stance: standing\nframes: [{}, {}]\nmarks:\n  - {press: belly, frames: [2, 3]}\n",
            "mine.yaml:4:28: a mark is for frame 3, and there are 2; expected 1 to 2",
        ),
        ("stance: standing\nmarks:\n  - {air: left-knee}\n", "expected one of nose, mouth"),
        (
            "stance: standing\nprops:\n  - {prop: roller, at: mark}\nmarks:\n  - {air: nose}\n",
            "mine.yaml:3:24: a roller is at the mark, and the figure has none; expected a place of the body, or a mark",
        ),
        (
            "stance: standing\nmarks:\n  - {press: belly, frames: 2}\n",
            "a mark is for frame 2, and there is only one; expected 1 to 1",
        ),
        ("view: side\n", "mine.yaml:1:1: a figure has no stance; expected the field stance"),
        ("stance: standin\n", "did you mean standing?"),
        ("stance: standing\nframes:\n  - {curl: soft}\n", 'mine.yaml:3:12: curl is "soft"; expected degrees'),
        ("stance: standing\nframes:\n  - {curl: 4000}\n", "expected degrees from -360 to 360"),
        ("stance: standing\nframes:\n  - {hips: 3}\n", "expected [x, y] or [x, y, z], in centimetres"),
        ("stance: standing\nframes:\n  - {hips: [1]}\n", "hips has 1 number; expected [x, y] or [x, y, z]"),
        ("stance: standing\nframes:\n  - {hips: [1, 900]}\n", "expected centimetres from -300 to 300"),
        ("stance: standing\nframes:\n  - {right-hand: left-nee}\n", "did you mean left-knee?"),
        ("stance: standing\nframes:\n  - {right-hand: {by: [1, 2]}}\n", "a hand or foot has no at"),
        ("stance: standing\nframes:\n  - {rigth-hand: belly}\n", "did you mean right-hand?"),
        ("stance: standing\nframes: []\n", "frames has 0 items; expected at least 1"),
        (f"stance: standing\nframes: [{', '.join(['{}'] * (MOST_FRAMES + 1))}]\n", "at most 12"),
        ("stance: standing\nprops:\n  - {x: 3}\n", "a prop has no prop"),
        ("stance: standing\nmarks:\n  - {press: here}\n", 'press is "here"; expected a place of the body'),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_was_expected(text: str, told: str) -> None:
    assert any(told in message for message in mistakes(text)), mistakes(text)


def test_all_mistakes_of_a_figure_are_told_at_once() -> None:
    told = mistakes("stance: standing\nview: top\nframes:\n  - {curl: a}\nmarks:\n  - {press: b}\n")
    assert len(told) == 3
