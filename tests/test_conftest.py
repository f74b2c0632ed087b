from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import need


def test_what_is_there_is_no_reason_to_skip() -> None:
    need(condition=True, reason="nothing lacks")


def test_what_lacks_skips_the_test_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no sound server"):
        need(condition=False, reason="no sound server")


def test_in_ci_nothing_may_lack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="no sound server"):
        need(condition=False, reason="no sound server")


def test_the_real_home_is_out_of_reach_even_for_a_test_that_asks_for_none(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert Path(os.environ["RELAXTIMER_HOME"]).is_relative_to(tmp_path_factory.getbasetemp())
