"""Textual's own ProgressBar and Digits, moved thirty times a second."""

from textual.app import App, ComposeResult
from textual.widgets import Digits, ProgressBar, Static

FRAMES = 30


class Widgets(App[None]):
    """Counts up in frames."""

    def compose(self) -> ComposeResult:
        """Make the widgets."""
        self.frames = 0
        yield Static("the first frame")
        yield Digits("0.00")
        yield ProgressBar(total=10 * FRAMES, show_eta=False)

    def on_mount(self) -> None:
        """Start counting."""
        self.set_interval(1 / FRAMES, self.count)

    def count(self) -> None:
        """Show the next frame."""
        self.frames += 1
        self.query_one(Digits).update(f"{self.frames / FRAMES:.2f}")
        self.query_one(ProgressBar).update(progress=self.frames % (10 * FRAMES))


Widgets().run()
