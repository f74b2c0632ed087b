"""A thousand sizes and ten thousand keys: nothing breaks, and one can always leave."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.events import Key, Resize
from textual.geometry import Size
from textual.pilot import Pilot

from relaxtimer.core.keys import KEYS
from relaxtimer.tui.arrangement import Place
from tests.tui.library_rows import ROWS, Library, press
from tests.tui.session_at import Seen

pytestmark = pytest.mark.once

NAMES = sorted({name for key in KEYS for name in key.keys} - {"ctrl+c"})
OTHERS = ["escape", "enter", "tab", "shift+tab", "home", "end", "pageup", "pagedown", *"0123456789", *"yaezxä"]
LIBRARY = [*OTHERS, "up", "down", "left", "right", "slash", "backspace", "ctrl+u", "ctrl+w", "question_mark", "space"]
LIBRARY += ["f2", "f3", "f4", "plus", "minus", "asterisk", "comma", "f7", *"abcdefgh"]
BATCH = 50


async def pressed(app: App[None], pilot: Pilot[None], names: list[str]) -> None:
    """Press keys as fast as they come, and wait until all were taken."""
    for name in names:
        app.post_message(Key(name, name if len(name) == 1 else None))
    await pilot.pause()


@pytest.mark.parametrize("seed", range(8))
async def test_ten_thousand_keys_in_sessions_break_nothing_and_it_can_always_be_left(seed: int) -> None:
    keys = random.Random(seed)
    left = 1_250
    while left > 0:
        seen = Seen()
        async with seen.app.run_test(size=keys.choice([(100, 30), (80, 24), (40, 12), (20, 8)])) as pilot:
            while left > 0 and seen.app.is_running and not seen.app._exit:  # noqa: SLF001 - it was closed
                left -= BATCH
                await pressed(seen.app, pilot, [keys.choice(NAMES + OTHERS) for _ in range(BATCH)])
                if not seen.app._exit:  # noqa: SLF001 - as above
                    await seen.wait(pilot, keys.choice([0.1, 1, 5, 30]))
            if not seen.app._exit:  # noqa: SLF001 - as above
                await leave(seen, pilot)
            assert seen.app._exit  # noqa: SLF001 - as above


async def leave(seen: Seen, pilot: Pilot[None]) -> None:
    """Leave as a person would: close what is open, say so, and answer."""
    for key in ("escape", "escape", "q", "y", "enter", "enter"):
        if seen.app._exit:  # noqa: SLF001 - it is done
            return
        await press(pilot, key)


@pytest.mark.parametrize("seed", range(4))
async def test_thousands_of_keys_in_the_library_break_nothing_and_it_can_always_be_left(seed: int) -> None:
    keys = random.Random(seed)
    library = Library([row for row in ROWS if not row.mistake])
    async with library.app.run_test(size=keys.choice([(120, 40), (80, 24), (30, 10)])) as pilot:
        for _ in range(25):
            await pressed(library.app, pilot, [keys.choice(LIBRARY) for _ in range(BATCH)])
            if library.app._exit:  # noqa: SLF001 - escape, twice, leaves
                return
        for _ in range(12):
            if library.app._exit:  # noqa: SLF001 - as above
                break
            await press(pilot, "escape")
            await press(pilot, "y")
            await press(pilot, "escape")
        assert library.app._exit  # noqa: SLF001 - as above


async def resized(
    app: App[None],
    pilot: Pilot[None],
    sizes: list[tuple[int, int]],
    seen: Callable[[], object],
    laid_out: Callable[[], bool] = lambda: True,
) -> None:
    for width, height in sizes:
        size = Size(width, height)
        app._driver._size = size  # type: ignore[union-attr]  # noqa: SLF001 - as Textual's own tests do
        app.post_message(Resize(size, size))
        await pilot.pause()
        await pilot.pause()
        # On a busy machine a message may still be on its way.
        for _ in range(100):
            if laid_out():
                break
            await pilot.pause()
        seen()


SIZES = [(random.Random(n).randrange(1, 150), random.Random(-n).randrange(1, 50)) for n in range(500)]
Play = Callable[[Seen, Pilot[None]], Awaitable[None]]


async def test_five_hundred_sizes_of_a_session_are_drawn_each_within_its_bounds() -> None:
    seen = Seen()
    drawn: list[Size] = []

    def laid_out() -> bool:
        seen.screen.show()
        return seen.places() == {
            place: region for place, region in seen.screen.arranged(*seen.app.size).items() if region
        }

    def look() -> None:
        size = seen.app.size
        drawn.append(size)
        assert all(size.region.contains_region(region) for region in seen.places().values())
        assert laid_out(), size

    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 16)
        await resized(seen.app, pilot, SIZES, look, laid_out)
        assert drawn == [Size(*size) for size in SIZES]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert {Place.CLOCK, Place.FACTS, Place.KEYS} <= set(seen.places())


async def test_five_hundred_sizes_of_the_library_are_drawn() -> None:
    library = Library()
    async with library.app.run_test(size=(80, 24)) as pilot:
        await resized(library.app, pilot, SIZES, lambda: None)
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert "Desk reset" in library.text("routines")
