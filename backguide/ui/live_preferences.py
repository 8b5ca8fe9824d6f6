"""The person's choices while the program runs: read by all, changed in one place, announced and kept."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from backguide.desktop.errors import DesktopError
from backguide.desktop.preferences import PreferenceFile, Preferences


class LivePreferences(QObject):
    """Holds the preferences in force. A choice that cannot be written down still holds until the end."""

    changed = Signal()
    not_saved = Signal(str)

    def __init__(
        self, values: Preferences, file: PreferenceFile | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._values = values
        self._file = file

    @property
    def values(self) -> Preferences:
        """The choices in force."""
        return self._values

    def change(self, **choices: Any) -> None:  # noqa: ANN401 every field has its own type; Preferences checks
        """Put choices in force and keep them. ValueError when one is outside its rule."""
        changed = replace(self._values, **choices)
        if changed == self._values:
            return
        self._values = changed
        self.changed.emit()
        try:
            if self._file is not None:
                self._file.save(changed)
        except DesktopError as error:
            self.not_saved.emit(str(error))
