"""What every test may ask for, and the guard that keeps them all out of the real user's folders."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.terminal import Terminal
from tests.visits import screened

# What guards the terminal, and what plays: they are reached in programs of their own alone.
_MEASURED = frozenset(Path(__file__).parent / name for name in ("real/test_screen_guards.py", "sound/test_live.py"))


# How long an example takes is the machine's business: no test is bound by the clock on the wall.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


class StartTerminal(Protocol):
    """What the fixture `terminal` gives."""

    def __call__(
        self, argv: Sequence[str], *, cols: int = 80, rows: int = 24, env: Mapping[str, str] | None = None
    ) -> Terminal: ...


def need(condition: object, reason: str) -> None:
    """Skip the test when the machine lacks something; in CI, where nothing may be lacking, fail it."""
    if condition:
        return
    if os.environ.get("CI"):
        pytest.fail(f"CI must not skip this: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _few_programs_are_measured(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the programs that a test starts where nothing else covers them: it takes them twice as long.

    coverage's own `patch = ["subprocess"]` would measure all of them, and each worker of xdist a second time.
    """
    measured = request.config.pluginmanager.hasplugin("_cov") and request.config.getoption("cov_source")
    if measured and request.path in _MEASURED:
        monkeypatch.setenv("COVERAGE_PROCESS_START", str(request.config.rootpath / "pyproject.toml"))
        monkeypatch.setenv("COVERAGE_FILE", str(request.config.rootpath / ".coverage"))


@pytest.fixture(autouse=True, scope="session")
def _no_test_touches_the_real_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RELAXTIMER_HOME", str(tmp_path_factory.mktemp("nobody")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _programs_can_be_ended() -> None:
    """A run under nohup ignores SIGHUP, and without this all programs that tests start would too."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is RELAXTIMER_HOME for this test, in this process and in what it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("RELAXTIMER_HOME", str(folder))
    return folder


@pytest.fixture
def terminal(home: Path) -> Iterator[StartTerminal]:
    """Starts programs in real terminals, with `home` as their RELAXTIMER_HOME; all are ended with the test.

    The warning signs are answered there.
    """
    screened(home)
    started: list[Terminal] = []

    def start(argv: Sequence[str], *, cols: int = 80, rows: int = 24, env: Mapping[str, str] | None = None) -> Terminal:
        started.append(Terminal(argv, cols=cols, rows=rows, env={"RELAXTIMER_HOME": str(home), **(env or {})}))
        return started[-1]

    yield start
    for one in started:
        one.close()
