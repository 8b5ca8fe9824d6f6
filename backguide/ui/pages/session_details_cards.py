"""What the details of a session are made of: its exercises, its pain, and what was marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from backguide.catalogue.model import Catalogue
from backguide.journal.journal import Journal
from backguide.journal.records import ExerciseResult, HurtMark, Moment, Rating, SessionRecord, Site
from backguide.ui.pages.history_words import (
    clock_length,
    hurt_words,
    outcome_words,
    portion_words,
    rating_words,
    seconds_words,
    state_words,
)
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.divider import Divider
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.rows import FactRow

_RIGHT = Qt.AlignmentFlag.AlignRight
_MOMENTS: tuple[tuple[Moment, str], ...] = (
    ("before", "Before"),
    ("after", "After"),
    ("next_morning", "Next morning"),
    ("daily", "On the day"),
)
_SITES: tuple[Site, ...] = ("back", "leg")
_ALWAYS_SHOWN: frozenset[Moment] = frozenset({"before", "after"})


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """Everything that the journal has about one session."""

    session: SessionRecord
    results: Sequence[ExerciseResult]
    hurt_marks: Sequence[HurtMark]
    ratings: Sequence[Rating]


def read_session(journal: Journal, session: str) -> SessionDetail:
    """Read one session. JournalError when it cannot be read, KeyError when there is none."""
    return SessionDetail(
        journal.session(session),
        journal.results(session),
        journal.hurt_marks(session),
        journal.ratings(session=session),
    )


def exercise_name(catalogue: Catalogue, slug: str) -> str:
    """Return the name of an exercise; of one that is not known any more what the journal calls it."""
    exercise = catalogue.exercises.get(slug)
    return exercise.name if exercise is not None else slug.replace("-", " ").capitalize()


def variation_name(catalogue: Catalogue, slug: str, variation: str) -> str:
    """Return the name of a variation where the exercise has several."""
    exercise = catalogue.exercises.get(slug)
    if exercise is None or len(exercise.variations) < 2:
        return ""
    return next((one.name for one in exercise.variations if one.slug == variation), "")


def exercises_card(detail: SessionDetail, catalogue: Catalogue) -> Card:
    """Return planned and done seconds per exercise, side and set."""
    card = Card()
    card.add_header("Exercises", gap=8)
    if not detail.results:
        card.body.addWidget(Label("Nothing was noted about single exercises.", "body", "muted", wrap=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for item, portions in _by_item(detail.results).items():
        if item != min(portion.item for portion in detail.results):
            grid.setRowMinimumHeight(grid.rowCount(), 4)
            grid.addWidget(Divider(), grid.rowCount(), 0, 1, 3)
            grid.setRowMinimumHeight(grid.rowCount(), 4)
        _add_item(grid, portions, catalogue)
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card


def facts_card(detail: SessionDetail) -> Card:
    """Return how the session went as a whole."""
    session = detail.session
    card = Card()
    card.add_header("In short", gap=12)
    card.body.addWidget(FactRow(_state_icon(session), state_words(session), _length_words(detail)))
    card.body.addSpacing(10)
    practice = seconds_words(session.done_s, session.planned_s)
    card.body.addWidget(FactRow(Icon.TIMER, practice, "practice, without rests"))
    if session.note:
        card.body.addSpacing(12)
        card.body.addWidget(Note(session.note, "neutral", icon=Icon.EDIT))
    return card


def pain_card(detail: SessionDetail, catalogue: Catalogue) -> Card:
    """Return the ratings, back and leg apart, and what hurt on the way. Not rated is an en dash."""
    values = {(rating.moment, rating.site): rating.value for rating in detail.ratings}
    card = Card()
    card.add_header("Pain, 0 to 10", gap=10)
    card.body.addLayout(_pain_grid(values))
    for mark in detail.hurt_marks:
        card.body.addSpacing(12)
        card.body.addWidget(
            Note(hurt_words(mark, exercise_name(catalogue, mark.exercise)), "pain", icon=Icon.HAND)
        )
    return card


def _pain_grid(values: Mapping[tuple[Moment, Site], int]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(28)
    grid.setColumnStretch(0, 1)
    for column, site in enumerate(_SITES, start=1):
        grid.addWidget(Label(site.capitalize(), "small", "muted", align=_RIGHT), 0, column)
    for moment, name in _MOMENTS:
        if moment not in _ALWAYS_SHOWN and not any((moment, site) in values for site in _SITES):
            continue
        row = grid.rowCount()
        grid.addWidget(Label(name, "body"), row, 0)
        for column, site in enumerate(_SITES, start=1):
            grid.addWidget(_rating_label(name, site, values.get((moment, site))), row, column)
    return grid


def _rating_label(moment: str, site: Site, value: int | None) -> QWidget:
    ink = "muted" if value is None else "pain_text"
    label = Label(
        rating_words(value), "h3", "muted" if ink == "muted" else "pain_text", align=_RIGHT, tabular=True
    )
    label.setAccessibleName(f"{site} {moment.lower()}: {'not rated' if value is None else value}")
    return label


def _add_item(grid: QGridLayout, portions: Sequence[ExerciseResult], catalogue: Catalogue) -> None:
    """Add one exercise; what has neither sides nor sets stands in one line."""
    first = portions[0]
    name = exercise_name(catalogue, first.exercise)
    sets = max(portion.set for portion in portions)
    row = grid.rowCount()
    grid.addWidget(Label(name, "strong", wrap=True), row, 0)
    variation = variation_name(catalogue, first.exercise, first.variation)
    if variation:
        grid.addWidget(Label(variation, "small", "muted", wrap=True), row + 1, 0)
    is_single = len(portions) == 1
    for portion in portions:
        at = row if is_single else grid.rowCount()
        if not is_single:
            grid.addWidget(Label(portion_words(portion, sets), "small", "muted"), at, 0)
        seconds = seconds_words(portion.done_s, portion.planned_s)
        grid.addWidget(Label(seconds, "small", "text", align=_RIGHT, tabular=True), at, 1)
        ink = "muted" if portion.outcome == "done" else "text"
        words = Label(outcome_words(portion), "small", "muted" if ink == "muted" else "text")
        grid.addWidget(words, at, 2)


def _by_item(results: Sequence[ExerciseResult]) -> Mapping[int, list[ExerciseResult]]:
    items: dict[int, list[ExerciseResult]] = {}
    for result in results:
        items.setdefault(result.item, []).append(result)
    return items


def _state_icon(session: SessionRecord) -> Icon:
    if session.origin != "guided":
        return Icon.EDIT if session.origin == "logged" else Icon.DOWNLOAD
    return Icon.CIRCLE_CHECK if session.state == "finished" else Icon.CIRCLE


def _length_words(detail: SessionDetail) -> str:
    """Return how long it took; what was skipped took no time, so then the practice has to say it."""
    session = detail.session
    if any(result.outcome == "skipped" for result in detail.results):
        return "with exercises skipped" if session.state == "finished" else ""
    if session.position_s <= 0:
        return ""
    return f"after {clock_length(session.position_s)} min, rests included"
