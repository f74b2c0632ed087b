"""asyncio without TLS: the program talks to no network, and OpenSSL takes 4 MB and some milliseconds to load.

asyncio does without it where there is none; a later `import ssl` finds it as ever.
"""

from __future__ import annotations

import sys


def load_asyncio() -> None:
    """Load asyncio so, unless it or TLS is loaded already."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what Python has for a module that cannot be imported
    try:
        import asyncio  # noqa: F401, PLC0415 - now, and not at the top
    finally:
        del sys.modules["ssl"]
