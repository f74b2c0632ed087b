"""The session screen: it owns the practice and shows what it does. It keeps no time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import Command, Event, WasAway, WentOn
from relaxtimer.core.keys import KEYS, Action, command_for
from relaxtimer.core.session import IllegalCommandError, Session
from relaxtimer.core.states import State
from relaxtimer.practice import Plan, Practice
from relaxtimer.tui import notes
from relaxtimer.tui.arrangement import Mode, Needs, Place, arrange
from relaxtimer.tui.asking import Choice, Question
from relaxtimer.tui.colours import Depth
from relaxtimer.tui.screens.arranged import Arranged
from relaxtimer.tui.screens.bell import ScreenBell
from relaxtimer.tui.screens.pulse import Pulse, moves
from relaxtimer.tui.view import View, view_of
from relaxtimer.tui.widgets.face import Face
from relaxtimer.tui.widgets.keybar import KeyBar, pressables

if TYPE_CHECKING:
    from relaxtimer.tui.widgets.choices import Choices

_NOTE_LASTS = 5.0
_FIRST_NOTE_LASTS = 20.0
# Quarter turns clockwise, in the order the key goes through them.
_TURNS = {0: 1, 1: 3, 3: 0}
_SCROLLS = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}


class SessionScreen(Screen[None]):
    """A session being done. When it is over or left the screen is dismissed; where it is the only one, the app ends."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), f"press('{key.action}')", key.short, show=False, id=key.action) for key in KEYS
    ]

    def __init__(self, plan: Plan, depth: Depth) -> None:
        """Be ready to start."""
        super().__init__()
        bell = ScreenBell(self)
        self.practice = Practice(plan, bell.ring, bell.flash)
        self.face = Face(depth)
        self._arranged = Arranged(self.arranged)
        self._needs = Needs()
        self._big = False
        self._turn = 0
        self._asks_to_leave = False
        self._was_paused = False
        self._practised: Milliseconds = 0
        self._note = " ".join(plan.notes)
        self._note_timer: Timer | None = None
        self._pulse: Pulse | None = None
        self._acts: dict[Action, Callable[[], None]] = {
            Action.MUTE: self._mute,
            Action.VOICE: lambda: self._tell(notes.NO_VOICE),
            Action.LOUDER: lambda: self._tell(notes.NO_VOLUME),
            Action.QUIETER: lambda: self._tell(notes.NO_VOLUME),
            Action.BIG: self._show_big,
            Action.TURN: self._turn_display,
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
        self._pulse = Pulse(self, self.practice, self.tick, self._frame)
        if self._note:
            self._note_timer = self.set_timer(_FIRST_NOTE_LASTS, self._forget_note)
        self.do(Command.START)

    def on_unmount(self) -> None:
        """Let go of the sound."""
        if self._pulse is not None:
            self._pulse.stop()
        self.practice.close()

    # Time and commands

    def tick(self) -> None:
        """Look at the clock, and show what has changed."""
        self._catch_up()
        self.show()

    def stand_still(self) -> None:
        """Pause, where it runs: this process is about to be stopped."""
        self.do(Command.PAUSE)

    def came_back(self, away: Milliseconds) -> None:
        """Say how long the process was stopped, in milliseconds."""
        self._tell(notes.away(away), for_a_while=False)
        self.show()

    def _frame(self) -> None:
        """Show the pace alone, unless something happened."""
        if self._catch_up():
            self.show()
        else:
            self.face.stage.pace(self.session)

    def do(self, command: Command) -> None:
        """Carry out a command, where it is possible."""
        self._catch_up()
        try:
            self._hear(self.practice.do(command))
        except IllegalCommandError:  # also where it was possible a moment ago: time has gone on since
            self._catch_up()
        self.show()

    def _catch_up(self) -> bool:
        """Let the session catch up with the clock; tell whether anything happened."""
        before = self.session.position + self.session.waited
        happened = self.practice.tick()
        self._hear(happened)
        self._practised += max(self.session.position + self.session.waited - before, 0)
        return bool(happened)

    def _hear(self, happened: tuple[Event, ...]) -> None:
        if told := notes.told(happened):
            self._tell(told, for_a_while=not any(isinstance(event, WasAway) for event in happened))
        elif self._note_timer is None and any(isinstance(event, WentOn) for event in happened):
            self._note = ""

    def _tell(self, note: str, *, for_a_while: bool = True) -> None:
        """Show a note: for a while, or until the session goes on."""
        self._note = note
        if self._note_timer is not None:
            self._note_timer.stop()
        self._note_timer = self.set_timer(_NOTE_LASTS, self._forget_note) if for_a_while else None

    def _forget_note(self) -> None:
        self._note, self._note_timer = "", None
        self.show()

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key does something now."""
        return self.can(Action(str(parameters[0]))) if action == "press" else True

    def can(self, action: Action) -> bool:
        """Tell whether an action is possible: beside a question only the help with its stop rules."""
        if self.question() is not None:
            return action is Action.HELP
        return command_for(action, self.session) is not None or action in self._acts

    def action_press(self, action: str) -> None:
        """Do what a key stands for."""
        self.press(Action(action))

    def press(self, action: Action) -> None:
        """Do what an action stands for, if it is possible."""
        if not self.can(action):
            return
        command = command_for(action, self.session)
        if command is not None:
            self.do(command)
        else:
            self._acts[action]()
            self.show()

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """Do what was clicked."""
        self.press(message.action)

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Answer with what was clicked."""
        self.answer(message.choice)

    def on_key(self, event: events.Key) -> None:
        """Answer a question, or move in the help; what is left are the keys of the session."""
        question = self.question()
        choice = question.chosen(event.key) if question is not None else None
        if self.face.help is not None and event.key == "escape":
            event.stop()
            event.prevent_default()
            self.press(Action.HELP)
        elif choice is not None:
            event.stop()
            event.prevent_default()
            self.answer(choice)
        elif self.face.help is not None and event.key in _SCROLLS:
            event.stop()
            event.prevent_default()
            self.face.help.move(_SCROLLS[event.key])

    def question(self) -> Question | None:
        """Give what is asked now."""
        if not self._asks_to_leave and not self.session.over and self.session.state is not State.HURTING:
            return None
        from relaxtimer.tui.questions import asked  # noqa: PLC0415 - not needed for the first frame

        return asked(self.session, self._practised)

    def answer(self, choice: Choice) -> None:
        """Do what an answer asks for."""
        match choice.name:
            case "close":
                self._end()
            case "leave":
                self.do(Command.LEAVE)
                self._end()
            case "stay":
                self._asks_to_leave = False
                self.do(Command.PAUSE if self._was_paused else Command.GO_ON)
            case command:
                self.do(Command(command))

    def _end(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def _ask_to_leave(self) -> None:
        self._was_paused = self.session.state is State.PAUSED
        self._asks_to_leave = True
        self.do(Command.PAUSE)

    def _mute(self) -> None:
        player = self.practice.player
        player.mute(on=not player.muted)
        self._tell("Sound off." if player.muted else "Sound on.")

    def _show_big(self) -> None:
        self._big, self._turn = not self._big, 0

    def _turn_display(self) -> None:
        self._turn = _TURNS[self._turn]

    def _open_or_close_help(self) -> None:
        if self.face.help is None:
            self.mount(self.face.open_help(self._view()))
        else:
            self.face.close_help()

    # What is shown

    def show(self) -> None:
        """Show the session as it is now, and come back in time for what is next."""
        session, question, view = self.session, self.question(), self._view()
        needs = self._wanted(view, question)
        for widget in (*self.face.ask(question), *self.face.turn(self._turn)):
            self.mount(widget)
        self.face.show(view, session)
        self.face.press(pressables(self.can, session), big=needs.mode is Mode.BIG)
        if needs != self._needs:
            self._needs = needs
            self.face.clock.refresh(layout=True)
        if self._pulse is not None:
            self._pulse.arm()

    def _view(self) -> View:
        muted, start = self.practice.player.muted, self.practice.plan.start
        return view_of(self.session, muted=muted, note=self._note, start=start)

    def _wanted(self, view: View, question: Question | None) -> Needs:
        mode = Mode.BIG if self._big else Mode.SESSION
        mode = Mode.TURNED if self._turn else mode
        return Needs(
            mode=Mode.CHOOSING if question is not None else mode,
            sign=view.side is not None or view.state is State.PAUSED,
            side=view.side,
            paced=moves(self.session),
            note=view.note,
            opening=view.cautions.opening,
            help=self.face.help is not None,
        )

    def arranged(self, width: int, height: int) -> dict[Place, Region]:
        """Give the places of the widgets at a size."""
        return arrange(self._needs, width, height)
