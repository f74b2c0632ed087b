"""Short ways to put routines and exercises into a person's folders."""

from __future__ import annotations

from pathlib import Path

EXERCISE = """\
    name: {name}
    kind: stretch
    position: standing
    work: 20s
"""


def routine_text(name: str = "Mine", step: str = "{name: Hug, kind: stretch, position: standing, work: 20s}") -> str:
    return f"format: 1\nname: {name}\nsteps:\n  - {step}\n"


def write_routine(home: Path, file: str, text: str | None = None) -> Path:
    path = home / "routines" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(routine_text() if text is None else text, encoding="utf-8")
    return path


def write_exercises(home: Path, file: str, *ids: str, text: str | None = None) -> Path:
    path = home / "routines" / "exercises" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    written = "".join(f"  {id_}:\n{EXERCISE.format(name=f'My {id_}')}" for id_ in ids)
    path.write_text(f"format: 1\nexercises:\n{written}" if text is None else text, encoding="utf-8")
    return path
