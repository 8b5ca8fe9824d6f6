import shutil
import subprocess

import pytest
from PySide6.QtCore import QLocale, QSaveFile
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from backguide.report.content import ReportRequest
from backguide.ui.report.paper import PAPERS, usual_paper
from backguide.ui.report.pdf_file import ReportFileError, write_report
from backguide.ui.report.printing import print_on
from tests.report.builders import TODAY, Book

pytestmark = pytest.mark.usefixtures("qapp")


def page(name="Ann Example"):
    book = Book()
    book.rate(book.session(TODAY), {("before", "back"): 5, ("after", "back"): 3})
    return book.page(ReportRequest(name=name))


@pytest.mark.parametrize(("paper", "size"), [("a4", b"[0 0 595 842]"), ("letter", b"[0 0 612 792]")])
def test_the_file_is_one_sheet_of_vectors_with_its_fonts(tmp_path, paper, size):
    file = tmp_path / "page.pdf"
    write_report(file, page(), PAPERS[paper])
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1
    assert size in data.replace(b".000000", b"")
    assert b"/FontFile2" in data
    assert b"/Image" not in data.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(b"/ImageI", b"")


def test_the_words_can_be_copied_from_the_file(tmp_path):
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext of poppler-utils is not installed")
    file = tmp_path / "page.pdf"
    write_report(file, page(), PAPERS["a4"])
    told = subprocess.run([reader, "-layout", file, "-"], capture_output=True, check=True, text=True)
    words = " ".join(told.stdout.split())
    for wanted in ("Back exercises and pain", "Ann Example", "5 (1)", "3 (1)", "not a diagnosis"):
        assert wanted in words


def test_a_folder_that_is_not_there_is_told_in_one_sentence(tmp_path):
    with pytest.raises(ReportFileError, match="cannot be written"):
        write_report(tmp_path / "nowhere" / "page.pdf", page(), PAPERS["a4"])


def test_a_folder_of_that_name_is_told_in_one_sentence(tmp_path):
    with pytest.raises(ReportFileError, match="is a folder"):
        write_report(tmp_path, page(), PAPERS["a4"])


def test_a_failed_write_leaves_the_old_file_as_it_was(tmp_path, monkeypatch):
    file = tmp_path / "out" / "page.pdf"
    file.parent.mkdir()
    file.write_bytes(b"old")
    monkeypatch.setattr(QSaveFile, "write", lambda _self, _data: 10)
    with pytest.raises(ReportFileError, match="no room left on the disk"):
        write_report(file, page(), PAPERS["a4"])
    assert [file.read_bytes(), list(file.parent.iterdir())] == [b"old", [file]]


@pytest.mark.parametrize(
    ("locale", "paper"), [("en_US", "letter"), ("en_GB", "a4"), ("de_DE", "a4"), ("fr_CA", "letter")]
)
def test_the_paper_is_the_one_that_is_usual_in_the_land(locale, paper):
    assert usual_paper(QLocale(locale)) == PAPERS[paper]


def test_a_page_is_printed_on_another_sheet_as_large_as_fits(tmp_path):
    file = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_on(printer, page(), PAPERS["letter"])
    assert file.read_bytes().count(b"/Type /Page\n") == 1
