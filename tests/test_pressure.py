"""How hard to press: the README, the stop rules and the words of the exercises say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.resources import bundled

RULE = "3 to 5 out of 10, no harder"
ROOT = Path(__file__).parents[1]


def test_the_readme_and_the_stop_rules_name_the_same_limit() -> None:
    assert sum(RULE in rule for rule in STOP_RULES) == 1
    assert RULE in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(bundled("routines").rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_bundled_words_ask_for_more(path: Path) -> None:
    limits = re.findall(r"([\w-]+) out of ten", path.read_text(encoding="utf-8"))
    assert set(map(str.lower, limits)) <= {"five"}
