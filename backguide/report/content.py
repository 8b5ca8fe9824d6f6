"""What the page says, as plain values: nothing is worded or placed in here.

Days are calendar days where the person was. A part that the person left out is empty and named in `without`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from backguide.catalogue.model import Side
from backguide.insight.pain import DayMedian, PainDot
from backguide.insight.verdict import Verdict
from backguide.journal.records import Moment, PegAnswer, Site, SkipReason
from backguide.plan.adherence import Adherence
from backguide.report.parts import Part


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What is wanted: the days, both included (None: all there are), a name, and what stays away."""

    start: date | None = None
    end: date | None = None
    name: str = ""
    without: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of `n` ratings."""

    median: float
    n: int


@dataclass(frozen=True, slots=True)
class PainRow:
    """The ratings of one site by when they were asked for; moments without a rating are missing."""

    site: Site
    at: Mapping[Moment, Middle]


@dataclass(frozen=True, slots=True)
class SideSeconds:
    """Practice seconds of one side, None being both at once."""

    side: Side | None
    planned_s: float
    done_s: float


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """What became of one exercise.

    All but `hurt`, which counts marks, count sessions: those in which it was planned, in which any of it was
    done, in which another variation than the routine's was done (the easier or the harder), in which it was
    made lighter or left because it hurt, and in which a side or set of it was left out.
    """

    slug: str
    name: str
    planned: int
    done: int
    easier: int
    harder: int
    eased: int
    skipped: int
    hurt: int
    sides: tuple[SideSeconds, ...]


@dataclass(frozen=True, slots=True)
class HurtLine:
    """A moment in which something hurt; `value` is None where it was not rated or is kept back."""

    day: date
    exercise: str
    side: Side | None
    value: int | None


@dataclass(frozen=True, slots=True)
class SkipCount:
    """In how many sessions an exercise was left out for a reason (None: not reached)."""

    reason: SkipReason | None
    count: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What was noted about a day or a session."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class PegSpan:
    """The first and the latest complete answer to the three questions; the same one when there is but one."""

    first: PegAnswer
    latest: PegAnswer
    answers: int


@dataclass(frozen=True, slots=True)
class WeekKept:
    """The planned days of one week and how many of them count as done."""

    monday: date
    planned: int
    done: int


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Pain and kept days for the chart; `medians` hold one entry a day by site, `flares` the marked days."""

    dots: tuple[PainDot, ...] = ()
    medians: Mapping[Site, tuple[DayMedian, ...]] = field(default_factory=dict)
    weeks: tuple[WeekKept, ...] = ()
    flares: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The page. `hurt`, `notes` and `tags` are complete: latest first, tags by how often they were used.

    `first_entry` is None for a time without any entry. `done_s` are practice seconds.
    """

    name: str
    start: date
    end: date
    made_on: date
    without: frozenset[Part]
    first_entry: date | None
    sessions: int
    done_s: float
    kept: Adherence
    rated_days: int
    pain: tuple[PainRow, ...] = ()
    findings: tuple[Verdict, ...] = ()
    peg: PegSpan | None = None
    exercises: tuple[ExerciseRow, ...] = ()
    hurt: tuple[HurtLine, ...] = ()
    skipped: tuple[SkipCount, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    chart: ChartSeries = ChartSeries()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done, rated or noted in these days."""
        return self.first_entry is None

    def shows(self, part: Part) -> bool:
        """Tell whether a part is wanted."""
        return part not in self.without
