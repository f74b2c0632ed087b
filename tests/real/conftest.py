"""Routines to run in a real terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

STANDING = """\
format: 1
name: Long hold
steps:
  - name: Stand easily
    kind: stretch
    position: standing
    prepare: 1s
    work: 20m
    say: Let the shoulders hang – “痛” no more.
"""

BREATHING = """\
format: 1
name: Slow breath
steps:
  - name: Slow breath
    kind: breathing
    position: sitting
    prepare: 0s
    breath: 4-0-6-0
    breaths: 60
"""

MANY = "format: 1\nname: Many steps\nsteps:\n" + "".join(
    f"  - {{name: Step {number} {'x' * 80}, kind: stretch, position: standing, prepare: 0s, work: 1s}}\n"
    for number in range(1500)
)


@pytest.fixture
def long_hold(tmp_path: Path) -> str:
    """The path of a routine that holds still for twenty minutes."""
    return _written(tmp_path / "long-hold.yaml", STANDING)


@pytest.fixture
def breathing(tmp_path: Path) -> str:
    """The path of a routine that is drawn anew many times a second."""
    return _written(tmp_path / "breathing.yaml", BREATHING)


@pytest.fixture
def many_steps(tmp_path: Path) -> str:
    """The path of a routine with more lines than a terminal takes unread."""
    return _written(tmp_path / "many-steps.yaml", MANY)


def _written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)
