"""The session screen: it owns the practice and shows what it does. It keeps no time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import constants, events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.layout import Layout
from textual.widget import Widget

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import Command
from relaxtimer.core.keys import Action, command_for, offered
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.practice import Plan, Practice
from relaxtimer.sound.controls import CONTROLS, mark, turn
from relaxtimer.tui import notes
from relaxtimer.tui.arrangement import Mode, Needs, Place, arrange
from relaxtimer.tui.asking import Question
from relaxtimer.tui.colours import Look
from relaxtimer.tui.screens.arranged import Arranged
from relaxtimer.tui.screens.asked import Asked
from relaxtimer.tui.screens.beginning import Beginning
from relaxtimer.tui.screens.bell import ScreenBell, Woken
from relaxtimer.tui.screens.display import Display
from relaxtimer.tui.screens.following import Following
from relaxtimer.tui.screens.keyed import Keyed
from relaxtimer.tui.screens.notice import Notice
from relaxtimer.tui.screens.pulse import Pulse
from relaxtimer.tui.screens.standstill import Standstill
from relaxtimer.tui.view import View, view_of
from relaxtimer.tui.widgets.chapters import Chapters
from relaxtimer.tui.widgets.face import Face
from relaxtimer.tui.widgets.keybar import KeyBar, pressables

if TYPE_CHECKING:
    from relaxtimer.tui.widgets.choices import Choices

_BESIDE_HELP = frozenset({Action.PAUSE, Action.HURTS, Action.HELP, Action.LEAVE})


class SessionScreen(Keyed):
    """A session being done. When it is over or left the screen is dismissed; where it is the only one, the app ends."""

    def __init__(self, plan: Plan, look: Look) -> None:
        """Be ready to start."""
        super().__init__(plan.keys)
        if constants.TEXTUAL_ANIMATIONS == "none":
            plan = replace(plan, calm=True)
        self.practice = Practice(plan, ScreenBell(self).outlet)
        self.face = Face(look, plan)
        self._arranged = Arranged(self.arranged)
        self._needs = self._seen = Needs()
        self._display = Display()
        self._asked = Asked(self.practice, self.do, self._stay, self._end)
        self._standstill = Standstill(self.session, self.do)
        self._notice = Notice(self, " ".join(plan.notes), self.show)
        self._following = Following(self.practice, self._notice)
        self._beginning = Beginning(self, self.practice.player, partial(self.do, Command.START))
        self._pulse: Pulse | None = None
        self._acts: dict[Action, Callable[[], None]] = {
            **{action: partial(self._turn_sound, action) for action in CONTROLS},
            Action.WHERE: self._tell_where,
            Action.BIG: self._display.enlarge,
            Action.TURN: self._display.turn,
            Action.HELP: self._open_or_close_help,
            Action.LEAVE: self._ask_to_leave,
        }

    @property
    def session(self) -> Session:
        """The session that is shown."""
        return self.practice.session

    @property
    def layout(self) -> Layout:
        """The places of the widgets."""
        return self._arranged

    def compose(self) -> ComposeResult:
        """Make the widgets; which of them are seen is a matter of places."""
        yield from self.face.widgets

    def on_mount(self) -> None:
        """Start."""
        self.bind_own()
        self._pulse = Pulse(self, self.practice, self.tick, self._frame, self.face.figure.has_figure)
        self._notice.begin()
        self.show()
        self._beginning.begin()

    def on_unmount(self) -> None:
        """Let go of the sound."""
        if self._pulse is not None:
            self._pulse.stop()
        self.practice.close()

    # Time and commands

    def tick(self) -> None:
        """Look at the clock, and show what has changed."""
        self._following.catch_up()
        self.show()

    def on_woken(self, _: Woken) -> None:
        """Look at the clock now: there is news of the sound."""
        self._beginning.look()
        self.tick()

    def on_figure_stage_ready(self) -> None:
        """Make room for the figure."""
        self.show()

    def stand_still(self) -> None:
        """Pause, where it runs: this process is about to be stopped."""
        self.do(Command.PAUSE, quietly=True)

    def came_back(self, away: Milliseconds) -> None:
        """Say how long the process was stopped, in milliseconds."""
        self._notice.tell(notes.away(away), for_a_while=False)
        self.practice.came_back(away)
        self.show()

    def _frame(self) -> None:
        """Show the pace alone, unless something happened."""
        if self._following.catch_up():
            self.show()
        else:
            self.face.pace(self.session)

    def do(self, command: Command, *, quietly: bool = False) -> None:
        """Carry out a command, where it is possible; `quietly` where nothing is to be said of a pause."""
        self._following.do(partial(self.practice.do, command, quietly=quietly))
        self.show()

    # Keys and mouse

    def palette_opens(self) -> None:
        """Stand still: nothing can be followed while one reads and types."""
        self._beginning.now()
        self._standstill.begin(quietly=True)

    def palette_closed(self) -> None:
        """Go on, unless a question or the help is still open."""
        self._let_go()
        self.show()

    def can(self, action: Action) -> bool:
        """Tell whether an action is possible: beside a question help, sound, and to ask whether to leave."""
        if self.question() is not None:
            to_leave = self.session.state is State.HURTING and not self._asked.to_leave
            return action in {Action.HELP, *CONTROLS} or (to_leave and action is Action.LEAVE)
        return action in self._acts or offered(action, self.session)

    def press(self, action: Action) -> None:
        """Do what an action stands for, if it is possible; the help closes first."""
        self._beginning.now()
        if not self.can(action):
            return
        if action is not Action.HELP:
            self.face.close_help()
        if (command := command_for(action, self.session)) is not None:
            self.do(command)
        else:
            self._acts[action]()
        self._let_go()
        self.show()

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """Do what was clicked."""
        self.press(message.action)

    def on_chapters_chosen(self, message: Chapters.Chosen) -> None:
        """Go to the step that was clicked, where the next one could be gone to."""
        self._beginning.now()
        if self.can(Action.NEXT):
            self._following.do(partial(self.practice.go_to, message.place))
            self.show()

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Answer with what was clicked."""
        self._asked.answer(message.choice)

    def on_key(self, event: events.Key) -> None:
        """Move in the help or answer a question; what is left are the keys of the session."""
        self.practice.pressed(event.key)
        if self._taken(event.key):
            event.stop()
            event.prevent_default()
        elif self.question() is not None and not any(
            event.key in key.keys for key in self.table if self.can(key.action)
        ):
            self._asked.again()

    def _taken(self, key: str) -> bool:
        """Tell whether a key was for the help or a question: an answer that cannot be seen closes the help first."""
        question = self.question()
        choice = question.chosen(key) if question is not None else None
        closes = self.face.help is not None and (key == "escape" or choice is not None)
        if closes:
            self.press(Action.HELP)
        elif self.face.help is not None:
            return self.face.scroll_help(key)
        elif choice is not None:
            self._asked.answer(choice)
        elif key == "escape" and self.session.state is State.HURTING:
            self.press(Action.LEAVE)
        return closes or choice is not None

    def question(self) -> Question | None:
        """Give what is asked now."""
        return self._asked.question()

    def _stay(self) -> None:
        self._let_go()
        self._asked.again()
        self.show()

    def _end(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def _ask_to_leave(self) -> None:
        self._standstill.begin(quietly=True)
        self._asked.leave()

    def _tell_where(self) -> None:
        self._let_go()
        self._notice.tell(self.practice.where())

    def _let_go(self) -> None:
        """Go on once nothing is before the session any more."""
        if self.face.help is None and not self._asked.to_leave:
            self._standstill.end()

    def _turn_sound(self, action: Action) -> None:
        self._notice.tell(turn(self.practice.player, action))

    def _open_or_close_help(self) -> None:
        if self.face.help is not None:
            self.face.close_help()
            self._asked.again()
            return
        self._standstill.begin(quietly=True)
        self.practice.tell_rules()
        question = self.question()
        first = "" if question is not None else notes.reading(self.session, ran=self._standstill.ran)
        on_its_side = bool(self._display.quarter)
        self._add(self.face.open_help(self._view(), first, question, on_its_side=on_its_side))

    def _add(self, widget: Widget) -> None:
        """Mount a widget; a key that was pressed just before the end may still be on its way."""
        if self.is_attached:
            self.mount(widget)

    # What is shown

    def show(self) -> None:
        """Show the session as it is now, and come back in time for what is next."""
        session, question, view = self.session, self.question(), self._view()
        needs = self._display.needs(
            view,
            session,
            asks=question is not None,
            helps=self.face.help is not None,
            figures=self.face.figures(session),
        )
        for widget in (*self.face.turn(self._display.quarter), *self.face.ask(question)):
            self._add(widget)
        self.face.show(view, session)
        self.face.press(pressables(self.table, self._offers, session), big=needs.mode is Mode.BIG)
        self._needs = needs
        seen = self._display.seen(needs, question, self.face.reading, *self.size)
        if seen != self._seen:
            self._seen = seen
            self.face.clock.refresh(layout=True)
        if self._pulse is not None:
            self._pulse.arm()

    def _offers(self, action: Action) -> bool:
        return self.can(action) and (self.face.help is None or action in _BESIDE_HELP)

    def _view(self) -> View:
        sound, start = mark(self.practice.player), self.practice.plan.start
        return view_of(self.session, sound=sound, note=self._notice.text, start=start)

    def arranged(self, width: int, height: int) -> dict[Place, Region]:
        """Give the places of the widgets at a size."""
        needs = self._display.seen(self._needs, self.question(), self.face.reading, width, height)
        return arrange(needs, width, height)
