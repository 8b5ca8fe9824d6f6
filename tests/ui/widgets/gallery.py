"""Paint every widget in every theme for the eye: python tests/ui/widgets/gallery.py FOLDER [THEME ...]."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backguide.ui.theme.icons import Icon
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card, CardButton
from backguide.ui.widgets.chip import FilterChip, StatusChip
from backguide.ui.widgets.confirm_dialog import ConfirmDialog
from backguide.ui.widgets.countdown_ring import CountdownRing
from backguide.ui.widgets.divider import Divider
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.message_bar import MessageBar
from backguide.ui.widgets.navigation_rail import NavigationRail, RailItem
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.pain_question import PainQuestion
from backguide.ui.widgets.pain_scale import PainScale
from backguide.ui.widgets.rows import FactRow, NumberedSteps
from backguide.ui.widgets.scrub_bar import ScrubBar, ScrubPart
from backguide.ui.widgets.search_field import SearchField
from backguide.ui.widgets.segmented import Segmented
from backguide.ui.widgets.session_progress import SessionProgress
from backguide.ui.widgets.side_badge import SideBadge
from backguide.ui.widgets.week_strip import DayMark, WeekStrip
from backguide.ui.widgets.yes_no import YesNo

WEEK = (
    DayMark("M", "Monday", "done"),
    DayMark("T", "Tuesday", "done"),
    DayMark("W", "Wednesday", "free"),
    DayMark("T", "Thursday", "partial", share=0.6, words="3/5"),
    DayMark("F", "Friday", "not_done"),
    DayMark("S", "Saturday", "planned", is_today=True),
    DayMark("S", "Sunday", "planned"),
)


def row(*widgets: QWidget | int, gap: int = 12) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(gap)
    for widget in widgets:
        layout.addWidget(widget) if isinstance(widget, QWidget) else layout.addSpacing(widget)
    layout.addStretch(1)
    return layout


def rail() -> NavigationRail:
    items = [
        RailItem("today", "Today", Icon.HOUSE),
        RailItem("exercises", "Exercises", Icon.GRID),
        RailItem("routines", "Routines", Icon.LIST_CHECKS),
        RailItem("history", "History", Icon.BAR_CHART),
    ]
    found = NavigationRail(items, RailItem("settings", "Settings", Icon.SETTINGS))
    found.set_current("exercises")
    return found


def buttons(column: QVBoxLayout) -> None:
    asleep = Button("Not yet", size="lg")
    asleep.setEnabled(False)
    focused = Button("Focused", size="lg")
    focused.setObjectName("focused")
    column.addLayout(row(Button("Start session", size="lg", icon=Icon.PLAY), focused, asleep))
    column.addLayout(
        row(
            Button("It hurts", "pain", "lg", icon=Icon.HAND),
            Button("Change", "secondary"),
            Button("Quiet", "quiet"),
            Button(kind="secondary", icon=Icon.NEXT, name="Next"),
            Button(kind="soft", icon=Icon.PAUSE, name="Pause"),
            Button(kind="plain", icon=Icon.VOLUME, name="Sound"),
        )
    )
    chosen = FilterChip("All 12")
    chosen.setChecked(True)
    flow = FlowLayout()
    for chip in (
        chosen,
        FilterChip("Mobility"),
        StatusChip("Better", "good", icon=Icon.TRENDING_DOWN),
        StatusChip("With care", "warn", icon=Icon.ALERT_TRIANGLE),
        StatusChip("Due", "pain"),
        StatusChip("Strength", "accent"),
        StatusChip("Hands and knees"),
    ):
        flow.addWidget(chip)
    column.addLayout(flow)
    ranges = Segmented(["4 weeks", "12 weeks", "1 year", "All"], "Range", current=1)
    column.addLayout(row(ranges, Segmented(["Back", "Leg"], "Part", small=True)))


def left() -> QVBoxLayout:  # noqa: PLR0915
    column = QVBoxLayout()
    column.setSpacing(14)
    buttons(column)
    scale = PainScale("Back pain now")
    scale.set_value(3)
    column.addWidget(scale)
    badges = [SideBadge(size_px=56), SideBadge(size_px=56)]
    badges[0].show_side("L", "Left leg", "and right arm")
    badges[1].show_side("R", "Right leg", "and left arm")
    column.addLayout(row(*badges, gap=24))
    ring = CountdownRing(smallest_px=150, preferred_px=150)
    ring.setFixedSize(150, 150)
    ring.show_left(0.6, 12)
    progress = SessionProgress()
    progress.set_weights([3, 4, 2, 4, 2])
    progress.show_done([1, 0.42, 0, 0, 0])
    progress.setMinimumWidth(330)
    words = QVBoxLayout()
    words.addStretch(1)
    words.addWidget(progress)
    words.addWidget(Label("One segment an exercise, as wide as its time.", "small", "muted"))
    words.addStretch(1)
    line = row(ring, 24)
    line.insertLayout(2, words, 1)
    column.addLayout(line)
    bar = ScrubBar()
    bar.set_parts(
        [ScrubPart("Start", 2), ScrubPart("Reach", 2.5), ScrubPart("Hold 5 s", 3.5), ScrubPart("Return", 2)]
    )
    bar.show_position(0.64)
    column.addWidget(bar)
    combo = QComboBox()
    combo.addItems(["Side by side", "Front"])
    column.addLayout(row(SearchField("Search name or muscle"), QLineEdit("Text"), combo))
    column.addStretch(1)
    return column


def right() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    message = MessageBar()
    message.show_message("There is no sound device. The session goes on silently.", "warn", "Try again")
    column.addWidget(message)
    week = Card()
    week.add_header("This week", Label("3 of 5 planned days", "small", "muted"))
    week.body.addWidget(WeekStrip(WEEK))
    column.addWidget(week)
    asking = Card()
    asking.body.addWidget(
        PainQuestion("leg", "Your leg, right now", "Below the buttock, the worse of the two.")
    )
    asking.body.addSpacing(16)
    asking.body.addWidget(Divider())
    asking.body.addSpacing(16)
    question = YesNo("New trouble passing urine, or losing control of bladder or bowels?")
    question.set_answer(False)
    asking.body.addWidget(question)
    column.addWidget(asking)
    steps = [
        "Hands under shoulders, knees under hips. Look at the floor.",
        "Hold 5 seconds and keep breathing.",
    ]
    column.addWidget(NumberedSteps(steps))
    column.addLayout(
        row(
            FactRow(Icon.REPEAT, "6 each side", "typical physio dose"),
            FactRow(Icon.TIMER, "5 s hold", "about 3 min"),
            FactRow(Icon.TARGET, "Back, glutes", "deep back, hips"),
            gap=24,
        )
    )
    caution = "<b>Go easy with sore wrists or shoulders.</b> Rest on your fists, or lift only the leg."
    column.addWidget(Note(caution, "warn", icon=Icon.ALERT_TRIANGLE))
    column.addWidget(
        Note("You eased bear hold at 0:09. Next time an easier version comes first.", "pain", role="small")
    )
    pressed = CardButton("Cat cow", padding=16)
    pressed.add_widget(Label("Cat cow", "strong"))
    pressed.add_widget(Label("Mobility  ·  8 slow cycles", "small", "muted"))
    column.addWidget(pressed)
    column.addStretch(1)
    return column


def page() -> QWidget:
    window = QWidget()
    outer = QHBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(rail())
    inner = QHBoxLayout()
    inner.setContentsMargins(40, 32, 40, 32)
    inner.setSpacing(40)
    inner.addLayout(left(), 1)
    inner.addLayout(right(), 1)
    outer.addLayout(inner, 1)
    return window


def empty_page() -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    sentence = "After your first session the chart stands here: what you felt, beside what you did."
    column.addWidget(EmptyState(Icon.BAR_CHART, "Nothing to show yet", sentence, "Start a session"))
    return window


def save(window: QWidget, file: Path, width: int, height: int) -> None:
    window.resize(width, height)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    focused = window.findChild(Button, "focused")
    if focused is not None:
        window.setFocus()
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.setFocus()
        focused.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        dialog = ConfirmDialog(
            window,
            "End this session?",
            "What you did so far is kept. You can go on with it later today.",
            confirm="End session",
            decline="Go on",
        )
        dialog.ask()
    QApplication.processEvents()
    window.grab().save(str(file))
    window.close()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for theme in sys.argv[2:] or ["light", "dark", "contrast"]:
        choice, _, scale = theme.partition("@")
        apply_theme(app, choice, text_scale=float(scale or 1))
        save(page(), folder / f"gallery_{theme}.png", 1400, 1100)
        save(empty_page(), folder / f"empty_{theme}.png", 800, 500)


if __name__ == "__main__":
    main()
