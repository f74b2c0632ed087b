"""A bare Textual app whose one line of text changes once a second."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Label(App[None]):
    """Counts up."""

    def compose(self) -> ComposeResult:
        """Make the text."""
        self.seconds = 0
        yield Static("the first frame")

    def on_mount(self) -> None:
        """Start counting."""
        self.set_interval(1, self.count)

    def count(self) -> None:
        """Show the next second."""
        self.seconds += 1
        self.query_one(Static).update(str(self.seconds))


Label().run()
