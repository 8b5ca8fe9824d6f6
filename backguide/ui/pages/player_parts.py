"""Parts of the player: its button, the caption under the stage, and what comes next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.figure.motion import Motion
from backguide.ui.pages.still_picture import StillPicture
from backguide.ui.session_words import NextWords
from backguide.ui.theme.type import Role, scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.fading_label import FadingLabel
from backguide.ui.widgets.label import Label

_STILL = QSize(104, 72)
_SMALL_STILL = QSize(80, 58)
_STILL_FROM_PX = 330
_SMALL_STILL_FROM_PX = 250  # in a narrower card the words need the room
_FAR_FROM_PX = 1000  # a caption this wide belongs to a window that is seen from further away
_FAR_ROLES: tuple[Role, ...] = ("far", "figure")
_NAME_ROLES: tuple[Role, ...] = ("display", "instruction", "instruction_narrow", "h2", "h3")
_SENTENCE_ROLES: tuple[Role, ...] = ("instruction", "instruction_narrow", "h2", "h3")


class PlayerButton(Button):
    """A button that Enter presses. All other keys, Space and arrows too, stay the player's own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what is not Enter to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        else:
            event.ignore()


class PlayerCaption(QWidget):
    """What to do now, in one large sentence; for a new exercise its name, with the sentence below.

    The words are as large as they can be without being cut; with `far`, or in a large window, larger still.
    """

    def __init__(self, parent: QWidget | None = None, *, far: bool = False) -> None:
        super().__init__(parent)
        self._far = far
        self._is_name = False
        self.headline = FadingLabel("", "instruction", wrap=True)
        self.sentence = FadingLabel("", "lead", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self.headline)
        column.addWidget(self.sentence)
        column.addStretch(1)

    def show_instruction(self, sentence: str, name: str = "") -> None:
        """Show the sentence large, or under a name that is larger still."""
        self._is_name = bool(name)
        self.headline.setText(name or sentence)
        self.sentence.setText(sentence if name else "")
        self.sentence.setVisible(bool(name))
        self._fit()

    def set_centred(self, *, centred: bool) -> None:
        """Stand in the middle below a stage, or at the left beside a ring."""
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        for label in (self.headline, self.sentence):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the largest size that fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the largest roles of which nothing is cut, or else the smallest ones."""
        roles = _NAME_ROLES if self._is_name else _SENTENCE_ROLES
        if self._far or self.width() >= scaled(_FAR_FROM_PX):
            roles = _FAR_ROLES + roles
        for role in roles:
            self.headline.set_role(role)
            self.sentence.set_role("lead_far" if role in _FAR_ROLES else "lead")
            if self._fits():
                return

    def _fits(self) -> bool:
        labels = (self.headline, self.sentence) if self._is_name else (self.headline,)
        needed_px = sum(label.heightForWidth(self.width()) for label in labels)
        return needed_px + 4 * (len(labels) - 1) <= self.height() and all(
            label.minimumSizeHint().width() <= self.width() for label in labels
        )


class NextCard(Card):
    """The very next thing with its picture: another side, set or exercise, or the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._has_picture = False
        self._still = StillPicture(_STILL, radius=12)
        self._title = Label("", "strong", wrap=True)
        self._sub = Label("", "small", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(Label("Next", "small", "muted"))
        words.addWidget(self._title)
        words.addWidget(self._sub)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(12, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self._still)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    @property
    def words(self) -> tuple[str, str]:
        """Both lines."""
        return self._title.text(), self._sub.text()

    def show_next(self, words: NextWords | None, motion: Motion | None) -> None:
        """Show what comes next; None for the end."""
        if words is None:
            self._title.setText("That was the last one")
            self._sub.setText("then two numbers, and you are done")
        else:
            self._title.setText(words.title)
            self._sub.setText(words.sub)
            self._still.show_still(motion, words.step.side)
        self._has_picture = words is not None
        self._show_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the words need the room."""
        super().resizeEvent(event)
        self._show_picture()

    def _show_picture(self) -> None:
        self._still.set_size(_STILL if self.width() >= scaled(_STILL_FROM_PX) else _SMALL_STILL)
        self._still.setVisible(self._has_picture and self.width() >= scaled(_SMALL_STILL_FROM_PX))
