"""Figtree, from its own package: loaded once, at every weight; the system's font where it is missing.

The file is a variable font. Qt registers only its default weight on Linux, so a weight is asked for on the
`wght` axis and the font's nominal weight stays normal: with a nominal weight on top Qt would thicken it.
"""

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

FAMILY = "Figtree"
_PACKAGE = "fontpkg_figtree"
_FILE = "Figtree[wght].ttf"
_WEIGHT_AXIS = QFont.Tag("wght")
_TABULAR = QFont.Tag("tnum")


def load_fonts() -> bool:
    """Make Figtree known to the application and say whether it is there. Cheap when called again."""
    return _load()


def font_file() -> Path | None:
    """Return where the installed font package keeps the font, None without the package or the file."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    file = Path(spec.origin).parent / "files" / _FILE
    return file if file.is_file() else None


def make_font(size_px: float, weight: int = 400, *, tabular: bool = False, tracking_px: float = 0.0) -> QFont:
    """Return the application's font at a size in px (not below 14) and a weight of 400 to 700.

    `tabular` gives every figure the same width, for numbers that change or line up.
    """
    font = QFont([FAMILY, "DejaVu Sans"]) if load_fonts() else QFont(QFontDatabase.systemFont(_GENERAL))
    font.setPixelSize(max(1, round(size_px)))
    if load_fonts():
        font.setVariableAxis(_WEIGHT_AXIS, float(weight))
    else:
        font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(_TABULAR, 1)
    if tracking_px:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking_px)
    return font


_GENERAL = QFontDatabase.SystemFont.GeneralFont


@cache
def _load() -> bool:
    file = font_file()
    if file is None:
        return False
    number = QFontDatabase.addApplicationFont(str(file))
    return number >= 0 and QFontInfo(QFont(FAMILY)).family() == FAMILY
