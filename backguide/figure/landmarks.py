"""Where the joints are in the picture, by the mover's own left and right, and whether they can be seen."""

from typing import NamedTuple

import numpy as np

from backguide.figure.body import Body
from backguide.figure.camera import Camera
from backguide.figure.depth import DepthSorter
from backguide.figure.outline import Outlines
from backguide.figure.picture import Projected, project, toner
from backguide.figure.sculpt import Vector
from backguide.figure.skeleton import Array, Posture


class Landmark(NamedTuple):
    """Pixels from the top left of the picture, and whether no other part of the body hides the place."""

    x_px: float
    y_px: float
    visible: bool


class _Place(NamedTuple):
    bone: str
    rest: Vector
    own: tuple[str, ...]  # parts that cover the place without hiding it
    outward: Vector | None = None  # on the skin: seen only when this way faces the viewer


# The left side; the right is mirrored.
_PLACES: dict[str, _Place] = {
    "ear": _Place("head", (-0.002, 0.082, 1.572), ("ear", "face", "hair"), (0.0, 1.0, 0.0)),
    "shoulder": _Place("uarm", (-0.006, 0.160, 1.385), ("uarm", "sleeve", "farm")),
    "elbow": _Place("farm", (-0.006, 0.168, 1.105), ("uarm", "farm", "sleeve", "elbow")),
    "wrist": _Place("hand", (-0.006, 0.172, 0.855), ("farm", "hand")),
    "hip": _Place("thigh", (0.0, 0.086, 0.90), ("thigh", "hip", "hips", "crease")),
    "knee": _Place("shank", (0.004, 0.084, 0.485), ("thigh", "shank", "knee")),
    "ankle": _Place("foot", (-0.004, 0.084, 0.075), ("shank", "foot")),
    "heel": _Place("foot", (-0.066, 0.082, 0.030), ("foot",)),
    "toe_tip": _Place("toes", (0.201, 0.086, 0.014), ("foot",)),
}
_NOSE = _Place("head", (0.112, 0.0, 1.557), ("face",), (0.75, 0.0, 0.0))
_MIDDLE_PARTS = ("hips", "face", "hair")
_DEEPER_M = 0.02  # what hides a place lies at least this much nearer to the eye


def _all_places() -> dict[str, _Place]:
    table = {"nose": _NOSE}
    for name, place in _PLACES.items():
        for side, letter, sign in (("left", "L", 1.0), ("right", "R", -1.0)):
            x, y, z = place.rest
            own = tuple(part if part in _MIDDLE_PARTS else letter + part for part in place.own)
            outward = place.outward and (place.outward[0], sign * place.outward[1], place.outward[2])
            bone = place.bone if place.bone == "head" else letter + place.bone
            table[f"{side}_{name}"] = _Place(bone, (x, sign * y, z), own, outward)
    return table


PLACES = _all_places()


def joint_positions(posture: Posture, camera: Camera, body: Body) -> dict[str, Landmark]:
    """Return every landmark, true to the painted picture: "nose", "left_ear", "right_toe_tip", ...

    A landmark is visible when no other part that is painted after its own, and lies nearer, covers it.
    """
    seen = project(body, posture, camera)
    base = toner(body).layers(seen).tone(0)
    order = DepthSorter(body).order(seen)
    found = {}
    for name, place in PLACES.items():
        at = posture.point(place.bone, np.array(place.rest))
        spot, near, _ = camera.project(at)
        shown = _faces(place, posture, camera) and not _hidden(place, spot, float(near), seen, base, order)
        found[name] = Landmark(float(spot[0]), float(spot[1]), shown)
    return found


def _faces(place: _Place, posture: Posture, camera: Camera) -> bool:
    if place.outward is None:
        return True
    tip = np.array(place.rest) + np.array(place.outward)
    outward = posture.point(place.bone, tip) - posture.point(place.bone, np.array(place.rest))
    return float(outward @ camera.view) > -0.35


def _hidden(
    place: _Place, spot: Array, near: float, seen: Projected, base: Outlines, order: list[str]
) -> bool:
    own = [order.index(name) for name in place.own if name in order]
    for name in order[min(own) + 1 :]:
        if name in place.own:
            continue
        if _covers(name, spot, near, seen, base):
            return True
    return False


def _covers(name: str, spot: Array, near: float, seen: Projected, base: Outlines) -> bool:
    """Whether the part's silhouette holds the spot, with the part's own middle there nearer to the eye."""
    body = seen.body
    index = body.part_index[name]
    first = sum(len(part.pieces) for part in body.parts[:index])
    part = body.parts[index]
    if not any(_inside(base, first + i, spot) for i in range(len(part.pieces))):
        return False
    ids = part.ellipsoids
    closest = ids[np.argsort(((seen.spots[ids] - spot) ** 2).sum(1))[:3]]
    return float(seen.near[closest].max()) > near + _DEEPER_M


def _inside(outlines: Outlines, piece: int, spot: Array) -> bool:
    where = outlines.pieces[piece]
    points, first = outlines.points[where], np.flatnonzero(outlines.first[where])
    return any(_winds(polygon, spot) for polygon in np.split(points, first[1:]))


def _winds(polygon: Array, spot: Array) -> bool:
    x, y = (polygon - spot).T
    x2, y2 = np.roll(x, -1), np.roll(y, -1)
    cross = x * y2 - x2 * y
    up, down = (y <= 0) & (y2 > 0) & (cross > 0), (y > 0) & (y2 <= 0) & (cross < 0)
    return bool(up.sum() - down.sum())
