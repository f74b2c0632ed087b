"""What each command may load. A fresh interpreter runs it, and is asked afterwards what it has imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from relaxtimer.resources import bundled

HEAVY = {"textual", "rich"}

# The report goes to a file, and is written however the command ends.
ASK_AFTERWARDS = """
import atexit, json, pathlib, sys
report = pathlib.Path(sys.argv.pop(1))
atexit.register(lambda: report.write_text(json.dumps(sorted(sys.modules))))
from relaxtimer.cli import main
sys.exit(main())
"""


def modules_loaded_by(arguments: list[str], report: Path) -> set[str]:
    """Run relaxtimer among the bundled routines to a successful end; the top-level names of all that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", ASK_AFTERWARDS, str(report), *arguments],
        cwd=bundled("routines"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {name.partition(".")[0] for name in json.loads(report.read_text())}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["list"],
        ["list", "--json"],
        ["show", "lower-back"],
        ["show", "lower-back", "--json"],
        ["check", "lower-back.yaml"],
        ["schema"],
        ["lower-back", "--plain", "--speed", "1000"],
    ],
    ids=" ".join,
)
def test_no_screen_is_loaded_where_none_is_drawn(arguments: list[str], tmp_path: Path) -> None:
    loaded = modules_loaded_by(arguments, tmp_path / "modules.json")
    assert "relaxtimer" in loaded
    assert not loaded & HEAVY


@pytest.mark.usefixtures("home")
def test_help_loads_no_yaml(tmp_path: Path) -> None:
    assert "yaml" not in modules_loaded_by(["--help"], tmp_path / "modules.json")


def test_the_screen_itself_would_be_noticed(tmp_path: Path) -> None:
    """Guards the test above: were Textual installed under another name, it could not fail."""
    command = [sys.executable, "-c", "import json, sys, textual.app; print(json.dumps(sorted(sys.modules)))"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert set(json.loads(done.stdout)) >= HEAVY
