"""What library, settings, preview and palette look like: at the sizes they are composed for, in each depth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.pilot import Pilot

from relaxtimer.figure.figure import Figure, Keyframe
from relaxtimer.figure.stances import STANCES
from relaxtimer.settings.settings import Settings
from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.library.settings_desk import SettingsDesk
from relaxtimer.tui.screens.preview import PreviewScreen, Reading
from tests.core.making import hold, step
from tests.tui.library_rows import BALL, BROKEN, DESK, MINE, Library, plan_of
from tests.tui.session_at import Seen

pytestmark = pytest.mark.once

SIZES = [(120, 40), (40, 12), (20, 8)]
DEPTHS = ["truecolor", "256", "standard", "none"]
FIGURE = Figure((Keyframe(STANCES["kneeling"]),))
ROWS = [
    replace(MINE, group="Favourites", favourite=True, done="done yesterday"),
    BROKEN,
    replace(BALL, group="Massage and release"),
    replace(DESK, group="At the desk"),
]


SnapCompare = Callable[..., bool]


class Fixed:
    """Settings that nobody has changed, in a file of somebody's."""

    file = "/home/someone/.config/relaxtimer/settings.yaml"

    def read(self) -> Settings | str:
        return Settings()

    def change(self, setting: object, value: str) -> str:
        raise AssertionError((setting, value))

    def editor(self) -> tuple[str, ...]:
        return ()


class Written:
    """A file that is not saved again."""

    name = "my-evening.yaml"

    def stamp(self) -> int:
        return 0

    def read(self) -> Reading:
        plan = plan_of(step("Kneel", hold(20), say=("Kneel down slowly.",)), step("Rest", hold(20)))
        return Reading(replace(plan, figure=lambda _: FIGURE), doubts=("4:5: step 1: 9.2 s of speech in 6 s",))


def library() -> App[None]:
    """The library, whose settings are nobody's."""
    made = Library(ROWS)
    desk: SettingsDesk = Fixed()
    made.desk.own_settings = desk
    return made.app


def preview() -> App[None]:
    return ScreenApp(lambda look: PreviewScreen(Written(), look, figures="auto", calm=True))


def after(*keys: str) -> Callable[[Pilot[None]], object]:
    async def do(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause(0.3)

    return do


@pytest.fixture(params=DEPTHS)
def depth(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    found: str = request.param
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor" if found == "none" else found)
    if found == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    return found


@pytest.fixture
def _coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.mark.usefixtures("_coloured")
@pytest.mark.parametrize("size", SIZES)
def test_the_library_at_each_size(size: tuple[int, int], snap_compare: SnapCompare) -> None:
    assert snap_compare(library(), terminal_size=size, run_before=after("down"))


@pytest.mark.usefixtures("_coloured")
@pytest.mark.parametrize("size", SIZES)
def test_the_settings_at_each_size(size: tuple[int, int], snap_compare: SnapCompare) -> None:
    assert snap_compare(library(), terminal_size=size, run_before=after("comma", "down", "down"))


@pytest.mark.usefixtures("_coloured")
@pytest.mark.parametrize("size", SIZES)
def test_the_preview_at_each_size(size: tuple[int, int], snap_compare: SnapCompare) -> None:
    assert snap_compare(preview(), terminal_size=size, run_before=after())


def test_the_library_in_each_depth_of_colour(depth: str, snap_compare: SnapCompare) -> None:
    assert depth
    assert snap_compare(library(), terminal_size=(80, 24), run_before=after("down"))


def test_the_settings_in_each_depth_of_colour(depth: str, snap_compare: SnapCompare) -> None:
    assert depth
    assert snap_compare(library(), terminal_size=(80, 24), run_before=after("comma", "down"))


def test_the_preview_in_each_depth_of_colour(depth: str, snap_compare: SnapCompare) -> None:
    assert depth
    assert snap_compare(preview(), terminal_size=(80, 24), run_before=after())


@pytest.mark.usefixtures("_coloured")
def test_the_palette(snap_compare: SnapCompare) -> None:
    async def typed(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"desk")
        await pilot.pause(0.5)
        # The cursor of the line would be there or not.
        pilot.app.screen.query_one("CommandInput").blur()
        await pilot.pause(0.2)

    assert snap_compare(library(), terminal_size=(80, 24), run_before=typed)


@pytest.mark.usefixtures("_coloured")
@pytest.mark.parametrize("theme", ["dusk", "day", "contrast", "terminal"])
def test_a_session_in_each_theme(theme: str, snap_compare: SnapCompare) -> None:
    seen = Seen(theme=theme)

    async def work(pilot: Pilot[None]) -> None:
        await seen.wait(pilot, 16)

    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=work)


def test_there_is_a_picture_of_each() -> None:
    folder = Path(__file__).parent / "__snapshots__" / "test_screen_pictures"
    assert len(list(folder.glob("*.svg"))) == 3 * len(SIZES) + 3 * len(DEPTHS) + 1 + 4
