"""The routine that most tests render."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.routines import ROUTINE


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    """A routine of half a minute."""
    path = tmp_path / "short.yaml"
    path.write_text(ROUTINE)
    return path
