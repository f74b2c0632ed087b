from __future__ import annotations

from relaxtimer.cli.arguments import parse
from relaxtimer.cli.sounds import choose
from relaxtimer.sound.player import Player


def chosen(*options: str) -> tuple[Player, tuple[str, ...]]:
    make, said = choose(parse(["lower-back", *options]))
    return make(lambda _times: None, lambda: None), said


def test_the_bell_rings_unless_another_output_is_wanted() -> None:
    player, said = chosen()
    assert (player.name, player.muted, said) == ("bell", False, ())


def test_no_sound_at_all_can_be_asked_for() -> None:
    assert chosen("--sound-output", "none")[0].name == "none"


def test_muted_and_a_volume_of_nothing_are_the_same() -> None:
    assert chosen("--mute")[0].muted
    assert chosen("--volume", "0")[0].muted


def test_what_cannot_be_had_is_said() -> None:
    player, said = chosen("--sound-output", "miniaudio", "--voice", "--volume", "50")
    assert player.name == "bell"
    assert len(said) == 3
    assert "miniaudio" in said[0]


def test_no_voice_is_what_there_is() -> None:
    assert chosen("--no-voice")[1] == ()
