"""The pages that the navigation leads to."""

from enum import StrEnum


class PageName(StrEnum):
    """Named as in `page_requested` signals and on the command line."""

    TODAY = "today"
    EXERCISES = "exercises"
    ROUTINES = "routines"
    HISTORY = "history"
    SETTINGS = "settings"
