from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from backguide.desktop.zone import UNKNOWN, local_zone


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.delenv("TZ", raising=False)
    return tmp_path / "nothing"


def test_tz_comes_first(nowhere: Path, monkeypatch):
    monkeypatch.setenv("TZ", ":America/Bogota")
    assert local_zone() == "America/Bogota"


@pytest.mark.parametrize(
    "name", ["/usr/share/zoneinfo/Europe/Berlin", "EST5EDT4,M3.2.0", "Nowhere/At/All", "../x"]
)
def test_a_tz_that_names_no_zone_is_passed_over(nowhere: Path, tmp_path: Path, monkeypatch, name: str):
    monkeypatch.setenv("TZ", name)
    (tmp_path / "timezone").write_text("Asia/Tokyo\n")
    assert local_zone(nowhere, tmp_path / "timezone") == "Asia/Tokyo"


def test_the_link_to_the_zone_is_followed(nowhere: Path, tmp_path: Path):
    target = tmp_path / "usr" / "share" / "zoneinfo" / "Europe" / "Lisbon"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"")
    (tmp_path / "localtime").symlink_to(target)
    assert local_zone(tmp_path / "localtime", nowhere) == "Europe/Lisbon"


def test_the_name_of_the_real_zone_is_known():
    assert ZoneInfo(local_zone()).key


def test_a_computer_that_tells_nothing_is_taken_to_be_at_utc(nowhere: Path, monkeypatch):
    monkeypatch.setattr("backguide.desktop.zone.importlib.import_module", _no_qt)
    assert local_zone(nowhere, nowhere) == UNKNOWN


def _no_qt(_name: str) -> None:
    raise ImportError("no Qt here")
