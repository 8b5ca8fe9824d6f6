"""What is one step easier or harder than a variation: first within the exercise, then beside it."""

from backguide.catalogue.model import Catalogue, Exercise, Variation


def easier(catalogue: Catalogue, exercise: str, variation: str) -> tuple[Exercise, Variation] | None:
    """Return the next lower variation, else the easier neighbour, else None. KeyError for unknown names."""
    return _step(catalogue, exercise, variation, -1)


def harder(catalogue: Catalogue, exercise: str, variation: str) -> tuple[Exercise, Variation] | None:
    """Return the next higher variation, else the harder neighbour, else None. KeyError for unknown names."""
    return _step(catalogue, exercise, variation, +1)


def _step(catalogue: Catalogue, exercise: str, variation: str, by: int) -> tuple[Exercise, Variation] | None:
    here = catalogue.exercises[exercise]
    index = here.variations.index(here.variation(variation)) + by
    if 0 <= index < len(here.variations):
        return here, here.variations[index]
    neighbour = here.easier if by < 0 else here.harder
    if neighbour is None:
        return None
    slug, slash, wanted = neighbour.partition("/")
    beside = catalogue.exercises[slug]
    return beside, beside.variation(wanted if slash else None)
