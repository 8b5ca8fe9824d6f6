"""What the player asks beyond its buttons, one thing at a time, and what follows from the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from backguide.session.sides import SideGap
from backguide.ui import hurt_words
from backguide.ui.pages.hurt_panel import HurtPanel
from backguide.ui.pages.player_strip import PlayerStrip
from backguide.ui.pages.steps_panel import StepsPanel
from backguide.ui.services import Services
from backguide.ui.session_care import SessionCare
from backguide.ui.session_run import SessionRun
from backguide.ui.session_words import small

if TYPE_CHECKING:
    from backguide.catalogue.model import Exercise
    from backguide.plan.hurt import Offer

STAYS_S = 8.0  # a question that nobody answers; the session goes on meanwhile


_Answer: TypeAlias = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class _Prompt:
    words: str
    answers: tuple[_Answer, ...]


class PlayerPrompts(QObject):
    """Panels wait while the session is paused; strips come and go while it runs.

    `asking_changed` tells that something is asked now, or nothing any more.
    """

    asking_changed = Signal()

    def __init__(
        self, services: Services, run: SessionRun, care: SessionCare, strip: PlayerStrip, page: QWidget
    ) -> None:
        super().__init__(page)
        self._services = services
        self._run = run
        self._care = care
        self._page = page
        self.strip = strip
        self.panel: HurtPanel | StepsPanel | None = None
        self._prompts: list[_Prompt] = []
        self._goes_at_s = 0.0
        self._another: Exercise | None = None
        self._unsure_item = 0
        care.hurt_told.connect(self._on_care_hurt_told)
        care.skipped.connect(self._on_care_skipped)
        care.gap_found.connect(self._on_care_gap_found)
        strip.chosen.connect(self.answer)
        run.advanced.connect(self._on_run_advanced)

    @Slot(int)
    def answer(self, place: int) -> None:
        """Take an answer of the strip, by its place; one that there is not is nothing."""
        if self._prompts and place < len(self._prompts[0].answers):
            _, act = self._prompts.pop(0).answers[place]
            self._show_first()
            act()

    # -- strips
    @Slot()
    def _on_run_advanced(self) -> None:
        over = self._services.clock.monotonic_s() >= self._goes_at_s
        if self._prompts and over and self._run.state == "running":
            del self._prompts[0]
            self._show_first()

    @Slot(int, str)
    def _on_care_skipped(self, item: int, slug: str) -> None:
        name = small(self._services.catalogue.exercises[slug].name)
        answers: tuple[_Answer, ...] = (
            ("It hurt", partial(self._skip_for_pain, item, slug)),
            ("No time", partial(self._care.give_reason, item, "time")),
            ("Tired", partial(self._care.give_reason, item, "tired")),
            ("Not sure how", partial(self._show_steps, item, slug)),
            ("Just skip", _nothing),
        )
        self._prompts.insert(0, _Prompt(f"You left {name}. Why?", answers))
        self._show_first()

    @Slot(object, bool)
    def _on_care_gap_found(self, gap: SideGap, waits: bool) -> None:
        answers: tuple[_Answer, ...] = (
            ("Make it up now", partial(self._care.make_up, gap, at_end=False)),
            ("At the end", partial(self._care.make_up, gap, at_end=True)),
            ("Leave it", _nothing),
        )
        if waits:
            answers = (("Make it up", partial(self._make_up_last, gap)), ("Finish", self._finish))
        self._prompts.append(_Prompt(f"{hurt_words.gap_words(gap)}.", answers))
        self._show_first()

    def _show_first(self) -> None:
        if not self._prompts:
            self.strip.clear()
            self.asking_changed.emit()
            return
        prompt = self._prompts[0]
        self._goes_at_s = self._services.clock.monotonic_s() + STAYS_S
        self.strip.ask(prompt.words, [words for words, _ in prompt.answers])
        self.asking_changed.emit()

    def _make_up_last(self, gap: SideGap) -> None:
        self._care.make_up(gap, at_end=True)
        self._run.go_next()
        self._run.go_on()

    def _finish(self) -> None:
        self._run.go_to_next_exercise()

    # -- panels
    @Slot()
    def _on_care_hurt_told(self) -> None:
        self._ask_hurt(with_rating=True)

    def _skip_for_pain(self, item: int, slug: str) -> None:
        self._care.skipped_for_pain(item, slug)
        self._run.pause()
        self._ask_hurt(with_rating=False)

    def _ask_hurt(self, *, with_rating: bool) -> None:
        panel = HurtPanel(self._page, self._services.clock, with_rating=with_rating)
        panel.answered.connect(self._on_panel_answered)
        panel.chosen.connect(self._on_panel_chosen)
        self._open(panel)

    def _show_steps(self, item: int, slug: str) -> None:
        self._care.give_reason(item, "unsure")
        self._run.pause()
        self._unsure_item = item
        panel = StepsPanel(self._page, self._services.catalogue.exercises[slug])
        panel.again_requested.connect(self._on_panel_again_requested)
        panel.leave_requested.connect(self._on_panel_leave_requested)
        self._open(panel)

    def _open(self, panel: HurtPanel | StepsPanel) -> None:
        self._prompts.clear()
        self.strip.clear()
        self.panel = panel
        panel.open()
        self.asking_changed.emit()

    def _close(self) -> None:
        if self.panel is not None:
            self.panel.leave()
        self.panel = None
        self.asking_changed.emit()

    @Slot(object, bool)
    def _on_panel_answered(self, value: int | None, moved_down: bool) -> None:
        assert isinstance(self.panel, HurtPanel)
        after_skip = not self.panel.asks_rating
        judge = self._care.advice_after_skip if after_skip else partial(self._care.advice, value)
        advice = judge(moved_down=moved_down)
        self._another = advice.another
        self.panel.show_advice(advice)

    @Slot(str)
    def _on_panel_chosen(self, offer: "Offer") -> None:
        self._close()
        self._care.take(offer, self._another)

    @Slot()
    def _on_panel_again_requested(self) -> None:
        self._close()
        self._run.go_to_exercise(self._unsure_item)
        self._run.go_on()

    @Slot()
    def _on_panel_leave_requested(self) -> None:
        self._close()
        self._run.go_on()


def _nothing() -> None:
    """Let the session go on as it does."""
