"""Draws the pictures of docs/motions.md: python3 -m devtools.pose_pictures, in the checkout's environment.

Every word of the pose vocabulary gets a picture of its angles, each at a minus and a plus. The same sources
give the same bytes.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.figure.pose import SIZE, SLOT, joint_of, posture
from backguide.figure.skeleton import Array
from backguide.figure.view import ViewSpec
from backguide.ui.figure.contact_sheet import contact_sheet
from backguide.ui.figure.motion_scene import shared_body
from backguide.ui.figure.picture_file import headless_application, write_png
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import LIGHT
from backguide.ui.theme.fonts import make_font

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
_TILE, _CAPTION, _WIDTH = (240, 210), 30, 480
_INK, _PAPER = QColor("#1E2B33"), QColor("#FFFFFF")

_SIDE, _FRONT, _OBLIQUE = (0.0, 4.0), (90.0, 4.0), (38.0, 12.0)  # azimuth and elevation


class Shown(NamedTuple):
    """How one angle is shown: its degrees at minus and plus, the camera, what to look at and how near."""

    minus: float
    plus: float
    camera: tuple[float, float]
    height_m: float
    width_m: float


_WHOLE, _TRUNK, _ARM, _HAND, _LEG, _FOOT = (
    (0.85, 2.3),
    (1.2, 1.5),
    (1.2, 1.7),
    (0.95, 0.8),
    (0.6, 1.9),
    (0.1, 0.7),
)

# The right limb is posed; the camera at azimuth 0 stands at the mover's right hand side.
SHOWN: dict[str, tuple[Shown, ...]] = {
    "pelvis": (
        Shown(-40, 40, _SIDE, *_WHOLE),
        Shown(-30, 30, _FRONT, *_WHOLE),
        Shown(-45, 45, _FRONT, *_WHOLE),
    ),
    "lumbar": (
        Shown(-25, 40, _SIDE, *_TRUNK),
        Shown(-20, 20, _FRONT, *_TRUNK),
        Shown(-12, 12, _FRONT, *_TRUNK),
    ),
    "thorax": (
        Shown(-20, 30, _SIDE, *_TRUNK),
        Shown(-25, 25, _FRONT, *_TRUNK),
        Shown(-40, 40, _FRONT, *_TRUNK),
    ),
    "neck": (
        Shown(-50, 45, _SIDE, 1.45, 1.0),
        Shown(-40, 40, _FRONT, 1.45, 1.0),
        Shown(-60, 60, _FRONT, 1.45, 1.0),
    ),
    "clavicle": (Shown(-10, 30, _FRONT, 1.35, 1.1), Shown(-20, 25, _OBLIQUE, 1.35, 1.1)),
    "shoulder": (
        Shown(-45, 90, _SIDE, *_ARM),
        Shown(-25, 90, _FRONT, *_ARM),
        Shown(-70, 70, _OBLIQUE, *_ARM),
    ),
    "elbow": (Shown(0, 110, _SIDE, 1.2, 1.1), Shown(0, 150, _OBLIQUE, *_HAND)),
    "wrist": (Shown(-60, 70, _FRONT, *_HAND), Shown(-30, 25, _FRONT, *_HAND)),
    "hip": (Shown(-25, 90, _SIDE, *_LEG), Shown(-20, 40, _FRONT, *_LEG), Shown(-35, 45, _FRONT, *_LEG)),
    "knee": (Shown(0, 110, _SIDE, *_LEG),),
    "ankle": (Shown(-45, 25, _SIDE, *_FOOT), Shown(-30, 30, _FRONT, *_FOOT)),
    "toes": (Shown(-30, 60, _SIDE, *_FOOT),),
}
# What is bent along so that the angle can be seen: a turning thigh shows on a bent knee.
_ALONG: dict[tuple[str, str], dict[str, tuple[float, ...]]] = {
    ("hip", "rotation"): {"hip": (60,), "knee": (90,)},
    ("shoulder", "rotation"): {"elbow": (90, 90)},
    ("wrist", "extension"): {"elbow": (0, 80)},
}
_MIDDLE = ("pelvis", "lumbar", "thorax", "neck")
_LIMBS = {"leg": ("hip", "knee", "ankle", "toes"), "arm": ("shoulder", "elbow", "wrist", "clavicle")}
_SHEET_WIDTH = 960


def main() -> int:
    """Draw all pictures into docs/pictures."""
    application = headless_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for word in SHOWN:
        write_png(FOLDER / f"{word}.png", word_picture(word))
    write_png(FOLDER / "contact-sheet.png", small_sheet())
    del application
    return 0


def word_picture(word: str) -> QImage:
    """Return one row of two figures, minus and plus, for every angle of a word."""
    rows = list(zip(joint_of(_slot_name(word)).angles, SHOWN[word], strict=True))
    image = QImage(_WIDTH, len(rows) * (_TILE[1] + _CAPTION), QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    painter = QPainter(image)
    for row, (angle, shown) in enumerate(rows):
        for column, degrees in enumerate((shown.minus, shown.plus)):
            painter.save()
            painter.translate(column * _TILE[0], row * (_TILE[1] + _CAPTION))
            _paint_tile(painter, word, angle, degrees, shown)
            painter.restore()
    painter.end()
    return image


def _slot_name(word: str) -> str:
    return word if word in _MIDDLE else f"right_{word}"


def _paint_tile(painter: QPainter, word: str, angle: str, degrees: float, shown: Shown) -> None:
    working = frozenset(f"R{limb}" for limb, words in _LIMBS.items() if word in words)
    aside = (0.05, -0.09) if word in ("ankle", "toes") else (0.0, -0.17) if word == "wrist" else (0.0, 0.0)
    mat = (-0.5, 0.5, -0.45, 0.45)
    view = ViewSpec(*shown.camera, (*aside, shown.height_m), shown.width_m, mat, working)
    painter.setClipRect(QRectF(1, 1, _TILE[0] - 2, _TILE[1] - 2))
    FigureScene(view, _TILE, LIGHT, shared_body()).paint(painter, posture(_pose(word, angle, degrees)))
    painter.setClipping(False)
    painter.setPen(_INK)
    painter.setFont(make_font(15, 600))
    text = f"{angle} {degrees:+.0f}" if degrees else f"{angle} 0"
    where = QRectF(0, _TILE[1], _TILE[0], _CAPTION)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text.replace("-", "−"))


def _pose(word: str, angle: str, degrees: float) -> Array:
    """Standing, with one angle of a word turned; and whatever has to be bent to let that be seen."""
    pose = np.zeros(SIZE)
    pose[SLOT["position"]] = (0.0, 0.0, 0.9)
    for other, numbers in _ALONG.get((word, angle), {}).items():
        start = SLOT[_slot_name(other)].start
        pose[start : start + len(numbers)] = numbers
    pose[SLOT[_slot_name(word)].start + joint_of(_slot_name(word)).angles.index(angle)] = degrees
    return pose


def small_sheet() -> QImage:
    """Return the contact sheet of a shipped motion, as wide as the page's text."""
    slug, form = "knee-to-chest", "other-long"
    exercise = load_catalogue(assets.folder()).exercises[slug]
    motion = load_motions(assets.folder() / "motions").motion(slug, form)
    dose = exercise.variation(form).dose
    sheet = contact_sheet(exercise.name, motion, dose, ("right",), "light")
    return sheet.scaledToWidth(_SHEET_WIDTH, Qt.TransformationMode.SmoothTransformation)


if __name__ == "__main__":
    sys.exit(main())
