"""The side that works is the same in the step, in the words, in the picture and on the badge."""

from functools import partial

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Catalogue
from backguide.catalogue.neighbours import easier
from backguide.session import speech
from backguide.session.changes import eased_out, made_up, varied
from backguide.session.compile import compile_timeline
from backguide.session.outline import is_work, portion_of
from backguide.session.preferences import SessionPreferences
from backguide.session.progress import Progress
from backguide.session.sides import side_gap
from backguide.session.speech_plan import SpeechPlan
from backguide.session.timeline import Step, Timeline
from backguide.ui.figure.playback import side_shown
from backguide.ui.pages.player_stage import PlayerStage

CATALOGUE = load_catalogue(assets.folder())
SIDES = ("left", "right")


def changed(line: Timeline, preferences: SessionPreferences) -> Timeline:
    """Return the timeline after something hurt, was made easier, and was made up on one side."""
    done = {portion_of(step): 0.0 for step in line.steps if is_work(step)}
    for step in line.steps:
        if is_work(step) and step.side != "left":
            done[portion_of(step)] += step.duration_s
    for item in sorted({step.item for step in line.steps}):
        gap = side_gap(line, item, done)
        if gap is not None:
            at = Progress(line, line.steps[-1], line.steps[-1].start_s, 0.0)
            line = made_up(at, CATALOGUE, preferences, gap, at_end=True).timeline
    for change in (partial(eased_out), easier_way):
        step = next(step for step in line.steps if step.kind == "hold" and step.side is not None)
        at = Progress(line, step, step.start_s + step.duration_s / 2, 0.0)
        line = change(at, CATALOGUE, preferences).timeline
    return line


def easier_way(at: Progress, catalogue: Catalogue, preferences: SessionPreferences):
    to = easier(catalogue, at.step.exercise, at.step.variation)
    return varied(at, catalogue, preferences, to) if to else eased_out(at, catalogue, preferences)


def texts_of(step: Step, side: str) -> set[str]:
    """Return every sentence that means this side for the exercise of a step."""
    exercise = CATALOGUE.exercises[step.exercise]
    variation = exercise.variation(step.variation)
    texts = {speech.side_words(variation, side), speech.side_first(variation, side)}
    return texts | {speech.change_sides(exercise.position, variation, side)}


def lines() -> list[Timeline]:
    found = []
    for routine in CATALOGUE.routines.values():
        for first in SIDES:
            preferences = SessionPreferences(first_side=first)
            line = compile_timeline(routine, CATALOGUE, preferences)
            sided = any(step.side for step in line.steps)
            found += [line, changed(line, preferences)] if sided else [line]
    return found


@pytest.mark.parametrize("level", ["full", "short"])
def test_what_is_said_names_the_side_of_its_step(level):
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, level, lambda _text: 0.8)
        named = 0
        for step in line.steps:
            said = set(plan.at_start_of(step).texts) if plan.at_start_of(step) else set()
            if step.side is None:
                continue
            other = "left" if step.side == "right" else "right"
            assert not said & texts_of(step, other), (step, said)
            named += bool(said & texts_of(step, step.side))
        assert named or not any(step.side for step in line.steps)


def test_the_picture_shows_the_side_of_its_step():
    for line in lines():
        for step in line.steps:
            for share in (0.0, 0.25, 0.75, 1.0):
                shown = side_shown(step, share * step.duration_s)
                if step.kind != "switch_side" or share >= 0.5:
                    assert shown == step.side


def test_the_badge_names_the_side_of_its_step(qtbot, services):
    stage = PlayerStage(services.catalogue, services.motions)
    qtbot.addWidget(stage)
    stage.resize(640, 400)
    line = lines()[1]
    for step in line.steps[:60]:
        stage.show_moment(Progress(line, step, step.start_s, 0.0), step.start_s, at_once=True)
        assert stage.badge.isHidden() == (step.side is None)
        if step.side is not None:
            assert stage.badge.letter == step.side[0].upper()
