"""The command that draws an exercise's figure into a file: a picture, a film or an author's contact sheet."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from backguide import assets
from backguide.commands.context import Context, unknown
from backguide.commands.errors import CommandError, WrongUseError
from backguide.commands.window import needing_qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backguide.catalogue.model import Catalogue, Exercise, Side, Variation
    from backguide.figure.landmarks import Landmark
    from backguide.figure.motion import Motion
    from backguide.figure.motion_view import Seen
    from backguide.ui.figure.playback import RepetitionLoop

_STILLS = (".png", ".svg", ".pdf")
_FILMS = (".gif", ".webp")
_SIZE = (640, 480)
_LARGEST_FILM_PX = 1280


def render(options: argparse.Namespace, context: Context) -> int:
    """Draw one moment of an exercise, its whole repetition, or a sheet of eight; needs no screen."""
    _check(options)
    exercise, variation = _chosen(context.catalogue(), options.exercise)
    motion = _motion(exercise, variation, context)
    if options.view not in motion.views:
        raise WrongUseError(f"{exercise.slug}/{variation.slug} has no second view: leave --view second out.")
    with needing_qt():  # what draws imports this too, so here is where a lack of Qt shows
        from backguide.ui.figure import motion_scene  # noqa: F401, PLC0415
        from backguide.ui.figure.render import RenderError  # noqa: PLC0415
    try:
        if options.contact_sheet is not None:
            title = _title(exercise, variation, motion, options.view)
            _draw_sheet(options, title, motion, variation, context)
        if options.file is not None:
            is_film = options.file.suffix.lower() in _FILMS
            (_draw_film if is_film else _draw_still)(options, motion, variation)
    except RenderError as error:
        raise CommandError(str(error)) from error
    return 0


def _check(options: argparse.Namespace) -> None:
    """Refuse what cannot be drawn before anything is. Raises WrongUseError."""
    file, sheet = options.file, options.contact_sheet
    if file is None and sheet is None:
        raise WrongUseError("Say where the picture goes: -o FILE, or --contact-sheet FILE.png.")
    if sheet is not None and sheet.suffix.lower() != ".png":
        raise WrongUseError(f"A contact sheet is a .png file, not {sheet.name}.")
    if file is None:
        if options.joints is not None:
            raise WrongUseError("The joints of which picture? --joints needs -o FILE.")
        return
    if file.suffix.lower() not in (*_STILLS, *_FILMS):
        raise WrongUseError(
            f"A picture can be a .png, .svg or .pdf file, a film a .gif or .webp, not {file.name}."
        )
    if file.suffix.lower() in _FILMS:
        _check_film(options)


def _check_film(options: argparse.Namespace) -> None:
    if options.phase is not None:
        raise WrongUseError(
            f"{options.file.name} shows a whole repetition: leave --phase out, or write a .png."
        )
    if max(options.size or _SIZE) > _LARGEST_FILM_PX:
        raise WrongUseError(f"A film is at most {_LARGEST_FILM_PX} pixels wide and high.")


def _draw_still(options: argparse.Namespace, motion: "Motion", variation: "Variation") -> None:
    from backguide.ui.figure.motion_scene import motion_scene  # noqa: PLC0415
    from backguide.ui.figure.picture_file import write_picture  # noqa: PLC0415
    from backguide.ui.figure.playback import RepetitionLoop  # noqa: PLC0415
    from backguide.ui.figure.render import A4_LANDSCAPE, joint_positions  # noqa: PLC0415

    side = _sides(options, variation)[0]
    size = options.size or (A4_LANDSCAPE if options.file.suffix.lower() == ".pdf" else _SIZE)
    scene = motion_scene(motion, side, size, options.theme, options.view)
    loop = RepetitionLoop(motion, variation.dose)
    moment_s = _first_hold_s(loop, variation) if options.phase is None else options.phase * loop.duration_s
    # The loop goes round: its very end is its beginning.
    posture = loop.posture(min(moment_s, loop.duration_s * (1 - 1e-9)), side)
    write_picture(options.file, scene, posture)
    if options.joints is not None:
        _write_joints(_table(joint_positions(scene, posture)), options.joints)


def _draw_film(options: argparse.Namespace, motion: "Motion", variation: "Variation") -> None:
    from backguide.ui.figure.film import FRAME_MS, film  # noqa: PLC0415
    from backguide.ui.figure.picture_file import write_film  # noqa: PLC0415
    from backguide.ui.figure.render import joint_positions  # noqa: PLC0415

    sides = _sides(options, variation)
    frame_ms = FRAME_MS[options.file.suffix.lower()]
    size = options.size or _SIZE
    shots = film(motion, variation.dose, sides, size, options.theme, frame_ms, options.view)
    kept = write_film(options.file, shots)
    if options.joints is not None:
        _write_joints([_table(joint_positions(shot.scene, shot.posture)) for shot in kept], options.joints)


def _draw_sheet(
    options: argparse.Namespace, title: str, motion: "Motion", variation: "Variation", context: Context
) -> None:
    from backguide.ui.figure.contact_sheet import contact_sheet  # noqa: PLC0415
    from backguide.ui.figure.inspection import hints, problems  # noqa: PLC0415
    from backguide.ui.figure.picture_file import headless_application, write_png  # noqa: PLC0415

    application = headless_application()
    both: tuple[Side | None, ...] = (None,) if variation.sides == "none" else ("right", "left")
    sides = (options.side,) if options.side else both
    sheet = contact_sheet(title, motion, variation.dose, sides, options.theme, options.view)
    write_png(options.contact_sheet, sheet)
    del application
    found = problems(motion, variation.dose)
    for sentence in (*(found or ["Nothing is wrong with this motion."]), *hints(motion)):
        context.output.line(sentence)


def _title(exercise: "Exercise", variation: "Variation", motion: "Motion", seen: "Seen") -> str:
    """Return the sheet's heading; where there are two views, with the one it shows."""
    title = f"{exercise.name}: {variation.name}"
    return f"{title}, {motion.view(None, seen).name.lower()}" if len(motion.views) > 1 else title


def _sides(options: argparse.Namespace, variation: "Variation") -> "Sequence[Side | None]":
    """Return the sides of one repetition: both in turn where they alternate, unless one is asked for."""
    if options.side:
        return (options.side,)
    if variation.sides == "none":
        return (None,)
    return ("right", "left") if variation.sides == "alternate" else ("right",)


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


def _table(found: "Mapping[str, Landmark]") -> dict[str, list[float | bool]]:
    return {name: [round(at.x_px, 2), round(at.y_px, 2), at.visible] for name, at in found.items()}


def _write_joints(table: object, file: Path) -> None:
    try:
        file.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"The joints cannot be written to {file}: {error.strerror}.") from error
