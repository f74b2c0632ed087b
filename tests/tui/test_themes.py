"""The themes: readable on their own paper, and the same choices as in the settings."""

from __future__ import annotations

import pytest

from relaxtimer.settings.settings import THEMES as SETTINGS
from relaxtimer.tui.colours import Depth, Look, look_of
from relaxtimer.tui.themes import RGB, TERMINAL, THEMES, Ink, Theme

# For words; the others are lines, tracks and grounds.
WORDS = (Ink.TEXT, Ink.DIM, Ink.PREPARE, Ink.WORK, Ink.SWITCH, Ink.REST, Ink.SIDE, Ink.KEY)
READABLE, VERY_READABLE = 4.5, 7.0


def luminance(colour: RGB) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_words_can_be_read_on_paper_on_what_is_chosen_and_on_the_disc(theme: Theme) -> None:
    least = VERY_READABLE if theme.name == "contrast" else READABLE
    paper = theme.inks[Ink.PAPER]
    assert {ink: contrast(theme.inks[ink], paper) for ink in WORDS if contrast(theme.inks[ink], paper) < least} == {}
    for ground in (theme.inks[Ink.TRACK], theme.inks[Ink.FLASH], theme.core, theme.rim):
        assert contrast(theme.inks[Ink.TEXT], ground) >= READABLE / 1.5
    assert contrast(theme.inks[Ink.TEXT], paper) >= VERY_READABLE


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_a_theme_has_every_ink_and_says_itself_whether_it_is_dark(theme: Theme) -> None:
    assert set(theme.inks) == set(Ink)
    assert theme.dark == (luminance(theme.inks[Ink.PAPER]) < luminance(theme.inks[Ink.TEXT]))


def test_there_are_the_themes_that_can_be_set() -> None:
    assert (*THEMES, TERMINAL) == SETTINGS
    assert any(theme.dark for theme in THEMES.values())
    assert not all(theme.dark for theme in THEMES.values())


def test_the_terminals_own_colours_are_no_more_than_sixteen() -> None:
    assert look_of(Depth.TRUE, TERMINAL).depth is Depth.BASIC
    assert look_of(Depth.NONE, TERMINAL).depth is Depth.NONE
    assert not look_of(Depth.TRUE, TERMINAL).own_paper


def test_a_look_is_one_of_its_kind() -> None:
    assert look_of(Depth.TRUE, "day") is look_of(Depth.TRUE, "day")
    assert isinstance(look_of(Depth.TRUE), Look)
