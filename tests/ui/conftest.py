"""Services for pages: the real catalogue and motions, an empty journal, and a clock that the test moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Catalogue
from backguide.desktop.awake import NoAwake
from backguide.desktop.clock import ManualClock
from backguide.desktop.preferences import Preferences
from backguide.desktop.sound import SilentPlayer
from backguide.figure.library import MotionLibrary, load_motions
from backguide.journal.journal import Journal
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.services import Services
from backguide.ui.theme.theme import apply_theme
from tests.ui.session_helpers import Session


@pytest.fixture(autouse=True)
def _closed_windows_are_gone() -> Iterator[None]:
    """Delete what was closed: without an event loop it would pile up, and every theme would restyle it."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(assets.folder())


@pytest.fixture(scope="session")
def motions() -> MotionLibrary:
    return load_motions(assets.folder() / "motions")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(
    qapp: QApplication, catalogue: Catalogue, motions: MotionLibrary, clock: ManualClock
) -> Iterator[Services]:
    apply_theme(qapp, "light")
    with Journal.in_memory(clock.now, "Europe/Berlin") as journal:
        yield Services(
            catalogue=catalogue,
            motions=motions,
            journal=journal,
            clock=clock,
            sounds=SilentPlayer(),
            awake=NoAwake(),
            preferences=LivePreferences(Preferences()),
        )


@pytest.fixture
def session(qtbot: QtBot, services: Services, clock: ManualClock) -> Iterator[Session]:
    """A place for sessions, left in the end as a closed window leaves it."""
    opened = Session(qtbot, services, clock)
    yield opened
    opened.leave()
