"""Our figure as a Lottie animation: the same parts, tones and movement, for a Lottie player to draw.

Every tone of every part is a shape whose path moves from key to key, as an exporter of animation software
would write it.
"""

import json

import numpy as np

from backguide.figure.body import Body
from backguide.figure.camera import Camera
from backguide.figure.depth import DepthSorter
from backguide.figure.picture import Toner, project
from backguide.ui.figure.style import LIGHT

FRAMES = 60
_KEYS = 5
_VERTICES = 24
_CONTOUR_M = 0.004
_STILL = {"a": 0, "k": 100}


def lottie_figure(body: Body, postures, camera: Camera, size: tuple[int, int]) -> str:
    """Return the JSON of an animation over some postures, FRAMES long."""
    where = np.linspace(0, len(postures) - 1, _KEYS).astype(int)
    keys = [_polygons(body, postures[i], camera) for i in where]
    shapes = [_shape(name, colour, keys) for name, colour in _names(body, postures[0], camera, keys)]
    layer = {"ty": 4, "nm": "figure", "ind": 1, "ip": 0, "op": FRAMES, "st": 0, "ks": _transform()}
    layer["shapes"] = shapes[::-1]  # the first lies on top
    head = {"v": "5.7.0", "fr": 30, "ip": 0, "op": FRAMES, "w": size[0], "h": size[1]}
    return json.dumps(head | {"nm": "figure", "ddd": 0, "assets": [], "layers": [layer]})


def _names(body, posture, camera, keys):
    """Return the name of every polygon that all keys have with its colour, from back to front."""
    names = [name for name in keys[0] if all(name in key for key in keys)]
    rows = []
    for part in DepthSorter(body).order(project(body, posture, camera)):
        material = LIGHT.materials[body.parts[body.part_index[part]].material]
        colours = (material.ink, material.shade, material.middle, material.light, material.high)
        rows += [(name, colours[name[1]]) for name in names if name[0] == part]
    return rows


def _polygons(body, posture, camera):
    """Return the polygons (_VERTICES, 2) by part, tone, piece and run, tones in the order of painting."""
    layers = Toner(body).layers(project(body, posture, camera))
    found = {}
    owners = [part.name for part in body.parts for _ in part.pieces]
    for tone in range(5):
        outlines = layers.tone(max(0, tone - 1))
        grow = _CONTOUR_M * camera.scale if tone == 0 else 0.0
        points = outlines.points + grow * outlines.normals
        for piece, (owner, where) in enumerate(zip(owners, outlines.pieces, strict=True)):
            runs = np.split(points[where], np.flatnonzero(outlines.first[where])[1:])
            found |= {(owner, tone, piece, i): _resampled(run) for i, run in enumerate(runs) if len(run)}
    return found


def _resampled(polygon):
    """Take the same number of points of every polygon, at even steps along it."""
    closed = np.append(polygon, polygon[:1], axis=0)
    at = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    even = np.linspace(0, at[-1], _VERTICES, endpoint=False)
    return np.stack([np.interp(even, at, closed[:, i]) for i in (0, 1)], 1)


def _shape(name, colour, keys):
    times = np.linspace(0, FRAMES, _KEYS)
    rows = []
    for time, key in zip(times, keys, strict=True):
        row = {"t": float(time), "s": [_path(key[name])]}
        if time < FRAMES:
            row |= {"i": {"x": 0.6, "y": 1}, "o": {"x": 0.4, "y": 0}}
        rows.append(row)
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    path = {"ty": "sh", "ks": {"a": 1, "k": rows}}
    fill = {"ty": "fl", "c": {"a": 0, "k": [red, green, blue, 1]}, "o": _STILL, "r": 1}
    return {"ty": "gr", "nm": "-".join(map(str, name)), "it": [path, fill, {"ty": "tr", **_transform()}]}


def _path(points):
    """A closed curve through the points (Catmull-Rom, as cubic handles relative to them)."""
    handles = (np.roll(points, -1, 0) - np.roll(points, 1, 0)) / 6
    table = {"i": -handles, "o": handles, "v": points}
    return {"c": True} | {key: np.round(rows, 2).tolist() for key, rows in table.items()}


def _transform():
    zero = {"a": 0, "k": [0, 0]}
    return {"o": _STILL, "r": {"a": 0, "k": 0}, "p": zero, "a": zero, "s": {"a": 0, "k": [100, 100]}}
