from collections.abc import Iterator
from pathlib import Path

import pytest

from backguide.desktop.clock import ManualClock
from backguide.journal.journal import Journal
from tests.journal.builders import journal_at


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path, clock: ManualClock) -> Iterator[Journal]:
    with journal_at(path, clock) as opened:
        yield opened
