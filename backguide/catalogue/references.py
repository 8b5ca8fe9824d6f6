"""Names in one file that must exist in another. Reasons are returned in words, None when all is well."""

from collections.abc import Mapping

from backguide.catalogue.model import Exercise, Routine


def missing_neighbour(exercise: Exercise, exercises: Mapping[str, Exercise]) -> tuple[str, str] | None:
    """Return key and reason for the first neighbour that does not exist among `exercises`."""
    for key, name in (("easier", exercise.easier), ("harder", exercise.harder)):
        if name is None:
            continue
        slug, slash, variation = name.partition("/")
        if slug == exercise.slug:
            return key, "names the exercise itself"
        reason = _missing(slug, variation if slash else None, exercises)
        if reason is not None:
            return key, reason
    return None


def missing_item(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[str, str] | None:
    """Return key and reason for the first item that does not exist among `exercises`."""
    for index, item in enumerate(routine.items):
        reason = _missing(item.exercise, None, exercises)
        if reason is not None:
            return f"items[{index}].exercise", reason
        reason = _missing(item.exercise, item.variation, exercises)
        if reason is not None:
            return f"items[{index}].variation", reason
    return None


def _missing(slug: str, variation: str | None, exercises: Mapping[str, Exercise]) -> str | None:
    exercise = exercises.get(slug)
    if exercise is None:
        return f'names "{slug}", which is no exercise that could be read'
    known = [other.slug for other in exercise.variations]
    if variation is not None and variation not in known:
        return f'names "{variation}", but {slug} has only {", ".join(known)}'
    return None
