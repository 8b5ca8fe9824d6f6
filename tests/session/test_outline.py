from backguide.session import outline
from backguide.session.outline import Counts, Portion
from backguide.session.preferences import SessionPreferences
from tests.session.builders import dose, exercise, timeline

CAT_COW = exercise("cat-cow", "none", of=dose(repetitions=2))
BIRD_DOG = exercise("bird-dog", "alternate", of=dose(repetitions=2))
LEG_SWING = exercise("leg-swing", "each", "supine", dose(repetitions=3, sets=2))
LINE = timeline(CAT_COW, BIRD_DOG, LEG_SWING)


def first(kind, **wanted):
    return next(
        step
        for step in LINE.steps
        if step.kind == kind and all(getattr(step, key) == value for key, value in wanted.items())
    )


def test_the_spans_of_the_exercises_touch_and_cover_the_session():
    spans = outline.item_spans(LINE)

    assert [(span.item, span.exercise) for span in spans] == [
        (0, "cat-cow"),
        (1, "bird-dog"),
        (2, "leg-swing"),
    ]
    assert spans[0].start_s == 0
    assert spans[0].end_s == spans[1].start_s == first("get_ready", item=1).start_s
    assert spans[1].end_s == spans[2].start_s == first("change_position").start_s
    assert spans[2].end_s == LINE.duration_s
    assert outline.item_start_s(LINE, 2) == spans[2].start_s


def test_a_block_begins_with_every_exercise_set_and_second_side():
    kinds = [(LINE.steps[index].kind, LINE.steps[index].item) for index in outline.block_starts(LINE)]

    assert kinds == [
        ("get_ready", 0),
        ("get_ready", 1),
        ("change_position", 2),
        ("switch_side", 2),
        ("rest", 2),
        ("switch_side", 2),
    ]


def test_a_block_begins_with_the_second_side_even_without_time_to_change():
    line = timeline(LEG_SWING, preferences=SessionPreferences(switch_side_s=0))

    begun = [line.steps[index] for index in outline.block_starts(line)]
    assert [(step.kind, step.side, step.set) for step in begun] == [
        ("get_ready", "right", 1),
        ("enter", "left", 1),
        ("rest", "right", 2),
        ("enter", "left", 2),
    ]


def test_next_up_is_the_other_side_while_sides_alternate():
    right = first("hold", item=1, side="right")

    coming = outline.next_up(LINE, right)

    assert (coming.kind, coming.side, coming.repetition) == ("enter", "left", 1)


def test_next_up_skips_repetitions_of_the_same_side_and_the_steps_between():
    working = first("enter", item=2, side="right", set=1, repetition=1)
    coming = outline.next_up(LINE, working)
    assert (coming.kind, coming.side, coming.set, coming.repetition) == ("enter", "left", 1, 1)

    then = outline.next_up(LINE, coming)
    assert (then.kind, then.side, then.set) == ("enter", "right", 2)


def test_next_up_in_a_rest_is_what_the_rest_leads_to():
    coming = outline.next_up(LINE, first("rest"))

    assert (coming.kind, coming.side, coming.set, coming.repetition) == ("enter", "right", 2, 1)


def test_nothing_is_next_in_the_last_portion():
    assert outline.next_up(LINE, LINE.steps[-1]) is None
    assert outline.next_exercise(LINE, first("get_ready", item=0)).exercise == "bird-dog"
    assert outline.next_exercise(LINE, LINE.steps[-1]) is None


def test_counts_tell_repetition_and_set_of_how_many():
    assert outline.counts_at(LINE, first("hold", item=2, set=2, repetition=3)) == Counts(3, 3, 2, 2)
    assert outline.counts_at(LINE, first("rest")) == Counts(0, 3, 2, 2)
    assert outline.counts_at(LINE, first("hold", item=1)) == Counts(1, 2, 1, 1)


def test_only_work_counts_as_planned_seconds_of_an_exercise_side_and_set():
    planned = outline.planned_work_s(LINE)

    assert list(planned.items()) == [
        (Portion(0, "cat-cow", "plain", None, 1), 22),
        (Portion(1, "bird-dog", "plain", "right", 1), 22),
        (Portion(1, "bird-dog", "plain", "left", 1), 22),
        (Portion(2, "leg-swing", "plain", "right", 1), 33),
        (Portion(2, "leg-swing", "plain", "left", 1), 33),
        (Portion(2, "leg-swing", "plain", "right", 2), 33),
        (Portion(2, "leg-swing", "plain", "left", 2), 33),
    ]


def test_changes_of_position_are_counted():
    assert outline.position_changes(LINE) == 1
    assert outline.position_changes(timeline(CAT_COW)) == 0
