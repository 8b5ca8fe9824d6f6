"""The dialog for the physiotherapist's page: choose, look, save or print."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.journal.values import local_date
from backguide.report.build import report_content
from backguide.report.content import ReportContent
from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.report.choices import ReportChoices
from backguide.ui.report.paper import Paper, usual_paper
from backguide.ui.report.pdf_file import ReportFileError, write_report
from backguide.ui.report.preview import ReportPreview
from backguide.ui.report.printing import DesktopPageOutlet, PageOutlet, PrintError
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.message_bar import MessageBar, MessageTone
from backguide.ui.widgets.overlay import Overlay

TITLE = "Page for your physiotherapist"
_SENTENCE = "One sheet of paper about practice and pain. Take it along, or send it yourself."
_CHOICES_PX = 430
_WIDEST_CARD_PX = 1180
_EDGE_PX = 24
_NARROWEST_PREVIEW_PX = 320


class ReportDialog(Overlay):
    """A card over the dimmed window. Escape closes it; it deletes itself and gives the focus back."""

    def __init__(
        self,
        window: QWidget,
        services: Services,
        outlet: PageOutlet | None = None,
        paper: Paper | None = None,
    ) -> None:
        super().__init__(window, TITLE)
        self._services = services
        self._outlet = outlet or DesktopPageOutlet()
        self._paper = paper or usual_paper()
        self._content: ReportContent | None = None
        self.choices = ReportChoices()
        self.preview = ReportPreview(self._paper)
        self.message = MessageBar()
        self.save = Button("Save as PDF", "primary", "md", icon=Icon.DOWNLOAD)
        self.print_ = Button("Print", "secondary", "md")
        self.done = Button("Close", "quiet", "md")
        self._build()
        self._connect_signals()

    @property
    def content(self) -> ReportContent | None:
        """The page as it is chosen now; None while the journal cannot be read."""
        return self._content

    def open(self) -> None:
        """Show the dialog over the whole window and take the focus."""
        self._make_content()
        self.show_over()
        self.choices.period.setFocus(Qt.FocusReason.PopupFocusReason)

    # -- Qt
    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's own name
        """Keep the Tab key within the dialog."""
        stops = self._stops()
        if not stops:  # Qt asks when it hides the dialog, too
            return super().focusNextPrevChild(forward)
        now = self.focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape and let no key through to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_done_clicked()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page beside the choices, or below them where it is narrow."""
        super().resizeEvent(event)
        self._place()

    def _build(self) -> None:
        self._left = self._make_left()
        content = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(_EDGE_PX)
        self._row.addWidget(self._left)
        self._row.addWidget(self.preview, 1)
        self._area = CalmScrollArea(content)
        card = Card(padding=_EDGE_PX - 4, shadow=False)
        card.setMaximumWidth(round(scaled(_WIDEST_CARD_PX)))
        card.body.addWidget(self._area, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(_EDGE_PX, _EDGE_PX, _EDGE_PX, _EDGE_PX)
        outer.addWidget(card, 1)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(TITLE, "h2", wrap=True))
        column.addWidget(Label(_SENTENCE, "body", "muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.choices)
        column.addSpacing(12)
        buttons = FlowLayout(gap=12, row_gap=8)
        for button in (self.save, self.print_, self.done):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addSpacing(4)
        column.addWidget(self.message)
        column.addStretch(1)
        return left

    def _place(self) -> None:
        choices_px = round(scaled(_CHOICES_PX))
        room_px = self.width() - 4 * _EDGE_PX
        beside = room_px >= choices_px + _EDGE_PX + _NARROWEST_PREVIEW_PX
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._left.setFixedWidth(choices_px if beside else min(choices_px, room_px - _EDGE_PX))
        self.preview.setMinimumHeight(0 if beside else self.preview.height_for(room_px - _EDGE_PX))

    def _connect_signals(self) -> None:
        self.choices.changed.connect(self._make_content)
        self.choices.name_changed.connect(self._on_name_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.print_.clicked.connect(self._on_print_clicked)
        self.done.clicked.connect(self._on_done_clicked)

    # -- what it does
    def _today(self) -> date:
        return local_date(self._services.clock.now(), self._services.journal.zone())

    @Slot()
    def _make_content(self) -> None:
        today = self._today()
        try:
            journal, catalogue = self._services.journal, self._services.catalogue
            self._content = report_content(journal, catalogue, self.choices.request(today), today)
        except JournalError as error:
            self._content = None
            self._tell(str(error), "warn")
        self._show_content()

    @Slot(str)
    def _on_name_changed(self, name: str) -> None:
        if self._content is not None:
            self._content = replace(self._content, name=" ".join(name.split()))
        self._show_content()

    def _show_content(self) -> None:
        self.preview.show_content(self._content)
        self.save.setEnabled(self._content is not None)
        self.print_.setEnabled(self._content is not None)

    def _stops(self) -> list[QWidget]:
        """Return what takes the focus, in the order of the Tab key."""
        found = []
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            takes_tab = at.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_tab and self.isAncestorOf(at) and at.isEnabled() and at.isVisible():
                found.append(at)
            at = at.nextInFocusChain()
        return found

    def _tell(self, sentence: str, tone: MessageTone) -> None:
        self.message.show_message(sentence, tone)
        self._area.ensureWidgetVisible(self.message)

    @Slot()
    def _on_save_clicked(self) -> None:
        path = self._outlet.new_pdf(self, f"backguide-{self._today().isoformat()}.pdf")
        if path is None or self._content is None:
            return
        try:
            write_report(path, self._content, self._paper)
        except ReportFileError as error:
            self._tell(str(error), "warn")
        else:
            self._tell(f"The page is in {path}.", "good")

    @Slot()
    def _on_print_clicked(self) -> None:
        if self._content is None:
            return
        try:
            if self._outlet.print_page(self, self._content, self._paper):
                self._tell("The page is sent to the printer.", "good")
        except PrintError as error:
            self._tell(str(error), "warn")

    @Slot()
    def _on_done_clicked(self) -> None:
        self.give_back()
