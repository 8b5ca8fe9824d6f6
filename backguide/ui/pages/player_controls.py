"""The player's row of buttons: it hurts, back, pause, on, longer, easier, and a small menu."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from backguide.ui.pages.player_parts import PlayerButton
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled

_EASIER = "Make it easier"
# from the widest row to the narrowest: words for easier, gaps, widths of it hurts and of the pause
_TIGHT_PX = 420
_FITS = ((_EASIER, 16, 220, 240), ("Easier", 12, 0, 150), ("", 8, 0, 0))


class PlayerControls(QWidget):
    """It hurts at the left, previous, pause and next in the middle, easier at the right."""

    hurt_requested = Signal()
    previous_requested = Signal()
    pause_requested = Signal()
    next_requested = Signal()
    longer_requested = Signal()
    easier_requested = Signal()
    harder_requested = Signal()
    repeat_requested = Signal()
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hurt = PlayerButton("It hurts", "pain", "lg", icon=Icon.HAND)
        self.previous = PlayerButton(kind="secondary", size="lg", icon=Icon.PREVIOUS, name="Previous")
        self.pause = PlayerButton("Pause", "primary", "xl", icon=Icon.PAUSE)
        self.next = PlayerButton(kind="secondary", size="lg", icon=Icon.NEXT, name="Next")
        self.longer = PlayerButton("+10 s", "secondary", "lg", name="Hold ten seconds longer")
        self.easier = PlayerButton(_EASIER, "secondary", "lg", icon=Icon.FEATHER, name=_EASIER)
        self._pause_word, self._is_tight = "Pause", False
        self.more = PlayerButton(kind="secondary", size="lg", icon=Icon.MORE, name="More")
        self.menu = QMenu(self)
        self.menu.addAction("Make it easier\tE", self.easier_requested.emit)
        self.harder = self.menu.addAction("Make it harder\tU", self.harder_requested.emit)
        self.menu.addAction("This step again\tR", self.repeat_requested.emit)
        self.menu.addAction("Ten seconds longer\t+", self.longer_requested.emit)
        self.menu.addAction("Skip this exercise\tS", self.skip_requested.emit)
        self.hurt.clicked.connect(self.hurt_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.next.clicked.connect(self.next_requested)
        self.longer.clicked.connect(self.longer_requested)
        self.easier.clicked.connect(self.easier_requested)
        self.more.clicked.connect(self._on_more_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self.hurt)
        left.addStretch(1)
        right.addStretch(1)
        for button in (self.longer, self.easier, self.more):
            right.addWidget(button)
        self._right = right
        self._row.addLayout(left, 1)
        for button in (self.previous, self.pause, self.next):
            self._row.addWidget(button)
        self._row.addLayout(right, 1)

    def show_state(self, *, paused: bool, holding: bool) -> None:
        """Offer what makes sense now."""
        self._pause_word = "Go on" if paused else "Pause"
        self._show_word(self.pause, self._pause_word)
        self.pause.set_icon(Icon.PLAY if paused else Icon.PAUSE)
        self.longer.setEnabled(holding)

    def show_choices(self, *, easier: bool, harder: bool) -> None:
        """Offer an easier or harder way where there is one."""
        self.easier.setEnabled(easier)
        self.harder.setEnabled(harder)

    def fit(self, width: int) -> None:
        """Shorten the words, then leave them out, until the row is no wider than this.

        Where there is least width, icons stand alone, and what is missing is in the menu.
        """
        self._is_tight = width < scaled(_TIGHT_PX)
        for button in (self.longer, self.easier):
            button.setVisible(not self._is_tight)
        self._show_word(self.hurt, "It hurts")
        self._show_word(self.pause, self._pause_word)
        for words, gap, hurt_px, pause_px in _FITS:
            self.easier.setText(words)
            self.hurt.setMinimumWidth(round(scaled(hurt_px)))
            self.pause.setMinimumWidth(round(scaled(pause_px)))
            self._row.setSpacing(gap)
            self._right.setSpacing(gap)
            if self._needed_px(gap) <= width:
                return

    def _show_word(self, button: PlayerButton, word: str) -> None:
        """Show the word, or where there is no room for it the icon alone."""
        button.setText("" if self._is_tight else word)
        button.set_name(word if self._is_tight else "")

    def _needed_px(self, gap: int) -> int:
        others = (self.previous, self.next, self.longer, self.easier, self.more)
        wide = sum(
            max(button.sizeHint().width(), button.minimumWidth()) for button in (self.hurt, self.pause)
        )
        return wide + sum(button.sizeHint().width() + gap for button in others)

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))
