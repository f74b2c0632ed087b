from __future__ import annotations

from relaxtimer.cli.arguments import parse
from relaxtimer.cli.sounds import choose
from relaxtimer.clock import FakeClock
from relaxtimer.sound.player import Outlet, Player


def chosen(*options: str) -> tuple[Player, tuple[str, ...]]:
    make, said = choose(parse(["lower-back", *options]), FakeClock())
    return make(Outlet(lambda _times: None, lambda: None, lambda: None)), said


def test_what_sounds_best_is_used_unless_something_else_is_wanted() -> None:
    player, said = chosen()
    assert (player.name, player.muted, player.speaking, said) == ("auto", False, True, ())
    assert chosen("--sound-output", "simpleaudio")[0].name == "simpleaudio"


def test_the_bell_of_the_terminal_can_be_asked_for() -> None:
    player, said = chosen("--sound-output", "bell")
    assert (player.name, player.muted, said) == ("bell", False, ())


def test_no_sound_at_all_can_be_asked_for() -> None:
    assert chosen("--sound-output", "none")[0].name == "none"


def test_muted_and_a_volume_of_nothing_are_the_same() -> None:
    assert chosen("--mute")[0].muted
    assert chosen("--volume", "0", "--sound-output", "bell")[0].muted
    assert chosen("--volume", "0")[0].volume == 0


def test_what_cannot_be_had_is_said() -> None:
    player, said = chosen("--sound-output", "bell", "--voice", "--volume", "50")
    assert player.name == "bell"
    assert len(said) == 2


def test_what_goes_by_too_fast_to_be_heard_rings_the_bell_and_says_so() -> None:
    player, said = chosen("--speed", "100")
    assert player.name == "bell"
    assert "bell rings instead" in said[0]


def test_words_can_be_left_out() -> None:
    assert not chosen("--no-voice")[0].speaking
