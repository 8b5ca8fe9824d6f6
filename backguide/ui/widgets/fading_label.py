"""Labels whose words cross-fade when they change together."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent

from backguide.ui.passage import Passage
from backguide.ui.theme.appearance import motion_ms
from backguide.ui.widgets.label import Label


class _Kept(NamedTuple):
    words: str
    picture: QPixmap


class FadingLabel(Label):
    """Keeps a picture of its words when asked, and paints it over the new ones as faintly as it is told.

    The new words count at once: for screen readers, for its size and for whoever reads `text`.
    """

    _kept: _Kept | None = None
    _share = 1.0

    def keep_words(self) -> None:
        """Keep what is on show; to be called before the words change."""
        self._kept = None
        if self.isVisible() and self.text():
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                self.paint_words(painter)
            self._kept = _Kept(self.text(), picture)

    def fade(self, share: float) -> None:
        """Show the new words this strongly, 0 to 1, and what was kept for the rest."""
        if self._kept is None:
            return
        if share >= 1.0 or self._kept.words == self.text():
            self._kept = None
        self._share = share
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget what was kept where the words would stand elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._kept = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or those before and those now over each other."""
        if self._kept is None:
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.setOpacity(self._share)
            self.paint_words(painter)
            painter.setOpacity(1.0 - self._share)
            before = self._kept.picture
            lower_px = (self.height() - before.deviceIndependentSize().height()) / 2
            painter.drawPixmap(QPointF(0, lower_px), before)


class WordFade:
    """Lets the words of some labels cross-fade in 240 ms, on the clock of whoever has one.

    With reduced motion they change at once.
    """

    def __init__(self, *labels: FadingLabel) -> None:
        self._labels = labels
        self._passage = Passage()

    @property
    def is_on(self) -> bool:
        """Whether words are fading."""
        return self._passage.is_on

    def begin(self, now_s: float) -> None:
        """Get ready for words that are about to change."""
        self._passage.begin(now_s, motion_ms("phase"))
        if self._passage.is_on:
            for label in self._labels:
                label.keep_words()

    def go_on(self, now_s: float, *, at_once: bool) -> None:
        """Show how far it has come by now, or the end of it."""
        if at_once:
            self._passage.end()
        share = self._passage.share(now_s)
        for label in self._labels:
            label.fade(share)
