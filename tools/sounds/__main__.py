"""Make every file of `sounds/` again: `python -m tools.sounds`."""

from __future__ import annotations

from tools.sounds.make import FOLDER, write

if __name__ == "__main__":
    write()
    print(f"made the sounds of {FOLDER}")
