"""How the session is displayed, as a person chose it: large, or turned for someone who lies on their side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relaxtimer.core.pattern import Breath
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.asking import Question
from relaxtimer.tui.places import Mode, Needs
from relaxtimer.tui.view import View

if TYPE_CHECKING:
    from relaxtimer.tui.paging import Paragraph

# Quarter turns clockwise, in the order the key goes through them.
_TURNS = {0: 1, 1: 3, 3: 0}
# A pace keeps its place while it stands still: figure and words stay where they are.
_PACED = frozenset({State.RUNNING, State.PAUSED, State.LEAD_IN})


class Figures(NamedTuple):
    """Which figures there are: of what is done now, of what comes next."""

    now: bool
    coming: bool


class Display:
    """What is chosen: `quarter` turns clockwise."""

    def __init__(self) -> None:
        """Be upright, and of the usual size."""
        self.quarter = 0
        self._big = False

    def enlarge(self) -> None:
        """Show the largest display, upright, or the usual one again."""
        self._big, self.quarter = not self._big, 0

    def turn(self) -> None:
        """Turn to the right, to the left, and back."""
        self.quarter = _TURNS[self.quarter]

    def needs(self, view: View, session: Session, *, asks: bool, helps: bool, figures: Figures) -> Needs:
        """Tell what there has to be room for, while a question is asked or help is given, or neither."""
        return Needs(
            mode=Mode.CHOOSING if asks and not self.quarter else self._mode,
            sign=view.side is not None or view.state is State.PAUSED,
            side=view.side,
            paced=session.moment.pace is not None and view.state in _PACED,
            breath=isinstance(session.moment.segment.paced, Breath),
            figured=figures.now,
            coming=figures.coming,
            note="" if asks else view.note,
            words=view.words,
            cautions=view.cautions.preparing,
            opening=view.cautions.opening,
            help=helps,
        )

    def seen(
        self, needs: Needs, question: Question | None, reading: tuple[Paragraph, ...], width: int, height: int
    ) -> Needs:
        """Give what there has to be room for at a size: what has none on its side is asked, or read, upright."""
        if needs.mode is not Mode.TURNED:
            return needs
        from relaxtimer.tui.widgets.turned import answers, pages_within  # noqa: PLC0415 - not needed for the first frame

        if needs.help:
            mode = Mode.TURNED if pages_within(reading, 2 * height, width) else Mode.SESSION
        elif question is not None and answers(question, 2 * height, width) is None:
            mode = Mode.CHOOSING
        else:
            mode = Mode.TURNED
        return needs._replace(mode=mode)

    @property
    def _mode(self) -> Mode:
        if self.quarter:
            return Mode.TURNED
        return Mode.BIG if self._big else Mode.SESSION
