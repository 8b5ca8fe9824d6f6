"""The appearance in force, kept with the QApplication and read whenever something is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from backguide.ui.theme.metrics import DURATIONS_MS, Motion
from backguide.ui.theme.tokens import LIGHT, Colour, Tokens

_PROPERTY = "backguide_appearance"


@dataclass(frozen=True, slots=True)
class Appearance:
    """Colours, text size (1.0 is normal) and whether motion is to be kept to what is needed."""

    tokens: Tokens = LIGHT
    text_scale: float = 1.0
    reduced_motion: bool = False


_DEFAULT = Appearance()


def appearance() -> Appearance:
    """Return the appearance in force; light at normal size until one has been applied."""
    app = QCoreApplication.instance()
    kept = app.property(_PROPERTY) if app is not None else None
    return kept if isinstance(kept, Appearance) else _DEFAULT


def keep(new: Appearance) -> None:
    """Put an appearance in force for what is painted from now on; `apply_theme` tells the widgets."""
    app = QCoreApplication.instance()
    assert app is not None, "an appearance needs an application"
    app.setProperty(_PROPERTY, new)


def tokens() -> Tokens:
    """Return the colour tokens in force."""
    return appearance().tokens


def colour(name: Colour, alpha: float = 1.0) -> QColor:
    """Return a token of the appearance in force as a colour, `alpha` from 0 (clear) to 1 (solid)."""
    found = QColor(tokens().hex(name))
    found.setAlphaF(alpha)
    return found


def motion_ms(motion: Motion) -> int:
    """Return how long a movement takes in ms; 0 where motion is reduced."""
    return 0 if appearance().reduced_motion else DURATIONS_MS[motion]
