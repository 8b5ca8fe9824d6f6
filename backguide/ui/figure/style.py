"""The figure's colours: calm clothes, a neutral skin, coral for what moves, soft red for the muscles."""

from dataclasses import dataclass, field, replace

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Tones:
    """One material: from shade to highlight, and its contour."""

    shade: str
    middle: str
    light: str
    high: str
    ink: str


_SKIN = Tones("#C98467", "#E2A382", "#EBB292", "#F3C2A5", "#8A4F3C")
_SHIRT = Tones("#A9B8D0", "#CBD6E6", "#DAE3EF", "#E9EFF7", "#61718F")
_LEGGING = Tones("#31436C", "#455C93", "#526BA5", "#617CB7", "#1F2A49")
_ACCENT = Tones("#C24F40", "#E86E5B", "#F28070", "#FB9583", "#7E2A22")
_HAIR = Tones("#352627", "#4B3836", "#574340", "#67524D", "#231818")


def _materials() -> dict[str, Tones]:
    return {"skin": _SKIN, "shirt": _SHIRT, "legging": _LEGGING, "accent": _ACCENT, "hair": _HAIR}


@dataclass(frozen=True)
class FigureStyle:
    """Every colour of a picture; `outline` is that of the contour around the figure, "" for each part's own.

    `stage` runs from top to bottom; parts of the body name `materials`, of which the `wearable` may differ
    by figure; `outline_m` is the width of the outer contour in metres on the body.
    """

    stage: tuple[str, str] = ("#EFF5F1", "#DFEBE6")
    mat: str = "#A9D3CF"
    mat_edge: str = "#7FB3B0"
    mat_line: str = "#C3E3DF"
    outline: str = ""
    outline_m: float = 0.0044
    shadow: str = "#17344A"
    shadow_opacity: float = 0.34
    mat_shadow_alpha: int = 7
    arrow: str = "#F2735A"
    ghost_alpha: int = 40
    muscle: tuple[str, str, str] = ("#E0392F", "#F0564A", "#F97E70")
    face_line: str = "#60342A"
    eye: str = "#352627"
    wearable: tuple[str, ...] = ("skin", "hair", "shirt", "legging")
    materials: dict[str, Tones] = field(default_factory=_materials)

    def dressed(self, face_line: str = "", **materials: Tones) -> "FigureStyle":
        """Return the same style with other skin, hair or clothes, and another colour of the face's lines."""
        return replace(self, materials=self.materials | materials, face_line=face_line or self.face_line)

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """Return a plain colour of this style, such as "mat", with an alpha of 0 to 255."""
        colour = QColor(getattr(self, name))
        colour.setAlpha(alpha)
        return colour


LIGHT = FigureStyle()
DARK = FigureStyle(
    stage=("#243235", "#182225"),
    mat="#3C6A73",
    mat_edge="#294C54",
    mat_line="#4B7F8A",
    shadow="#040A10",
    shadow_opacity=0.62,
    mat_shadow_alpha=14,
    ghost_alpha=58,
)
HIGH_CONTRAST = FigureStyle(
    stage=("#101010", "#101010"),
    mat="#1F3B40",
    mat_edge="#FFFFFF",
    mat_line="#FFFFFF",
    outline="#FFFFFF",
    outline_m=0.0075,
    shadow="#000000",
    shadow_opacity=0.80,
    mat_shadow_alpha=0,
    arrow="#FF8A70",
    ghost_alpha=90,
    wearable=("skin",),
    materials=_materials()
    | {
        "legging": Tones("#3A55A0", "#5471C6", "#6A86D8", "#85A0EC", "#10162A"),
        "hair": Tones("#5A4038", "#7A574A", "#8C6656", "#A07867", "#2A1B18"),
    },
)
STYLES: dict[str, FigureStyle] = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}
