"""In which order parts are painted: far before near.

Openings of cloth (collar, cuffs) are decided by which way the opening faces, exactly, so that the swap
happens when it is seen edge on. Everything else is decided by how deep overlapping ellipsoids lie.
"""

from functools import lru_cache

import numpy as np

from backguide.figure.body import Body
from backguide.figure.body_head import HAIR_AXIS
from backguide.figure.picture import Projected
from backguide.figure.sculpt import JOINT_GROUP, Ints
from backguide.figure.skeleton import BONE_INDEX, Array

_CERTAIN = 1e4  # outweighs any overlap
_SHOULDER = 3e2  # per unit of turn of the chest: the near arm hides the shirt's shoulder
_ROUNDING = 1e-6
_BENT = 0.8  # cosine between two bones below which the joint between them is painted
_FACING = 0.45  # cosine between nose and viewer above which the neck lies before the hair
_SIGN = {"L": 1.0, "R": -1.0}
_THIGH_ON_BELLY = -0.20  # cosine of the hip's bend below which the thigh may lie before the belly
_CREASED = -0.32  # and below which it gets an edge there
_NEAR_SIDE = 0.15  # cosine between a side of the pelvis and the viewer above which it is the near one
_UNDER_HEM = -0.30  # cosine between trunk and viewer below which one looks into the shirt from below
_THIGH_AHEAD = 0.40  # and above which it cannot lie before the other hip
_COLLAR_AXIS: Array = np.array((0.41, 0.0, 0.91))
_BUN_AXIS: Array = np.array((-0.97, 0.0, 0.25))


class DepthSorter:
    """Sorts the parts of one body."""

    def __init__(self, body: Body) -> None:
        self._groups = tuple(group for group in body.groups if group != JOINT_GROUP)
        self._index = {group: i for i, group in enumerate(self._groups)}
        self._members = {g: [part.name for part in body.parts if part.group == g] for g in self._groups}
        self._core, self._sums = self._sample(body)

    def _sample(self, body: Body) -> tuple[Ints, Array]:
        """Pick a sparse subset of the ellipsoids (k,), and the matrix (groups, k) that sums over groups."""
        core: list[int] = []
        owners: list[int] = []
        for part in body.parts:
            if part.group == JOINT_GROUP or part.name[1:] == "ear" or part.name == "bun":
                continue
            step = 4 if part.name[1:] in ("hand", "foot") or part.name in ("face", "hair") else 3
            spine = np.unique(np.concatenate(part.lit))  # not what bulges: it would differ from side to side
            ids = spine[body.ends[spine] == 0][::step].tolist()
            core += ids
            owners += [self._index[part.group]] * len(ids)
        sums = np.arange(len(self._groups))[:, None] == np.array(owners)
        return np.array(core, np.intp), sums.astype(float)

    def order(self, seen: Projected) -> list[str]:
        """Return the names of all parts that can be seen, farthest first."""
        nearer = self._nearness(seen)
        nearer[nearer < _ROUNDING] = 0
        middles = self._sums @ seen.near[self._core] / self._sums.sum(1)
        farthest_first = np.argsort(middles)
        nearer = nearer[np.ix_(farthest_first, farthest_first)]
        hides, names = nearer.sum(1), []  # of those that hide nothing, the farthest comes first
        for _ in farthest_first:
            at = int(hides.argmin())
            names += self._inside(self._groups[farthest_first[at]], seen)
            hides -= nearer[:, at]
            hides[at] = np.inf
            hides[hides < _ROUNDING] = 0
        if _shows_throat(seen):
            names = _with_hair_behind_neck(names)
        return _with_joints(names, seen.posture.rotations)

    def _nearness(self, seen: Projected) -> Array:
        """(groups, groups): how much the first lies before the second where they overlap."""
        ids = self._core
        spots, near = seen.spots[ids], seen.near[ids]
        radius = np.sqrt(seen.spreads[ids, 0] + seen.spreads[ids, 2]) * 0.6
        x, y = spots.T
        dx, dy = np.subtract.outer(x, x), np.subtract.outer(y, y)
        overlap = np.add.outer(radius, radius) - np.sqrt(dx * dx + dy * dy)
        pairs = np.maximum(overlap, 0) * np.subtract.outer(near, near)
        nearness: Array = self._sums @ pairs @ self._sums.T
        self._settle_middle(nearness, seen)
        for side in "LR":
            self._settle_arm(nearness, seen, side)
            self._settle_leg(nearness, seen, side)
        return nearness

    def _settle_middle(self, nearness: Array, seen: Projected) -> None:
        """Decide hem, collar and chin."""
        turned, view = seen.posture.rotations, seen.camera.view
        self._put(nearness, "trunk", "hips", _over_hips(turned, view))
        self._put(nearness, "neck", "trunk", np.sign(turned[BONE_INDEX["tho3"]] @ _COLLAR_AXIS @ view))
        self._put(nearness, "head", "neck", 1.0)

    def _settle_arm(self, nearness: Array, seen: Projected, side: str) -> None:
        """Decide whether the upper arm hides the shirt's shoulder or is hidden by it."""
        turned, view = seen.posture.rotations, seen.camera.view
        outward = _SIGN[side] * float(turned[BONE_INDEX["tho3"]][:, 1] @ view)
        if abs(outward) > 0.30:
            arm, trunk = self._index[side + "uarm"], self._index["trunk"]
            nearness[arm, trunk] += _SHOULDER * outward
            nearness[trunk, arm] -= _SHOULDER * outward

    def _settle_leg(self, nearness: Array, seen: Projected, side: str) -> None:
        """Decide hip, thigh and cuff of one side."""
        turned, view = seen.posture.rotations, seen.camera.view
        pelvis, thigh = turned[BONE_INDEX["pelvis"]], turned[BONE_INDEX[side + "thigh"]][:, 2]
        hip, leg, other = side + "hip", side + "thigh", "R" if side == "L" else "L"
        from_above = _over_hips(turned, view)
        self._put(nearness, hip, "hips", 1.0)
        self._put(nearness, "trunk", hip, from_above)
        if -thigh @ view > -0.6:
            self._put(nearness, leg, hip, 1.0)
            self._put(nearness, leg, "hips", 1.0)  # or the three would go round in a circle
        else:
            self._put(nearness, hip, leg, 1.0)
        cuff = -turned[BONE_INDEX[side + "shank"]][:, 2]
        self._put(nearness, side + "foot", side + "shank", np.sign(cuff @ view))
        bend = _hip_bend(turned, side)
        if bend > _THIGH_ON_BELLY:
            self._put(nearness, "trunk", leg, from_above)
        elif _SIGN[side] * pelvis[:, 1] @ view > _NEAR_SIDE:
            self._put(nearness, leg, "trunk", 1.0)
        if bend > _THIGH_AHEAD and _SIGN[other] * pelvis[:, 1] @ view > _NEAR_SIDE:
            self._put(nearness, other + "hip", leg, 1.0)

    def _put(self, nearness: Array, near: str, far: str, sign: float) -> None:
        """Decide a pair for certain: `near` before `far`, or the other way round when `sign` is negative."""
        i, j = self._index[near], self._index[far]
        nearness[i, j], nearness[j, i] = sign * _CERTAIN, -sign * _CERTAIN

    def _inside(self, group: str, seen: Projected) -> list[str]:
        turned, view = seen.posture.rotations, seen.camera.view
        if group == "head":
            order = _head_order(turned[BONE_INDEX["head"]], view)
            return [name for name in order if name in self._members[group]]
        names = self._members[group]
        if group.endswith("uarm"):
            skin, sleeve = group, group[0] + "sleeve"
            names = [sleeve, skin] if -turned[BONE_INDEX[group]][:, 2] @ view > 0 else [skin, sleeve]
        return names


@lru_cache(maxsize=4)
def sorter(body: Body) -> DepthSorter:
    """Return the sorter of a body, made once."""
    return DepthSorter(body)


def _over_hips(turned: Array, view: Array) -> float:
    """Return 1 where the shirt hides the hips, -1 where it is seen from well below. The hem hangs loose."""
    return 1.0 if turned[BONE_INDEX["pelvis"]][:, 2] @ view > _UNDER_HEM else -1.0


def _shows_throat(seen: Projected) -> bool:
    head, view = seen.posture.rotations[BONE_INDEX["head"]], seen.camera.view
    return bool((head @ HAIR_AXIS) @ view < 0 and head[:, 0] @ view > _FACING)


def _with_hair_behind_neck(names: list[str]) -> list[str]:
    """Put the hair, which the face hides but for its rim, under the neck too: it is no beard."""
    hair = [name for name in names if name in ("bun", "hair")]
    rest = [name for name in names if name not in hair]
    at = rest.index("neck")
    return [*rest[:at], *hair, *rest[at:]]


def _with_joints(names: list[str], turned: Array) -> list[str]:
    """Put bent knees and elbows under both parts that meet there; straight ones would be covered all over.

    A thigh before the belly gets an edge there.
    """
    for side in "LR":
        for joint, (upper, lower) in (("knee", ("thigh", "shank")), ("elbow", ("uarm", "farm"))):
            along = turned[BONE_INDEX[side + upper]][:, 2] @ turned[BONE_INDEX[side + lower]][:, 2]
            if along < _BENT:
                names.insert(min(names.index(side + part) for part in (upper, lower)), side + joint)
        thigh = names.index(side + "thigh")
        if _hip_bend(turned, side) < _CREASED and thigh > names.index("shirt"):
            names.insert(thigh, side + "crease")
    return names


def _hip_bend(turned: Array, side: str) -> float:
    """Cosine of the angle between trunk and thigh, 1 standing."""
    return float(turned[BONE_INDEX["pelvis"]][:, 2] @ turned[BONE_INDEX[side + "thigh"]][:, 2])


def _head_order(head: Array, view: Array) -> list[str]:
    names = ["face", "hair"] if (head @ HAIR_AXIS) @ view > 0 else ["hair", "face"]
    names = [*names, "bun"] if (head @ _BUN_AXIS) @ view > 0 else ["bun", *names]
    for side, sign in (("L", 1.0), ("R", -1.0)):
        names = [*names, side + "ear"] if sign * head[:, 1] @ view > 0.10 else [side + "ear", *names]
    return names
