"""The one-way rules of the house, its sizes, and the one module that reads the clock."""

import ast
from functools import cache
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "backguide").rglob("*.py"))
TOOLS = [
    ROOT / "dev.py",
    *sorted((ROOT / "devtools").glob("*.py")),
    *sorted((ROOT / "packaging").glob("*.py")),
]

# What each package may use of ours, directly or through others. `ui`, `app` and the command line see more.
MAY_IMPORT = {
    "figure": set(),
    "catalogue": set(),
    "desktop": set(),
    "session": {"catalogue"},
    "journal": {"session", "catalogue"},
    "plan": {"journal", "session", "catalogue"},
    "insight": {"journal", "session", "catalogue"},
    "report": {"insight", "plan", "journal", "session", "catalogue"},
}
PACKAGES = {*MAY_IMPORT, "ui", "app", "tour", "cli", "commands"}
# The journal's own face, which has to name the database's connection and errors.
JOURNAL_FACE = {"journal.py", "errors.py"}
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 25
CLOCK_MODULE = ROOT / "backguide" / "desktop" / "clock.py"
CLOCK_READERS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentSecsSinceEpoch", "currentMSecsSinceEpoch"},
}
COMMAND_LINE = ("backguide/cli.py", "backguide/commands/")
PAINTER_MODULE = ROOT / "backguide" / "ui" / "widgets" / "painting.py"
PAINTED = sorted(
    path
    for folder in ("theme", "widgets", "pages", "charts", "figure", "report")
    for path in (ROOT / "backguide" / "ui" / folder).glob("*.py")
)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_modules(path: Path) -> set[str]:
    """Return the top name of everything a file imports, wherever in it."""
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def outside(*folders: str) -> list[Path]:
    """Return the sources that lie in none of these folders (or are none of these files) of the package."""
    allowed = [ROOT / "backguide" / folder for folder in folders]
    return [source for source in SOURCES if not any(source.is_relative_to(folder) for folder in allowed)]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_lies_below_it(package):
    forbidden = PACKAGES - MAY_IMPORT[package] - {package}
    patterns = [pattern for name in forbidden for pattern in (f"backguide.{name}", f"backguide.{name}.*")]
    archrule(f"{package} is one-way").match(f"backguide.{package}*").should_not_import(*patterns).check(
        "backguide"
    )


@pytest.mark.parametrize("package", sorted(MAY_IMPORT.keys() - {"desktop"}))
def test_nothing_below_the_interface_reaches_qt(package):
    rule = archrule(f"{package} knows no Qt").match(f"backguide.{package}*")
    rule.should_not_import("PySide6*", "shiboken6*", "pyqtgraph*", "wakepy*").check("backguide")


def test_only_the_composition_root_and_the_command_line_see_the_interface():
    rule = archrule("the interface is on top").match("backguide.*")
    rule = rule.exclude(
        "backguide.ui*",
        "backguide.app",
        "backguide.tour",
        "backguide.cli",
        "backguide.commands*",
        "backguide.__main__",
    )
    rule.should_not_import("backguide.ui*", "backguide.app", "backguide.cli").check("backguide")


def test_widgets_know_no_page_and_the_theme_knows_no_widget():
    pages = ("backguide.ui.pages*", "backguide.ui.charts*", "backguide.ui.main_window*", "backguide.app")
    archrule("widgets").match("backguide.ui.widgets*").should_not_import(*pages).check("backguide")
    higher = (*pages, "backguide.ui.widgets*", "backguide.ui.figure*")
    archrule("theme").match("backguide.ui.theme*").should_not_import(*higher).check("backguide")


def test_the_interface_does_not_reach_past_the_journal_to_its_sql():
    sql = {
        path.stem
        for path in (ROOT / "backguide" / "journal").glob("*.py")
        if "sqlite3" in imported_modules(path) and path.name not in JOURNAL_FACE
    }
    assert sql, "no module of the journal imports sqlite3: this test looks for the wrong thing"
    patterns = ["sqlite3", *(f"backguide.journal.{name}" for name in sql)]
    rule = archrule("no SQL in the interface").match("backguide.ui*")
    rule.should_not_import(*patterns).check("backguide", only_direct_imports=True)


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("PySide6", ("ui", "desktop", "app.py", "tour.py")),
        ("pyqtgraph", ("ui/charts",)),
        ("numpy", ("figure", "insight", "ui/figure", "ui/charts")),
        ("sqlite3", ("journal",)),
        ("wakepy", ("desktop",)),
    ],
)
def test_a_library_is_imported_only_where_it_belongs(library, homes):
    assert [relative(path) for path in outside(*homes) if library in imported_modules(path)] == []


def clock_readings(tree: ast.AST) -> list[int]:
    """Return the lines that import the time module or ask a date or time type for the present."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            lines += [node.lineno for alias in node.names if alias.name == "time"]
        elif isinstance(node, ast.ImportFrom):
            lines += [node.lineno] * (node.module == "time")
        elif isinstance(node, ast.Attribute):
            base = node.value
            owner = (
                base.attr
                if isinstance(base, ast.Attribute)
                else base.id
                if isinstance(base, ast.Name)
                else ""
            )
            if node.attr in CLOCK_READERS.get(owner, ()):
                lines.append(node.lineno)
    return lines


def test_only_one_module_reads_the_clock():
    readings = {relative(path): clock_readings(parsed(path)) for path in SOURCES}
    assert readings.pop(relative(CLOCK_MODULE)), "the clock module no longer reads the clock"
    assert {path: lines for path, lines in readings.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    [
        "import time",
        "from time import monotonic as m",
        "datetime.now(UTC)",
        "import datetime as dt; dt.datetime.utcnow()",
        "when = date.today",
        "QDateTime.currentDateTimeUtc()",
    ],
)
def test_the_clock_rule_recognises_a_reading(code):
    assert clock_readings(ast.parse(code))


@pytest.mark.parametrize("code", ["clock.now()", "self._clock.monotonic_s()", "datetime.fromisoformat(text)"])
def test_the_clock_rule_lets_an_injected_clock_pass(code):
    assert not clock_readings(ast.parse(code))


def statement_lines(function: ast.FunctionDef | ast.AsyncFunctionDef, source: list[str]) -> int:
    """Return how many lines the statements of a function take, docstrings, comments and blank lines aside."""
    skipped: set[int] = set()
    for node in ast.walk(function):
        holds_docstring = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if holds_docstring and ast.get_docstring(node) is not None:
            skipped |= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    lines = (
        number for number in range(function.body[0].lineno, function.end_lineno + 1) if number not in skipped
    )
    return sum(bool(text := source[number - 1].strip()) and not text.startswith("#") for number in lines)


@pytest.mark.parametrize("path", [*SOURCES, *TOOLS], ids=relative)
def test_files_and_functions_stay_small(path):
    text = path.read_text(encoding="utf-8")
    source = text.splitlines()
    assert len(source) <= MAX_FILE_LINES, f"{relative(path)} has {len(source)} lines"
    functions = [n for n in ast.walk(parsed(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        f"{f.name}, line {f.lineno}": size
        for f in functions
        if (size := statement_lines(f, source)) > MAX_FUNCTION_LINES
    }
    assert long == {}, f"{relative(path)} has functions of more than {MAX_FUNCTION_LINES} lines"


def test_the_program_speaks_through_the_command_line_only():
    talkers = []
    for path in SOURCES:
        calls = (n.func for n in ast.walk(parsed(path)) if isinstance(n, ast.Call))
        prints = any(isinstance(function, ast.Name) and function.id == "print" for function in calls)
        if prints and not relative(path).startswith(COMMAND_LINE):
            talkers.append(relative(path))
    assert talkers == []


def test_all_imports_are_absolute():
    relatives = []
    for path in [*SOURCES, *TOOLS]:
        tree = parsed(path)
        if any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree)):
            relatives.append(relative(path))
    assert relatives == []


def painters_kept(tree: ast.AST) -> list[int]:
    """Return the lines that make a painter outside a `with` and do not hand it on either."""
    held = {id(item.context_expr) for n in ast.walk(tree) if isinstance(n, ast.With) for item in n.items}
    made = [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and isinstance(n.value, ast.Call)]
    names = {"QPainter", "smooth_painter"}
    return [n.lineno for n in made if getattr(n.value.func, "id", "") in names and id(n.value) not in held]


@pytest.mark.parametrize("path", PAINTED, ids=relative)
def test_a_painter_is_ended_whatever_happens(path):
    kept = [] if path == PAINTER_MODULE else painters_kept(parsed(path))
    assert kept == [], "a painter left open by an error ends the program: use `with`"


def test_the_painter_rule_recognises_one_that_is_kept():
    assert painters_kept(ast.parse("painter = QPainter(self)"))
    assert not painters_kept(ast.parse("with QPainter(self) as painter:\n    pass"))
