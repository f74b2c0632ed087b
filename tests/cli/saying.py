"""What a command says."""

from __future__ import annotations

import pytest

from relaxtimer.cli import main

Said = pytest.CaptureFixture[str]


def told(said: Said, *arguments: str, status: int = 0) -> str:
    assert main(list(arguments)) == status
    return said.readouterr().out
