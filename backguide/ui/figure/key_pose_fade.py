"""Where motion is reduced the figure goes from key pose to key pose: each melts into the next."""

from backguide.catalogue.model import Side
from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.figure.skeleton import Posture
from backguide.ui.figure.figure_view import FigureView
from backguide.ui.passage import Passage
from backguide.ui.theme.appearance import appearance
from backguide.ui.theme.metrics import KEY_POSE_MS


class KeyPoseFade:
    """Shows postures in a view, with a short cross-fade where motion is reduced; otherwise at once.

    It has no timer: it is told the time, or None where there will be no next time to go on.
    """

    def __init__(self, figure: FigureView) -> None:
        self._figure = figure
        self._passage = Passage()

    @property
    def is_on(self) -> bool:
        """Whether one pose is melting into another."""
        return self._passage.is_on

    def show_posture(
        self, motion: Motion, side: Side | None, posture: Posture, seen: Seen, now_s: float | None
    ) -> None:
        """Show a posture, from now on."""
        changes = appearance().reduced_motion and not self._figure.shows(motion, side, posture, seen)
        if changes and now_s is not None and self._figure.keep_picture():
            self._passage.begin(now_s, KEY_POSE_MS)
        self._figure.show_posture(motion, side, posture, seen)

    def go_on(self, now_s: float | None) -> None:
        """Show how far the fade has come by now."""
        if now_s is None:
            self._passage.end()
        self._figure.fade(1.0 if now_s is None else self._passage.share(now_s))
