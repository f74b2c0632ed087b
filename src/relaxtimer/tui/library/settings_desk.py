"""What the settings screen may ask for. Whoever opens it provides that."""

from __future__ import annotations

from typing import Protocol

from relaxtimer.settings.choices import Setting
from relaxtimer.settings.settings import Settings


class SettingsDesk(Protocol):
    """The settings of a person; `file` is where they are, or would be."""

    file: str

    def read(self) -> Settings | str:
        """Read them as they are now; every mistake where there are some."""
        ...

    def change(self, setting: Setting, value: str) -> str:
        """Set one of them; give why that was not possible, or nothing."""
        ...

    def editor(self) -> tuple[str, ...]:
        """Give the command that opens their file, which is begun where there is none; nothing where there is none."""
        ...
