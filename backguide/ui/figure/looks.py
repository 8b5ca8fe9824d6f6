"""Figures to choose from: skin, hair and clothes, in two builds. One is in force for all pictures."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from backguide.figure.build import NEUTRAL, STRAIGHT, Build
from backguide.ui.figure.style import FigureStyle, Tones

_PROPERTY = "backguide_figure"

_BROWN = Tones("#8F5F41", "#AD7755", "#BC8663", "#CB9774", "#4E2E1C")
_DEEP = Tones("#55342A", "#714939", "#815645", "#936655", "#26130E")
_FAIR = Tones("#D89C84", "#EDBDA5", "#F3CBB5", "#F9D9C7", "#94594A")
_BLACK = Tones("#17161A", "#29272C", "#36343A", "#46434A", "#0B0A0D")
_AUBURN = Tones("#5F2F22", "#824531", "#95533C", "#A8644B", "#37180F")
_SILVER = Tones("#83878D", "#A3A7AD", "#B4B8BD", "#C6CACE", "#4C5056")
_SAND = Tones("#C9B896", "#E2D5B8", "#EBE0C8", "#F4ECDA", "#7D6B47")
_MINT = Tones("#9DC3B0", "#C0DDCF", "#D0E7DB", "#E0F1E9", "#4F7D68")
_LILAC = Tones("#B9AECF", "#D5CCE5", "#E1DAED", "#EDE8F5", "#6C5F8C")
_FOREST = Tones("#24483C", "#35634F", "#41745E", "#4F876E", "#132A22")
_CHARCOAL = Tones("#363B44", "#4B515C", "#585F6B", "#676E7B", "#1C1F25")
_PLUM = Tones("#47305F", "#614581", "#705391", "#8063A2", "#281937")


@dataclass(frozen=True)
class FigureLook:
    """A figure: its `materials` replace those of a style, `features` is the colour of brows and mouth."""

    slug: str
    name: str
    build: Build = NEUTRAL
    materials: dict[str, Tones] = field(default_factory=dict)
    features: str = ""

    def dress(self, style: FigureStyle) -> FigureStyle:
        """Return a style in which the figure looks like this, as far as the style lets it."""
        worn = {name: tones for name, tones in self.materials.items() if name in style.wearable}
        return style.dressed(self.features, **worn)


_ALL = (
    FigureLook("slate", "Bun, slate blue"),
    FigureLook(
        "forest",
        "Short black hair, forest green",
        STRAIGHT,
        {"skin": _BROWN, "hair": _BLACK, "shirt": _SAND, "legging": _FOREST},
        "#2E1A10",
    ),
    FigureLook(
        "plum",
        "Black bun, plum",
        NEUTRAL,
        {"skin": _DEEP, "hair": _BLACK, "shirt": _LILAC, "legging": _PLUM},
        "#1A0D09",
    ),
    FigureLook(
        "charcoal",
        "Short silver hair, charcoal",
        STRAIGHT,
        {"skin": _FAIR, "hair": _SILVER, "shirt": _MINT, "legging": _CHARCOAL},
        "#5A3A33",
    ),
    FigureLook(
        "auburn",
        "Auburn bun, mint and charcoal",
        NEUTRAL,
        {"skin": _FAIR, "hair": _AUBURN, "shirt": _MINT, "legging": _CHARCOAL},
        "#5A2F24",
    ),
)
LOOKS: dict[str, FigureLook] = {look.slug: look for look in _ALL}
"""By slug; the first is the neutral default."""

_DEFAULT = _ALL[0]


def figure_look() -> FigureLook:
    """Return the figure in force; the default until another has been chosen."""
    application = QCoreApplication.instance()
    slug = application.property(_PROPERTY) if application is not None else None
    return LOOKS.get(str(slug), _DEFAULT)


def wear(slug: str) -> None:
    """Put a figure in force for what is painted from now on; applying the theme tells the widgets.

    An unknown one (of a newer version) is the default.
    """
    application = QCoreApplication.instance()
    assert application is not None, "a figure needs an application"
    application.setProperty(_PROPERTY, slug)
