"""asyncio without TLS, in interpreters of their own: what is loaded once stays loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEFORE = "import sys; from relaxtimer.tui.offline import load_asyncio; "


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            f"{BEFORE}load_asyncio(); import textual.app; print('asyncio' in sys.modules, 'ssl' in sys.modules)",
            "True False",
        ),
        (f"{BEFORE}load_asyncio(); import ssl; print(ssl.create_default_context().check_hostname)", "True"),
        (f"import ssl; {BEFORE}load_asyncio(); print(sys.modules['ssl'] is ssl)", "True"),
        (f"{BEFORE}load_asyncio(); load_asyncio(); import asyncio; print(asyncio.run(asyncio.sleep(0, 3)))", "3"),
    ],
    ids=["the screen needs none", "whoever wants it finds it", "what was there stays", "asyncio works"],
)
def test_asyncio_is_loaded_without_tls(code: str, said: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == said
