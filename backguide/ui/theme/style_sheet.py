"""The small style sheet for native fields; everything with a character of its own is painted instead."""

from string import Template

from backguide.ui.theme.tokens import Colour, Tokens

_USED: tuple[Colour, ...] = (
    "surface",
    "sunken",
    "text",
    "muted",
    "line",
    "line_strong",
    "accent",
    "on_accent",
    "accent_soft",
    "accent_text",
    "focus",
    "hover",
    "ring_track",
)
_TEMPLATE = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateTimeEdit {
    background: $surface; color: $text; border: 1px solid $line_strong; border-radius: 14px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted;
}
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit { padding: 0 14px; min-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: 10px 14px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QSpinBox:hover,
QDateTimeEdit:hover { border-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateTimeEdit:focus { border: 3px solid $focus; padding-left: 12px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled,
QDateTimeEdit:disabled { background: $sunken; color: $muted; border-color: $line; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 40px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url($arrow_down); width: 18px; height: 18px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 36px; }
QSpinBox::up-arrow { image: url($arrow_up); width: 16px; height: 16px; }
QSpinBox::down-arrow { image: url($arrow_down); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $line_strong; padding: 6px; outline: none;
    selection-background-color: $accent_soft; selection-color: $accent_text;
}
QComboBox QAbstractItemView::item { min-height: 36px; padding: 0 8px; border-radius: 10px; }
.QPushButton {
    background: $surface; color: $text; border: 2px solid $line_strong; border-radius: ${pill}px;
    padding: 0 20px; min-height: ${button}px;
}
.QPushButton:hover { background: $hover; }
.QPushButton:pressed { background: $sunken; }
.QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
.QPushButton:focus { border: 3px solid $focus; }
.QPushButton:disabled { background: $sunken; color: $muted; border-color: $line; }
.QCheckBox, .QRadioButton { spacing: 12px; min-height: 44px; color: $text; }
.QCheckBox::indicator, .QRadioButton::indicator {
    width: 20px; height: 20px; border: 2px solid $line_strong; background: $surface;
}
.QCheckBox::indicator { border-radius: 7px; }
.QRadioButton::indicator { border-radius: 12px; }
.QCheckBox::indicator:hover, .QRadioButton::indicator:hover { background: $hover; }
.QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
.QRadioButton::indicator:checked {
    background: $surface; border: 7px solid $accent; width: 10px; height: 10px;
}
.QCheckBox::indicator:focus, .QRadioButton::indicator:focus { border-color: $focus; }
.QCheckBox:disabled, .QRadioButton:disabled { color: $muted; }
QSlider { min-height: 44px; }
QSlider::groove:horizontal { height: 6px; border-radius: 3px; background: $ring_track; }
QSlider::sub-page:horizontal { border-radius: 3px; background: $accent; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -7px 0; border-radius: 10px;
    border: 3px solid $accent; background: $surface;
}
QSlider::handle:horizontal:focus { border-color: $focus; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface; }
QCalendarWidget QToolButton {
    background: transparent; color: $text; border: none; border-radius: 14px; padding: 0 12px;
    min-height: ${field}px; min-width: 20px;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView {
    color: $text; border: none; outline: none;
    selection-background-color: $accent; selection-color: $on_accent;
}
QCalendarWidget QAbstractItemView:disabled { color: $line_strong; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $accent_text; }
QMenu { background: $surface; color: $text; border: 1px solid $menu_line; padding: 6px; }
QMenu::item { padding: 9px 28px 9px 16px; border-radius: 10px; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 6px 10px; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 6px 10px; }
QTableView { background: transparent; color: $text; border: none; outline: none; }
QTableView::item { padding: 0 10px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $accent_soft; color: $accent_text; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: transparent; color: $muted; padding: 0 10px;
    border: none; border-bottom: 1px solid $line_strong;
}
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 2px; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def make_style_sheet(tokens: Tokens, text_scale: float = 1.0) -> str:
    """Return the style sheet of an appearance. Fields are at least 44 px high, more with larger text."""
    theme = "dark" if tokens.is_dark else "light"
    values: dict[str, str] = {name: tokens.hex(name) for name in _USED}
    values |= {
        "field": str(round(46 * text_scale)),
        "menu_line": tokens.line,
        "arrow_down": f":/icons/field-arrow-{theme}.svg",
        "arrow_up": f":/icons/field-arrow-up-{theme}.svg",
        "check": f":/icons/field-check-{theme}.svg",
        "button": str(round(44 * text_scale)),
        "pill": str(round(44 * text_scale) // 2 + 2),
    }
    return _TEMPLATE.substitute(values)
