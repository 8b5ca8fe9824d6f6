"""What a picture of a motion shows: from where, on which mat, and which parts of the body matter."""

from dataclasses import dataclass, replace

_SWAP = {"L": "R", "R": "L"}


def swap_side(name: str) -> str:
    """Return the same limb or muscle on the other side: "Lleg" is "Rleg", "spine" is itself."""
    return _SWAP[name[0]] + name[1:] if name[:1] in _SWAP else name


@dataclass(frozen=True)
class ViewSpec:
    """Where the camera stands and what it points out.

    `azimuth_deg` 0 looks along +y (a body facing +x is seen from its right, heading to the right); it grows
    as the camera walks towards +x. `target` and `mat` (x0, x1, y0, y1) are in metres. `working` names limbs
    ("Lleg", "Rarm", "spine"), `muscles` names patches of `backguide.figure.body_muscles`. A `mirrored` view
    has its light from the other side too, so that it shows the exact mirror image.
    """

    azimuth_deg: float
    elevation_deg: float
    target: tuple[float, float, float] = (0.0, 0.0, 0.4)
    width_m: float = 2.3
    mat: tuple[float, float, float, float] = (-0.95, 0.95, -0.36, 0.36)
    working: frozenset[str] = frozenset()
    muscles: tuple[str, ...] = ()
    mirrored: bool = False

    def other_side(self, *, keep_camera: bool = False) -> "ViewSpec":
        """Return the view of the motion reflected across the x-z plane; twice is the identity.

        With `keep_camera` the viewer stays where they are and only the mover changes sides.
        """
        x, y, z = self.target
        x0, x1, y0, y1 = self.mat
        return replace(
            self,
            azimuth_deg=self.azimuth_deg if keep_camera else 180.0 - self.azimuth_deg,
            target=(x, -y, z),
            mat=(x0, x1, -y1, -y0),
            working=frozenset(map(swap_side, self.working)),
            muscles=tuple(map(swap_side, self.muscles)),
            mirrored=self.mirrored if keep_camera else not self.mirrored,
        )
