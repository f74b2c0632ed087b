"""Opening a file in the person's own editor: it has the terminal until it ends."""

from __future__ import annotations

import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported

NO_EDITOR = "Set EDITOR to the editor you like; there is none that is known here."


def edit(app: App[Any], command: tuple[str, ...]) -> str:
    """Run an editor and wait for its end; give what went wrong, if anything did."""
    if not command:
        return NO_EDITOR
    try:
        with app.suspend():
            done = subprocess.run(command, check=False)  # noqa: S603 - the person's own editor, without a shell
    except SuspendNotSupported:
        return "This terminal cannot be lent to an editor. Open the file in another one; what changes shows here."
    except OSError as error:
        return f"{command[0]} cannot be run: {error.strerror or error}"
    return f"{command[0]} ended with status {done.returncode}." if done.returncode else ""
