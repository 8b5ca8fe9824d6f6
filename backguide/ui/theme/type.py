"""The roles text plays, each with size, weight and leading, and their fonts at the chosen text size."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QFont

from backguide.ui.theme.appearance import appearance
from backguide.ui.theme.fonts import make_font

Role = Literal[
    "countdown",
    "countdown_narrow",
    "phase",
    "phase_narrow",
    "instruction",
    "instruction_narrow",
    "far",
    "lead_far",
    "figure",
    "display",
    "h1",
    "h2",
    "h3",
    "lead",
    "body",
    "strong",
    "small",
    "label",
]


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """Size in px at normal text size, weight, leading as a multiple of the size, tracking in px."""

    size_px: int
    weight: int
    leading: float
    tracking_px: float = 0.0


ROLES: dict[Role, RoleStyle] = {
    "countdown": RoleStyle(212, 700, 1.0, -6.4),
    "countdown_narrow": RoleStyle(144, 700, 1.0, -4.3),
    "phase": RoleStyle(34, 700, 1.2, -0.4),
    "phase_narrow": RoleStyle(38, 700, 1.2, -0.4),
    "instruction": RoleStyle(32, 600, 1.3, -0.5),
    "instruction_narrow": RoleStyle(26, 600, 1.3, -0.3),
    "far": RoleStyle(56, 600, 1.2, -0.6),
    "lead_far": RoleStyle(28, 400, 1.35),
    "figure": RoleStyle(40, 600, 1.2, -0.4),
    "display": RoleStyle(36, 600, 1.2, -0.4),
    "h1": RoleStyle(30, 600, 1.2, -0.4),
    "h2": RoleStyle(22, 600, 1.2),
    "h3": RoleStyle(18, 600, 1.2),
    "lead": RoleStyle(18, 400, 1.35),
    "body": RoleStyle(16, 400, 1.45),
    "strong": RoleStyle(16, 600, 1.45),
    "small": RoleStyle(14, 500, 1.35),
    "label": RoleStyle(14, 600, 1.35),
}


def role_font(role: Role, *, tabular: bool = False) -> QFont:
    """Return the font of a role at the text size in force."""
    style = ROLES[role]
    return scaled_font(style.size_px, style.weight, tabular=tabular, tracking_px=style.tracking_px)


def scaled_font(
    size_px: float, weight: int = 400, *, tabular: bool = False, tracking_px: float = 0.0
) -> QFont:
    """Return a font of a size in px at normal text size, at the text size in force."""
    scale = appearance().text_scale
    return QFont(_made(size_px * scale, weight, tabular, tracking_px * scale))


def scaled(px: float) -> float:
    """Return a length in px that grows with the text: the height of a button, an icon beside words."""
    return px * appearance().text_scale


@lru_cache(maxsize=256)
def _made(size_px: float, weight: int, tabular: bool, tracking_px: float) -> QFont:
    return make_font(size_px, weight, tabular=tabular, tracking_px=tracking_px)
