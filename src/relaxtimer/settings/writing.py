"""Changing one setting in the file, and nothing else in it: notes and order stay as the person wrote them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.settings.choices import Setting, value_of
from relaxtimer.settings.reading import settings_in
from relaxtimer.settings.starter import STARTER


class CannotChangeError(Exception):
    """The file is written in a way in which this setting cannot be changed from outside; it is left as it is."""


def change(path: Path, setting: Setting, value: str) -> None:
    """Set a setting in a file, which is begun where there is none.

    Raises `CannotChangeError`, `FileMistakes` for what is wrong in the file, and `OSError`.
    """
    path = path.resolve()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = STARTER.encode()
    settings_in(data, str(path))
    text = data.decode("utf-8-sig")
    new = changed(text, setting, value)
    try:
        became = value_of(setting, settings_in(new.encode(), str(path)))
    except FileMistakes:
        became = None
    if became != value:
        message = f"{setting.name} cannot be changed here, as the file is written; open it in your editor"
        raise CannotChangeError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def changed(text: str, setting: Setting, value: str) -> str:
    """Give the text of a file with a setting in it set; a note that shows its default makes place for it."""
    lines = text.splitlines()
    start = next((place for place, each in enumerate(lines) if re.match(rf"{setting.group}\s*:", each)), None)
    if start is None:
        return "\n".join([*lines, "", f"{setting.group}:", f"  {setting.name}: {value}", ""]).lstrip("\n")
    end = next((place for place in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[place])), len(lines))
    indents = (re.match(r"(\s+)[^\s#]", each) for each in lines[start + 1 : end])
    line = f"{next((found[1] for found in indents if found), '  ')}{setting.name}: {value}"
    own = re.compile(rf"(\s+)(?:#\s*)?{re.escape(setting.name)}\s*:\s*[^#]*?(\s+#.*)?")
    written = [place for place in range(start + 1, end) if own.fullmatch(lines[place])]
    # What is set goes before a note.
    written.sort(key=lambda place: lines[place].lstrip().startswith("#"))
    if not written:
        lines.insert(start + 1, line)
    else:
        found = own.fullmatch(lines[written[0]])
        note = found[2] if found and found[2] else ""
        lines[written[0]] = f"{line:27} {note.lstrip()}".rstrip() if note else line
    return "\n".join(lines) + "\n"
