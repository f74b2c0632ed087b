"""The pictures and words that the screen is made of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len
from textual.geometry import Size

from relaxtimer.core.body import Kind
from relaxtimer.core.pattern import Breath, Motion, PatternPhase, Tempo
from relaxtimer.core.session import Session
from relaxtimer.tui import letters, small_letters
from relaxtimer.tui.colours import Depth, Ink, look_of, style
from relaxtimer.tui.dial import Dial, rows
from relaxtimer.tui.digits import picture
from relaxtimer.tui.orb import Orb, orb_rows, picture_on_orb, radius, words_on_orb
from relaxtimer.tui.pacing import level
from relaxtimer.tui.pixels import Grid, turned
from relaxtimer.tui.rows import cut, plain, row, wrapped
from relaxtimer.tui.scene import Beat, scene
from relaxtimer.tui.shapes import KIND_MARKS, Shape
from relaxtimer.tui.shapes import picture as shape
from relaxtimer.tui.spelling import LEADING, lines_of
from relaxtimer.tui.view import view_of
from relaxtimer.tui.widgets.chapters import bar, blocks
from tests.core.making import hold, step, timeline

SIGH = Breath(
    (
        PatternPhase(Motion.IN, 3_000),
        PatternPhase(Motion.IN, 1_000, "And a little more"),
        PatternPhase(Motion.OUT, 7_000),
        PatternPhase(Motion.REST, 1_000),
    )
)
HOLDS = Tempo((PatternPhase(Motion.HOLD, 6_000), PatternPhase(Motion.REST, 26_000)))


def test_a_breath_rises_with_the_in_breath_and_falls_with_the_out_breath() -> None:
    levels = [level(SIGH, at) for at in range(0, 12_000, 100)]
    assert levels[0] == 0
    assert levels[:40] == sorted(levels[:40])
    assert level(SIGH, 3_000) == pytest.approx(0.75)
    assert level(SIGH, 4_000) == pytest.approx(1)
    assert levels[40:110] == sorted(levels[40:110], reverse=True)
    assert set(levels[110:]) == {0}
    assert level(SIGH, 12_000 + 500) == level(SIGH, 500)


def test_a_pattern_that_only_holds_and_rests_tightens_and_lets_go() -> None:
    assert level(HOLDS, 0) == 0
    assert level(HOLDS, 5_000) == 1
    assert level(HOLDS, 20_000) == 0


@pytest.mark.parametrize("text", ["0:00", "12:34", "1:05:09", "3"])
def test_digits_are_as_large_as_fits(text: str) -> None:
    for across, down in ((200, 60), (60, 20), (40, 10), (24, 8), (16, 6)):
        grid = picture(text, across, down)
        assert not grid or (len(grid) <= down and len(grid[0]) <= across)
        assert len({len(line) for line in grid}) <= 1
    assert len(picture("0:42", 200, 60)) == 60
    assert picture("0:42", 8, 40) == ()


def test_every_digit_looks_different_at_every_size() -> None:
    for height in (6, 8, 10, 14, 30):
        assert len({picture(digit, 100, height) for digit in "0123456789"}) == 10


def test_every_shape_looks_different() -> None:
    assert len({shape(each, 16) for each in Shape}) == len(Shape)
    assert len({each.mark for each in Shape}) == len(Shape)


def test_four_quarter_turns_are_none() -> None:
    grid: Grid = (b"\x01\x02\x03", b"\x04\x05\x06")
    assert turned(grid, 1) == (b"\x04\x01", b"\x05\x02", b"\x06\x03")
    assert turned(turned(grid, 1), 3) == grid
    assert turned(grid, 4) == grid


def test_names_are_spelt_in_capitals_without_accents() -> None:
    assert letters.spelt("Étirement – côté") == "ETIREMENT - COTE"
    assert letters.spelt("猫") == ""
    assert len(letters.word("WALL")) == letters.HEIGHT


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("Hug", (60, 45), ["HUG"]),
        ("Long-exhale breathing", (60, 45), ["LONG-", "EXHALE", "BREATHING"]),
        ("One-knee hug", (120, 20), ["ONE-KNEE HUG"]),
    ],
)
def test_a_name_is_broken_between_words(name: str, size: tuple[int, int], lines: list[str]) -> None:
    assert lines_of(name, *size) == [letters.word(line) for line in lines]


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("Wall ball beside the spine", (48, 36), ["WALL BALL", "BESIDE THE", "SPINE"]),
        ("Long-exhale breathing", (48, 36), ["LONG-EXHALE", "BREATHING"]),
        ("Wall ball beside the spine", (24, 12), ["WALL", "BALL…"]),
        ("Unbelievably", (20, 12), ["UNB…"]),
    ],
)
def test_a_longer_name_is_drawn_smaller_and_shortened_last_of_all(
    name: str, size: tuple[int, int], lines: list[str]
) -> None:
    assert lines_of(name, *size) == [small_letters.word(line) for line in lines]


def test_no_line_of_a_name_is_larger_than_its_place() -> None:
    for width in range(0, 70, 3):
        for height in range(0, 50, 5):
            lines = lines_of("Wall-ball for the hip & (left) side, 2/3", width, height)
            assert all(len(line[0]) <= width for line in lines)
            assert sum(len(line) + LEADING for line in lines) <= height + LEADING
    assert lines_of("猫のポーズ", 60, 40) == []


def test_both_fonts_have_the_same_letters() -> None:
    assert set(letters.font()) == set(small_letters.font()) - {small_letters.ELLIPSIS}
    for font, height in ((letters.font(), letters.HEIGHT), (small_letters.font(), small_letters.HEIGHT)):
        for grid in font.values():
            assert len(grid) == height
            assert len({len(line) for line in grid}) == 1
    drawn = list(small_letters.font().values())
    assert len(set(drawn)) == len(drawn)


def test_the_orb_fills_its_place_exactly_and_never_more() -> None:
    for width, height in ((14, 7), (40, 24), (41, 20)):
        for depth in Depth:
            for share in (0.0, 0.33, 1.0):
                orb = Orb(width, height, radius(width, height, share), look_of(depth))
                strips = orb_rows(orb)
                assert len(strips) == height
                assert all(sum(cell_len(segment.text) for segment in strip) == width for strip in strips)
                over = words_on_orb(orb, height // 2, " Breathe in ")
                assert sum(cell_len(segment.text) for segment in over) == width
                assert "Breathe in" in over.text


def test_a_picture_on_the_orb_is_seen_in_all_colours_and_as_wide_as_the_orb() -> None:
    digit = picture("4", 20, 10)
    for depth in Depth:
        for share in (0.0, 0.5, 1.0):
            orb = Orb(41, 20, radius(41, 20, share), look_of(depth))
            for y in range(len(digit) // 2):
                row = picture_on_orb(orb, 8 + y, digit[2 * y], digit[2 * y + 1])
                assert sum(cell_len(segment.text) for segment in row) == orb.width
                assert list(row) != list(orb_rows(orb)[8 + y])


def test_what_is_counted_stays_within_the_ring() -> None:
    beat = Beat("Let go", 2, "repetition", 10, 12, 0.0)
    view = view_of(Session(timeline(step(lasting=hold(20)))))
    for width, height, words, large in ((16, 8, " 10 of 12 ", False), (40, 20, " repetition 10 of 12 ", True)):
        drawn = [strip.text for strip in scene(Size(width, height), view, beat, look_of(Depth.NONE))]
        assert any(words in line for line in drawn)
        assert large is not any(" 2 " in line for line in drawn)


def test_rows_of_the_dial_that_stay_are_not_drawn_again() -> None:
    dial = Dial(40, 20, Shape.WORK, Ink.WORK, look_of(Depth.TRUE))
    before, after = rows(dial, 10), rows(dial, 12)
    changed = [old is not new for old, new in zip(before, after, strict=True)]
    assert any(changed)
    assert changed.count(True) < len(changed) / 2


def test_the_bar_tells_done_now_and_to_come_apart_without_colour() -> None:
    line = timeline(step(lasting=hold(32)), step(lasting=hold(32)), step(lasting=hold(32)))
    drawn = bar(line, 60_000, 32)
    done, now, to_come = drawn.split(" ")
    assert set(done[1:]) == {"━"}
    assert set(now) == {"█", "▒"}
    assert now == now.replace("▒", "") + now.replace("█", "")
    assert set(to_come[1:]) == {"─"}
    assert bar(line, line.total, 32) == " ".join(["◇" + "━" * 9] * 3)


def test_the_bar_tells_each_kind_apart_and_has_no_marks_where_there_is_no_room() -> None:
    line = timeline(*(step(kind=kind, lasting=hold(30)) for kind in Kind))
    drawn = bar(line, line.total, 60)
    assert [block[0] for block in drawn.split(" ")] == [KIND_MARKS[kind] for kind in Kind]
    assert len(set(KIND_MARKS.values())) == len(Kind)
    assert set(bar(line, line.total, 17)) == {"━"}


def test_each_cell_of_a_block_belongs_to_its_step() -> None:
    line = timeline(*(step(lasting=hold(10 + 30 * (n % 3))) for n in range(7)))
    found = blocks(line, 80)
    assert len(found) == 7
    assert found[0].start == 0
    assert found[-1].start + found[-1].cells == 80
    assert all(after.start == before.start + before.cells + 1 for before, after in pairwise(found))


def test_the_bar_is_as_wide_as_it_is_told_however_many_steps_there_are() -> None:
    line = timeline(*(step(lasting=hold(2 + 40 * (n % 3))) for n in range(30)))
    for width in (1, 5, 20, 60, 89, 90, 120):
        for position in (0, line.total // 3, line.total):
            assert len(bar(line, position, width)) == width


def test_text_is_cut_and_wrapped_by_cells_not_letters() -> None:
    assert cut("猫のポーズ", 5) == "猫の…"
    assert wrapped("one two three", 7) == ("one two", "three")
    assert wrapped("unbelievably long", 6) == ("unbel…", "long")
    assert wrapped("", 5) == ()
    assert wrapped("word", 0) == ()
    assert plain("a\tb\u202ec\x1bd") == "a bcd"


def test_what_stands_at_the_right_gives_way() -> None:
    ink = style(look_of(Depth.TRUE), Ink.TEXT)
    assert row([("left", ink)], 12, ink, right=[("right", ink)]).text == "left   right"
    assert row([("left", ink)], 9, ink, right=[("right", ink)]).text == "left     "
