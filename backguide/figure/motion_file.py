"""Reads motions from TOML: key poses in degrees, what is planted, and how variations string them together."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from backguide.figure.contacts import PLACES, TRAILS, expand
from backguide.figure.motion_view import View, read_second_view, read_view
from backguide.figure.pose import PAIRED, SIZE, SLOT
from backguide.figure.skeleton import Array

_POSE_KEYS = {"like", "contacts", "slides", "grips"}
_VARIATION_KEYS = {
    "ready",
    "start",
    "parts",
    "portrait",
    "working",
    "muscles",
    "view",
    "second_view",
    "set_up_s",
    "arrow",
}
WORKING = ("left-arm", "left-leg", "right-arm", "right-leg", "spine")
_ONE_SIDED = (
    *("adductor", "calf", "glute", "hamstring", "hip-flexor"),
    *("lat", "medius", "oblique", "quad", "shoulder"),
)
MUSCLES = (
    *("abs", "back", "chest"),
    *(f"left-{name}" for name in _ONE_SIDED),
    *(f"right-{name}" for name in _ONE_SIDED),
)


class MotionError(Exception):
    """A motion file cannot be used; the sentence names file, key and reason."""


@dataclass(frozen=True, slots=True)
class KeyPose:
    """A wished pose: angles (SIZE,), contacts on the floor, those that may slide, and what holds what."""

    angles: Array
    contacts: tuple[str, ...] = ()
    slides: frozenset[str] = frozenset()
    grips: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Via:
    """On the way between two poses, at a share of the way, the body passes through a third."""

    between: tuple[str, str]
    pose: str
    at: float


@dataclass(frozen=True, slots=True)
class MotionSpec:
    """One variation, as written for the right side: names of poses, and the poses themselves.

    `portrait` is the pose that stands for all of it in a small still picture, `arrow` what the arrow follows.
    `second_view` is for what the first one cannot show.
    """

    exercise: str
    variation: str
    poses: Mapping[str, KeyPose]
    ready: str
    start: str
    parts: tuple[str, ...]
    vias: tuple[Via, ...]
    working: tuple[str, ...]
    muscles: tuple[str, ...]
    view: View
    set_up_s: float
    portrait: str
    arrow: str | None = None
    second_view: View | None = None


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. MotionError when it cannot be read or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MotionError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MotionError(f"{path.name} is not valid TOML: {error}.") from error


_Views = tuple[View, View | None]


class _File:
    """One file being read: knows its name, so that every complaint names it."""

    def __init__(self, name: str, data: Mapping[str, Any], shared: Mapping[str, KeyPose]) -> None:
        self.name = name
        self.data = data
        self.poses = dict(shared)

    def fail(self, key: str, reason: str) -> MotionError:
        return MotionError(f"{self.name}: {key} {reason}.")

    def expect(self, table: Mapping[str, Any], key: str, kind: type, where: str) -> Any:  # noqa: ANN401 checked here
        if key not in table:
            raise self.fail(f"{where}.{key}", "is missing")
        if not isinstance(table[key], kind):
            raise self.fail(f"{where}.{key}", f"must be a {kind.__name__}")
        return table[key]

    def read_poses(self) -> None:
        for name, table in self.data.get("poses", {}).items():
            self.poses[name] = self._pose(f"poses.{name}", table)

    def _pose(self, where: str, table: Mapping[str, Any]) -> KeyPose:
        base = KeyPose(np.zeros(SIZE))
        if "like" in table:
            if table["like"] not in self.poses:
                raise self.fail(f"{where}.like", f"names no earlier pose: {table['like']!r}")
            base = self.poses[table["like"]]
        angles = base.angles.copy()
        for word, value in table.items():
            if word not in _POSE_KEYS:
                self._set_angles(angles, where, word, value)
        return replace(
            base,
            angles=angles,
            contacts=self._contacts(where, "contacts", table) if "contacts" in table else base.contacts,
            slides=frozenset(self._contacts(where, "slides", table)),
            grips=self._grips(where, table) if "grips" in table else base.grips,
        )

    def _set_angles(self, angles: Array, where: str, word: str, value: object) -> None:
        words = [f"left_{word}", f"right_{word}"] if word in PAIRED else [word]
        numbers = value if isinstance(value, list) else [value]
        for each in words:
            if each not in SLOT:
                raise self.fail(f"{where}.{word}", "is no joint of the figure")
            slot = SLOT[each]
            size = slot.stop - slot.start
            if not 0 < len(numbers) <= size or not all(type(n) in (int, float) for n in numbers):
                raise self.fail(f"{where}.{word}", f"must be up to {size} numbers")
            angles[slot.start : slot.start + len(numbers)] = np.array(numbers, dtype=float)

    def _contacts(self, where: str, key: str, table: Mapping[str, Any]) -> tuple[str, ...]:
        names: list[str] = []
        for word in table.get(key, ()):
            try:
                names += expand(word)
            except KeyError:
                raise self.fail(f"{where}.{key}", f"names no contact: {word!r}") from None
        return tuple(names)

    def _grips(self, where: str, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        for pair in table["grips"]:
            if len(pair) != 2 or any(place not in PLACES for place in pair):
                raise self.fail(f"{where}.grips", f"names no two places: {pair!r}")
        return tuple((one, other) for one, other in table["grips"])

    def known(self, where: str, pose: str) -> str:
        if pose not in self.poses:
            raise self.fail(where, f"names no pose: {pose!r}")
        return pose

    def _names(
        self, where: str, key: str, table: Mapping[str, Any], known: tuple[str, ...]
    ) -> tuple[str, ...]:
        for name in table.get(key, ()):
            if name not in known:
                raise self.fail(f"{where}.{key}", f"knows no {name!r}")
        return tuple(table.get(key, ()))

    def read_vias(self) -> tuple[Via, ...]:
        vias = []
        for number, table in enumerate(self.data.get("via", ())):
            where = f"via[{number}]"
            ends = [
                self.known(f"{where}.{key}", self.expect(table, key, str, where)) for key in ("from", "to")
            ]
            at = table.get("at")
            if not isinstance(at, float) or not 0 < at < 1:
                raise self.fail(f"{where}.at", "must be a share of the way between 0 and 1")
            pose = self.known(f"{where}.pose", self.expect(table, "pose", str, where))
            vias.append(Via((ends[0], ends[1]), pose, at))
        return tuple(vias)

    def read_views(self, where: str, table: Mapping[str, Any], defaults: _Views) -> _Views:
        prefix = f"{where}." if where else ""
        first = read_view(f"{prefix}view", table.get("view", {}), defaults[0], self.fail)
        second_table = table.get("second_view")
        return first, read_second_view(f"{prefix}second_view", second_table, defaults[1], self.fail)

    def variations(self) -> Iterable[MotionSpec]:
        self.read_poses()
        vias = self.read_vias()
        exercise = self.expect(self.data, "exercise", str, "file")
        views = self.read_views("", self.data, (View(), None))
        for name, table in self.expect(self.data, "variations", dict, "file").items():
            yield self._variation(exercise, name, table, vias, views)

    def _variation(
        self, exercise: str, name: str, table: Mapping[str, Any], vias: tuple[Via, ...], views: _Views
    ) -> MotionSpec:
        where = f"variations.{name}"
        for key in table.keys() - _VARIATION_KEYS:
            raise self.fail(f"{where}.{key}", "is not known")
        start = self.known(f"{where}.start", self.expect(table, "start", str, where))
        parts = self.expect(table, "parts", list, where)
        view, second_view = self.read_views(where, table, views)
        return MotionSpec(
            exercise,
            name,
            self.poses,
            ready=self.known(f"{where}.ready", table.get("ready", start)),
            start=start,
            parts=tuple(self.known(f"{where}.parts", part) for part in parts),
            vias=vias,
            working=self._names(where, "working", table, WORKING),
            muscles=self._names(where, "muscles", table, MUSCLES),
            view=view,
            second_view=second_view,
            set_up_s=float(table.get("set_up_s", 2.5)),
            portrait=self._portrait(f"{where}.portrait", table, parts),
            arrow=self._arrow(f"{where}.arrow", table),
        )

    def _portrait(self, where: str, table: Mapping[str, Any], parts: list[str]) -> str:
        name = str(table.get("portrait", parts[0] if parts else ""))
        if name not in parts:
            raise self.fail(where, f"names none of the parts: {name!r}")
        return name

    def _arrow(self, where: str, table: Mapping[str, Any]) -> str | None:
        limbs = [name for name in table.get("working", ()) if name in TRAILS]
        name = table.get("arrow", limbs[0] if limbs else None)
        if name is None:
            return None
        if name not in TRAILS:
            raise self.fail(where, f"knows no {name!r}")
        return str(name)


def read_motions(path: Path, shared: Mapping[str, KeyPose]) -> tuple[MotionSpec, ...]:
    """Read every variation of one motion file. MotionError names file, key and reason."""
    return tuple(_File(path.name, read_toml(path), shared).variations())


def read_shared_poses(path: Path) -> dict[str, KeyPose]:
    """Read the poses that several motions start from."""
    file = _File(path.name, read_toml(path), {})
    file.read_poses()
    return file.poses
