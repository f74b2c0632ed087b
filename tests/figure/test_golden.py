"""A few figures as they have always looked, and the sheet of all of them in the documentation.

After a change that is meant to be seen, look at the pictures, and then renew them:

    relaxtimer figure EXERCISE > tests/figure/golden/EXERCISE.txt
    relaxtimer figure --sheet docs/figures.svg
"""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main

_GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))
_SHEET = Path(__file__).parents[2] / "docs" / "figures.svg"


@pytest.mark.parametrize("file", _GOLDEN, ids=lambda file: file.stem)
def test_a_figure_looks_as_it_did(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", file.stem]) == 0
    assert capsys.readouterr().out == file.read_text(encoding="utf-8")


@pytest.mark.once
def test_the_documentation_shows_every_figure_as_the_program_draws_it(tmp_path: Path) -> None:
    assert main(["figure", "--sheet", str(tmp_path / "sheet.svg")]) == 0
    assert (tmp_path / "sheet.svg").read_bytes() == _SHEET.read_bytes(), "relaxtimer figure --sheet docs/figures.svg"
