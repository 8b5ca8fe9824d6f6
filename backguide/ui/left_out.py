"""Which exercises are better left out for now, as the pages ask for it."""

from collections.abc import Mapping
from datetime import timedelta

from backguide.journal.errors import JournalError
from backguide.journal.values import local_date
from backguide.plan.hurt import LeftOut, left_out
from backguide.ui.services import Services

_LOOK_BACK = timedelta(days=60)


def left_out_now(services: Services) -> Mapping[str, LeftOut]:
    """Return by exercise what is left out today; nothing where the journal cannot be read."""
    journal = services.journal
    today = local_date(journal.now(), journal.zone())
    start = today - _LOOK_BACK
    try:
        marks = journal.hurt_marks_between(start, today)
        if not marks:
            return {}
        return left_out(journal.sessions(start, today), journal.results_between(start, today), marks, today)
    except JournalError:
        return {}
