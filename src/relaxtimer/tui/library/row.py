"""A routine as it stands in the list: plain values, whoever found them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds
from relaxtimer.practice import Plan

# Makes what it takes to do the routine of an id, or says why it cannot be done.
OpenPlan: TypeAlias = Callable[[str], Plan | str]


class Row(Struct, frozen=True, kw_only=True):
    """One routine of the list, or a file that cannot be one.

    `id` is what opens it, `origin` where it is from ("yours", "bundled"), `total` its length in milliseconds.
    `positions` are in plain words; `also` holds further words it is found by. With a `mistake`, the first of its
    `file`, it cannot be started.
    """

    id: str
    name: str
    origin: str
    total: Milliseconds = 0
    summary: str = ""
    tags: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    mistake: str = ""
    file: str = ""
