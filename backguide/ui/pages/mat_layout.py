"""Where figure, phase, ring and instruction go on the sheet that is read from the mat. Pure arithmetic."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

_STAGE_SHARE = 0.36  # of the height of a sheet that is higher than wide
_LEFT_SHARE = 0.56  # of the width of one that is wider than high
_WORDS_SHARE = 0.17  # of the height, for the instruction
_PHASE_PX = 68
_GAP_PX = 12


class SheetPlaces(NamedTuple):
    """One rectangle for each part of the sheet; none of them overlap."""

    stage: QRect
    phase: QRect
    ring: QRect
    caption: QRect


def arrange_sheet(size: QSize, text_scale: float) -> SheetPlaces:
    """Return where everything goes on a sheet of this size; the ring gets what is left, as a square."""
    phase_px = round(min(_PHASE_PX * text_scale, 0.16 * size.height()))
    if size.width() <= size.height():
        return _upright(size, phase_px)
    return _broad(size, phase_px)


def _upright(size: QSize, phase_px: int) -> SheetPlaces:
    """From above: stage, phase, ring, instruction."""
    width, height = size.width(), size.height()
    caption_px = round(_WORDS_SHARE * height)
    stage_px = round(min(_STAGE_SHARE * height, 0.9 * width))
    ring_px = min(width, height - stage_px - phase_px - caption_px - 3 * _GAP_PX)
    spare_px = height - stage_px - phase_px - ring_px - caption_px - 3 * _GAP_PX
    stage = QRect(0, 0, width, stage_px + spare_px)
    phase = QRect(0, stage.bottom() + 1 + _GAP_PX, width, phase_px)
    ring = QRect((width - ring_px) // 2, phase.bottom() + 1 + _GAP_PX, ring_px, ring_px)
    return SheetPlaces(stage, phase, ring, QRect(0, height - caption_px, width, caption_px))


def _broad(size: QSize, phase_px: int) -> SheetPlaces:
    """Stage and instruction left; phase and ring right."""
    width, height = size.width(), size.height()
    caption_px = round(1.7 * _WORDS_SHARE * height)
    left = round(_LEFT_SHARE * width)
    right = QRect(left + _GAP_PX, phase_px, width - left - _GAP_PX, height - phase_px)
    ring_px = max(1, min(right.width(), right.height()))
    ring = QRect(0, 0, ring_px, ring_px)
    ring.moveCenter(right.center())
    return SheetPlaces(
        QRect(0, 0, left, height - caption_px - _GAP_PX),
        QRect(right.x(), 0, right.width(), phase_px),
        ring,
        QRect(0, height - caption_px, left, caption_px),
    )
