"""The session turned by a quarter, for someone who lies on the side and looks at the screen from there."""

from typing import Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from backguide.catalogue.model import Catalogue
from backguide.figure.library import MotionLibrary
from backguide.ui.pages.mat_layout import arrange_sheet
from backguide.ui.pages.player_parts import PlayerCaption
from backguide.ui.pages.player_stage import PlayerStage
from backguide.ui.theme.appearance import appearance
from backguide.ui.theme.type import Role
from backguide.ui.widgets.countdown_ring import CountdownRing
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

Turn = Literal["none", "clockwise", "counter-clockwise"]

_TURNS: tuple[Turn, ...] = ("none", "clockwise", "counter-clockwise")
_LARGEST_RING_PX = 1200
_PHASE_ROLES: tuple[Role, ...] = ("far", "phase", "h2")


def next_turn(turn: Turn) -> Turn:
    """Return what comes after a turn: clockwise, counter-clockwise, upright, and again."""
    return _TURNS[(_TURNS.index(turn) + 1) % len(_TURNS)]


class MatView(ThemedWidget):
    """Paints figure, side, phase, countdown and instruction as one large sheet, turned by a quarter.

    Clockwise suits lying on the right side, counter-clockwise on the left one. It takes no keys and no
    clicks, and screen readers hear the page and not the sheet: the sheet itself is never shown, only
    painted.
    """

    def __init__(self, catalogue: Catalogue, motions: MotionLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn: Turn = "none"
        self._sheet = QWidget()
        self.destroyed.connect(self._sheet.deleteLater)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.stage = PlayerStage(catalogue, motions, self._sheet)
        self.phase = Label("", "far", align=centre, elide=True, parent=self._sheet)
        self.ring = CountdownRing(smallest_px=80, largest_px=_LARGEST_RING_PX, parent=self._sheet)
        self.caption = PlayerCaption(self._sheet, far=True)
        self.caption.set_centred(centred=True)
        self.stage.view.setMaximumSize(0, 0)  # nothing on the sheet can be pressed
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def turn(self) -> Turn:
        """How the sheet lies."""
        return self._turn

    @property
    def is_turned(self) -> bool:
        """Whether the sheet is there to be seen."""
        return self._turn != "none"

    def set_turn(self, turn: Turn) -> None:
        """Turn the sheet; "none" hides it."""
        self._turn = turn
        self.setVisible(self.is_turned)
        self._arrange()

    def show_phase(self, phase: str, *, paused: bool) -> None:
        """Show the phase, and with it whatever has been given to stage, ring and caption."""
        self.phase.setText(phase)
        self.ring.setEnabled(not paused)
        self.update()

    def restyle(self) -> None:
        """Arrange the sheet anew for theme and text size."""
        super().restyle()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the sheet anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, its foot towards the feet of the one who lies there."""
        with smooth_painter(self) as painter:
            if self._turn == "clockwise":
                painter.translate(self.width(), 0)
                painter.rotate(90)
            else:
                painter.translate(0, self.height())
                painter.rotate(-90)
            self._sheet.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)

    def _arrange(self) -> None:
        self._sheet.resize(self.size().transposed())
        places = arrange_sheet(self._sheet.size(), appearance().text_scale)
        self.stage.setGeometry(places.stage)
        self.phase.setGeometry(places.phase)
        for role in _PHASE_ROLES:
            self.phase.set_role(role)
            if self.phase.sizeHint().height() <= places.phase.height():
                break
        self.ring.setGeometry(places.ring)
        self.caption.setGeometry(places.caption)
        self.update()
