"""The two commands: what they prepare, what they start, and the one sentence when something cannot be had."""

import errno
import os
import re
import subprocess
import sys
import tomllib

import pytest

from devtools import commands, environment, process, system_packages
from devtools.process import ROOT, SetupError


class StartedError(Exception):
    """Stands for the moment at which the set-up hands over to the program."""


@pytest.fixture
def started(monkeypatch):
    """Let `run` stop where it would start the program; gives the command and the environment."""
    seen = {}

    def become(command, environment):
        seen.update(command=command, environment=environment)
        raise StartedError

    monkeypatch.setattr(commands, "need_system_packages", lambda kind: None)
    monkeypatch.setattr(commands, "prepare", lambda kind: None)
    monkeypatch.setattr(commands, "become", become)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    return seen


@pytest.fixture
def setup_commands(monkeypatch, tmp_path):
    """Put the environment and the locks into a temporary folder; gives the commands the set-up would run."""
    commands = []

    def quietly(command, failure):
        commands.append(command)
        environment.python().parent.mkdir(parents=True, exist_ok=True)
        environment.python().touch()

    for name in environment.LOCKS.values():
        (tmp_path / name).write_text("numpy==2.0\n", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "DEV", tmp_path / ".dev")
    monkeypatch.setattr(environment, "quietly", quietly)
    monkeypatch.setattr(environment.shutil, "which", lambda name: None)
    return commands


def test_an_unknown_command_shows_the_usage_and_fails(capsys):
    assert commands.main(["walk"]) == 2
    assert "python3 dev.py test" in capsys.readouterr().out


def test_help_is_no_failure(capsys):
    assert commands.main(["--help"]) == 0
    assert "python3 dev.py run" in capsys.readouterr().out


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_a_python_that_does_not_fit_is_refused_with_both_versions(version):
    with pytest.raises(SetupError, match=rf"needs Python 3\.11 to 3\.14 and this is 3\.{version[1]};"):
        commands.check_python(version)


def test_the_running_python_fits():
    commands.check_python(sys.version_info[:2])


def test_dev_starts_with_the_standard_library_alone(tmp_path):
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-S", str(ROOT / "dev.py"), "--help"],
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_a_screen_and_arguments_the_tour_runs(started, monkeypatch, capsys):
    monkeypatch.setattr(commands, "has_screen", lambda: False)
    with pytest.raises(StartedError):
        commands.run([])
    assert capsys.readouterr().out.startswith("There is no screen here, so the tour runs instead")
    assert started["command"][1:] == ["-P", "-m", "backguide", "tour", "--out", str(ROOT / "build" / "tour")]
    assert started["environment"]["QT_QPA_PLATFORM"] == "offscreen"


def test_without_a_screen_a_named_command_runs_as_named(started, monkeypatch, capsys):
    monkeypatch.setattr(commands, "has_screen", lambda: False)
    with pytest.raises(StartedError):
        commands.main(["run", "--", "exercises", "--json"])
    assert capsys.readouterr().out == ""
    assert started["command"][3:] == ["backguide", "exercises", "--json"]
    assert started["environment"]["QT_QPA_PLATFORM"] == "offscreen"


def test_with_a_screen_the_window_opens_on_it(started, monkeypatch):
    monkeypatch.setattr(commands, "has_screen", lambda: True)
    with pytest.raises(StartedError):
        commands.run([])
    assert started["command"][3:] == ["backguide"]
    assert "QT_QPA_PLATFORM" not in started["environment"]


def test_the_checkout_is_what_runs_from_any_folder(started):
    with pytest.raises(StartedError):
        commands.run(["doctor"])
    assert started["environment"]["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)


def run_checks(monkeypatch, failing=()):
    ran = []

    def call(command):
        ran.append(command[2:])
        return int(command[2] in failing)

    for name in ("need_system_packages", "prepare"):
        monkeypatch.setattr(commands, name, lambda kind: None)
    monkeypatch.setattr(commands, "offer_test_tools", lambda: None)
    monkeypatch.setattr(commands, "call", call)
    return commands.main(["test", "--", "-k", "pain"]), ran


def test_the_test_command_runs_every_check_in_order(monkeypatch, capsys):
    code, ran = run_checks(monkeypatch)
    assert code == 0
    assert [command[:2] for command in ran[:3]] == [["ruff", "check"], ["ruff", "format"], ["mypy"]]
    assert ran[3][0] == "pytest"
    assert ran[3][-2:] == ["-k", "pain"]
    assert "passed" in capsys.readouterr().out


def test_the_test_command_goes_on_after_a_failure_and_names_it(monkeypatch, capsys):
    code, ran = run_checks(monkeypatch, failing={"mypy"})
    assert (code, len(ran)) == (1, 4)
    assert capsys.readouterr().out.endswith("== failed: mypy\n")


def test_packages_are_installed_with_their_hashes_and_nothing_else(setup_commands):
    environment.prepare("run")
    make, install = setup_commands
    assert make[:3] == [sys.executable, "-m", "venv"]
    assert {"--require-hashes", "--no-deps"} <= set(install)
    assert install[-1].endswith("requirements.lock")


@pytest.mark.parametrize(
    ("windows", "ending"), [(True, ("Scripts", "python.exe")), (False, ("bin", "python"))]
)
def test_the_environment_s_python_lies_where_the_system_puts_it(monkeypatch, windows, ending):
    monkeypatch.setattr(environment, "WINDOWS", windows)
    assert environment.python().parts[-2:] == ending


def test_where_a_process_cannot_be_replaced_its_exit_code_is_passed_on(monkeypatch):
    monkeypatch.setattr(commands, "WINDOWS", True)
    with pytest.raises(SystemExit) as left:
        commands.become([sys.executable, "-c", "raise SystemExit(2)"], dict(os.environ))
    assert left.value.code == 2


def test_the_second_set_up_does_nothing(setup_commands):
    environment.prepare("test")
    done = len(setup_commands)
    environment.prepare("test")
    environment.prepare("run")
    assert len(setup_commands) == done


def test_the_tests_need_only_be_added_to_a_running_set_up(setup_commands):
    environment.prepare("run")
    del setup_commands[:]
    environment.prepare("test")
    assert [command[-1].rpartition(os.sep)[2] for command in setup_commands] == ["requirements-dev.lock"]


def test_a_changed_lock_makes_the_environment_anew(setup_commands, tmp_path):
    environment.prepare("run")
    left_behind = environment.python().parent / "left-behind"
    left_behind.touch()
    (tmp_path / "requirements.lock").write_text("numpy==2.1\n", encoding="utf-8")
    environment.prepare("run")
    assert not left_behind.exists()
    assert len(setup_commands) == 4


def test_an_interrupted_set_up_is_started_over(setup_commands, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(environment, "install", lambda file: (_ for _ in ()).throw(SetupError("no network")))
        with pytest.raises(SetupError):
            environment.prepare("run")
    del setup_commands[:]
    environment.prepare("run")
    assert len(setup_commands) == 2


def test_a_second_set_up_waits_for_the_first(setup_commands, monkeypatch):
    monkeypatch.setattr(environment, "LONGEST_WAIT_S", 0)
    with environment.alone(), pytest.raises(SetupError, match="another set-up"):
        environment.prepare("run")
    assert setup_commands == []
    environment.prepare("run")
    assert len(setup_commands) == 2


def test_a_damaged_stamp_counts_as_no_stamp(setup_commands):
    environment.prepare("run")
    environment.stamp_file().write_text("[]", encoding="utf-8")
    assert environment.installed(environment.fingerprint()) == set()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("Temporary failure in name resolution", "there is no network"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "differs from the locked one",
        ),
        ("error: Hash mismatch for numpy", "differs from the locked one"),
        ("something nobody foresaw", "its own words say why"),
    ],
)
def test_a_failed_step_is_one_sentence_with_its_reason(monkeypatch, tmp_path, output, said):
    monkeypatch.setattr(process, "DEV", tmp_path / ".dev")
    with pytest.raises(SetupError, match=said) as failure:
        process.quietly(
            [sys.executable, "-c", f"import sys; sys.exit({output!r})"], "The packages are missing"
        )
    assert "\n" not in str(failure.value)
    assert output in (tmp_path / ".dev" / "setup.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "dev.py: the disk is full; make room and start this again.\n",
        ),
        (SetupError("there is no network."), "dev.py: there is no network.\n"),
        (KeyboardInterrupt(), "dev.py: stopped.\n"),
    ],
)
def test_a_failure_is_one_sentence_and_no_traceback(monkeypatch, capsys, error, said):
    def fail(kind):
        raise error

    monkeypatch.setattr(commands, "need_system_packages", fail)
    assert commands.main(["run"]) == 1
    assert capsys.readouterr().err == said


@pytest.fixture
def bare_linux(monkeypatch):
    """Pretend to be on a Linux that lacks one library, with apt; gives what gets installed."""
    installed = []
    lacking = {"libEGL.so.1": "libegl1"}

    def apt_install(names):
        installed.extend(names)
        lacking.clear()

    monkeypatch.setattr(system_packages, "LINUX", True)
    monkeypatch.setattr(system_packages, "missing_libraries", lambda screen: dict(lacking))
    monkeypatch.setattr(system_packages, "apt_install", apt_install)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "can_install", lambda: True)
    return installed


def test_missing_libraries_are_installed_where_no_password_is_needed(bare_linux):
    system_packages.need_system_packages("run")
    assert bare_linux == ["libegl1"]


def test_missing_libraries_are_named_with_the_command_where_a_password_is_needed(bare_linux, monkeypatch):
    monkeypatch.setattr(system_packages, "can_install", lambda: False)
    with pytest.raises(SetupError, match="sudo apt-get install -y libegl1"):
        system_packages.need_system_packages("run")
    assert bare_linux == []


def test_a_linux_without_apt_hears_what_is_missing(bare_linux, monkeypatch):
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None if name == "apt-get" else name)
    with pytest.raises(SetupError, match="libegl1"):
        system_packages.need_system_packages("run")


def test_freezing_asks_for_what_a_window_needs_even_without_a_screen(bare_linux, monkeypatch):
    asked = []

    def missing_libraries(screen):
        asked.append(screen)
        return {}

    monkeypatch.setattr(system_packages, "has_screen", lambda: False)
    monkeypatch.setattr(system_packages, "missing_libraries", missing_libraries)
    system_packages.missing_packages("package")
    system_packages.missing_packages("run")
    assert asked == [True, False]


def test_nothing_is_installed_when_nothing_is_missing(bare_linux, monkeypatch):
    monkeypatch.setattr(system_packages, "missing_libraries", lambda screen: {})
    system_packages.need_system_packages("run")
    assert bare_linux == []


def test_a_test_tool_that_cannot_be_had_does_not_stop_the_tests(bare_linux, monkeypatch, tmp_path, capsys):
    tries = []

    def apt_install(names):
        tries.append(names)
        raise SetupError("there is no network.")

    monkeypatch.setattr(system_packages, "DEV", tmp_path / ".dev")
    monkeypatch.setattr(system_packages, "apt_install", apt_install)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: name if name == "apt-get" else None)
    system_packages.offer_test_tools()
    system_packages.offer_test_tools()
    reading = ["xvfb", "xauth", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]
    assert tries == [["desktop-file-utils", "appstream", "dbus-daemon", *reading]]
    assert "Going on without" in capsys.readouterr().out


def locked(name):
    """Return {package: versions} of a lock file."""
    versions = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z0-9-]+)==([^ ]+)", line):
            versions.setdefault(match[1], set()).add(match[2])
    return versions


@pytest.mark.parametrize("name", environment.LOCKS.values())
def test_a_lock_holds_versions_and_hashes_and_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|--extra", text)
    for entry in re.split(r"\n(?=[a-z])", re.sub(r"(?m)^#.*\n", "", text).strip()):
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("kind", ["test", "package"])
def test_every_lock_agrees_with_the_one_for_running(kind):
    assert locked(environment.LOCKS["run"]).items() <= locked(environment.LOCKS[kind]).items()


@pytest.mark.parametrize(("kind", "group"), [("run", None), ("test", "dev"), ("package", "package")])
def test_every_declared_dependency_is_locked(kind, group):
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = declared["dependency-groups"][group] if group else declared["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    assert names <= locked(environment.LOCKS[kind]).keys(), "python3 dev.py lock makes the locks again"
