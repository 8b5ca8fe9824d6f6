"""The command `insight`: what the journal says, and what it does not."""

import argparse
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from backguide.commands.context import Context
from backguide.desktop.zone import local_zone
from backguide.insight.words import QUESTIONS, WORDS

if TYPE_CHECKING:
    from backguide.catalogue.model import WeekPlan
    from backguide.insight.days import RatedDays
    from backguide.insight.verdicts import Insight
    from backguide.insight.weeks import WeekPoint
    from backguide.journal.journal import Journal
    from backguide.plan.adherence import Adherence, Kept
    from backguide.plan.practice import Practice


def insight(options: argparse.Namespace, context: Context) -> int:
    """Print adherence and every verdict as of a day."""
    from backguide.plan.adherence import adherence  # noqa: PLC0415
    from backguide.plan.practice import practices  # noqa: PLC0415

    catalogue = context.catalogue()
    day = options.at or _today(context)
    with context.open_journal() as journal:
        practised = practices(journal.sessions(None, day), journal.results_between(None, day), catalogue)
        found = _insight(journal, catalogue.week, practised, day)
    start = min((practice.day for practice in practised), default=day)
    kept = adherence(catalogue.week, practised, start, day, day)
    if options.json:
        verdicts = [asdict(verdict) for verdict in found.verdicts]
        context.output.json({"adherence": _adherence_json(start, day, kept, found), "verdicts": verdicts})
    else:
        _print(context, start, kept, found)
    return 0


def _today(context: Context) -> date:
    from backguide.journal.values import local_date  # noqa: PLC0415

    return local_date(context.clock.now(), local_zone())


def _insight(journal: "Journal", week: "WeekPlan", practised: "tuple[Practice, ...]", day: date) -> "Insight":
    from backguide.insight.pain import pain_series  # noqa: PLC0415
    from backguide.insight.verdicts import insight  # noqa: PLC0415
    from backguide.plan.adherence import adherence_by_week  # noqa: PLC0415

    start = min((practice.day for practice in practised), default=day)
    weeks = adherence_by_week(week, practised, start, day, day)
    shares = {monday: kept.day.share for monday, kept in weeks.items()}
    days = {practice.day for practice in practised if practice.done_share}
    dots = pain_series(journal.ratings(None, day), "back")
    return insight(dots, days, shares, journal.peg_answers(None, day), day)


def _adherence_json(start: date, end: date, kept: "Adherence", found: "Insight") -> dict[str, Any]:
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "planned_days": kept.planned_days,
        "done_days": kept.done_days,
        "share": kept.day.share,
        "partial_days": kept.partial_days,
        "eased_days": kept.eased_days,
        "mobility": _kept_json(kept.mobility),
        "strength": _kept_json(kept.strength),
        "combined": _kept_json(kept.combined),
        "rated": {"days": found.rated.days, "rated": found.rated.rated, "share": found.rated.share},
        "weeks": [_week_json(week) for week in found.weeks],
    }


def _kept_json(kept: "Kept") -> dict[str, Any]:
    return {"planned": kept.planned, "done": kept.done, "share": kept.share}


def _week_json(week: "WeekPoint") -> dict[str, Any]:
    return {
        "monday": week.monday.isoformat(),
        "share": week.adherence,
        "mean_pain": week.pain,
        "rated_days": week.rated,
    }


def _print(context: Context, start: date, kept: "Adherence", found: "Insight") -> None:
    line = context.output.line
    if kept.planned_days:
        line(f"Since {start}: {_of(kept.done_days, kept.planned_days)} planned days done.")
        kinds = (("mobility", kept.mobility), ("strength", kept.strength))
        line(
            "; ".join(f"{kind} {_of(of.done, of.planned)}" for kind, of in kinds if of.planned).capitalize()
            + "."
        )
    else:
        line("No planned day is over yet.")
    line(_rated(found.rated))
    for verdict in found.verdicts:
        line()
        line(f"{QUESTIONS[verdict.name]}: {WORDS[verdict.verdict]}")
        line(f"  {verdict.sentence}")


def _of(done: int, planned: int) -> str:
    return f"{done} of {planned} ({done / planned:.0%})"


def _rated(days: "RatedDays") -> str:
    return f"Pain rated on {_of(days.rated, days.days)} days." if days.rated else "Pain not rated yet."
