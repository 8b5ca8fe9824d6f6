"""Eyes, brows, mouth and nose as lines on the head, where the viewer can see them."""

from dataclasses import dataclass

import numpy as np

from backguide.figure.camera import Camera
from backguide.figure.skeleton import BONE_INDEX, REST, Array, Posture

LINE_M = 0.0050
"""Width of the strokes."""

_EYE_X, _EYE_Y, _EYE_Z = 0.0885, 0.031, 1.577
_EYE_OUT = (0.92, 0.39, 0.0)  # which way the left eye looks
_EYE_BREADTH, _EYE_HEIGHT = 0.0072, 0.0098


@dataclass(frozen=True, eq=False)
class Face:
    """Closed `eyes` and open `strokes`, each (k, 2) in pixels; both empty when seen from behind."""

    eyes: tuple[Array, ...] = ()
    strokes: tuple[Array, ...] = ()


def face_lines(posture: Posture, camera: Camera) -> Face:
    """Draw the face of a posture as the camera sees it."""
    head = posture.rotations[BONE_INDEX["head"]]
    ahead, aside = float(head[:, 0] @ camera.view), float(head[:, 1] @ camera.view)
    if ahead < -0.30:
        return Face()
    eyes, strokes = [], []
    for sign in (1.0, -1.0):
        out = np.array(_EYE_OUT) * (1, sign, 1)
        if (head @ out) @ camera.view >= 0.12:
            eyes.append(_eye(sign, out))
            strokes.append(_brow(sign, out))
    if ahead > -0.1:
        strokes.append(_mouth(ahead, aside, float(head[:, 2] @ camera.view)))
    if ahead > 0.5:
        strokes.append(_nose())
    return Face(_seen(eyes, posture, camera), _seen(strokes, posture, camera))


def _seen(lines: list[Array], posture: Posture, camera: Camera) -> tuple[Array, ...]:
    bone = BONE_INDEX["head"]
    turn, joint = posture.rotations[bone], posture.joints[bone]
    return tuple(camera.project((line - REST[bone]) @ turn.T + joint)[0] for line in lines)


def _eye(sign: float, out: Array) -> Array:
    angle = np.linspace(0, 2 * np.pi, 15)[:-1]
    across, up = np.array((-out[1], out[0], 0.0)), np.array((0.0, 0.0, 1.0))
    middle = np.array((_EYE_X, sign * _EYE_Y, _EYE_Z))
    ring: Array = (
        middle + np.outer(np.cos(angle) * _EYE_BREADTH, across) + np.outer(np.sin(angle) * _EYE_HEIGHT, up)
    )
    return ring


def _brow(sign: float, out: Array) -> Array:
    u = np.linspace(-1, 1, 6)
    across, up = np.array((-out[1], out[0], 0.0)), np.array((0.0, 0.0, 1.0))
    middle = np.array((_EYE_X, sign * _EYE_Y, _EYE_Z))
    rise, lift = 0.0285 - 0.006 * u * u - 0.003 * u * sign, 0.002 - 0.003 * u * u
    line: Array = middle + np.outer(u * 0.0165, across) + np.outer(rise, up) + np.outer(lift, out)
    return line


def _mouth(ahead: float, aside: float, above: float) -> Array:
    """Draw the half that the viewer sees, all of it from the front; seen from below it must not turn sour."""
    u = np.linspace(-1, 1, 9)
    if ahead < 0.75:
        u = np.linspace(-0.25 if ahead > 0.3 else 0.15, 1, 7) * (1 if aside > 0 else -1)
    lift = 0.009 + 0.022 * max(0.0, -above)
    return np.stack([0.0985 - 0.016 * u * u, 0.021 * u, 1.5215 + lift * u * u], 1)


def _nose() -> Array:
    u = np.linspace(-1, 1, 5)
    return np.stack([0.108 - 0.010 * u * u, 0.011 * u, 1.5485 + 0.003 * u * u], 1)
