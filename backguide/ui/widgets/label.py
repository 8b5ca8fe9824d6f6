"""Words on a page: a role, a colour token and true leading, all of which follow the theme."""

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from backguide.ui.theme.appearance import appearance, colour
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import ROLES, Role, role_font, scaled_font

_BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)
_WIDEST_EM = 34  # what a wrapped paragraph asks for; it takes more where there is more


@dataclass(frozen=True, slots=True)
class _Words:
    plain: str
    bold: tuple[tuple[int, int], ...]  # start and length of each bold part


class Label(QLabel):
    """A line or a paragraph in one of the roles. `<b>` is the only markup it knows.

    With `wrap` it grows downwards with its width; with `elide` it may be squeezed and ends in an ellipsis.
    Its font and colours are read when it is painted, so it follows theme and text size by itself.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        colour_name: Colour = "text",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tabular: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._colour: Colour = colour_name
        self._tabular = tabular
        self._elide = elide
        self._words = _Words("", ())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(wrap)
        self.setSizePolicy(_policy(wrap))
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's own name
        """Show other words and tell screen readers."""
        if text == self.text() and text:
            return
        self._words = _parsed(text)
        super().setText(text)
        self.setAccessibleName(self._words.plain)
        self.updateGeometry()
        self.update()

    def set_colour(self, name: Colour) -> None:
        """Take another colour token."""
        self._colour = name
        self.update()

    def set_role(self, role: Role) -> None:
        """Take another role."""
        self._role = role
        self.updateGeometry()
        self.update()

    def role_font(self) -> QFont:
        """Return the font it is painted with now."""
        return role_font(self._role, tabular=self._tabular)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when theme or text size change."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return whether the height follows from the width."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height in px of the words broken at a width."""
        return self._height_px(self._laid_out(max(1, width)).lineCount())

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line, or of a paragraph of a readable width."""
        natural = self._natural_px()
        if not self.wordWrap():
            return QSize(int(natural) + 1, self._height_px(self._words.plain.count("\n") + 1))
        width = min(int(natural) + 1, int(_WIDEST_EM * self._size_px()))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the longest word's width when wrapping, nearly nothing when eliding, else the whole line."""
        if self.wordWrap():
            widths = [self._metrics().horizontalAdvance(word) for word in self._words.plain.split()]
            longest = max(widths, default=0)
            return QSize(int(longest) + 2, self._height_px(1))
        if self._elide:
            return QSize(int(self._size_px() * 3), self._height_px(1))
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, each centred in its leading."""
        with QPainter(self) as painter:
            self.paint_words(painter)

    def paint_words(self, painter: QPainter) -> None:
        """Paint the lines with a painter of somebody else, as they stand in the label."""
        painter.setPen(colour(self._colour if self.isEnabled() else "muted"))
        rect = QRectF(self.contentsRect())
        if self._elide and self._natural_px() > rect.width() + 1:
            self._paint_elided(painter, rect)
        else:
            self._paint_lines(painter, rect)

    def _paint_elided(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(self.role_font())
        shown = self._metrics().elidedText(self._words.plain, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, self.alignment(), shown)

    def _paint_lines(self, painter: QPainter, rect: QRectF) -> None:
        layout = self._laid_out(rect.width() if self.wordWrap() else 1e6)
        step = self._line_px()
        top = rect.y()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (rect.height() - step * layout.lineCount()) / 2)
        for number, line in enumerate(_lines(layout)):
            slack = rect.width() - line.naturalTextWidth()
            x = rect.x()
            if self.alignment() & Qt.AlignmentFlag.AlignRight:
                x += slack
            elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
                x += slack / 2
            line.draw(painter, QPointF(x, top + number * step + (step - line.height()) / 2))

    def _laid_out(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._words.plain.replace("\n", "\u2028"), self.role_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([self._bold_range(start, length) for start, length in self._words.bold])
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _bold_range(self, start: int, length: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, length
        style = QTextCharFormat()
        weight = min(700, ROLES[self._role].weight + 200)
        style.setFont(scaled_font(ROLES[self._role].size_px, weight, tabular=self._tabular))
        found.format = style
        return found

    def _natural_px(self) -> float:
        layout = self._laid_out(1e6)  # a line is alive only as long as its layout
        return max((line.naturalTextWidth() for line in _lines(layout)), default=0.0)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.role_font())

    def _size_px(self) -> float:
        return ROLES[self._role].size_px * appearance().text_scale

    def _line_px(self) -> float:
        return self._size_px() * ROLES[self._role].leading

    def _height_px(self, lines: int) -> int:
        return math.ceil(self._line_px() * lines)


def _policy(wrap: bool) -> QSizePolicy:
    upright = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
    policy.setHeightForWidth(wrap)
    return policy


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _parsed(text: str) -> _Words:
    plain, bold, end = "", [], 0
    for found in _BOLD.finditer(text):
        plain += text[end : found.start()]
        bold.append((len(plain), len(found.group(1))))
        plain += found.group(1)
        end = found.end()
    return _Words(plain + text[end:], tuple(bold))
