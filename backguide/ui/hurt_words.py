"""What is said to somebody whose exercise hurts. Pure functions; general guidance, no diagnosis."""

from collections.abc import Mapping

from backguide.plan.hurt import Light, Offer
from backguide.session.sides import SideGap

RATING_QUESTION = "How much does it hurt?"
RATING_HINT = "During this exercise. You can leave it out."
LEG_QUESTION = (
    "Did pain, tingling or numbness move further down your leg, or is there new numbness or weakness?"
)
TITLES: Mapping[Light, str] = {
    "green": "That much is all right",
    "amber": "Take it easier",
    "red": "Leave this one for today",
    "stop": "Stop for today",
}
SENTENCES: Mapping[Light, str] = {
    "green": "Up to 3 is acceptable. Go on for as long as it stays there.",
    "amber": (
        "Move less far, more slowly, or do fewer. It should be back to where it was before within a day."
    ),
    "red": "Try another exercise, or go on with the next one.",
    "stop": (
        "Please talk to a doctor or physiotherapist before you exercise again. "
        "Pain that moved up towards your back instead is usually a good sign.\n\n"
        "Numbness between your legs, or new trouble with bladder or bowels: get emergency help now."
    ),
}
OFFER_KEYS: Mapping[Offer, str] = {"carry_on": "C", "easier": "E", "another": "A", "skip": "N", "stop": "X"}
_OFFERS: Mapping[Offer, str] = {
    "carry_on": "Carry on",
    "easier": "Make it easier",
    "skip": "Next exercise",
    "stop": "Stop for today",
}


def offer_words(offer: Offer, another: str) -> str:
    """Return what stands on the button; `another` is the name of the exercise to try instead."""
    return _OFFERS.get(offer) or f"Try {another[:1].lower()}{another[1:]}"


def gap_words(gap: SideGap) -> str:
    """Return how much one side is short of, as in "Left side 12 s short" or "2 repetitions short"."""
    side = f"{gap.side.capitalize()} side"
    if gap.repetitions:
        return f"{side} {gap.repetitions} repetition{'s' if gap.repetitions > 1 else ''} short"
    return f"{side} {round(gap.missing_s)} s short"
