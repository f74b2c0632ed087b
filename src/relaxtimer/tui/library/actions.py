"""What the keys of the library ask of its screen."""

from __future__ import annotations

from relaxtimer.core.library_keys import LibraryAction, LibraryKey

# The action of the screen that each key asks for.
DOES = {
    LibraryAction.SEARCH: "search",
    LibraryAction.LONGER: "fit(1)",
    LibraryAction.SHORTER: "fit(-1)",
    LibraryAction.FAVOURITE: "favour",
    LibraryAction.MINUTES: "filter('minutes')",
    LibraryAction.THINGS: "filter('things')",
    LibraryAction.POSITION: "filter('position')",
    LibraryAction.REHEARSE: "rehearse",
    LibraryAction.EDIT: "edit",
    LibraryAction.COPY: "copy",
    LibraryAction.NEW: "new",
    LibraryAction.HISTORY: "history",
    LibraryAction.SETTINGS: "settings",
    LibraryAction.PALETTE: "palette",
    LibraryAction.LEAVE: "leave",
}
# What is done with the chosen routine; the others can always be done.
WITH_ONE = (LibraryAction.LONGER, LibraryAction.SHORTER, LibraryAction.REHEARSE, LibraryAction.COPY)
# Offered in this order after the first few.
FURTHER = (
    LibraryAction.FAVOURITE, LibraryAction.EDIT, LibraryAction.COPY, LibraryAction.NEW, LibraryAction.REHEARSE,
    LibraryAction.HISTORY, LibraryAction.SETTINGS,
)  # fmt: skip


def binding(key: LibraryKey) -> str:
    """Name a binding apart from those of a session, which share the app's map of keys with it."""
    return f"library.{key.action}"
