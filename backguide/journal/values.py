"""The small values of a row: identifiers that sort by time, moments as text and as local dates, words."""

import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from backguide.journal.errors import JournalError
from backguide.journal.records import DIARY_TAGS, MOST_NOTE_CHARACTERS, MOST_TAG_CHARACTERS, MOST_TAGS

_COUNTER_BITS = 12
_RANDOM_BITS = 62


class IdSource:
    """Makes UUIDs of version 7 (RFC 9562): the time in milliseconds, a counter, random bits.

    Each sorts after the one before it, even within one millisecond or when the clock goes back.
    """

    def __init__(
        self, now: Callable[[], datetime], random_bits: Callable[[int], int] = secrets.randbits
    ) -> None:
        self._now = now
        self._random_bits = random_bits
        self._last = (0, 0)

    def new(self) -> str:
        """Return a new identifier in the usual form of 36 characters."""
        moment_ms = int(self._now().timestamp() * 1000)
        last_ms, counter = self._last
        if moment_ms > last_ms:
            self._last = (moment_ms, 0)
        elif counter + 1 < 1 << _COUNTER_BITS:
            self._last = (last_ms, counter + 1)
        else:
            self._last = (last_ms + 1, 0)
        return _uuid7(*self._last, self._random_bits(_RANDOM_BITS))


def _uuid7(moment_ms: int, counter: int, random: int) -> str:
    number = moment_ms << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | random
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def whole_ms(moment: datetime) -> datetime:
    """Return the moment in UTC, cut to milliseconds, as the journal keeps it. ValueError when naive."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    in_utc = moment.astimezone(UTC)
    return in_utc.replace(microsecond=in_utc.microsecond // 1000 * 1000)


def moment_to_text(moment: datetime) -> str:
    """Return the moment as text of fixed width that sorts by time: 2026-01-05T07:00:00.000Z."""
    return whole_ms(moment).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def moment_from_text(text: str) -> datetime:
    """Return the moment that the text names, in UTC. ValueError when it names none."""
    return whole_ms(datetime.fromisoformat(text))


@lru_cache(maxsize=64)
def zone_named(name: str) -> tzinfo:
    """Return the zone of that name; UTC where it is not known here."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def local_time(moment: datetime, zone: str) -> datetime:
    """Return the moment on the clock of that zone; on the UTC clock where the zone is not known here."""
    return moment.astimezone(zone_named(zone))


def local_date(moment: datetime, zone: str) -> date:
    """Return the calendar day on which the moment fell for somebody in that zone."""
    return local_time(moment, zone).date()


def note_text(text: str) -> str:
    """Return a note as the journal keeps it, without space around it. JournalError when it cannot be kept."""
    note = text.strip()
    if len(note) > MOST_NOTE_CHARACTERS:
        raise JournalError(f"A note has at most {MOST_NOTE_CHARACTERS} characters, this one {len(note)}.")
    if not _can_be_kept(note):
        raise JournalError("The note holds characters that cannot be kept; write it again without them.")
    return note


def tag_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return tags as the journal keeps them: single spaces, each once whatever its capitals.

    JournalError when one is empty or too long, or when there are too many.
    """
    tags: dict[str, str] = {tag: tag for tag in DIARY_TAGS}
    chosen: dict[str, None] = {}
    for word in words:
        tag = " ".join(word.split())
        if not (0 < len(tag) <= MOST_TAG_CHARACTERS and tag.isprintable() and _can_be_kept(tag)):
            raise JournalError(f"A tag is a short word of 1 to {MOST_TAG_CHARACTERS} letters.")
        chosen[tags.setdefault(tag.casefold(), tag)] = None
    if len(chosen) > MOST_TAGS:
        raise JournalError(f"A day has at most {MOST_TAGS} tags.")
    return tuple(chosen)


def _can_be_kept(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
