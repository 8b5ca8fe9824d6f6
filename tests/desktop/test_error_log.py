import sys
from pathlib import Path

import pytest

from backguide.desktop.error_log import ErrorLog


@pytest.fixture(autouse=True)
def _pythons_own_hook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)


@pytest.fixture
def told():
    return []


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:
        return caught


def take(log: ErrorLog, error: BaseException) -> None:
    caught = raised(error)
    log.take(type(caught), caught, caught.__traceback__)


def test_an_error_is_written_with_its_traceback_and_told_once(tmp_path: Path, told, capsys):
    log = ErrorLog(tmp_path / "data" / "backguide.log", told.append)
    take(log, ValueError("first"))
    take(log, KeyError("second"))
    written = (tmp_path / "data" / "backguide.log").read_text(encoding="utf-8")
    assert "ValueError: first" in written
    assert "KeyError: 'second'" in written
    assert written.count("Traceback") == 2
    assert len(told) == 1
    assert str(tmp_path) in told[0]
    assert capsys.readouterr().err == ""


def test_with_loud_it_goes_to_standard_error_too(tmp_path: Path, told, capsys):
    log = ErrorLog(tmp_path / "backguide.log", told.append, loud=True)
    take(log, ValueError("loud"))
    assert "ValueError: loud" in capsys.readouterr().err


def test_where_nothing_can_be_written_standard_error_is_what_is_left(tmp_path: Path, told, capsys):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    take(ErrorLog(tmp_path / "file" / "backguide.log", told.append), ValueError("lost"))
    assert "ValueError: lost" in capsys.readouterr().err
    assert told == ["Something unexpected went wrong, but you can go on."]


def test_an_interruption_is_no_error(tmp_path: Path, told, capsys):
    take(ErrorLog(tmp_path / "backguide.log", told.append), KeyboardInterrupt())
    assert told == []
    assert not (tmp_path / "backguide.log").exists()
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_it_gives_back_what_was_in_force(tmp_path: Path, told):
    log = ErrorLog(tmp_path / "backguide.log", told.append)
    log.install()
    assert sys.excepthook == log.take
    log.remove()
    assert sys.excepthook is sys.__excepthook__
