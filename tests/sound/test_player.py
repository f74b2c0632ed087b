from __future__ import annotations

from relaxtimer.core.cues import Cue, CueKind
from relaxtimer.core.events import CueDue, Event, HoldStopped, WentOn
from relaxtimer.core.session import Session
from relaxtimer.sound.player import RINGS, Bell, Outlet, Player, Silent
from tests.core.making import step, timeline

SESSION = Session(timeline(step()))


def due(kind: CueKind) -> CueDue:
    return CueDue(Cue(0, kind))


class Heard:
    """What a bell did, in order."""

    def __init__(self) -> None:
        self.rings: list[int] = []
        self.flashes = 0
        self.bell = Bell(Outlet(self.rings.append, self.flash, lambda: None))

    def follow(self, events: list[Event]) -> None:
        self.bell.follow(SESSION, 0, events)

    def flash(self) -> None:
        self.flashes += 1


def test_events_are_told_apart_by_the_number_of_rings() -> None:
    heard = Heard()
    for kind in (CueKind.BEGIN, CueKind.SWITCH, CueKind.END):
        heard.follow([due(kind)])
    assert heard.rings == [1, 2, 3]


def test_what_happens_at_one_moment_rings_once_for_the_most_important() -> None:
    heard = Heard()
    heard.follow([due(CueKind.BEGIN), due(CueKind.SWITCH), WentOn()])
    assert (heard.rings, heard.flashes) == ([2], 1)


def test_breath_and_tempo_never_ring() -> None:
    heard = Heard()
    quiet: list[Event] = [due(kind) for kind in CueKind if kind not in RINGS]
    heard.follow(quiet)
    assert (heard.rings, heard.flashes) == ([], 0)


def test_a_stop_for_pain_is_heard() -> None:
    heard = Heard()
    heard.follow([HoldStopped(timeline(step()).segments[0])])
    assert heard.rings == [1]


def test_a_muted_bell_flashes_but_does_not_ring() -> None:
    heard = Heard()
    heard.bell.mute(on=True)
    heard.follow([due(CueKind.SWITCH)])
    heard.bell.mute(on=False)
    heard.follow([due(CueKind.END)])
    assert (heard.rings, heard.flashes) == ([3], 2)
    heard.bell.close()


def test_a_silent_player_remembers_what_it_would_have_sounded() -> None:
    player: Player = Silent()
    player.follow(SESSION, 0, [due(CueKind.BEGIN), WentOn(), due(CueKind.HALF)])
    player.mute(on=True)
    player.close()
    assert isinstance(player, Silent)
    assert (player.heard, player.muted, player.name) == ([CueKind.BEGIN, CueKind.HALF], True, "none")
