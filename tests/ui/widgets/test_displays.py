"""What only shows: ring, progress, badge, week, labels, notes, empty states; measured, named, repainted."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.ui.theme.appearance import tokens
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.chip import StatusChip
from backguide.ui.widgets.countdown_ring import CountdownRing
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.logo_mark import BodyGlyph, LogoMark
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.rows import FactRow, NumberedSteps
from backguide.ui.widgets.session_progress import SessionProgress
from backguide.ui.widgets.side_badge import SideBadge
from backguide.ui.widgets.week_strip import DayMark, WeekStrip
from tests.ui.widgets.seen import description_of, name_of, role_of, seen

LONG = (
    "Slide one foot back, then lift leg and opposite arm to level. No higher than that, and keep breathing."
)


@pytest.fixture
def show(qtbot, qapp):
    apply_theme(qapp, "light")

    def shown(widget, size=None):
        qtbot.addWidget(widget)
        widget.resize(size or widget.sizeHint())
        widget.show()
        return widget

    return shown


def count(widget, colour):
    image = widget.grab().toImage()
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def bounds(widget, colour):
    """Return the rectangle that holds every pixel of a colour."""
    image, wanted = widget.grab().toImage(), QColor(colour)
    pixels = [(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = [(x, y) for x, y in pixels if image.pixelColor(x, y) == wanted]
    return QRect(
        min(x for x, _ in inked),
        min(y for _, y in inked),
        max(x for x, _ in inked) - min(x for x, _ in inked) + 1,
        max(y for _, y in inked) - min(y for _, y in inked) + 1,
    )


def test_the_figures_of_the_countdown_can_be_read_from_three_metres(show):
    ring = show(CountdownRing(), QSize(336, 336))
    ring.show_left(1.0, 3)
    assert bounds(ring, tokens().text).height() >= 140  # 15 mm are 57 px at 96 dpi: far beyond the floor


@pytest.mark.parametrize("number", [1, 7, 10, 11, 45, 118, "1:05", "12:30"])
def test_number_and_unit_stay_within_the_ring(show, number):
    ring = show(CountdownRing(), QSize(240, 240))
    ring.show_left(0.0, number)
    ink = bounds(ring, tokens().text)
    inner = 240 * (1 - 2 * 0.062)
    assert ink.width() < inner - 16
    assert abs(ink.center().x() - 120) <= 7


def test_the_arc_shrinks_with_what_is_left(show):
    ring = show(CountdownRing(), QSize(200, 200))
    arcs = []
    for share in (1.0, 0.5, 0.1, 0.0):
        ring.show_left(share, 5)
        arcs.append(count(ring, tokens().accent))
    assert arcs == sorted(arcs, reverse=True)
    assert arcs[-1] == 0
    assert arcs[1] == pytest.approx(arcs[0] / 2, rel=0.1)


@pytest.mark.parametrize(("given", "kept"), [(1.7, 1.0), (-0.2, 0.0)])
def test_the_share_left_is_kept_between_none_and_all(show, given, kept):
    ring = show(CountdownRing())
    ring.show_left(given, 5)
    assert ring.fraction == kept


def test_the_countdown_is_a_named_progress_bar_for_screen_readers(show):
    ring = show(CountdownRing())
    ring.show_left(0.4, 12)
    assert role_of(ring) == QAccessible.Role.ProgressBar
    assert name_of(ring) == "Time left in this step"
    assert description_of(ring) == "12 seconds"
    assert seen(ring).valueInterface().currentValue() == 12


def test_the_ring_is_round_whatever_its_room(show):
    ring = show(CountdownRing(), QSize(400, 220))
    ring.show_left(1.0, 5)
    arc = bounds(ring, tokens().accent)
    assert arc.width() == pytest.approx(arc.height(), abs=2)


def test_session_progress_gives_every_exercise_the_width_of_its_time(show):
    bar = show(SessionProgress(), QSize(600, 10))
    bar.set_weights([100, 300])
    bar.show_done([1, 0])
    assert bounds(bar, tokens().accent).width() == pytest.approx(600 / 4, abs=8)
    bar.show_done([1, 0.5])
    assert bar.done == (1.0, 0.5)
    assert seen(bar).valueInterface().currentValue() == 62
    assert name_of(bar) == "Session progress"


def test_session_progress_refuses_shares_that_do_not_match(show):
    bar = show(SessionProgress())
    bar.set_weights([1, 1])
    with pytest.raises(ValueError, match="2 segments, 1 shares"):
        bar.show_done([1])


def test_an_empty_session_paints_nothing_and_does_not_fail(show):
    assert not show(SessionProgress(), QSize(100, 10)).grab().isNull()


def test_the_badge_names_the_side_in_letter_and_words(show):
    badge = show(SideBadge())
    badge.show_side("R", "Right leg", "and left arm")
    assert (badge.letter, name_of(badge)) == ("R", "Right leg and left arm")
    wide = badge.sizeHint().width()
    badge.show_side("L", "Left leg, right arm", "mirrors for the other side")
    assert badge.sizeHint().width() > wide


def test_the_week_is_told_in_words(show):
    strip = show(
        WeekStrip(
            [
                DayMark("M", "Monday", "done"),
                DayMark("T", "Tuesday", "partial", share=0.6, words="3/5"),
                DayMark("W", "Wednesday", "free"),
                DayMark("T", "Thursday", "planned", is_today=True),
            ]
        )
    )
    assert name_of(strip) == "This week"
    assert description_of(strip) == (
        "Monday: done; Tuesday: partly done 3 of 5; Wednesday: nothing planned; Thursday (today): planned"
    )


def test_every_state_of_a_day_looks_different(show):
    states = [DayMark("M", "Monday", state) for state in ("done", "not_done", "planned", "free")]
    states += [DayMark("M", "Monday", "partial", share=0.6, words="3/5")]
    states += [DayMark("M", "Monday", "planned", is_today=True)]
    strip = show(WeekStrip(), QSize(60, 70))
    pictures = []
    for day in states:
        strip.show_days([day])
        pictures.append(strip.grab().toImage())
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[i + 1 :])


def test_a_paragraph_grows_downwards_as_it_gets_narrower(show):
    label = show(Label(LONG, wrap=True))
    assert label.heightForWidth(200) > label.heightForWidth(400) > label.heightForWidth(2000)


def test_lines_have_the_leading_of_their_role(show):
    label = show(Label("one\ntwo\nthree", wrap=True))
    assert label.heightForWidth(500) == pytest.approx(3 * 16 * 1.45, abs=1)


def test_bold_words_are_drawn_heavier_and_read_without_marks(show):
    plain, bold = show(Label("Go easy today")), show(Label("<b>Go easy</b> today"))
    assert count(bold, tokens().text) > count(plain, tokens().text) * 1.2
    assert name_of(bold) == "Go easy today"
    assert role_of(bold) == QAccessible.Role.StaticText


def test_other_signs_are_words_not_marks(show):
    assert name_of(show(Label("1 < 2 & 3 > 2 <i>"))) == "1 < 2 & 3 > 2 <i>"


def test_a_label_takes_the_ink_of_its_token_in_every_theme(show, qapp):
    label = show(Label("Hold", "display"))
    for theme in ("light", "dark", "contrast"):
        apply_theme(qapp, theme)
        assert count(label, tokens().text) > 50
    label.set_colour("accent_text")
    assert count(label, tokens().accent_text) > 50


def test_only_an_eliding_label_may_be_squeezed(show):
    fixed, eliding = show(Label(LONG)), show(Label(LONG, elide=True))
    assert fixed.minimumSizeHint() == fixed.sizeHint()
    assert eliding.minimumSizeHint().width() < 80
    eliding.resize(120, 24)
    assert bounds(eliding, tokens().text).right() <= 120


def test_words_can_be_set_to_the_right(show):
    label = show(Label("8:20 left", align=Qt.AlignmentFlag.AlignRight), QSize(300, 24))
    assert bounds(label, tokens().text).right() > 294


def test_a_card_keeps_its_content_off_its_edge(show):
    card = Card(padding=28)
    card.add_header("This week", Label("3 of 5 planned days", "small", "muted"))
    inside = Label(LONG, wrap=True)
    card.body.addWidget(inside)
    show(card, QSize(400, 200))
    assert inside.geometry().left() == 28
    assert card.surface_rect().height() == 196


def test_steps_are_numbered_and_can_be_exchanged(show, qapp):
    steps = show(NumberedSteps(["One thing", "Another"]))
    assert [label.accessibleName() for label in steps.findChildren(Label)] == ["1. One thing", "2. Another"]
    steps.show_steps(["Only this"])
    qapp.processEvents()
    shown = [label.accessibleName() for label in steps.findChildren(Label) if label.isVisibleTo(steps)]
    assert shown == ["1. Only this"]


def test_a_fact_without_a_source_shows_no_empty_line(show):
    fact = show(FactRow(Icon.TIMER, "5 s hold"))
    assert not fact.sub.isVisibleTo(fact)
    fact.show_fact("6 each side", "typical dose")
    assert fact.sub.isVisibleTo(fact)


@pytest.mark.parametrize("tone", ["neutral", "warn", "pain", "good", "danger", "accent"])
def test_a_note_says_its_words(show, tone):
    note = show(Note("<b>Go easy.</b> Rest on your fists.", tone, icon=Icon.INFO))
    note.set_text("Rest.")
    assert name_of(note.label) == "Rest."


def test_an_empty_state_offers_what_to_do_next(show, qtbot):
    empty = show(EmptyState(Icon.BAR_CHART, "Nothing to show yet", "Do a session first.", "Start a session"))
    with qtbot.waitSignal(empty.action_requested, timeout=1000):
        empty.action.click()


def test_an_empty_state_may_have_nothing_to_do(show):
    assert show(EmptyState(Icon.SEARCH, "Nothing found", "Try another word.")).action is None


@pytest.mark.parametrize("make", [lambda: LogoMark(40), lambda: BodyGlyph("back"), lambda: BodyGlyph("leg")])
def test_marks_follow_the_theme(show, qapp, make):
    mark = show(make())
    before = mark.grab().toImage()
    apply_theme(qapp, "dark")
    assert mark.grab().toImage() != before


def flow_of(qtbot, sizes):
    window = QWidget()
    flow = FlowLayout(gap=10, row_gap=6)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(flow)
    column.addStretch(1)
    boxes = []
    for width, height in sizes:
        box = QWidget()
        box.setFixedSize(width, height)
        flow.addWidget(box)
        boxes.append(box)
    qtbot.addWidget(window)
    return window, flow, boxes


def test_a_flow_wraps_where_the_next_thing_would_not_fit(qtbot):
    window, flow, boxes = flow_of(qtbot, [(100, 30)] * 5)
    window.resize(330, 300)
    window.show()
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (220, 0), (0, 36), (110, 36)]
    assert [flow.heightForWidth(width) for width in (320, 210, 100)] == [66, 102, 174]


def test_things_of_different_height_stand_on_one_middle(qtbot):
    window, _, boxes = flow_of(qtbot, [(50, 36), (50, 28)])
    window.resize(300, 100)
    window.show()
    assert [box.y() for box in boxes] == [0, 4]


def test_a_hidden_thing_takes_no_room(qtbot):
    window, _flow, boxes = flow_of(qtbot, [(100, 30)] * 3)
    boxes[0].hide()
    window.resize(330, 100)
    window.show()
    assert boxes[1].x() == 0


def test_an_empty_flow_is_empty(qtbot):
    window, flow, _boxes = flow_of(qtbot, [])
    assert window.layout() is not None
    assert flow.heightForWidth(100) == 0
    assert (flow.itemAt(0), flow.takeAt(0), flow.count()) == (None, None, 0)


def test_headers_of_neighbouring_cards_stand_on_one_line(show):
    with_chip, with_words = Card(), Card()
    headings = [
        with_chip.add_header("Your back", StatusChip("Due", "pain")),
        with_words.add_header("This week", Label("3 of 5 planned days", "small", "muted")),
    ]
    for card in (with_chip, with_words):
        show(card, QSize(400, 200))
    assert headings[0].geometry().center().y() == headings[1].geometry().center().y()


def test_a_painter_is_ended_when_painting_fails():
    paper = QPixmap(8, 8)
    with pytest.raises(ZeroDivisionError), smooth_painter(paper) as painter:
        _ = 1 / 0
    assert not painter.isActive()
