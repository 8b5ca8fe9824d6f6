"""Where the player's parts go in a window of any size. Pure arithmetic on rectangles."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from backguide.ui.theme.metrics import NARROW_MARGIN, PLAYER_MARGIN

_LARGEST_RING_PX = 560
_SMALLEST_COLUMN_PX = 230
_CARD_PX = 112
_PHASE_PX, _FAR_PHASE_PX = 48, 70
_COUNTS_PX, _FAR_COUNTS_PX = 26, 40
_FAR_CAPTION_PX = 116
_LOW_PX = 230  # of height between header and controls: below this, all words stand beside each other
_LOW_STAGE_SHARE, _LOW_RING_SHARE = 0.34, 0.26  # of the width
_FAR_FROM_PX = QSize(1500, 900)  # a window this large is seen from further away
_RING_SHARE = 0.62  # of its column: below this, what comes next makes room for the countdown
_NARROW_RING_SHARE = 0.39  # of the width
_STAGE_SHARE = 0.42  # of the width: below this, what comes next makes room for the figure

_Middle = tuple[QRect, QRect, QRect, QRect, QRect, QRect]


@dataclass(frozen=True, slots=True)
class Needs:
    """Heights in px that the parts ask for, and the text size in force."""

    header_px: int
    controls_px: int
    message_px: int  # 0 without a message
    text_scale: float


@dataclass(frozen=True, slots=True)
class Places:
    """One rectangle for each part; `far` tells that its words are to be large.

    `middle` is all that lies between message and controls. `next_card` is empty where it has no room.
    """

    header: QRect
    message: QRect
    stage: QRect
    caption: QRect
    phase: QRect
    counts: QRect
    ring: QRect
    next_card: QRect
    controls: QRect
    middle: QRect
    words_centred: bool
    far: bool


def is_narrow(size: QSize, text_scale: float) -> bool:
    """Tell whether the window is rather tall than wide, so that the ring stands below the stage."""
    return size.width() < size.height() * 1.05 and size.width() < 1000 * max(1.0, text_scale)


def is_far(size: QSize, text_scale: float) -> bool:
    """Tell whether the window is so large that its words are to be read from further away."""
    return size.width() >= _FAR_FROM_PX.width() * text_scale and size.height() >= _FAR_FROM_PX.height()


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
    far = not narrow and is_far(size, needs.text_scale)
    low = not narrow and body.height() < _LOW_PX * needs.text_scale
    if narrow:
        middle = _narrow(body, needs, gap)
    elif low:
        middle = _low(body, needs, gap)
    else:
        middle = _wide(body, needs, gap, far=far)
    return Places(header, message, *middle, controls, body, words_centred=not narrow and not low, far=far)


def _wide(body: QRect, needs: Needs, gap: int, *, far: bool) -> _Middle:
    """Stage and caption left; phase, ring and what comes next right."""
    scale = needs.text_scale
    column = round(min(max(0.30 * body.width(), _SMALLEST_COLUMN_PX), _LARGEST_RING_PX + 24))
    left = body.width() - column - max(gap, 24)
    caption_px = round(scale * (_FAR_CAPTION_PX if far else 76 if left >= 700 * scale else 84))
    stage = QRect(body.x(), body.y(), left, body.height() - caption_px - gap // 2)
    caption = QRect(body.x(), stage.bottom() + 1 + gap // 2, left, caption_px)
    x = body.right() + 1 - column
    phase = QRect(x, body.y(), column, round((_FAR_PHASE_PX if far else _PHASE_PX) * scale))
    counts = QRect(x, phase.bottom() + 1, column, round((_FAR_COUNTS_PX if far else _COUNTS_PX) * scale))
    free = QRect(x, counts.bottom() + 1 + gap, column, body.bottom() - counts.bottom() - gap)
    card_px = round(_CARD_PX * max(1.0, scale))
    card = QRect(x, body.bottom() + 1 - card_px, column, card_px)
    if free.height() - card_px - gap >= _RING_SHARE * column:
        free.setHeight(free.height() - card_px - gap)
    else:
        card = QRect()
    ring = _ring_in(free)
    lift = (ring.y() - free.y()) // 2  # the words stay near a ring that is smaller than its room
    return stage, caption, phase.translated(0, lift), counts.translated(0, lift), ring, card


def _narrow(body: QRect, needs: Needs, gap: int) -> _Middle:
    """Stage above; the ring with its words beside it below; then what comes next."""
    scale = needs.text_scale
    column = round(_NARROW_RING_SHARE * body.width())
    width = body.width() - column - 28
    caption_px = round(scale * (100 if width >= 330 * scale else 122))
    words_px = round(scale * (_PHASE_PX + _COUNTS_PX)) + 8 + caption_px
    row_px = max(column, words_px)
    card_px = round(_CARD_PX * max(1.0, scale))
    stage_px = body.height() - row_px - gap
    has_card = stage_px - card_px - gap >= _STAGE_SHARE * body.width()
    if has_card:
        stage_px -= card_px + gap
    stage = QRect(body.x(), body.y(), body.width(), stage_px)
    row = QRect(body.x(), stage.bottom() + 1 + gap, body.width(), row_px)
    x = row.x() + column + 28
    phase = QRect(x, row.y() + (row_px - words_px) // 2, width, round(_PHASE_PX * scale))
    counts = QRect(x, phase.bottom() + 1, width, round(_COUNTS_PX * scale))
    caption = QRect(x, counts.bottom() + 1 + 8, width, caption_px)
    card = QRect(row.x(), row.bottom() + 1 + gap, row.width(), card_px) if has_card else QRect()
    return stage, caption, phase, counts, _ring_in(QRect(row.x(), row.y(), column, row_px)), card


def _low(body: QRect, needs: Needs, gap: int) -> _Middle:
    """Stage, words and ring beside each other; what comes next has no room."""
    scale = needs.text_scale
    stage = QRect(body.x(), body.y(), round(_LOW_STAGE_SHARE * body.width()), body.height())
    column = round(_LOW_RING_SHARE * body.width())
    room = QRect(body.right() + 1 - column, body.y(), column, body.height())
    x = stage.right() + 1 + gap
    width = room.x() - gap - x
    phase = QRect(x, body.y(), width, round(_PHASE_PX * scale))
    counts = QRect(x, phase.bottom() + 1, width, round(_COUNTS_PX * scale))
    caption = QRect(x, counts.bottom() + 1, width, body.bottom() - counts.bottom())
    return stage, caption, phase, counts, _ring_in(room), QRect()


def _ring_in(free: QRect) -> QRect:
    """Return the largest square in the middle of a room."""
    side = max(1, min(free.width(), free.height(), _LARGEST_RING_PX))
    return QRect(free.x() + (free.width() - side) // 2, free.y() + (free.height() - side) // 2, side, side)
