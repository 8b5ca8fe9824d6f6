"""Runs the command line in this process, on a clock that stands still, in the test's own folder."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from backguide.cli import main
from backguide.desktop.clock import ManualClock

NOW = datetime(2026, 3, 10, 18, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(capsys, data_dir: Path, monkeypatch) -> Callable[..., Ended]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()

    def run_command(*words: str) -> Ended:
        status = main(["--data-dir", str(data_dir), *words], ManualClock(NOW))
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    yield run_command
    monkeypatch.undo()
    time.tzset()
