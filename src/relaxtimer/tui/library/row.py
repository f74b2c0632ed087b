"""A routine as it stands in the list: plain values, whoever found them."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds


class Row(Struct, frozen=True, kw_only=True):
    """One routine of the list, or a file that cannot be one.

    `id` is what opens it, `origin` where it is from ("yours", "bundled"), `total` its length in milliseconds.
    `alias` is the name of its file where others have the same `name`. `shortest` is the least it can be fitted to.
    `positions` are in plain words; `also` holds further words it is found by, the name it is run by first. `group` is
    what it is listed under, `favourite` and `done`, when it was last done, are the person's own. With a `mistake`, the
    first of its `file`, it cannot be started.
    """

    id: str
    name: str
    origin: str
    total: Milliseconds = 0
    shortest: Milliseconds = 0
    summary: str = ""
    tags: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    mistake: str = ""
    file: str = ""
    group: str = ""
    favourite: bool = False
    done: str = ""
    alias: str = ""
