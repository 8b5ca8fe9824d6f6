"""A full Fusion palette made from the tokens, so that native menus, fields and dialogs match."""

from PySide6.QtGui import QColor, QPalette

from backguide.ui.theme.tokens import Colour, Tokens

_ROLES: dict[QPalette.ColorRole, Colour] = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
}
_DISABLED: dict[QPalette.ColorRole, Colour] = {
    QPalette.ColorRole.WindowText: "muted",
    QPalette.ColorRole.Text: "muted",
    QPalette.ColorRole.ButtonText: "muted",
    QPalette.ColorRole.Button: "sunken",
    QPalette.ColorRole.Base: "sunken",
    QPalette.ColorRole.Highlight: "line_strong",
}


def make_palette(tokens: Tokens) -> QPalette:
    """Return the palette of an appearance, every role set, disabled states included."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.hex(name)))
    palette.setColor(QPalette.ColorRole.Shadow, QColor("#000000"))
    for role, name in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.hex(name)))
    return palette
