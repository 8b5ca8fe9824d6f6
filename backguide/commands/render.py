"""The command that draws an exercise's figure into a file."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from backguide import assets
from backguide.commands.context import Context, unknown
from backguide.commands.errors import CommandError, WrongUseError
from backguide.commands.window import needing_qt

if TYPE_CHECKING:
    from backguide.catalogue.model import Catalogue, Exercise, Side, Variation
    from backguide.figure.motion import Motion
    from backguide.figure.skeleton import Posture
    from backguide.ui.figure.playback import RepetitionLoop
    from backguide.ui.figure.scene import FigureScene

_SUFFIXES = (".png", ".svg")


def render(options: argparse.Namespace, context: Context) -> int:
    """Draw one moment of an exercise; needs no screen."""
    file: Path = options.file
    if file.suffix.lower() not in _SUFFIXES:
        raise WrongUseError(f"A picture can be a .png or .svg file, not {file.name}.")
    exercise, variation = _chosen(context.catalogue(), options.exercise)
    side: Side | None = options.side or (None if variation.sides == "none" else "right")
    with needing_qt():
        from backguide.ui.figure.motion_scene import motion_scene  # noqa: PLC0415
        from backguide.ui.figure.picture_file import write_picture  # noqa: PLC0415
        from backguide.ui.figure.playback import RepetitionLoop  # noqa: PLC0415
        from backguide.ui.figure.render import RenderError  # noqa: PLC0415
    motion = _motion(exercise, variation, context)
    scene = motion_scene(motion, side, options.size, options.theme)
    loop = RepetitionLoop(motion, variation.dose)
    moment_s = _first_hold_s(loop, variation) if options.phase is None else options.phase * loop.duration_s
    # The loop goes round: its very end is its beginning.
    posture = loop.posture(min(moment_s, loop.duration_s * (1 - 1e-9)), side)
    try:
        write_picture(file, scene, posture)
    except RenderError as error:
        raise CommandError(str(error)) from error
    if options.joints is not None:
        _write_joints(scene, posture, options.joints)
    return 0


def _chosen(catalogue: "Catalogue", name: str) -> "tuple[Exercise, Variation]":
    """Return what "bird-dog" or "bird-dog/leg-only" names. Raises WrongUseError with the nearest names."""
    slug, _, form = name.partition("/")
    exercise = catalogue.exercises.get(slug)
    if exercise is None:
        raise WrongUseError(unknown("exercise", slug, catalogue.exercises))
    try:
        return exercise, exercise.variation(form or None)
    except KeyError:
        known = [variation.slug for variation in exercise.variations]
        raise WrongUseError(unknown(f"variation of {slug}", form, known)) from None


def _motion(exercise: "Exercise", variation: "Variation", context: Context) -> "Motion":
    from backguide.figure.library import load_motions  # noqa: PLC0415

    library = load_motions(assets.folder() / "motions")
    for problem in library.problems:
        context.output.note(problem)
    try:
        return library.motion(exercise.slug, variation.slug)
    except KeyError:
        raise CommandError(
            f"There is no picture of {exercise.slug}/{variation.slug}: its motion is missing from "
            f"{assets.folder() / 'motions'}. Install Backguide again, or mend the file."
        ) from None


def _first_hold_s(loop: "RepetitionLoop", variation: "Variation") -> float:
    """Return the middle of the first held position: what the exercise looks like."""
    name = variation.dose.parts[0].name
    hold = next(stretch for stretch in loop.stretches if stretch.name == name)
    return hold.start_s + hold.duration_s / 2


def _write_joints(scene: "FigureScene", posture: "Posture", file: Path) -> None:
    from backguide.ui.figure.render import joint_positions  # noqa: PLC0415

    found = joint_positions(scene, posture).items()
    table = {name: [round(place.x_px, 2), round(place.y_px, 2), place.visible] for name, place in found}
    try:
        file.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"The joints cannot be written to {file}: {error.strerror}.") from error
