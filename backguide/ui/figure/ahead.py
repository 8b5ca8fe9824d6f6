"""Frames painted before their time, one by one, while nothing else is to do."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from backguide.catalogue.model import Side
from backguide.figure.skeleton import Posture

Pictured = tuple[Side | None, Posture]
"""A posture and the side that it is seen as."""

Upcoming = Iterable[Pictured | None]
"""What is to be painted, in order; None is a piece of other work, done by the time it is handed out."""

AFTER_A_FRAME_MS = 2  # the frame that was due has been shown, and the next one is far
PAUSE_MS = 25  # between two frames painted ahead: the session's own timer goes first
_LOOKED_AT = 40  # at most, to find one that is not kept yet


class FramesAhead(QObject):
    """Does what is upcoming, a frame at a time, until there is nothing left; then no timer runs.

    `paint` paints and keeps a frame; it tells whether it had to.
    """

    def __init__(self, paint: Callable[[Side | None, Posture], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._paint = paint
        self._upcoming: Iterator[Pictured | None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.paint_one)

    @property
    def is_running(self) -> bool:
        """Whether there is anything left to paint."""
        return self._upcoming is not None

    def start(self, upcoming: Upcoming) -> None:
        """Paint these from now on, in this order, and nothing that was asked for before."""
        self._upcoming = iter(upcoming)
        self._timer.start(PAUSE_MS)

    def stop(self) -> None:
        """Paint no more."""
        self._upcoming = None
        self._timer.stop()

    def frame_shown(self) -> None:
        """Use the time up to the next frame."""
        if self._upcoming is not None:
            self._timer.start(AFTER_A_FRAME_MS)

    @Slot()
    def paint_one(self) -> None:
        """Paint the next frame that is not kept yet."""
        for looked_at, pictured in enumerate(self._upcoming or (), 1):
            if pictured is None or self._paint(*pictured) or looked_at == _LOOKED_AT:
                self._timer.start(PAUSE_MS)
                return
        self.stop()
