"""The colour tokens of the three appearances; the tests check the contrast of every pair used together."""

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark", "contrast"]
Colour = Literal[
    "bg",
    "rail",
    "surface",
    "sunken",
    "line",
    "line_strong",
    "text",
    "muted",
    "accent",
    "accent_hover",
    "accent_press",
    "on_accent",
    "accent_soft",
    "accent_text",
    "pain",
    "on_pain",
    "pain_soft",
    "pain_text",
    "bar",
    "good",
    "good_soft",
    "warn",
    "warn_soft",
    "danger",
    "danger_soft",
    "focus",
    "stage0",
    "stage1",
    "ring_track",
    "hover",
    "thumb",
]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One appearance: colours as `#RRGGBB`, and what the figure and the shadows need to know.

    Pine (`accent`) is what a person does, plum (`pain`) what they felt, red (`danger`) an emergency. `hover`
    is the fill of an outlined or bare control under the pointer, `thumb` the chosen part of a segmented
    control. `shadow_alpha` is 0 to 255 for one of six layers; 0 means no shadow at all.
    """

    name: ThemeName
    bg: str
    rail: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    accent_text: str
    pain: str
    on_pain: str
    pain_soft: str
    pain_text: str
    bar: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    focus: str
    stage0: str
    stage1: str
    ring_track: str
    hover: str
    thumb: str
    shadow: str
    shadow_alpha: int

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than the page; the figure picks its own shades by this."""
        return self.name != "light"

    def hex(self, colour: Colour) -> str:
        """Return the `#RRGGBB` of a token by its name."""
        value = getattr(self, colour)
        assert isinstance(value, str)
        return value


LIGHT = Tokens(
    name="light",
    bg="#F7F5F0",
    rail="#F1EEE7",
    surface="#FFFFFF",
    sunken="#EFEBE3",
    line="#E4DFD5",
    line_strong="#848C8A",
    text="#1B282B",
    muted="#55646A",
    accent="#0B7A6B",
    accent_hover="#096558",
    accent_press="#075248",
    on_accent="#FFFFFF",
    accent_soft="#DDEFEA",
    accent_text="#075C51",
    pain="#6B2A86",
    on_pain="#FFFFFF",
    pain_soft="#F2E8F6",
    pain_text="#5A2172",
    bar="#539F92",
    good="#2A7346",
    good_soft="#E2F1E6",
    warn="#845600",
    warn_soft="#FBF1DC",
    danger="#B3261E",
    danger_soft="#FBE9E7",
    focus="#1B4FD8",
    stage0="#EFF5F1",
    stage1="#DFEBE6",
    ring_track="#E3EAE6",
    hover="#F1F6F3",
    thumb="#FFFFFF",
    shadow="#1B3232",
    shadow_alpha=6,
)

DARK = Tokens(
    name="dark",
    bg="#11181A",
    rail="#151D20",
    surface="#1A2326",
    sunken="#20292C",
    line="#2B373B",
    line_strong="#718186",
    text="#EAF0EE",
    muted="#A6B4B6",
    accent="#4CC3A2",
    accent_hover="#6AD3B6",
    accent_press="#3FB092",
    on_accent="#06231C",
    accent_soft="#17382F",
    accent_text="#84DFC6",
    pain="#EFC6FB",
    on_pain="#35123F",
    pain_soft="#35233D",
    pain_text="#EFCBFA",
    bar="#2F7A69",
    good="#7BD69A",
    good_soft="#183322",
    warn="#F0C070",
    warn_soft="#372C15",
    danger="#FF9C92",
    danger_soft="#431E1B",
    focus="#8FB4FF",
    stage0="#243235",
    stage1="#182225",
    ring_track="#2A383B",
    hover="#232F32",
    thumb="#2B373B",
    shadow="#000000",
    shadow_alpha=0,
)

CONTRAST = Tokens(
    name="contrast",
    bg="#000000",
    rail="#000000",
    surface="#000000",
    sunken="#1C1C1C",
    line="#FFFFFF",
    line_strong="#FFFFFF",
    text="#FFFFFF",
    muted="#E6E6E6",
    accent="#5CF2C8",
    accent_hover="#8CF7DA",
    accent_press="#3FD9AE",
    on_accent="#000000",
    accent_soft="#003D2E",
    accent_text="#8CF7DA",
    pain="#F7B8FF",
    on_pain="#000000",
    pain_soft="#3A0A47",
    pain_text="#FAD2FF",
    bar="#2FBF9B",
    good="#8CFFB0",
    good_soft="#003314",
    warn="#FFD54A",
    warn_soft="#332600",
    danger="#FFB3AB",
    danger_soft="#4A0B06",
    focus="#FFE100",
    stage0="#101010",
    stage1="#101010",
    ring_track="#3A3A3A",
    hover="#262626",
    thumb="#1C1C1C",
    shadow="#000000",
    shadow_alpha=0,
)


def rating_dot(tokens: Tokens) -> str:
    """Return `pain` mixed 66 % into `surface`: opaque, so dots that overlap do not darken."""
    return mixed(tokens.pain, tokens.surface, 0.66)


def mixed(over: str, under: str, share: float) -> str:
    """Return `share` (0 to 1) of one `#RRGGBB` laid over another."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def contrast_ratio(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two `#RRGGBB`, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
