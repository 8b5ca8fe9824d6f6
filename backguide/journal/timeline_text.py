"""A timeline as text, so that an unfinished session can go on exactly as it was begun."""

import json
from dataclasses import asdict

from backguide.session.timeline import Step, Timeline


def timeline_to_text(timeline: Timeline) -> str:
    """Return the timeline as JSON."""
    return json.dumps(asdict(timeline), ensure_ascii=False, separators=(",", ":"))


def timeline_from_text(text: str) -> Timeline | None:
    """Return the timeline, or None when another version of the program wrote other steps."""
    try:
        written = json.loads(text)
        steps = tuple(Step(**step) for step in written["steps"])
        return Timeline(written["routine"], written["name"], steps)
    except (KeyError, TypeError, ValueError):
        return None
