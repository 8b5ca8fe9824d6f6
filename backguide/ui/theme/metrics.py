"""Distances, radii and times that every page shares, in px and ms."""

from typing import Literal

SPACE_XS = 4
SPACE_S = 8
SPACE_M = 12
SPACE_L = 16
SPACE_XL = 20
SPACE_2XL = 24
SPACE_3XL = 32
SPACE_4XL = 40

PAGE_MARGIN = 40  # pages with the rail
FOCUS_MARGIN = 96  # pages that ask for one thing
PLAYER_MARGIN = 32
NARROW_MARGIN = 24
CARD_GAP = 20  # between cards
CARD_PADDING = 28

RADIUS_CONTROL = 14  # fields, cells, notes
RADIUS_CARD = 20
RADIUS_STAGE = 24

FOCUS_GAP = 2  # between a shape and its focus ring
FOCUS_WIDTH = 3
FOCUS_ROOM = FOCUS_GAP + FOCUS_WIDTH  # what a painted control keeps free around its shape
TARGET = 44  # the smallest side of anything that can be pressed

Motion = Literal["hover", "press", "page", "phase", "side"]
KEY_POSE_MS = 160  # one pose of the figure melts into the next where motion is reduced: it is no movement
DURATIONS_MS: dict[Motion, int] = {"hover": 120, "press": 80, "page": 180, "phase": 240, "side": 400}
