"""Putting an appearance in force: palette, style sheet, font, and a word to every widget."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from backguide.ui.theme.appearance import Appearance, appearance, keep
from backguide.ui.theme.focus_ring import install_focus_ring
from backguide.ui.theme.fonts import load_fonts
from backguide.ui.theme.palette import make_palette
from backguide.ui.theme.resources import load_resources
from backguide.ui.theme.style_sheet import make_style_sheet
from backguide.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens
from backguide.ui.theme.type import role_font

ThemeChoice = Literal["system", "light", "dark", "contrast"]
_NAME = "backguide-theme"
_FIXED: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def apply_theme(
    app: QApplication,
    choice: ThemeChoice = "system",
    *,
    text_scale: float = 1.0,
    reduced_motion: bool = False,
) -> "Theme":
    """Put an appearance in force now and, with "system", whenever the desktop changes its own.

    `text_scale` is 1.0 to 2.0. Returns the application's one theme keeper, whose `changed` fires after the
    widgets have been told. Calling it again changes the choice.
    """
    found = app.findChild(QObject, _NAME)
    theme = found if isinstance(found, Theme) else Theme(app)
    theme.apply(choice, text_scale, reduced_motion)
    return theme


def tokens_for(choice: ThemeChoice, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Tokens:
    """Return the tokens of a choice; "system" goes by what the desktop says, light where it says nothing."""
    if choice != "system":
        return _FIXED[choice]
    if contrast == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


class Theme(QObject):
    """Follows the choice of the person and, where that is "system", the desktop."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._app = app
        self._choice: ThemeChoice = "system"
        load_resources()
        load_fonts()
        install_focus_ring(app)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def apply(self, choice: ThemeChoice, text_scale: float, reduced_motion: bool) -> None:
        """Put a choice in force and tell every widget."""
        self._choice = choice
        self._tell_desktop()
        self._put_in_force(Appearance(self._tokens(), text_scale, reduced_motion))

    @Slot()
    def _on_desktop_changed(self) -> None:
        if self._choice == "system" and self._tokens() is not appearance().tokens:
            self._put_in_force(replace(appearance(), tokens=self._tokens()))

    def _tokens(self) -> Tokens:
        hints = self._app.styleHints()
        return tokens_for(self._choice, hints.colorScheme(), hints.accessibility().contrastPreference())

    def _tell_desktop(self) -> None:
        """Ask for window frames that match; several Linux desktops ignore this, our palette does not mind."""
        hints = self._app.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            light = self._choice == "light"
            hints.setColorScheme(Qt.ColorScheme.Light if light else Qt.ColorScheme.Dark)

    def _put_in_force(self, new: Appearance) -> None:
        keep(new)
        sheet = make_style_sheet(new.tokens, new.text_scale)
        if sheet != self._app.styleSheet():  # Qt polishes every widget again, even for the same one
            self._app.setStyleSheet("")  # straight from one to another takes three times as long
            self._app.setPalette(make_palette(new.tokens))
            self._app.setFont(role_font("body"))
            self._app.setStyleSheet(sheet)
        for widget in self._app.allWidgets():
            if isValid(widget):  # a page may have rebuilt its parts meanwhile
                QApplication.sendEvent(widget, QEvent(QEvent.Type.PaletteChange))
        self.changed.emit()
