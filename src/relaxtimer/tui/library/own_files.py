"""What can be done with the files of routines from within the library: favour, edit, copy, begin anew."""

from __future__ import annotations

from relaxtimer.core.library_keys import LibraryAction
from relaxtimer.tui.library.browsing import Browsing
from relaxtimer.tui.library.desk import Made
from relaxtimer.tui.library.editing import edit

CANNOT = "It has mistakes, and cannot be started."
BUNDLED = "bundled"


class OwnFiles(Browsing):
    """The actions on files; the list shows at once what came of them."""

    def action_favour(self) -> None:
        """Make the chosen routine a favourite, or one no more."""
        row = self._list.chosen
        if row is not None and row.file:
            self._told(self._desk.favour(row))

    def action_edit(self) -> None:
        """Open the chosen routine in the person's editor; what is wrong in it afterwards is told."""
        row = self._list.chosen
        if row is None or not row.file:
            return
        if row.origin == BUNDLED:
            copy = self.named(LibraryAction.COPY)
            self._keys.say(f"This one is bundled: {copy} makes a copy of your own, which {self._edit_key} opens.")
            return
        self._edit(row.file)

    def action_copy(self) -> None:
        """Copy the chosen routine into the person's own folder."""
        row = self._list.chosen
        if row is not None and not row.mistake:
            self._made(self._desk.copy(row), f"Copied: {self._edit_key} opens it in your editor.")

    def action_new(self) -> None:
        """Write a file to start a routine of one's own from, and open it."""
        made = self._desk.new()
        self._made(made, "")
        if made.file:
            self._edit(made.file)

    @property
    def _edit_key(self) -> str:
        return self.named(LibraryAction.EDIT)

    def _edit(self, file: str) -> None:
        trouble = edit(self.app, self._desk.editor(file))
        self._reload()
        self._choose(file)
        row = next((row for row in self._rows if row.id == file), None)
        self._keys.say(trouble or ("" if row is None else CANNOT if row.mistake else "No mistakes in it."))

    def _made(self, made: Made, said: str) -> None:
        if made.file:
            self._reload()
            self._choose(made.file)
        self._keys.say(made.why or said)

    def _told(self, trouble: str) -> None:
        self._reload()
        self._keys.say(trouble)
