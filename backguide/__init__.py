"""Backguide: guided low-back exercise sessions on the desktop."""

__version__ = "0.1.0"
