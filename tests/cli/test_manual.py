"""The help of each command: what it does, its options, and examples that can be typed as they stand."""

from __future__ import annotations

import shlex

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.arguments import COMMANDS, parse
from relaxtimer.cli.manual import PAGES, about
from relaxtimer.cli.manual import examples as examples_of
from relaxtimer.library.library import Library

EXAMPLES = [example for _, examples in PAGES.values() for example, _ in examples]


def test_every_command_has_a_page() -> None:
    assert set(PAGES) == set(COMMANDS)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("command", [name for name in COMMANDS if name])
def test_the_help_fits_and_says_what_the_command_does(
    command: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    text, examples = PAGES[command]
    assert " ".join(text.split()) in " ".join(said.split())
    assert all(" ".join(what.split()) in " ".join(said.split()) for _, what in examples)
    longest = max(len(f"  {example}") for example, _ in (*examples, ("", "")))
    own = (*about(command, "", width).splitlines(), *examples_of(command, width).splitlines())
    assert all(len(line) <= max(width, longest) for line in own)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read_as_a_command_line(example: str) -> None:
    words = shlex.split(example.replace('"$(', "").replace(')"', "").replace("eval ", ""))
    line = words[1 : next((place for place, word in enumerate(words) if word in {"|", ">"}), None)]
    options = parse(line)
    routine = getattr(options, "routine", None)
    own = {"./mine.yaml", "my-evening", None}
    assert routine in own or routine in Library().shelves.names
