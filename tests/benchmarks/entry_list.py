"""How long the list of entries takes to open and to scroll to its end, with a year and with a hundred years.

QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.entry_list
"""

import time
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication

from backguide.journal.journal import Journal
from backguide.journal.records import Rating, Row, SessionRecord
from backguide.ui.pages.history_notes_list import EntryListModel

SIZES = (365, 36_500)
ZONE = "Europe/Berlin"
END = datetime(2026, 3, 1, 6, tzinfo=UTC)


def filled(sessions: int) -> Journal:
    """Return a journal with so many rated sessions, one a day, and a diary entry for each day of a year."""
    journal = Journal.in_memory(lambda: END, ZONE)
    rows: list[Row] = []
    for number in range(sessions):
        at = END - timedelta(days=sessions - number)
        session = journal.new_id()
        rows.append(
            SessionRecord(session, at, ZONE, "strength", "Strength", "finished", "guided", 600, 600, 700, at)
        )
        rows.append(Rating(journal.new_id(), session, "before", "back", 4, at, ZONE))
        rows.append(Rating(journal.new_id(), session, "after", "back", 3, at, ZONE))
    journal.merge(rows)
    for days in range(1, 365):
        journal.diary.write((END - timedelta(days=days)).date(), "Walked to work and back.", ["walking"])
    return journal


def seconds_of(model: EntryListModel) -> tuple[float, list[float]]:
    """Return the processor time to open the list, and of each further reading down to its end."""
    start_s = time.process_time()
    model.read()
    opened_s = time.process_time() - start_s
    steps_s = []
    while model.canFetchMore(QModelIndex()):
        start_s = time.process_time()
        model.fetchMore(QModelIndex())
        steps_s.append(time.process_time() - start_s)
    return opened_s, steps_s


def main() -> None:
    """Print the times and their ratio."""
    app = QGuiApplication([])
    opened: list[float] = []
    for sessions in SIZES:
        with filled(sessions) as journal:
            model = EntryListModel(journal)
            opened_s, steps_s = seconds_of(model)
            opened.append(opened_s)
            print(
                f"{sessions} sessions: opened in {1000 * opened_s:.1f} ms, {len(steps_s)} further readings, "
                f"the longest {1000 * max(steps_s):.1f} ms, {model.rowCount()} entries"
            )
    print(f"A hundred years against one: {opened[1] / opened[0]:.2f}")
    app.quit()


if __name__ == "__main__":
    main()
