"""The preview beside the list, or in its place."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip

from relaxtimer.tui.colours import Look
from relaxtimer.tui.library.preview import Paragraph, laid
from relaxtimer.tui.library.scroll import Scroll
from relaxtimer.tui.library.text import Line, Span, strip

_MARGIN = " "


class Panel(Scroll):
    """Paragraphs, wrapped to the room there is."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Tell nothing."""
        super().__init__(look, id)
        self._told: tuple[Paragraph, ...] = ()
        self._lines: list[Line] = []

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def tell(self, paragraphs: Iterable[Paragraph]) -> None:
        """Tell this, from its beginning."""
        self._told = tuple(paragraphs)
        self._lay()
        self.show_from(0)

    def on_resize(self) -> None:
        """Wrap it anew."""
        self._lay()

    def _lay(self) -> None:
        self._lines = laid(self._told, self._room) if self._room > 0 else []

    @property
    def _room(self) -> int:
        return self.text_width - len(_MARGIN)

    def paint(self, line: int, width: int) -> Strip:
        """Draw a line."""
        return strip((Span(_MARGIN), *self._lines[line]), width, self.look)
