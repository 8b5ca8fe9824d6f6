from pathlib import Path

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Catalogue
from tests.catalogue.folders import EXERCISE, ROUTINE, WEEK


@pytest.fixture(scope="session")
def content() -> Catalogue:
    """The catalogue that is shipped."""
    return load_catalogue(assets.folder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder of one sound exercise, one sound routine and a sound week."""
    for place, text in (
        ("exercises/bird-dog.toml", EXERCISE),
        ("routines/short.toml", ROUTINE),
        ("week.toml", WEEK),
    ):
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path
