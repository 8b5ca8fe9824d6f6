"""What a session does when something hurts, is too hard or too easy, is skipped, or stays uneven."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from backguide.catalogue.model import Exercise, Variation
from backguide.catalogue.neighbours import easier, harder
from backguide.journal.errors import JournalError
from backguide.journal.recorder import SessionRecorder
from backguide.journal.records import SkipReason
from backguide.plan.hurt import Light, Offer, light_for, offers_for, others_for, rated_before
from backguide.session.changes import Change, eased_out, made_up, varied
from backguide.session.events import Event, StepStarted
from backguide.session.progress import Progress
from backguide.session.sides import SideGap
from backguide.session.timeline import Step
from backguide.ui.services import Services
from backguide.ui.session_run import SessionRun

if TYPE_CHECKING:
    from backguide.journal.records import HurtMark


@dataclass(frozen=True, slots=True)
class Advice:
    """What a rating during an exercise means, and what is offered, the best first."""

    light: Light
    offers: tuple[Offer, ...]
    another: Exercise | None


class SessionCare(QObject):
    """Takes what the person tells beyond the player's own keys. All of it is journaled before it returns."""

    hurt_told = Signal()  # the way out is over: time to ask
    skipped = Signal(int, str)  # exercise of the session, its slug
    gap_found = Signal(object, bool)  # a SideGap, and whether the session waits at its end for an answer

    def __init__(self, services: Services, run: SessionRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._run = run
        self._mark: HurtMark | None = None
        self._hurt = self._hurt_before()
        self._is_easing_out = False
        self._item = run.progress.step.item
        self._gaps_told: set[int] = set()
        run.advanced.connect(self._on_run_advanced)
        if self._hurt:
            run.stop_encouraging()

    # -- it hurts
    @Slot()
    def hurt(self) -> None:
        """Store the moment and come out slowly; `hurt_told` follows when that is over."""
        if self._is_easing_out or self._run.state not in ("running", "paused"):
            return
        at = self._run.progress
        self._remember_hurt(at.step.exercise)
        self._mark = None
        self._run.note(partial(self._keep_mark, at=at))
        self._run.change(self._planning(eased_out))
        self._run.go_on()
        self._is_easing_out = True
        self._ask_when_out()

    def advice(self, value: int | None, *, moved_down: bool) -> Advice:
        """Keep the rating, None where there is none, and say what to do now."""
        mark = self._mark
        if mark is not None and value is not None:
            self._run.note(lambda recorder: recorder.rate_hurt(mark, value))
        before = self._rated_before()
        light = light_for(value, before, moved_down=moved_down)
        step = self._run.progress.step
        others = others_for(self._services.catalogue, step.exercise, self._hurt, before)
        another = others[0] if others else None
        offers = offers_for(light, has_easier=self._has_easier(step), has_another=another is not None)
        return Advice(light, offers, another)

    def take(self, offer: Offer, another: Exercise | None = None) -> None:
        """Do what was chosen."""
        match offer:
            case "easier":
                self.make_easier()
            case "another" if another is not None:
                self._vary(another, another.variations[0])
            case "skip":
                self._run.go_to_next_exercise()
            case "stop":
                self._run.stop()
                return
            case _:
                pass
        self._run.go_on()

    # -- easier and harder
    @property
    def easier(self) -> tuple[Exercise, Variation] | None:
        """What is one step easier than what is being done, if anything is."""
        step = self._run.progress.step
        return easier(self._services.catalogue, step.exercise, step.variation)

    @property
    def harder(self) -> tuple[Exercise, Variation] | None:
        """What is one step harder than what is being done, if anything is."""
        step = self._run.progress.step
        return harder(self._services.catalogue, step.exercise, step.variation)

    @Slot()
    def make_easier(self) -> None:
        """Do the rest of the exercise one step easier."""
        if self.easier is not None:
            self._vary(*self.easier)

    @Slot()
    def make_harder(self) -> None:
        """Do the rest of the exercise one step harder."""
        if self.harder is not None:
            self._vary(*self.harder)

    # -- skipping
    @Slot()
    def skip(self) -> None:
        """Leave out what is left of the exercise, and go on at once."""
        self._leave(self._run.go_to_next_exercise)

    @Slot()
    def go_next(self) -> None:
        """Go to the next side, set or exercise."""
        self._leave(self._run.go_next)

    def give_reason(self, item: int, reason: SkipReason) -> None:
        """Note why an exercise was not done to its end."""
        self._run.note(lambda recorder: recorder.skip(reason, item))

    def skipped_for_pain(self, item: int, exercise: str) -> None:
        """Note that an exercise was left because it hurt; it is not offered again in this session."""
        self._remember_hurt(exercise)
        self.give_reason(item, "pain")

    def advice_after_skip(self, *, moved_down: bool) -> Advice:
        """Say what to do now that an exercise was left because it hurt."""
        if moved_down:
            return Advice("stop", ("stop",), None)
        return Advice("amber", ("carry_on", "stop"), None)

    # -- sides
    def make_up(self, gap: SideGap, *, at_end: bool) -> None:
        """Do what a side is short of, as soon as it can be or at the end of the session."""
        self._run.change(self._planning(made_up, gap=gap, at_end=at_end))

    # -- inside
    @Slot(object)
    def _on_run_advanced(self, events: tuple[Event, ...]) -> None:
        if self._run.state not in ("running", "paused"):
            return
        for event in events:
            if isinstance(event, StepStarted):
                self._look_at_sides(event.step)
        self._ask_when_out()

    def _look_at_sides(self, step: Step) -> None:
        """Tell of a side that is short, at the last way back of an exercise or when it is left before."""
        left, self._item = self._item, step.item
        if left != step.item and not self._is_left(left, step):
            self._tell_gap(left)
        if step.kind == "return" and not self._is_left(step.item, step):
            self._tell_gap(step.item)

    def _tell_gap(self, item: int) -> None:
        gap = self._new_gap(item)
        if gap is not None:
            self.gap_found.emit(gap, False)

    def _new_gap(self, item: int) -> SideGap | None:
        """Return a gap that was not told yet; what hurt is not to be made up for."""
        gap = None if item in self._gaps_told else self._run.gap_of(item)
        if gap is None or gap.exercise in self._hurt:
            return None
        self._gaps_told.add(item)
        return gap

    def _is_left(self, item: int, step: Step) -> bool:
        """Tell whether holds of an exercise are still to come, from this step on."""
        coming = self._run.progress.timeline.steps[step.index :]
        return any(later.kind == "hold" and later.item == item for later in coming)

    def _has_easier(self, step: Step) -> bool:
        """Tell whether there is an easier way that is no exercise that hurt in this session."""
        found = self.easier
        return found is not None and (found[0].slug == step.exercise or found[0].slug not in self._hurt)

    def _leave(self, go: Callable[[], None]) -> None:
        if self._is_easing_out:
            go()
            return
        at = self._run.progress
        was_unfinished = self._is_left(at.step.item, at.step)
        is_last = all(later.item == at.step.item for later in at.timeline.steps[at.step.index :])
        if is_last and (gap := self._new_gap(at.step.item)) is not None:
            self._run.pause()
            self.gap_found.emit(gap, True)
            return
        go()
        if was_unfinished and self._run.state in ("running", "paused"):
            self.skipped.emit(at.step.item, at.step.exercise)

    def _ask_when_out(self) -> None:
        if self._is_easing_out and self._run.progress.step.kind != "ease_out":
            self._is_easing_out = False
            self._run.pause()
            self.hurt_told.emit()

    def _keep_mark(self, recorder: SessionRecorder, at: Progress) -> None:
        self._mark = recorder.hurt(at.step, at.position_s)

    def _vary(self, exercise: Exercise, variation: Variation) -> None:
        self._run.change(self._planning(varied, to=(exercise, variation)))

    def _planning(self, change: Callable[..., Change], **wanted: object) -> Callable[[Progress], Change]:
        preferences = self._services.session_preferences
        return partial(change, catalogue=self._services.catalogue, preferences=preferences, **wanted)

    def _remember_hurt(self, exercise: str) -> None:
        self._hurt.add(exercise)
        self._run.stop_encouraging()

    def _hurt_before(self) -> set[str]:
        """Return what hurt already in a session that was cut off."""
        recorder = self._run.recorder
        try:
            marks = self._services.journal.hurt_marks(recorder.session.id) if recorder is not None else ()
        except JournalError:
            return set()
        return {mark.exercise for mark in marks}

    def _rated_before(self) -> int | None:
        recorder = self._run.recorder
        try:
            ratings = self._services.journal.ratings(session=recorder.session.id) if recorder else ()
        except JournalError:
            return None
        return rated_before(ratings)
