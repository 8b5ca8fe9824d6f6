import pytest

from backguide.report.parts import PARTS


@pytest.fixture
def file(tmp_path):
    return tmp_path / "page.pdf"


@pytest.fixture
def logged(run):
    for day in ("2026-03-01", "2026-03-08"):
        run("log", "--before", "5", "--after", "3", "--at", f"{day}T07:15", "--routine", "morning-mobility")


@pytest.mark.usefixtures("logged", "qapp")
def test_the_page_is_written_and_told(run, file):
    said = run("report", str(file))
    assert (said.status, said.err) == (0, "")
    assert said.out == f"The page about 2026-03-01 to 2026-03-10 is in {file}.\n"
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("logged", "qapp")
def test_days_parts_name_and_paper_can_be_chosen(run, file):
    said = run(
        *("report", str(file), "--from", "2026-03-05", "--to", "2026-03-09"),
        *("--without", "notes, pain", "--name", "Ann", "--paper", "letter"),
    )
    assert said.out == f"The page about 2026-03-08 to 2026-03-09 is in {file}.\n"
    assert b"[0 0 612" in file.read_bytes()


@pytest.mark.usefixtures("qapp")
def test_an_empty_journal_makes_a_page_that_says_so(run, file):
    said = run("report", str(file))
    assert said.status == 0
    assert "Nothing was practised, rated or noted" in said.out
    assert file.exists()


@pytest.mark.usefixtures("logged", "qapp")
def test_a_file_that_is_there_is_kept_unless_forced(run, file):
    file.write_bytes(b"mine")
    said = run("report", str(file))
    assert (said.status, file.read_bytes()) == (1, b"mine")
    assert said.err == f"{file} is there already; choose another name, or write over it with --force.\n"
    assert run("report", str(file), "--force").status == 0
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_one_sentence(run, tmp_path):
    said = run("report", str(tmp_path / "nowhere" / "page.pdf"))
    assert said.status == 1
    assert said.err.startswith("The page cannot be written to ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("page.png",), "The page is a .pdf file, not page.png.\n"),
        (("page.pdf", "--from", "2026-03-09", "--to", "2026-03-01"), "later than --to 2026-03-01."),
        (("page.pdf", "--from", "2026-03-11"), "--from 2026-03-11 is still to come."),
        (("page.pdf", "--without", "notes,weather"), f"the page has no weather, only {', '.join(PARTS)}"),
        (("page.pdf", "--paper", "a5"), "a5"),
        ((), "FILE.pdf"),
    ],
)
def test_wrong_use_is_one_sentence(run, words, told):
    said = run("report", *words)
    assert said.status == 2
    assert told in said.err
    assert said.err.count("\n") == 1
