"""Where the player's parts go in a window of any size. Pure arithmetic on rectangles."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from backguide.ui.theme.metrics import NARROW_MARGIN, PLAYER_MARGIN

_LARGEST_RING_PX = 560
_SMALLEST_COLUMN_PX = 230
_CARD_PX = 112


@dataclass(frozen=True, slots=True)
class Needs:
    """Heights in px that the parts ask for, and the text size in force."""

    header_px: int
    controls_px: int
    message_px: int  # 0 without a message
    text_scale: float


@dataclass(frozen=True, slots=True)
class Places:
    """One rectangle for each part; `caption_centred` goes with the wide arrangement."""

    header: QRect
    message: QRect
    stage: QRect
    caption: QRect
    phase: QRect
    counts: QRect
    ring: QRect
    next_card: QRect
    controls: QRect
    caption_centred: bool


def is_narrow(size: QSize, text_scale: float) -> bool:
    """Tell whether the window is rather tall than wide, so that the ring stands below the stage."""
    return size.width() < size.height() * 1.05 and size.width() < 1000 * max(1.0, text_scale)


def arrange(size: QSize, needs: Needs) -> Places:
    """Return where everything goes: nothing overlaps, and the stage gets what is left."""
    narrow = is_narrow(size, needs.text_scale)
    compact = size.height() < 720
    margin = NARROW_MARGIN if narrow or compact else PLAYER_MARGIN
    gap = 12 if compact else 20
    inside = QRect(margin, gap, size.width() - 2 * margin, size.height() - 2 * gap)
    header = QRect(inside.x(), inside.y(), inside.width(), needs.header_px)
    controls = QRect(inside.x(), inside.bottom() + 1 - needs.controls_px, inside.width(), needs.controls_px)
    top = header.bottom() + 1 + gap
    message = QRect(inside.x(), top, inside.width(), needs.message_px)
    if needs.message_px:
        top += needs.message_px + gap
    body = QRect(inside.x(), top, inside.width(), controls.y() - gap - top)
    middle = _narrow(body, needs, gap) if narrow else _wide(body, needs, gap)
    stage, caption, phase, counts, ring, next_card = middle
    return Places(
        header, message, stage, caption, phase, counts, ring, next_card, controls, caption_centred=not narrow
    )


def _wide(body: QRect, needs: Needs, gap: int) -> tuple[QRect, ...]:
    """Stage and caption left; phase, ring and what comes next right."""
    scale = needs.text_scale
    column = round(
        min(max(0.30 * body.width(), _SMALLEST_COLUMN_PX * min(scale, 1.3)), _LARGEST_RING_PX + 24)
    )
    left = body.width() - column - max(gap, 24)
    caption_px = round(scale * (76 if left >= 700 * scale else 84))
    stage = QRect(body.x(), body.y(), left, body.height() - caption_px - gap // 2)
    caption = QRect(body.x(), stage.bottom() + 1 + gap // 2, left, caption_px)
    x = body.right() + 1 - column
    phase_px, counts_px, card_px = round(48 * scale), round(26 * scale), round(_CARD_PX * max(1.0, scale))
    phase = QRect(x, body.y(), column, phase_px)
    counts = QRect(x, phase.bottom() + 1, column, counts_px)
    card = QRect(x, body.bottom() + 1 - card_px, column, card_px)
    free = QRect(x, counts.bottom() + 1 + gap, column, card.y() - counts.bottom() - 1 - 2 * gap)
    side = max(80, min(free.width(), free.height(), _LARGEST_RING_PX))
    ring = QRect(free.x() + (column - side) // 2, free.y() + (free.height() - side) // 2, side, side)
    lift = (ring.y() - free.y()) // 2  # the words stay near a ring that is smaller than its room
    return stage, caption, phase.translated(0, lift), counts.translated(0, lift), ring, card


def _narrow(body: QRect, needs: Needs, gap: int) -> tuple[QRect, ...]:
    """Stage above; the ring with its words beside it below; then what comes next."""
    scale = needs.text_scale
    card_px = round(_CARD_PX * max(1.0, scale))
    words_px = round(scale * (46 + 26 + 84 + 8))
    ring_px = round(min(max(0.38 * body.width(), words_px), 0.45 * body.width()))
    row_px = max(ring_px, words_px)
    stage_px = max(160, body.height() - row_px - card_px - 2 * gap)
    stage = QRect(body.x(), body.y(), body.width(), stage_px)
    row = QRect(body.x(), stage.bottom() + 1 + gap, body.width(), row_px)
    ring = QRect(row.x(), row.y() + (row_px - ring_px) // 2, ring_px, ring_px)
    x = ring.right() + 1 + 28
    width = row.right() + 1 - x
    phase = QRect(x, row.y() + (row_px - words_px) // 2, width, round(46 * scale))
    counts = QRect(x, phase.bottom() + 1, width, round(26 * scale))
    caption = QRect(x, counts.bottom() + 1 + 8, width, round(84 * scale))
    card = QRect(row.x(), row.bottom() + 1 + gap, row.width(), card_px)
    return stage, caption, phase, counts, ring, card
