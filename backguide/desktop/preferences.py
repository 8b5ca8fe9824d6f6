"""The user's choices: declared once, checked, and kept in a small JSON file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

from backguide.desktop.errors import DesktopError
from backguide.desktop.files import write_atomically

Theme = Literal["system", "light", "dark", "contrast"]
Figure = Literal["slate", "forest", "plum", "charcoal", "auburn"]
ReducedMotion = Literal["system", "on", "off"]
FirstSide = Literal["left", "right", "alternate"]
VoiceLevel = Literal["full", "short", "beeps"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value out of a few words."""

    options: tuple[str, ...]

    @property
    def wording(self) -> str:
        """Finish the sentence "it must be ..."."""
        return "one of " + ", ".join(self.options)

    def accepts(self, value: object) -> bool:
        """Return whether the value may be chosen."""
        return value in self.options


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    wording = "true or false"

    def accepts(self, value: object) -> bool:
        """Return whether the value is a truth value and no number."""
        return isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Range:
    """A number between two bounds, both allowed."""

    least: float
    most: float

    @property
    def wording(self) -> str:
        """Finish the sentence "it must be ..."."""
        return f"a number from {self.least:g} to {self.most:g}"

    def accepts(self, value: object) -> bool:
        """Return whether the value lies within; "not a number" lies nowhere."""
        return (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and self.least <= value <= self.most
        )


@dataclass(frozen=True, slots=True)
class Day:
    """A day such as 2026-01-31, or nothing."""

    wording = "a day such as 2026-01-31, or empty"

    def accepts(self, value: object) -> bool:
        """Return whether the value names a day or is empty."""
        if not isinstance(value, str):
            return False
        try:
            return not value or bool(date.fromisoformat(value))
        except ValueError:
            return False


Rule = Choice | Switch | Range | Day


@dataclass(frozen=True, slots=True)
class Preferences:
    """All choices, each within its rule: making one outside its rule is a ValueError.

    `text_scale` multiplies every text size; `figure` is who shows the exercises; `get_ready_s` is the time
    to get into position before an exercise; `first_side` "alternate" is the other one than in the session
    before; `system` follows what the desktop says. `voice` tells how much is spoken ("beeps": tones alone),
    and `sound_on` is above it: off is silence. `morning_declined_on` and `week_declined_on` are the last
    days on which the person would rather not say how the morning or the past week was.
    """

    theme: Annotated[Theme, Choice(get_args(Theme))] = "system"
    text_scale: Annotated[float, Range(0.8, 2.0)] = 1.0
    figure: Annotated[Figure, Choice(get_args(Figure))] = "slate"
    reduced_motion: Annotated[ReducedMotion, Choice(get_args(ReducedMotion))] = "system"
    sound_on: Annotated[bool, Switch()] = True
    sound_volume: Annotated[float, Range(0.0, 1.0)] = 0.7
    voice: Annotated[VoiceLevel, Choice(get_args(VoiceLevel))] = "full"
    voice_volume: Annotated[float, Range(0.0, 1.0)] = 0.8
    keep_awake: Annotated[bool, Switch()] = True
    first_side: Annotated[FirstSide, Choice(get_args(FirstSide))] = "right"
    get_ready_s: Annotated[float, Range(3.0, 60.0)] = 5.0
    morning_declined_on: Annotated[str, Day()] = ""
    week_declined_on: Annotated[str, Day()] = ""

    def __post_init__(self) -> None:
        """Hold every value against its rule."""
        for name, rule in RULES.items():
            if not rule.accepts(getattr(self, name)):
                raise ValueError(f"{name} must be {rule.wording}, not {getattr(self, name)!r}")


def _rules() -> Mapping[str, Rule]:
    hints = get_type_hints(Preferences, include_extras=True)
    return {option.name: hints[option.name].__metadata__[0] for option in fields(Preferences)}


RULES: Mapping[str, Rule] = _rules()


@dataclass(frozen=True, slots=True)
class LoadedPreferences:
    """What a file said; `problems` are sentences about values that were replaced by their defaults."""

    preferences: Preferences
    problems: tuple[str, ...] = ()


class PreferenceFile:
    """The file that keeps the choices. Keys it does not know (of a newer version) stay in it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> LoadedPreferences:
        """Return the choices; never fails: what cannot be used is replaced and told about."""
        try:
            stored = self._read()
        except DesktopError as error:
            return LoadedPreferences(Preferences(), (str(error),))
        good: dict[str, Any] = {}
        problems = []
        for name, rule in RULES.items():
            if name not in stored:
                continue
            if rule.accepts(stored[name]):
                good[name] = stored[name]
            else:
                problems.append(self._replaced(name, rule, stored[name]))
        return LoadedPreferences(Preferences(**good), tuple(problems))

    def save(self, preferences: Preferences) -> None:
        """Write the choices beside the unknown keys, all or nothing. Raises DesktopError.

        A file that is not readable as preferences is kept under another name first.
        """
        try:
            stored = self._read()
        except DesktopError:
            stored = {}
            self._set_aside()
        text = json.dumps(stored | asdict(preferences), indent=2, ensure_ascii=False) + "\n"
        try:
            write_atomically(self._path, text)
        except OSError as error:
            reason = error.strerror or str(error)
            raise DesktopError(
                f"The preferences could not be saved in {self._path} ({reason}). "
                "They hold until Backguide is closed."
            ) from error

    def _read(self) -> dict[str, Any]:
        """Return the file's object, empty without a file. Raises DesktopError for anything else."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, ValueError) as error:
            raise self._unreadable(str(error)) from error
        if not isinstance(stored, dict):
            raise self._unreadable("it does not hold an object")
        return stored

    def _unreadable(self, reason: str) -> DesktopError:
        return DesktopError(
            f"The preferences in {self._path} cannot be read ({reason}), so the defaults are used. "
            "The file is kept under another name when you next change a setting."
        )

    def _replaced(self, name: str, rule: Rule, value: object) -> str:
        default = getattr(Preferences(), name)
        return (
            f"In {self._path}, {name} is {json.dumps(value, ensure_ascii=False)} but must be {rule.wording}: "
            f"{json.dumps(default)} is used instead."
        )

    def _set_aside(self) -> None:
        """Move the damaged file to the first free name beside it; save() then tells if writing fails too."""
        number = 1
        while (aside := self._path.with_suffix(f".damaged-{number}.json")).exists():
            number += 1
        try:
            self._path.replace(aside)
        except OSError as error:
            raise DesktopError(
                f"The damaged preferences in {self._path} cannot be moved aside "
                f"({error.strerror or error}). Move the file away to keep new settings."
            ) from error
