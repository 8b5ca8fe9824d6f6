"""The project's own Python environment in .dev/env, made from the lock files and from nothing else."""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from devtools.process import DEV, ROOT, SetupError, quietly

LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock", "package": "requirements-package.lock"}
WINDOWS = os.name == "nt"
LONGEST_WAIT_S = 900


def prepare(kind: str) -> None:
    """Make sure that every package of a lock is there; costs a few milliseconds when it is.

    The environment is made anew when this Python, the folder or any lock has changed, so that nothing of
    an older state stays behind. An interrupted set-up leaves no stamp and is started over.
    """
    key = fingerprint()
    if kind in installed(key):
        return
    with alone():
        have = installed(key)
        if kind in have:
            return
        print(f"Setting up {DEV} (the first time this fetches about 280 MB) ...", flush=True)
        if not have:
            create_environment()
        install(ROOT / LOCKS[kind])
        stamp = {"key": key, "have": sorted({*have, kind, "run"})}
        stamp_file().write_text(json.dumps(stamp), encoding="utf-8")


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one set-up at a time work on the environment, a second one waits.

    The lock is SQLite's because that one works on every system and ends with the process that holds it.
    """
    DEV.mkdir(exist_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(DEV / "lock", timeout=LONGEST_WAIT_S)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        busy = "another set-up is at work there; start this again when it is done"
        reason = busy if "locked" in str(error) else error
        raise SetupError(f"{DEV} cannot be used: {reason}.") from error


def python() -> Path:
    """Return the interpreter of the project's own environment."""
    return DEV / "env" / ("Scripts/python.exe" if WINDOWS else "bin/python")


def stamp_file() -> Path:
    """Return the file that says what the environment holds; it is there only if that is complete."""
    return DEV / "stamp.json"


def fingerprint() -> str:
    """Return what the environment is made from: this Python, this folder and every lock.

    Of the Python only what an environment depends on: a bug-fix release may come in the middle of a set-up.
    """
    locks = [(ROOT / name).read_text(encoding="utf-8") for name in LOCKS.values()]
    made_by = [str(sys.implementation.cache_tag), sys.base_prefix, str(ROOT)]
    return hashlib.sha256("\0".join([*made_by, *locks]).encode()).hexdigest()


def installed(key: str) -> set[str]:
    """Return the locks that the environment already holds; none if it was made from something else."""
    try:
        stamp = json.loads(stamp_file().read_text(encoding="utf-8"))
        return set(stamp["have"]) if stamp["key"] == key and python().exists() else set()
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return set()


def create_environment() -> None:
    """Make an empty environment in place of whatever was there, with uv if it is on the path."""
    stamp_file().unlink(missing_ok=True)
    target = DEV / "env"
    if target.exists():
        shutil.rmtree(target)
    uv = shutil.which("uv")
    make = [uv, "venv", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    quietly([*make, str(target)], "The environment could not be made")


def install(lock_file: Path) -> None:
    """Install exactly what a lock names, every file checked against its hash."""
    uv = shutil.which("uv")
    if uv:
        tool = [uv, "pip", "install", "--python", str(python())]
    else:
        tool = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--retries=2"]
    exactly = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(lock_file)]
    quietly([*tool, *exactly], "The packages could not be installed")
