"""The commands of dev.py."""

import errno
import os
import shutil
import subprocess
import sys
from typing import NoReturn

from backguide.desktop.system_libraries import has_screen
from devtools.environment import LOCKS, WINDOWS, prepare, python
from devtools.process import ROOT, SetupError
from devtools.system_packages import need_system_packages, offer_test_tools

USAGE = """\
python3 dev.py run [-- ARGS]    start Backguide (without a screen and arguments: its tour)
python3 dev.py test [-- ARGS]   ruff, mypy and pytest on two cores; ARGS go to pytest (-n 0: on one)
python3 dev.py package          freeze the program into dist/backguide and let it play the tour
python3 dev.py lock [-- ARGS]   make the lock files again (ARGS go to uv: --upgrade, for instance)

Each does all of its own set-up: packages go into .dev/ at the locked versions and hashes, and system
libraries that Qt lacks are installed with apt where that is possible without a question.
"""
OLDEST, NEWEST = (3, 11), (3, 14)
CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "pytest": ["pytest", "-n", "2"],
}
GROUPS = {"run": "", "test": "--group dev", "package": "--group package"}
RESOLVE = "pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet"
NO_ADDRESS = "--no-emit-index-url --no-emit-find-links --no-annotate"


def main(argv: list[str]) -> int:
    """Carry out one command and return its exit code; the world's failures become one sentence."""
    commands = {"run": run, "test": test, "package": package, "lock": lock}
    if not argv or argv[0] not in commands:
        print(USAGE, end="")
        return 0 if argv and argv[0] in ("-h", "--help", "help") else 2
    arguments = argv[2:] if argv[1:2] == ["--"] else argv[1:]
    try:
        check_python((sys.version_info.major, sys.version_info.minor))
        return commands[argv[0]](arguments)
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        reason = f"this cannot go on: {error.strerror or error} ({error.filename or 'no file named'})"
        what = "the disk is full; make room and start this again" if full else reason
        print(f"dev.py: {what}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("dev.py: stopped.", file=sys.stderr)
    return 1


def check_python(version: tuple[int, int]) -> None:
    """Refuse a Python that the locked packages do not support."""
    if not OLDEST <= version <= NEWEST:
        here, oldest, newest = (".".join(map(str, v)) for v in (version, OLDEST, NEWEST))
        raise SetupError(
            f"Backguide needs Python {oldest} to {newest} and this is {here}; "
            f"start dev.py with another one, for instance: python{oldest} dev.py run."
        )


def run(arguments: list[str]) -> int:
    """Start Backguide from the checkout, or its tour where nothing can be shown and nothing was asked."""
    need_system_packages("run")
    prepare("run")
    environment = project_environment()
    if not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        if not arguments:
            pictures = ROOT / "build" / "tour"
            print(f"There is no screen here, so the tour runs instead; its pictures go to {pictures}.")
            arguments = ["tour", "--out", str(pictures)]
    become([str(python()), "-P", "-m", "backguide", *arguments], environment)


def test(arguments: list[str]) -> int:
    """Run every check, also after one has failed, and name those that did."""
    need_system_packages("test")
    offer_test_tools()
    prepare("test")
    failed = []
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        extra = arguments if name == "pytest" else []
        if call([str(python()), "-m", *command, *extra]):
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else f"== passed: {', '.join(CHECKS)}")
    return 1 if failed else 0


def package(arguments: list[str]) -> int:
    """Freeze the program with PyInstaller, then play the tour with the frozen one."""
    need_system_packages("package")
    prepare("package")
    build = ["-m", "PyInstaller", "packaging/backguide.spec", "--noconfirm", "--log-level=ERROR"]
    folders = [f"--distpath={ROOT / 'dist'}", f"--workpath={ROOT / 'build' / 'pyinstaller'}"]
    code = call([str(python()), *build, *folders, *arguments])
    if code:
        return code
    program = ROOT / "dist" / "backguide" / ("backguide.exe" if WINDOWS else "backguide")
    pictures = ROOT / "build" / "tour-frozen"
    print(f"{program} is ready; it now plays the tour into {pictures}.", flush=True)
    frozen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([program, "tour", "--out", pictures], env=frozen, check=False).returncode


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml for all platforms into files with versions and hashes and no index address."""
    uv = shutil.which("uv")
    if not uv:
        prepare("package")
        uv = str(python().with_name("uv.exe" if WINDOWS else "uv"))
    same = ""
    for kind, name in LOCKS.items():
        options = f"{RESOLVE} {NO_ADDRESS} {GROUPS[kind]} {same} --output-file {name}".split()
        if call([uv, *options, "--custom-compile-command=python3 dev.py lock", *arguments]):
            raise SetupError(f"{name} could not be made; uv says above why.")
        same = f"--constraints {name}"
    return 0


def call(command: list[str]) -> int:
    """Run a command on the checkout, its output shown as it comes, and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=project_environment(), check=False).returncode


def project_environment() -> dict[str, str]:
    """Return an environment in which the checkout itself is importable, from any folder."""
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), known] if known else [str(ROOT)])}


def become(command: list[str], environment: dict[str, str]) -> NoReturn:
    """Let the command take this process's place, so that signals and its exit code need no passing on."""
    sys.stdout.flush()
    if WINDOWS:
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)
    os.execve(command[0], command, environment)
