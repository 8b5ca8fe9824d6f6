"""What the pages before and after a session share: the two scales, and the keys that reach them."""

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from backguide.journal.records import Site
from backguide.ui.pages.focus_page import FocusPage
from backguide.ui.pages.pain_questions import PainQuestions
from backguide.ui.services import Services


class PainPage(FocusPage):
    """Asks how back and leg are right now. It has the keys while nothing else has them."""

    def __init__(
        self, services: Services, *, declinable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._questions = PainQuestions(services.clock, declinable=declinable)

    @property
    def ratings(self) -> Mapping[Site, int]:
        """What was rated, without the gaps."""
        return self._questions.values

    @property
    def questions(self) -> PainQuestions:
        """The two scales."""
        return self._questions

    def refresh(self) -> None:
        """Nothing here depends on the journal."""

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus()

    def _on_short(self, *, short: bool) -> None:
        self._questions.set_compact(compact=short)
