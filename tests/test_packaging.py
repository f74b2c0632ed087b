"""What is shipped: the wheel and the source distribution are built, looked into, installed elsewhere and run."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

import relaxtimer

pytestmark = pytest.mark.once

TREE = Path(__file__).resolve().parents[1]
SHIPPED = {
    "src/relaxtimer": {".py", ".typed", ".tcss"},
    "routines": {".yaml"},
    "sounds": {".md", ".wav", ".ogg"},
}
"""The folders that the wheel is made from, and the kinds of files that belong there."""


def in_the_wheel(path: PurePosixPath) -> str:
    """Where a file of the tree is found in the wheel."""
    return str(path.relative_to("src") if path.parts[0] == "src" else PurePosixPath("relaxtimer/bundled") / path)


def shipped_files() -> set[PurePosixPath]:
    """Every file of the tree that belongs in the wheel, as the tree names it."""
    return {
        PurePosixPath(path.relative_to(TREE).as_posix())
        for folder, suffixes in SHIPPED.items()
        for path in (TREE / folder).rglob("*")
        if path.suffix in suffixes and not any(part.startswith(".") for part in path.relative_to(TREE).parts)
    }


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run Python to a successful end, unseen by coverage: what it imports lies elsewhere. Returns what it printed."""
    outer = {name: value for name, value in os.environ.items() if "COVERAGE" not in name and name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**outer, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that was made from it."""
    folder = tmp_path_factory.mktemp("built")
    run("-m", "build", "--no-isolation", "--outdir", folder, TREE, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel; the packages it needs are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", "--no-deps", "--no-index", "--no-compile", "--target", folder, wheel, cwd=folder)
    return folder


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    folder = tmp_path / "nowhere"
    folder.mkdir()
    return folder


def test_the_wheel_holds_the_code_the_routines_and_the_sounds_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    about = {name for name in names if name.partition("/")[0].endswith(".dist-info")}
    assert names - about == {in_the_wheel(path) for path in shipped_files()}
    assert {PurePosixPath(name).name for name in about} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "LICENSE",
        "entry_points.txt",
    }


def test_the_wheel_holds_a_routine_and_an_exercise(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "relaxtimer/bundled/routines/lower-back.yaml" in names
    assert any(name.startswith("relaxtimer/bundled/routines/exercises/") for name in names)


def test_the_source_distribution_holds_what_the_wheel_and_the_tests_are_made_from(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {str(PurePosixPath(*PurePosixPath(member.name).parts[1:])) for member in archive if member.isfile()}
    assert {str(path) for path in shipped_files()} <= names
    assert "tests/test_packaging.py" in names
    top = {name for name in names if "/" not in name}
    written = {"pyproject.toml", "constraints.txt", "README.md", "CHANGELOG.md", "LICENSE"}
    assert top == {*written, ".gitignore", "PKG-INFO"}
    folders = {name.partition("/")[0] for name in names - top}
    assert folders <= {"src", "routines", "sounds", "tests", "tools", "docs", "benchmarks"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_installed_wheel_is_what_runs(installed: Path, nowhere: Path) -> None:
    told = run("-c", "import relaxtimer; print(relaxtimer.__file__)", cwd=nowhere, PYTHONPATH=str(installed))
    assert Path(told.strip()) == installed / "relaxtimer" / "__init__.py"
    assert (installed / f"relaxtimer-{relaxtimer.__version__}.dist-info").is_dir()


def test_the_installed_wheel_lists_every_bundled_routine(installed: Path, nowhere: Path, home: Path) -> None:
    listed = run(
        "-m", "relaxtimer", "list", "--json", cwd=nowhere, PYTHONPATH=str(installed), RELAXTIMER_HOME=str(home)
    )
    routines = {path.stem for path in (TREE / "routines").glob("*.yaml")}
    assert routines
    assert {name for name in routines if f'"{name}"' in listed} == routines


def test_the_installed_wheel_runs_a_routine_to_its_end(installed: Path, nowhere: Path, home: Path) -> None:
    said = run(
        *("-m", "relaxtimer", "run", "lower-back", "--plain", "--speed", "1000"),
        cwd=nowhere,
        PYTHONPATH=str(installed),
        RELAXTIMER_HOME=str(home),
    )
    assert said.strip()
    assert not list(nowhere.iterdir())
