"""Solids as pixels, as cells, and as shapes."""

from __future__ import annotations

from math import pi
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relaxtimer.core.pattern import Motion
from relaxtimer.figure.camera import View
from relaxtimer.figure.cells import Encoding, encoded
from relaxtimer.figure.cuts import Disc, Polygon, cuts
from relaxtimer.figure.drawing import picture
from relaxtimer.figure.figure import MARKED, Feeling, Figure, Keyframe, Mark, Prop, PropKind
from relaxtimer.figure.film import Shot
from relaxtimer.figure.palette import DARK, LIGHT, Palette
from relaxtimer.figure.places import Place
from relaxtimer.figure.raster import MATERIALS, Painted, Picture
from relaxtimer.figure.sheet import moment_as_svg
from relaxtimer.figure.solids import Material
from relaxtimer.figure.stances import STANCES
from tests.figure.all_figures import all_figures

STANDING = Figure((Keyframe(STANCES["standing"]),))
BREATHING = Figure(
    (
        Keyframe(STANCES["standing"], frozenset({Motion.IN})),
        Keyframe(STANCES["standing"], frozenset({Motion.OUT})),
    ),
    marks=(Mark(Feeling.AIR, (Place.MOUTH,)),),
)


def painted(*things: Painted, size: tuple[int, int] = (40, 40), tall: float = 1.0) -> Picture:
    drawn = Picture(*size, tall, DARK)
    for thing in things:
        drawn.paint(thing)
    return drawn


def inked(drawn: Picture, material: Material) -> float:
    """Give how much of a material there is, in pixels; mixed ones in part."""
    whole = DARK.materials[material][0] - DARK.paper[0]
    return sum((pixel[0] - DARK.paper[0]) / whole for row in drawn.rows for pixel in row)


def test_a_disc_has_its_area() -> None:
    drawn = painted(Painted(Disc(20, 20, 10, 20, 20, 10), Material.SKIN))
    assert inked(drawn, Material.SKIN) == pytest.approx(pi * 100, rel=0.03)


def test_a_capsule_has_its_area_whichever_way_it_lies() -> None:
    area = pi * 25 + 10 * 20
    for bx, by in ((30, 20), (20, 30), (27.07, 27.07)):
        drawn = painted(Painted(Disc(2 * 20 - bx, 2 * 20 - by, 5, bx, by, 5), Material.SKIN))
        assert inked(drawn, Material.SKIN) == pytest.approx(area, rel=0.05)


def test_pixels_that_are_higher_than_wide_show_the_same() -> None:
    disc = Painted(Disc(20, 20, 10, 20, 20, 10), Material.SKIN)
    assert inked(painted(disc, size=(40, 20), tall=2.0), Material.SKIN) * 2 == pytest.approx(pi * 100, rel=0.05)


def test_what_is_painted_later_lies_over_what_was_there() -> None:
    square = Polygon(((10, 10), (30, 10), (30, 30), (10, 30)))
    drawn = painted(Painted(square, Material.SHIRT), Painted(square, Material.TROUSERS))
    assert drawn.rows[20][20] == DARK.materials[Material.TROUSERS]
    assert drawn.rows[5][5] == DARK.paper


def test_a_gap_is_left_on_the_body_of_others_alone() -> None:
    trunk = Polygon(((5, 5), (35, 5), (35, 35), (5, 35)))
    drawn = painted(Painted(trunk, Material.SHIRT, 1))
    arm = Disc(20, 10, 3, 20, 30, 3)
    drawn.clear_around([arm], 2, 2.0)
    assert drawn.rows[20][16] == DARK.paper
    before = painted(Painted(trunk, Material.SHIRT, 2))
    before.clear_around([arm], 2, 2.0)
    assert before.rows[20][16] == DARK.materials[Material.SHIRT]


@given(
    st.tuples(*[st.floats(-60, 100)] * 2),
    st.tuples(*[st.floats(-60, 100)] * 2),
    st.floats(0.1, 40),
    st.floats(0.1, 40),
)
def test_cuts_lie_within_the_circles_and_what_is_between(
    a: tuple[float, float], b: tuple[float, float], first: float, last: float
) -> None:
    for _, left, right in cuts(Disc(*a, first, *b, last), 1.0, 40):
        assert min(a[0] - first, b[0] - last) - 1e-6 <= left < right <= max(a[0] + first, b[0] + last) + 1e-6


@pytest.mark.once
def test_a_mirrored_picture_is_the_picture_mirrored() -> None:
    for figure in all_figures().values():
        drawn = picture(figure, Shot(0, 0), (60, 24), 2.0, DARK)
        other = picture(figure, Shot(0, 0), (60, 24), 2.0, DARK, mirrored=True)
        assert _near(drawn, [row[::-1] for row in other.rows]) > 0.97


def _near(drawn: Picture, rows: list[list[tuple[int, int, int]]]) -> float:
    """Give the share of pixels that are alike; those that an edge cuts in half may be rounded either way."""
    pairs = [pair for row, other in zip(drawn.rows, rows, strict=True) for pair in zip(row, other, strict=True)]
    return sum(max(abs(x - y) for x, y in zip(*pair, strict=True)) < 24 for pair in pairs) / len(pairs)


@pytest.mark.parametrize("palette", [DARK, LIGHT])
@pytest.mark.parametrize("encoding", list(Encoding))
@pytest.mark.parametrize("view", list(View))
def test_a_figure_fills_its_cells_in_every_encoding(encoding: Encoding, palette: Palette, view: View) -> None:
    across, down, tall = encoding.pixels
    figure = Figure(STANDING.frames, view=view, marks=(Mark(Feeling.PRESS, (Place.LOWER_BACK,)),))
    cells = encoded(picture(figure, Shot(0, 0), (40 * across, 16 * down), tall, palette), encoding)
    assert (len(cells), {len(row) for row in cells}) == (16, {40})
    written = {cell for row in cells for cell in row}
    assert len(written) > 10


def test_two_colours_in_a_cell_are_kept_exactly() -> None:
    drawn = painted(Painted(Polygon(((1, 0), (2, 0), (2, 1), (1, 1))), Material.SHIRT), size=(2, 2))
    ((cell,),) = encoded(drawn, Encoding.QUADRANTS)
    assert cell in {
        ("▝", DARK.materials[Material.SHIRT], DARK.paper),
        ("▙", DARK.paper, DARK.materials[Material.SHIRT]),
    }


@pytest.mark.parametrize("feeling", [each for each in Feeling if each is not Feeling.AIR])
def test_each_feeling_has_a_sign_of_its_own_without_colour_too(feeling: Feeling) -> None:
    across, down, tall = Encoding.BRAILLE.pixels
    shapes = {
        each: encoded(
            picture(
                Figure(STANDING.frames, marks=(Mark(each, (Place.BELLY,)),)),
                Shot(0, 0),
                (60 * across, 22 * down),
                tall,
                DARK,
            ),
            Encoding.BRAILLE,
        )
        for each in Feeling
    }
    assert all(shapes[feeling] != shape for each, shape in shapes.items() if each is not feeling)


def test_what_is_at_the_mark_is_nowhere_while_nothing_is_felt() -> None:
    frames = (*STANDING.frames, Keyframe(STANCES["sitting"]))
    mark = Mark(Feeling.PRESS, (Place.LOWER_BACK,), frames=frozenset({1}))
    bare = Figure(frames, marks=(mark,))
    for kind in PropKind:
        figure = Figure(frames, marks=(mark,), props=(Prop(kind, places=(MARKED,)),))
        assert picture(figure, Shot(0, 0), (80, 32), 2.0, DARK).width == 80
        if kind in {PropKind.BALL, PropKind.ROLLER, PropKind.TOWEL, PropKind.PACK}:
            drawn, without = (picture(each, Shot(1, 1), (80, 32), 2.0, DARK).rows for each in (figure, bare))
            assert drawn != without, kind


def test_what_is_at_the_mark_is_never_where_air_is() -> None:
    press, air = Mark(Feeling.PRESS, (Place.LOWER_BACK,)), Mark(Feeling.AIR, (Place.NOSE,))
    code = MATERIALS.index(Material.BALL) + 1
    found = []
    for marks in ((press,), (press, air), (air, press)):
        figure = Figure(BREATHING.frames, marks=marks, props=(Prop(PropKind.BALL, places=(MARKED,)),))
        drawn = picture(figure, Shot(0, 0, motion=Motion.HOLD), (160, 160), 1.0, DARK)
        found.append(sum(row.count(code) for row in drawn.codes) > 0)
        columns = {x for row in drawn.codes for x, each in enumerate(row) if each == code}
        assert max(columns) - min(columns) < 30
    assert all(found)


def test_every_prop_can_be_drawn() -> None:
    held = {PropKind.STRAP, PropKind.CANE, PropKind.PACK}
    for kind in PropKind:
        anchors = (Place.RIGHT_HAND, Place.LEFT_HAND, Place.LOWER_BACK) if kind in held else ()
        with_prop = Figure(STANDING.frames, props=(Prop(kind, -40.0, to=40.0, places=anchors),))
        drawn = picture(with_prop, Shot(0, 0), (80, 32), 2.0, DARK)
        assert drawn.rows != picture(STANDING, Shot(0, 0), (80, 32), 2.0, DARK).rows, kind


def test_props_and_marks_of_a_part_are_there_in_that_part_alone() -> None:
    figure = Figure(
        STANDING.frames,
        props=(Prop(PropKind.STOOL, 0.0, part=2),),
        marks=(Mark(Feeling.WORK, (Place.BELLY,), 1),),
    )
    first, second, other = (picture(figure, Shot(0, 0, part=part), (80, 32), 2.0, DARK).rows for part in (1, 2, 3))
    assert first != other != second
    assert first != second


def air_of(shot: Shot) -> list[int]:
    """Give the columns of pixels in which there is air."""
    code = MATERIALS.index(Material.AIR) + 1
    drawn = picture(BREATHING, shot, (160, 160), 1.0, DARK)
    return sorted({x for row in drawn.codes for x, found in enumerate(row) if found == code})


def test_air_comes_to_the_face_on_the_in_breath_and_goes_from_it_on_the_out_breath() -> None:
    coming = [air_of(Shot(1, 0, share, motion=Motion.IN)) for share in (0, 30, 55)]
    going = [air_of(Shot(0, 1, share, motion=Motion.OUT)) for share in (0, 30, 55)]
    assert [columns[-1] for columns in coming] == sorted((columns[-1] for columns in coming), reverse=True)
    assert [columns[-1] for columns in going] == sorted(columns[-1] for columns in going)
    assert coming[0][-1] > coming[-1][-1]
    assert going[0][-1] < going[-1][-1]


def test_no_air_moves_while_the_breath_is_held() -> None:
    assert not air_of(Shot(0, 0, motion=Motion.HOLD))
    assert not air_of(Shot(1, 1, motion=Motion.REST))


def test_a_mark_of_some_frames_is_there_in_those_alone() -> None:
    frames = (*STANDING.frames, Keyframe(STANCES["sitting"]))
    figure = Figure(frames, marks=(Mark(Feeling.PRESS, (Place.BELLY,), frames=frozenset({1})),))
    bare = Figure(frames)
    for shot, same in ((Shot(0, 0), True), (Shot(0, 1, 20), True), (Shot(0, 1, 40), False), (Shot(1, 1), False)):
        drawn, without = (picture(each, shot, (80, 32), 2.0, DARK).rows for each in (figure, bare))
        assert (drawn == without) is same, shot


def test_the_legs_of_one_who_sits_and_is_seen_from_behind_are_beyond_the_stool() -> None:
    figure = Figure((Keyframe(STANCES["sitting"]),), view=View.BACK, props=(Prop(PropKind.STOOL, 4.0),))
    wood = MATERIALS.index(Material.WOOD) + 1
    hidden = sum(row.count(wood) for row in picture(figure, Shot(0, 0), (160, 160), 1.0, DARK).codes)
    ahead = replace(figure, view=View.FRONT)
    assert hidden > sum(row.count(wood) for row in picture(ahead, Shot(0, 0), (160, 160), 1.0, DARK).codes)


def test_a_stretch_along_a_level_trunk_is_a_level_arrow_also_where_its_skin_looks_at_us() -> None:
    lying = Figure((Keyframe(STANCES["supine"]),), marks=(Mark(Feeling.STRETCH, (Place.RIGHT_FLANK,)),))
    standing = Figure(STANDING.frames, marks=(Mark(Feeling.STRETCH, (Place.RIGHT_FLANK,)),))
    for figure, level in ((lying, True), (standing, False)):
        drawn = picture(figure, Shot(0, 0), (160, 160), 1.0, DARK)
        code = MATERIALS.index(Material.SIGN) + 1
        found = [(x, y) for y, row in enumerate(drawn.codes) for x, each in enumerate(row) if each == code]
        wide, high = (max(places) - min(places) for places in zip(*found, strict=True))
        assert (wide > high) is level


def test_a_moment_is_a_document_of_shapes() -> None:
    figure = Figure(STANDING.frames, marks=(Mark(Feeling.STRETCH, (Place.BELLY,)),))
    root = ET.fromstring(moment_as_svg(figure, Shot(0, 0), LIGHT, mirrored=False))  # noqa: S314 - our own
    paths = list(root.iter("{http://www.w3.org/2000/svg}path"))
    assert len(paths) > 20
    assert all(path.get("d", "").endswith("z") for path in paths)
