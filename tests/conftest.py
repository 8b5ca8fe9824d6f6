"""What every test relies on: no screen, nobody's real folders, silent logs, and nothing left running."""

import logging
import os
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QAbstractAnimation, QObject, QThread, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

settings.register_profile(
    "backguide", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("backguide")

_HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
_STARTING = ((QTimer, "start"), (QAbstractAnimation, "start"), (QThread, "start"))


def pytest_configure(config: pytest.Config) -> None:
    # the offscreen platform says this of windows with a minimum size and of popups; it means nothing
    for what in (r"propagateSizeHints\(\)", r"raise\(\)", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"^This plugin does not support {what}")


@pytest.fixture(autouse=True)
def _private_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point home, data, config, cache and state at the test's own folder."""
    home = tmp_path / "home"
    home.mkdir()
    for name in _HOME_VARIABLES:
        monkeypatch.setenv(name, str(home))
    for name in _XDG_VARIABLES:
        monkeypatch.setenv(name, str(home / name.removeprefix("XDG_").removesuffix("_HOME").lower()))


@pytest.fixture(autouse=True)
def _silent_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning without asking for `caplog`."""
    if "caplog" in request.fixturenames:
        yield
        return
    heard = _Listener()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    assert not heard.lines, f"logged without being asked: {heard.lines}"


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a timer, an animation, a thread or a window behind."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    started: list[weakref.ref[QObject]] = []
    for kind, method in _STARTING:
        monkeypatch.setattr(kind, method, _noting(getattr(kind, method), started))
    yield
    QApplication.processEvents()
    left = [_described(alive) for ref in started if (alive := ref()) is not None and _is_running(alive)]
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    left += [f"window {type(window).__name__}" for window in windows]
    for window in windows:
        window.close()
    assert not left, f"left running: {left}"


@pytest.fixture(autouse=True)
def _usual_look(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give the next test the light theme at normal text size again, and a pointer that is over nothing."""
    yield
    if {"qapp", "qtbot"} & set(request.fixturenames):
        QCursor.setPos(-999, -999)
        from backguide.ui.theme.appearance import Appearance, appearance  # noqa: PLC0415
        from backguide.ui.theme.theme import apply_theme  # noqa: PLC0415

        app = QApplication.instance()
        if isinstance(app, QApplication) and appearance() != Appearance():
            apply_theme(app, "light")


def _noting(start: Callable[..., Any], started: list[weakref.ref[QObject]]) -> Callable[..., Any]:
    def noted(self: QObject, *arguments: Any, **options: Any) -> Any:
        started.append(weakref.ref(self))
        return start(self, *arguments, **options)

    return noted


def _is_running(thing: QObject) -> bool:
    if not isValid(thing):
        return False
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QAbstractAnimation):
        return thing.state() == QAbstractAnimation.State.Running
    return isinstance(thing, QThread) and thing.isRunning()


def _described(thing: QObject) -> str:
    owner = thing.parent()
    return f"{type(thing).__name__} of {type(owner).__name__ if owner else 'nobody'}"
