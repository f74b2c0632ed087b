"""A machine on which no thread can be started any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# More than there are addresses.
_STACK = 1 << 47


@contextmanager
def no_more_threads() -> Iterator[None]:
    """Have this process start no thread for the time of a `with` block: each asks for more memory than there can be."""
    before = threading.stack_size(_STACK)
    try:
        yield
    finally:
        threading.stack_size(before)
