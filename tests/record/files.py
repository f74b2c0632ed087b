"""Files of records as they may be found, and programs that all open one at the same moment."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from relaxtimer.record.opening import FILE
from relaxtimer.record.store import Store, save

COUNT = "SELECT count(*) FROM session"


def counted(folder: Path) -> int:
    store = Store(folder)
    found: int = store.ask(lambda record: record.execute(COUNT).fetchone()[0], -1)
    store.close()
    return found


def mornings(folder: Path) -> int:
    with closing(sqlite3.connect(folder / FILE)) as record:
        found: int = record.execute("SELECT count(*) FROM morning").fetchone()[0]
    return found


def noise(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 9_000)


def damaged_inside(folder: Path) -> None:
    """Leave a record with sessions in it of which only the first page can be read."""
    with closing(sqlite3.connect(folder / FILE)) as record:
        record.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        record.execute("PRAGMA journal_mode=DELETE")
    data = bytearray((folder / FILE).read_bytes())
    data[4_096:] = b"\xee" * (len(data) - 4_096)
    (folder / FILE).write_bytes(bytes(data))


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as record:
        record.execute("CREATE TABLE cookies (name)")
        record.commit()


def start_together(folder: Path, programs: int = 4) -> list[str]:
    """Have several programs open a record at the same moment, and write into it; give what each told."""
    code = (
        "import sys; from pathlib import Path; from relaxtimer.record.store import Store, save\n"
        "store = Store(Path(sys.argv[1])); sys.stdin.readline()\n"
        "write = 'INSERT INTO morning VALUES (?, ?, 3)'\n"
        "saved = save(store, lambda record: record.execute(write, (int(sys.argv[2]), '')))\n"
        "print(saved, *store.news())"
    )
    command = [sys.executable, "-c", code, str(folder)]
    others = [
        subprocess.Popen([*command, str(number)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for number in range(1, programs + 1)
    ]
    for other in others:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
    return [other.communicate()[0].strip() for other in others]


def write(folder: Path) -> Store:
    """Try to write something into the record of a folder."""
    store = Store(folder)
    save(store, lambda record: record.execute("INSERT INTO morning VALUES (1, '', 3)"))
    return store
