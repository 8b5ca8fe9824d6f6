"""What a command works with: folders, clock, output, and the content and journal when it asks for them."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backguide import assets
from backguide.commands.errors import WrongUseError
from backguide.commands.output import Output
from backguide.desktop.clock import Clock
from backguide.desktop.paths import Paths, make_ready
from backguide.desktop.preferences import PreferenceFile
from backguide.desktop.zone import local_zone

if TYPE_CHECKING:
    from backguide.catalogue.model import Catalogue, Routine, Side
    from backguide.journal.journal import Journal
    from backguide.session.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one command. Content and journal are loaded on demand: `--help` needs neither."""

    paths: Paths
    clock: Clock
    output: Output

    def catalogue(self) -> "Catalogue":
        """Return the content; files that were refused are noted on standard error."""
        from backguide.catalogue.load import load_catalogue  # noqa: PLC0415

        catalogue = load_catalogue(assets.folder())
        for problem in catalogue.problems:
            self.output.note(problem)
        return catalogue

    def timeline(self, routine: "Routine", catalogue: "Catalogue") -> "Timeline":
        """Return the routine laid out in time as this user's preferences want it.

        Where the sides take turns it begins with the right one, whatever the last session began with.
        """
        from backguide.session.compile import compile_timeline  # noqa: PLC0415
        from backguide.session.preferences import SessionPreferences  # noqa: PLC0415

        loaded = PreferenceFile(self.paths.preferences).load()
        for problem in loaded.problems:
            self.output.note(problem)
        choices = loaded.preferences
        first: Side = "right" if choices.first_side == "alternate" else choices.first_side
        preferences = SessionPreferences(get_ready_s=choices.get_ready_s, first_side=first)
        return compile_timeline(routine, catalogue, preferences)

    def open_journal(self) -> "Journal":
        """Return the journal, to be closed by the caller. Raises DesktopError or JournalError."""
        from backguide.journal.journal import Journal  # noqa: PLC0415

        make_ready(self.paths)
        return Journal.open(self.paths.journal, self.clock.now, local_zone)


def routine_named(catalogue: "Catalogue", slug: str) -> "Routine":
    """Return the routine. Raises WrongUseError with the nearest names."""
    if slug not in catalogue.routines:
        raise WrongUseError(unknown("routine", slug, catalogue.routines))
    return catalogue.routines[slug]


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Return the sentence about a name that does not exist, with the nearest that does."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5) or [one for one in names if name in one]
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names) or 'none'}."
    return f"There is no {kind} named {name or 'that'}: {hint}"
