"""A session of the past as a form: to add one done elsewhere, or to correct one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from backguide.catalogue.model import Routine
from backguide.journal.records import Moment, SessionChange, SessionRecord, Site
from backguide.journal.values import local_time, zone_named
from backguide.session.compile import compile_timeline
from backguide.ui.date_reading import ReadingError, read_minutes, read_time
from backguide.ui.date_words import clock_time
from backguide.ui.pages.pain_pair import PainPair
from backguide.ui.pages.session_details_cards import SessionDetail
from backguide.ui.services import Services
from backguide.ui.widgets.field import Field
from backguide.ui.widgets.note_field import NoteField
from backguide.ui.widgets.side_by_side import SideBySide

_BESIDE_PX = 620
_PRACTICE = ("enter", "hold", "return")
_ELSEWHERE = "Session away from the computer"
_OTHER = "Something else"
_PAIN: tuple[tuple[Moment, str], ...] = (
    ("before", "Pain right before"),
    ("after", "Pain right after"),
    ("next_morning", "Pain the next morning"),
)


class SessionForm(QWidget):
    """What was done, when, for how long, how it felt, and a note.

    Of a guided session only the time, the ratings and the note are a person's to correct.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._detail: SessionDetail | None = None
        self.began = QLineEdit()
        self.began_field = Field("Began at", self.began)
        self.minutes = QLineEdit()
        self.minutes_field = Field("How long, in minutes", self.minutes)
        self.routine = QComboBox()
        self.own_words = QLineEdit()
        self.own_words.setPlaceholderText("Such as yoga class or swimming")
        self.pain = {moment: PainPair(title, services.clock) for moment, title in _PAIN}
        self.note = NoteField("A line or two, if you like", "Note of the session")
        self._build()
        self._connect_signals()

    def show_new(self) -> None:
        """Show an empty form for a session done elsewhere."""
        self._detail = None
        self.began.clear()
        self.minutes.clear()
        self.routine.setCurrentIndex(0)
        self.own_words.clear()
        self.note.set_text("")
        for pair in self.pain.values():
            pair.show_values({})
        self._show_parts(was_guided=False)

    def show_session(self, detail: SessionDetail) -> None:
        """Show a session to correct."""
        self._detail = detail
        session = detail.session
        self.began.setText(clock_time(local_time(session.started_at, session.zone)))
        self.minutes.setText(_minutes_text(session.done_s))
        self.routine.setCurrentIndex(self._row_of(session.routine))
        self.own_words.setText(session.routine_name)
        self.note.set_text(session.note)
        for moment, pair in self.pain.items():
            pair.show_values({r.site: r.value for r in detail.ratings if r.moment == moment})
        self._show_parts(was_guided=session.origin == "guided")

    def set_day(self, day: date | None, today: date) -> None:
        """Ask about the next morning only where it has come."""
        self.pain["next_morning"].setVisible(day is not None and day < today)

    def keep(self, day: date) -> None:
        """Write it into the journal, on that day. ReadingError, said at its field; JournalError, KeyError."""
        self.began_field.show_problem("")
        self.minutes_field.show_problem("")
        began = self._read_began(day)
        minutes = self._read_minutes()
        if self._detail is None:
            self._add(day, began, 60.0 * minutes)
        else:
            self._correct(self._detail, day, began or time(), 60.0 * minutes)

    def _read_began(self, day: date) -> time | None:
        try:
            began = read_time(self.began.text())
            if began is None and (self._detail is not None or day != self._services.journal.today()):
                raise ReadingError("Say about when it began, such as 7:30.")
        except ReadingError as error:
            self.began_field.show_problem(str(error))
            self.began.setFocus()
            raise
        return began

    def _read_minutes(self) -> int:
        try:
            return read_minutes(self.minutes.text()) or 0
        except ReadingError as error:
            self.minutes_field.show_problem(str(error))
            self.minutes.setFocus()
            raise

    def _add(self, day: date, began: time | None, told_s: float) -> None:
        journal = self._services.journal
        slug, name, done_s = self._practised(told_s)
        at = (
            journal.now() - timedelta(seconds=done_s)
            if began is None
            else _moment(day, began, journal.zone())
        )
        ratings = {key: value for key, value in self._rated() if value is not None}
        journal.log_session(at, slug, name, done_s, ratings, note=self.note.text)

    def _correct(self, detail: SessionDetail, day: date, began: time, told_s: float) -> None:
        session = detail.session
        before = local_time(session.started_at, session.zone)
        is_moved = (day, began) != (before.date(), time(before.hour, before.minute))
        change = SessionChange(
            started_at=_moment(day, began, session.zone) if is_moved else None, note=self.note.text
        )
        if session.origin != "guided":
            change = self._with_practice(change, detail.session, told_s)
        given = {(r.moment, r.site): r.value for r in detail.ratings}
        ratings = {key: value for key, value in self._rated() if value != given.get(key)}
        self._services.journal.correct_session(session.id, change, ratings)

    def _with_practice(self, change: SessionChange, session: SessionRecord, told_s: float) -> SessionChange:
        slug, name, done_s = self._practised(told_s)
        if not slug and name == session.routine_name:
            slug = session.routine
        is_longer = self.minutes.text() != _minutes_text(session.done_s)
        return SessionChange(change.started_at, slug, name, done_s if is_longer else None, change.note)

    def _practised(self, told_s: float) -> tuple[str, str, float]:
        """Return slug and name of what was done, and its seconds, a whole routine's where none are told."""
        routine = self.routine.currentData()
        if not isinstance(routine, Routine):
            return "", self.own_words.text().strip() or _ELSEWHERE, told_s
        return routine.slug, routine.name, told_s or self._whole_s(routine)

    def _whole_s(self, routine: Routine) -> float:
        services = self._services
        timeline = compile_timeline(routine, services.catalogue, services.session_preferences)
        return sum(step.duration_s for step in timeline.steps if step.kind in _PRACTICE)

    def _rated(self) -> Iterator[tuple[tuple[Moment, Site], int | None]]:
        for moment, pair in self.pain.items():
            if not pair.isHidden():
                for site, value in pair.values.items():
                    yield (moment, site), value

    def _row_of(self, slug: str) -> int:
        rows = range(1, self.routine.count())
        return next((row for row in rows if self.routine.itemData(row).slug == slug), 0)

    def _build(self) -> None:
        self.began.setPlaceholderText("7:30")
        self.routine.addItem(_OTHER, None)
        for routine in self._services.catalogue.routines.values():
            self.routine.addItem(routine.name, routine)
        when = SideBySide(_BESIDE_PX)
        when.add(self.began_field)
        when.add(self.minutes_field)
        self._what = SideBySide(_BESIDE_PX)
        self._what.add(Field("What you did", self.routine))
        self._own_field = Field("In your words", self.own_words)
        self._what.add(self._own_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for part in (when, self._what, *self.pain.values(), Field("Note", self.note)):
            column.addWidget(part)
        self.setFocusProxy(self.began)

    def _connect_signals(self) -> None:
        self.routine.currentIndexChanged.connect(self._on_routine_changed)
        changes = (
            self.began.textChanged,
            self.minutes.textChanged,
            self.routine.currentIndexChanged,
            self.own_words.textChanged,
            self.note.textChanged,
            *(pair.changed for pair in self.pain.values()),
        )
        for signal in changes:
            signal.connect(self._on_changed)

    def _show_parts(self, *, was_guided: bool) -> None:
        self._what.setVisible(not was_guided)
        self.minutes_field.setVisible(not was_guided)
        self.began_field.show_problem("")
        self._on_routine_changed()

    @Slot()
    def _on_routine_changed(self) -> None:
        is_routine = isinstance(self.routine.currentData(), Routine)
        self._own_field.setVisible(not is_routine)
        self.minutes.setPlaceholderText("The whole routine" if is_routine else "Not known")

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def _moment(day: date, began: time, zone: str) -> datetime:
    return datetime.combine(day, began, zone_named(zone)).astimezone(UTC)


def _minutes_text(seconds: float) -> str:
    minutes = round(seconds / 60)
    return str(minutes) if minutes else ""
