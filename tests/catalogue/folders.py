"""Ways to spoil a content folder and to ask what the loader says."""

from pathlib import Path

from backguide.catalogue.load import load_catalogue


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence; a case whose `old` is not in the file would test nothing."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def the_problem(folder: Path) -> str:
    problems = load_catalogue(folder).problems
    assert len(problems) == 1, problems
    return problems[0]
