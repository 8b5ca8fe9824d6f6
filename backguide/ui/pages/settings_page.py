"""Settings: every choice acts at once and is kept."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backguide import __version__
from backguide.desktop.sound import Cue
from backguide.session import speech
from backguide.ui.figure.looks import LOOKS
from backguide.ui.pages.file_choice import DesktopFileChoice, FileChoice
from backguide.ui.pages.scroll_page import ScrollPage
from backguide.ui.pages.setting_rows import ChoiceControl, SettingRow, SettingsSection
from backguide.ui.pages.settings_data import DataSection
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.scrub_bar import ScrubBar, ScrubPart

_WIDEST_PX = 960
_VOLUME_PX = 220
_ON_OFF = (("On", True), ("Off", False))
_THEMES = (("System", "system"), ("Light", "light"), ("Dark", "dark"), ("High contrast", "contrast"))
_FIGURES = tuple((slug.capitalize(), slug) for slug in LOOKS)
_SIZES = (("100 %", 1.0), ("115 %", 1.15), ("130 %", 1.3), ("150 %", 1.5))
_MOTION = (("System", "system"), ("On", "on"), ("Off", "off"))
_VOICE = (("Full", "full"), ("Short", "short"), ("Tones only", "beeps"))
_VOICE_SAMPLE = (speech.HALFWAY,)
_READY = (("3 s", 3.0), ("5 s", 5.0), ("10 s", 10.0), ("15 s", 15.0))
_SIDES = (("Left", "left"), ("Right", "right"), ("Take turns", "alternate"))
_ABOUT = (
    "Guided exercise for the lower back, with a history that shows honestly whether it helps. "
    "Free software under the MIT licence."
)
_NO_ADVICE = (
    "<b>General guidance, not medical advice.</b> Backguide makes no diagnosis and does not replace a "
    "doctor or physiotherapist."
)


class SettingsPage(ScrollPage):
    """`controls` holds the choices by the name of their preference."""

    def __init__(
        self, services: Services, parent: QWidget | None = None, *, files: FileChoice | None = None
    ) -> None:
        super().__init__("Settings", widest_px=_WIDEST_PX, parent=parent)
        self._services = services
        self.controls: dict[str, ChoiceControl] = {}
        self.volume = ScrubBar("Volume of the tones")
        self.try_sound = Button("Try", "secondary", "sm", icon=Icon.VOLUME, name="Try the tones")
        self.voice_volume = ScrubBar("Volume of the voice")
        self.try_voice = Button("Try", "secondary", "sm", icon=Icon.VOLUME, name="Try the voice")
        self.data = DataSection(services, files or DesktopFileChoice())
        for section in (
            self._make_appearance(),
            self._make_sound(),
            self._make_session(),
            self.data,
            _make_about(),
        ):
            self.column.addWidget(section)
        self.column.addStretch(1)
        self._show_volume()
        services.preferences.changed.connect(self._on_preferences_changed)
        self.volume.position_changed.connect(self._on_volume_position_changed)
        self.try_sound.clicked.connect(self._on_try_sound_clicked)
        self.voice_volume.position_changed.connect(self._on_voice_volume_position_changed)
        self.try_voice.clicked.connect(self._on_try_voice_clicked)

    def refresh(self) -> None:
        """Show the choices in force, and be ready to let them be heard."""
        self._on_preferences_changed()
        self._services.speech.wake()

    def _make_appearance(self) -> SettingsSection:
        motion = "Figures step from pose to pose, and pages change without moving."
        return SettingsSection(
            "Appearance",
            [
                self._row("theme", "Theme", "System follows your desktop.", _THEMES),
                self._row("figure", "Figure", "Who shows you the exercises.", _FIGURES),
                self._row("text_scale", "Text size", "", _SIZES),
                self._row("reduced_motion", "Less movement", motion, _MOTION),
            ],
        )

    def _make_sound(self) -> SettingsSection:
        about = "A voice and short tones, so that you need not look."
        voice = "Full explains what to do; Short says the exercise and the side."
        return SettingsSection(
            "Sound",
            [
                self._row("sound_on", "Sound", about, _ON_OFF),
                self._row("voice", "Voice", voice, _VOICE),
                SettingRow("Volume of the voice", "", _make_loudness(self.voice_volume, self.try_voice)),
                SettingRow("Volume of the tones", "", _make_loudness(self.volume, self.try_sound)),
            ],
        )

    def _make_session(self) -> SettingsSection:
        ready = "Time to get into position before an exercise begins."
        side = "Where an exercise has two sides. Taking turns starts with the other one each session."
        awake = "So that you can see the count from the mat."
        return SettingsSection(
            "Session",
            [
                self._row("get_ready_s", "Get ready", ready, _READY),
                self._row("first_side", "First side", side, _SIDES),
                self._row("keep_awake", "Keep the screen on during a session", awake, _ON_OFF),
            ],
        )

    def _row(self, key: str, title: str, sub: str, offered: Sequence[tuple[str, Any]]) -> SettingRow:
        value = getattr(self._services.preferences.values, key)
        control = ChoiceControl(title, offered, value, unusual=_unusual(key, value))
        control.setObjectName(key)
        control.value_chosen.connect(self._on_control_value_chosen)
        self.controls[key] = control
        return SettingRow(title, sub, control)

    def _show_volume(self) -> None:
        values = self._services.preferences.values
        speaks = values.sound_on and values.voice != "beeps"
        for bar, button, volume, has_effect in (
            (self.volume, self.try_sound, values.sound_volume, values.sound_on),
            (self.voice_volume, self.try_voice, values.voice_volume, speaks),
        ):
            bar.show_position(volume)
            bar.set_parts([ScrubPart(f"{round(100 * volume)} %", 1)])
            bar.setEnabled(has_effect)
            button.setEnabled(has_effect)
        self.controls["voice"].setEnabled(values.sound_on)

    @Slot(object)
    def _on_control_value_chosen(self, value: object) -> None:
        self._services.preferences.change(**{self.sender().objectName(): value})

    @Slot(float)
    def _on_volume_position_changed(self, position: float) -> None:
        self._services.preferences.change(sound_volume=round(position, 2))

    @Slot()
    def _on_try_sound_clicked(self) -> None:
        self._services.sounds.expect_sound()
        self._services.sounds.play(Cue.START)

    @Slot(float)
    def _on_voice_volume_position_changed(self, position: float) -> None:
        self._services.preferences.change(voice_volume=round(position, 2))

    @Slot()
    def _on_try_voice_clicked(self) -> None:
        self._services.sounds.expect_sound()
        self._services.speech.say(_VOICE_SAMPLE)

    @Slot()
    def _on_preferences_changed(self) -> None:
        for key, control in self.controls.items():
            control.show_value(getattr(self._services.preferences.values, key))
        self._show_volume()


def _make_loudness(volume: ScrubBar, trial: Button) -> QWidget:
    loudness = QWidget()
    row = QHBoxLayout(loudness)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    volume.setFixedWidth(_VOLUME_PX)
    row.addWidget(volume)
    row.addWidget(trial, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return loudness


def _unusual(key: str, value: object) -> str:
    """Return the label of a value that a file holds and the page does not offer."""
    if isinstance(value, float) and key == "text_scale":
        return f"{round(100 * value)} %"
    return f"{value:g} s" if isinstance(value, float) else str(value)


def _make_about() -> Card:
    card = Card()
    card.add_header("About Backguide", Label(f"Version {__version__}", "small", "muted"), gap=6)
    card.body.addWidget(Label(_ABOUT, "body", "muted", wrap=True))
    card.body.addSpacing(16)
    card.body.addWidget(Note(_NO_ADVICE, icon=Icon.INFO))
    return card
