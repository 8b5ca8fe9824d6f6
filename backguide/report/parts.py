"""What a person may keep back from the page."""

from typing import Literal

Part = Literal["pain", "findings", "chart", "exercises", "hurt", "skipped", "peg", "notes", "tags"]
PARTS: tuple[Part, ...] = (
    "pain",
    "findings",
    "chart",
    "exercises",
    "hurt",
    "skipped",
    "peg",
    "notes",
    "tags",
)
