"""Which key gives which command while a session runs."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

PlayerCommand: TypeAlias = Literal[
    "toggle_pause",
    "pause",
    "next",
    "previous",
    "repeat",
    "skip",
    "longer",
    "easier",
    "harder",
    "hurt",
    "end",
    "mute",
    "full_screen",
    "turn_view",
    "turn",
]

HINT = "H it hurts, E easier, U harder, R again, S skip, + ten seconds more"

COMMANDS: Mapping[int, PlayerCommand] = {
    Qt.Key.Key_Space: "toggle_pause",
    Qt.Key.Key_MediaPlay: "toggle_pause",
    Qt.Key.Key_MediaTogglePlayPause: "toggle_pause",
    Qt.Key.Key_MediaPause: "pause",
    Qt.Key.Key_B: "toggle_pause",  # presenters: black screen
    Qt.Key.Key_Period: "toggle_pause",
    Qt.Key.Key_F5: "toggle_pause",  # presenters: start of the show
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_R: "repeat",
    Qt.Key.Key_S: "skip",
    Qt.Key.Key_E: "easier",
    Qt.Key.Key_U: "harder",
    Qt.Key.Key_H: "hurt",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_MediaNext: "next",
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_MediaPrevious: "previous",
    Qt.Key.Key_Plus: "longer",
    Qt.Key.Key_Escape: "end",
    Qt.Key.Key_MediaStop: "end",
    Qt.Key.Key_M: "mute",
    Qt.Key.Key_V: "turn_view",
    Qt.Key.Key_T: "turn",
    Qt.Key.Key_F: "full_screen",
    Qt.Key.Key_F11: "full_screen",
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def command_for(event: QKeyEvent) -> PlayerCommand | None:
    """Return the command of a key without modifiers; the plus may need them."""
    if event.modifiers() not in _PLAIN and event.key() != Qt.Key.Key_Plus:
        return None
    return COMMANDS.get(event.key())
