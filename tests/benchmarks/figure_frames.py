"""How long a frame of the figure takes on one core, beside a Lottie player that draws as many shapes.

python -m tests.benchmarks.figure_frames (with the dependency group `bench` installed, which has the player)
"""

import importlib.util
import os
from collections.abc import Iterator
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")  # one core means one thread

import numpy as np
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.figure.motion import Motion
from backguide.figure.skeleton import Posture
from backguide.ui.figure.frames import Budget
from backguide.ui.figure.motion_scene import motion_scene, shared_body
from backguide.ui.figure.playback import RepetitionLoop
from backguide.ui.figure.scene import FigureScene
from backguide.ui.theme.theme import apply_theme
from tests.benchmarks.figure_session import play_session
from tests.benchmarks.lottie_figure import FRAMES, lottie_figure
from tests.benchmarks.times import Times

SIZES = ((640, 480), (1280, 960))
FRAMES_PER_S = 15  # every second frame of a session: the same mix of movement and holding
KEPT_BYTES = 48 << 20  # as the widget keeps, half of it for each side


class Subject(NamedTuple):
    """One exercise in its first variation, on one side."""

    name: str
    motion: Motion
    loop: RepetitionLoop
    side: str | None


def subjects() -> Iterator[Subject]:
    """Yield every exercise as its first variation."""
    catalogue, motions = load_catalogue(assets.folder()), load_motions(assets.folder() / "motions")
    for slug, exercise in sorted(catalogue.exercises.items()):
        variation = exercise.variation(None)
        motion = motions.motion(slug, variation.slug)
        side = None if variation.sides == "none" else "right"
        yield Subject(slug, motion, RepetitionLoop(motion, variation.dose), side)


def paint(scene: FigureScene, image: QImage, posture: Posture) -> None:
    """Paint one frame."""
    painter = QPainter(image)
    scene.paint(painter, posture)
    painter.end()


def measure_figure(size: tuple[int, int], table: list[Subject]) -> dict[str, Times]:
    """Time a whole repetition of every exercise: the first frame, every frame live, and from memory."""
    rows = {name: Times() for name in ("cold first frame", "live", "live, to keep", "repeated")}
    image = QImage(*size, QImage.Format.Format_RGB32)
    for subject in table:
        moments = np.arange(0, subject.loop.duration_s, 1 / FRAMES_PER_S)
        scenes: list[FigureScene] = []

        def first(subject: Subject = subject, scenes: list[FigureScene] = scenes) -> None:
            scenes.append(motion_scene(subject.motion, subject.side, size, "light"))
            paint(scenes[0], image, subject.loop.posture(0.0, subject.side))

        rows["cold first frame"].measure(first)
        keep = KEPT_BYTES // (1 if subject.side is None else 2)
        keeping = motion_scene(subject.motion, subject.side, size, "light", keep=Budget(keep))
        seen: set[bytes] = set()
        for scene, name in ((scenes[0], "live"), (keeping, "live, to keep"), (keeping, "repeated")):
            seen.clear()
            for moment_s in moments:
                posture = subject.loop.posture(float(moment_s), subject.side)
                if (key := posture.joints.tobytes()) in seen:
                    continue  # a frame that stands still is not painted again
                seen.add(key)
                rows[name].measure(
                    lambda s=scene, m=float(moment_s), x=subject: paint(s, image, x.loop.posture(m, x.side))
                )
    return rows


def measure_lottie(size: tuple[int, int], subject: Subject) -> Times | None:
    """Time a Lottie player that draws the same figure (without stage and shadow), blitting included."""
    if importlib.util.find_spec("rlottie_python") is None:
        return None
    from rlottie_python import LottieAnimation  # noqa: PLC0415

    scene = motion_scene(subject.motion, subject.side, size, "light")
    moments = np.linspace(0, subject.loop.duration_s * 0.99, FRAMES)
    postures = [subject.loop.posture(float(moment_s), subject.side) for moment_s in moments]
    player = LottieAnimation.from_data(lottie_figure(shared_body(), postures, scene.camera, size))
    image = QImage(*size, QImage.Format.Format_RGB32)
    times = Times()

    def draw(frame: int) -> None:
        pixels = player.lottie_animation_render(frame, width=size[0], height=size[1])
        painter = QPainter(image)
        kind = QImage.Format.Format_ARGB32_Premultiplied
        painter.drawImage(0, 0, QImage(pixels, size[0], size[1], 4 * size[0], kind))
        painter.end()

    for _ in range(2):
        for frame in range(FRAMES - 1):
            times.measure(lambda frame=frame: draw(frame))
    return times


def main() -> None:
    """Print the table."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    application = QApplication.instance() or QApplication([])
    apply_theme(application, "light")
    table = list(subjects())
    shared_body()
    for subject in table:  # solving the ways is no part of a frame
        for moment_s in np.arange(0, subject.loop.duration_s, 0.1):
            subject.loop.posture(float(moment_s), subject.side)
    print(f"{len(table)} exercises, milliseconds of processor time on one core")
    for size in SIZES:
        rows = measure_figure(size, table)
        session = play_session(size)
        rows["session, shown"], rows["session, ahead"] = session.frames, session.ahead
        lottie = measure_lottie(size, next(s for s in table if s.name == "bird-dog"))
        print(f"\n{size[0]}x{size[1]}             median    p99    max  frames   Lottie player's time")
        for name, times in rows.items():
            beside = f"{times.median_ms / lottie.median_ms:8.2f} times" if lottie else ""
            print(f"{name:<18} {times} {beside}")
        print(f"session of {session.duration_s / 60:.0f} min: {session.share:.1%} of one core, ", end="")
        print(f"{session.kept_bytes / 2**20:.1f} MB kept at most")
        print(f"{'Lottie player':<18} {lottie or 'rlottie-python is not installed (dependency group bench)'}")
    del application


if __name__ == "__main__":
    main()
