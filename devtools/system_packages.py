"""The Debian packages that the project needs: which are missing, and installing them without a question."""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys

from backguide.desktop.system_libraries import has_screen, loads, missing_libraries
from devtools.environment import python
from devtools.process import DEV, SetupError, quietly

LINUX = sys.platform.startswith("linux")

# What single tests use, and the packages of each; nothing else depends on them.
TEST_TOOLS = {
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "dbus-daemon": "dbus-daemon",
    "xvfb-run": "xvfb xauth",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core python3-gi gir1.2-atspi-2.0",
}


def need_system_packages(kind: str) -> None:
    """Install what `kind` lacks if no password is needed for it; otherwise refuse, naming the command."""
    missing = missing_packages(kind)
    if not missing:
        return
    by_hand = f"sudo apt-get install -y {' '.join(missing)}"
    if not shutil.which("apt-get"):
        raise SetupError(f"system libraries are missing here; on Debian they come with: {by_hand}")
    if not can_install():
        raise SetupError(
            f"system packages are missing; before starting this again, install them with: {by_hand}"
        )
    apt_install(missing)
    if missing_packages(kind):
        raise SetupError(f"system packages are still missing after installing them; look into: {by_hand}")


def missing_packages(kind: str) -> list[str]:
    """Return the Debian packages without which `kind` cannot work here; empty off Linux."""
    if not LINUX:
        return []
    screen = has_screen() or kind == "package"  # freezing takes what a window needs along to other computers
    missing = list(missing_libraries(screen=screen).values())
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not shutil.which("uv") and not python().exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{version}-venv")
    return missing + (missing_for_freezing(version) if kind == "package" else [])


def missing_for_freezing(version: str) -> list[str]:
    """Return what PyInstaller needs of the system: a tool, and Python as a library, a package of its own."""
    missing = [] if shutil.which("objdump") else ["binutils"]
    if sys.base_prefix == "/usr" and not loads(f"libpython{version}.so.1.0"):
        missing.append(f"libpython{version}")
    return missing


def offer_test_tools() -> None:
    """Try once to get what single tests use; without it those are skipped, saying so."""
    tools = [name for tool, names in TEST_TOOLS.items() if not shutil.which(tool) for name in names.split()]
    if not (LINUX and tools and shutil.which("apt-get") and can_install()):
        return
    tried = DEV / "tools-tried"
    if tried.exists() and tried.read_text(encoding="utf-8").split() == tools:
        return
    DEV.mkdir(exist_ok=True)
    tried.write_text(" ".join(tools), encoding="utf-8")
    try:
        apt_install(tools)
    except SetupError as error:
        print(f"Going on without {' and '.join(tools)}: {error}", flush=True)


def can_install() -> bool:
    """Tell whether packages can be installed without asking for a password."""
    if is_root():
        return True
    sudo = shutil.which("sudo")
    return (
        sudo is not None
        and not subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode
    )


def is_root() -> bool:
    """Tell whether this process may install packages itself."""
    return sys.platform != "win32" and os.geteuid() == 0


def apt_install(names: list[str]) -> None:
    """Install Debian packages, with a fresh list of what there is."""
    print(f"Installing system packages: {' '.join(names)} ...", flush=True)
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120"]
    if not is_root():
        apt = ["sudo", "-n", *apt]
    with contextlib.suppress(SetupError):  # one source of several may be out of reach; installing decides
        quietly([*apt, "update"], "The package lists could not be refreshed")
    quietly(
        [*apt, "install", "--no-install-recommends", *names], "The system packages could not be installed"
    )
