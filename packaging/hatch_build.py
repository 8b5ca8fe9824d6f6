"""What hatchling does before it makes a wheel: compile the resources and carry the content along."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BackguideBuildHook(BuildHookInterface[Any]):
    """Adds resources.rcc and, unless the checkout itself is installed, the assets as backguide/assets."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile for a wheel; a source distribution carries the sources alone."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        subprocess.run([sys.executable, root / "packaging" / "build_resources.py"], cwd=root, check=True)
        build_data["artifacts"].append("backguide/resources.rcc")
        if version != "editable":
            build_data["force_include"][str(root / "assets")] = "backguide/assets"
