"""All motions of a content folder."""

from collections.abc import Mapping
from pathlib import Path

from backguide.figure.motion import Motion
from backguide.figure.motion_file import KeyPose, MotionError, read_motions, read_shared_poses

SHARED = "poses.toml"


class MotionLibrary:
    """Motions by exercise and variation. `problems` are sentences about files that were refused."""

    def __init__(self, motions: Mapping[tuple[str, str], Motion], problems: tuple[str, ...] = ()) -> None:
        self._motions = dict(motions)
        self.problems = problems

    def __contains__(self, key: tuple[str, str]) -> bool:
        return key in self._motions

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Exercise and variation of every motion, sorted."""
        return tuple(sorted(self._motions))

    def motion(self, exercise: str, variation: str) -> Motion:
        """Return the motion. KeyError when there is none."""
        return self._motions[exercise, variation]


def load_motions(folder: Path) -> MotionLibrary:
    """Read poses.toml and every other TOML file of the folder; files that cannot be used become problems."""
    motions: dict[tuple[str, str], Motion] = {}
    problems: list[str] = []
    shared: Mapping[str, KeyPose] = {}
    try:
        shared = read_shared_poses(folder / SHARED)
    except MotionError as error:
        problems.append(str(error))
    for path in sorted(folder.glob("*.toml")):
        if path.name == SHARED:
            continue
        try:
            motions.update(
                {(spec.exercise, spec.variation): Motion(spec) for spec in read_motions(path, shared)}
            )
        except MotionError as error:
            problems.append(str(error))
    return MotionLibrary(motions, tuple(problems))
