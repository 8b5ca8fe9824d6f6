"""Our own line icons: one grid of 24 px, round strokes, tinted when painted."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from backguide.ui.theme.resources import load_resources

STROKE = 1.9
STROKE_STRONG = 2.1  # in a button, or when active
_DRAWN_STROKE = 'stroke-width="1.9"'


class Icon(Enum):
    """Every icon there is; the value is the name of its file in assets/icons."""

    ALERT_TRIANGLE = "alert-triangle"
    ARROW_DOWN_TO_LINE = "arrow-down-to-line"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP_DOWN = "arrow-up-down"
    BAR_CHART = "bar-chart"
    BELL = "bell"
    BODY_BACK = "body-back"
    BODY_LEG = "body-leg"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE = "circle"
    CIRCLE_CHECK = "circle-check"
    CLOCK = "clock"
    CLOSE = "close"
    CONTRAST = "contrast"
    CORNER_DOWN_RIGHT = "corner-down-right"
    DOWNLOAD = "download"
    EDIT = "edit"
    EQUAL = "equal"
    FEATHER = "feather"
    FILE_TEXT = "file-text"
    FLAG = "flag"
    FOLDER = "folder"
    GRID = "grid"
    HAND = "hand"
    HELP = "help"
    HOUSE = "house"
    INFO = "info"
    KEYBOARD = "keyboard"
    LAYERS = "layers"
    LIST_CHECKS = "list-checks"
    MAXIMIZE = "maximize"
    MENU = "menu"
    MINIMIZE = "minimize"
    MINUS = "minus"
    MIRROR = "mirror"
    MONITOR = "monitor"
    MOON = "moon"
    MORE = "more"
    NEXT = "next"
    PAUSE = "pause"
    PHONE = "phone"
    PLAY = "play"
    PLUS = "plus"
    PREVIOUS = "previous"
    REPEAT = "repeat"
    ROTATE = "rotate"
    SCALE = "scale"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD_CHECK = "shield-check"
    SKIP = "skip"
    SUN = "sun"
    TARGET = "target"
    TIMER = "timer"
    TRASH = "trash"
    TRENDING_DOWN = "trending-down"
    TRENDING_UP = "trending-up"
    UNDO = "undo"
    UPLOAD = "upload"
    VOLUME = "volume"
    VOLUME_OFF = "volume-off"
    WIND = "wind"
    ZAP = "zap"


def paint_icon(painter: QPainter, icon: Icon, rect: QRectF, colour: QColor, stroke: float = STROKE) -> None:
    """Paint an icon into a square in one colour; `stroke` is the line width on the grid of 24."""
    _renderer(icon, colour.name(), stroke).render(painter, rect)


def icon_pixmap(
    icon: Icon, size_px: int, colour: QColor, *, ratio: float = 1.0, stroke: float = STROKE
) -> QPixmap:
    """Return an icon as a pixmap of `size_px` logical px, sharp at a device pixel ratio."""
    pixmap = QPixmap(round(size_px * ratio), round(size_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, icon, QRectF(0, 0, size_px, size_px), colour, stroke)
    return pixmap


def app_icon() -> QIcon:
    """Return the program's own icon."""
    load_resources()
    return QIcon(":/icons/backguide.svg")


def read_icon(icon: Icon) -> str:
    """Return the SVG text of an icon as drawn."""
    load_resources()
    file = QFile(f":/icons/{icon.value}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(file.fileName())
    return bytes(file.readAll().data()).decode()


@lru_cache(maxsize=512)
def _renderer(icon: Icon, colour: str, stroke: float) -> QSvgRenderer:
    drawn = read_icon(icon)
    tinted = drawn.replace("currentColor", colour).replace(_DRAWN_STROKE, f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(tinted.encode()))
