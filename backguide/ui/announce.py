"""Saying something to a screen reader that stands nowhere as a control."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence, once, wherever its focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
