"""A bare Textual app: one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows a text."""

    def compose(self) -> ComposeResult:
        """Make it."""
        yield Static("the first frame")


Bare().run()
