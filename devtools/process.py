"""Running set-up commands, and saying in one sentence why one failed."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT / ".dev"

# What a failed download or installation says somewhere in its output, in any case, and what to tell about it.
REASONS = {
    "No space left on device": "the disk is full; make room and start this again",
    "do not match the hashes": "a downloaded file differs from the locked one, so it was refused",
    "hash mismatch": "a downloaded file differs from the locked one, so it was refused",
    "name resolution": "there is no network; connect and start this again",
    "Temporary failure resolving": "there is no network; connect and start this again",
    "Name or service not known": "there is no network; connect and start this again",
    "dns error": "there is no network; connect and start this again",
    "CERTIFICATE_VERIFY_FAILED": "the package index's certificate is not trusted on this computer",
    "Connection": "the package index cannot be reached; check the network and start this again",
    "No matching distribution": "a package offers no ready-made file for this computer or Python",
    "has no usable wheels": "a package offers no ready-made file for this computer or Python",
    "Permission denied": "a folder or file may not be written; check its owner and start this again",
}


class SetupError(Exception):
    """Something outside the project is missing; the text says what and how to get it."""


def quietly(command: list[str], failure: str) -> None:
    """Run a command with its output in .dev/setup.log; on failure raise with the reason found there."""
    DEV.mkdir(exist_ok=True)
    log = DEV / "setup.log"
    quiet = {"PIP_USER": "0", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    with log.open("wb") as output:
        done = subprocess.run(
            command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **quiet}, check=False
        )
    if done.returncode:
        text = log.read_text(encoding="utf-8", errors="replace").lower()
        reason = next(
            (said for sign, said in REASONS.items() if sign.lower() in text), "its own words say why"
        )
        raise SetupError(f"{failure}: {reason} (the whole output is in {log}).")
