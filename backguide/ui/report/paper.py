"""The sheets of paper, in points of 1/72 inch, upright."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

PaperName = Literal["a4", "letter"]

_LETTER_LANDS = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
    QLocale.Country.PuertoRico,
    QLocale.Country.Colombia,
    QLocale.Country.Chile,
    QLocale.Country.Venezuela,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet."""

    width_pt: float
    height_pt: float
    page: QPageSize.PageSizeId


PAPERS: dict[PaperName, Paper] = {
    "a4": Paper(595.0, 842.0, QPageSize.PageSizeId.A4),
    "letter": Paper(612.0, 792.0, QPageSize.PageSizeId.Letter),
}


def usual_paper(locale: QLocale | None = None) -> Paper:
    """Return the paper that is usual in a locale, by default the desktop's."""
    land = (locale or QLocale.system()).territory()
    return PAPERS["letter" if land in _LETTER_LANDS else "a4"]
