"""A routine while it is written: what is shown, and what a save changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from relaxtimer.cli import main
from relaxtimer.cli.arguments import parse
from relaxtimer.cli.preview import File
from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.screens.preview import PreviewScreen
from tests.conftest import StartTerminal
from tests.terminal import relaxtimer

ROUTINE = """\
format: 1
name: My [bold]evening[/nope]
steps:
  - exercise: pelvic-tilt
  - {name: Sit quietly, kind: relaxation, position: sitting, work: 30s, say: [Let the floor carry you.]}
"""


@pytest.fixture
def file(home: Path) -> Path:
    path = home / "evening.yaml"
    path.write_text(ROUTINE)
    return path


def app_of(path: Path) -> ScreenApp:
    source = File(str(path), parse(["preview", str(path)]))
    return ScreenApp(lambda look: PreviewScreen(source, look, figures="auto", calm=True))


def words(pilot: Pilot[None]) -> str:
    widget = pilot.app.screen.query_one("#words")
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def save(path: Path, text: str) -> None:
    """Write a file so that it is seen to be another, however fast that was."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000_000))


def restore(path: Path) -> None:
    path.write_text(ROUTINE)


async def saved(pilot: Pilot[None], expected: str) -> str:
    """Wait until a save has been seen."""
    for _ in range(200):
        if expected in words(pilot):
            break
        await pilot.pause(0.02)
    return words(pilot)


async def test_the_timeline_and_each_step_with_its_words_are_shown(file: Path) -> None:
    async with app_of(file).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "My [bold]evening[/nope]" in words(pilot)
        assert "1 of 2: Lying pelvic tilt" in words(pilot)
        await pilot.press("right", "right", "n")
        await pilot.pause()
        assert "2 of 2: Sit quietly" in words(pilot)
        assert "Let the floor carry you." in words(pilot)
        await pilot.press("left")
        await pilot.pause()
        assert "Lying pelvic tilt" in words(pilot)


async def test_a_save_shows_at_once_and_a_mistake_with_what_was_there_before_it(file: Path) -> None:
    async with app_of(file).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        save(file, ROUTINE.replace("My [bold]evening[/nope]", "My morning"))
        assert "My morning" in await saved(pilot, "My morning")
        save(file, ROUTINE.replace("work: 30s", "wrok: 30s"))
        seen = await saved(pilot, "mistake")
        assert '5:62: "wrok" is not a field' in " ".join(seen.split())
        assert "as it was without them" in seen
        assert "Lying pelvic tilt" in seen
        save(file, ROUTINE.replace("My [bold]evening[/nope]", "My night"))
        assert "mistake" not in await saved(pilot, "My night")


async def test_a_file_that_is_gone_is_told_and_one_that_comes_back_is_shown(file: Path) -> None:
    async with app_of(file).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        os.unlink(file)  # noqa: PTH108 - a Path would have this take a thread
        await saved(pilot, "1 mistake")
        restore(file)
        assert "Lying pelvic tilt" in await saved(pilot, "Lying pelvic tilt")


async def test_a_file_with_mistakes_from_the_start_has_no_step_to_go_to(home: Path) -> None:
    path = home / "bad.yaml"
    path.write_text("format: 1\n")
    async with app_of(path).run_test(size=(30, 8)) as pilot:
        await pilot.press("right", "down", "pageup")
        assert "mistake" in words(pilot)
        await pilot.press("q")
    assert pilot.app.return_code in {0, None}


def test_in_a_terminal_it_is_left_with_q(file: Path, terminal: StartTerminal) -> None:
    seen = terminal(relaxtimer("preview", str(file)), cols=100, rows=30)
    seen.until("Lying pelvic tilt")
    seen.press("q")
    assert seen.wait() == 0


def test_without_a_terminal_it_is_shown_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", str(file)]) == 0
    assert "Sit quietly" in capsys.readouterr().out
    assert main(["preview", "no-such-routine"]) == 2


async def test_the_words_have_the_room_of_a_figure_that_there_is_not(file: Path) -> None:
    app = app_of(file)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        words_, playing = app.screen.query_one("#words"), app.screen.query_one("#playing")
        beside = words_.size.width
        assert playing.display
        await pilot.press("right")
        await pilot.pause()
        assert not playing.display
        assert words_.size.width > beside
        await pilot.press("left")
        await pilot.pause()
        assert words_.size.width == beside


async def test_how_a_step_runs_is_told_with_its_times_and_sides(home: Path) -> None:
    path = home / "sides.yaml"
    path.write_text(
        "format: 1\nname: Sides\ndefaults: {prepare: 10s, switch: 6s}\nsteps:\n"
        "  - {name: Hip stretch, kind: stretch, position: supine, sides: each, work: 30s}\n"
        "  - {name: Let go, kind: relaxation, position: supine, parts: [{name: Legs, work: 20s}]}\n"
    )
    async with app_of(path).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        lines = [" ".join(line.split()) for line in words(pilot).splitlines()]
        first = lines.index("How it runs") + 1
        assert lines[first : first + 4] == [
            "0:00 prepare, left 10 s", "0:10 work, left 30 s", "0:40 switch, right 6 s", "0:46 work, right 30 s",
        ]  # fmt: skip
        await pilot.press("right")
        await pilot.pause()
        assert "1:26 Legs 20 s" in [" ".join(line.split()) for line in words(pilot).splitlines()]


@pytest.mark.parametrize(("size", "step"), [((40, 12), 1), ((20, 8), 1)])
async def test_in_a_small_window_the_step_comes_first(file: Path, size: tuple[int, int], step: int) -> None:
    async with app_of(file).run_test(size=size) as pilot:
        await pilot.pause()
        assert "of 2: Lying" in words(pilot).splitlines()[step]
        save(file, ROUTINE.replace("work: 30s", "wrok: 30s"))
        assert (await saved(pilot, "1 mistake")).splitlines()[0].strip(" ┃") == "1 mistake"


async def test_its_keys_are_told_before_the_stop_rules(file: Path) -> None:
    async with app_of(file).run_test(size=(100, 30)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        widget = pilot.app.screen.query_one("#help")
        shown = [widget.render_line(y).text.strip(" ┃") for y in range(widget.size.height)]
        assert shown[0] == "Keys here"
        assert shown.index("Stop rules") < 10
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PreviewScreen)
