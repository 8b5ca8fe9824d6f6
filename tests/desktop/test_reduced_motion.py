import sys

import pytest

from backguide.desktop.reduced_motion import ReducedMotion, wants_less

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked without a command")


def answering(text: str, status: int = 0) -> list[str]:
    return [sys.executable, "-c", f"print({text!r}); raise SystemExit({status})"]


def asked(qtbot, command) -> ReducedMotion:
    motion = ReducedMotion(command)
    with qtbot.waitSignal(motion._process.finished):
        motion.ask()
    return motion


@pytest.mark.parametrize(("answer", "wanted"), [("false", True), ("true", False), ("1", True), ("0", False)])
def test_the_desktop_is_taken_at_its_word(qtbot, answer, wanted):
    assert asked(qtbot, answering(answer)).is_wanted == wanted


def test_a_wish_for_less_movement_is_announced(qtbot):
    motion = ReducedMotion(answering("false"))
    with qtbot.waitSignal(motion.found):
        motion.ask()


def test_a_command_that_fails_means_nothing(qtbot):
    assert not asked(qtbot, answering("false", status=1)).is_wanted


def test_a_desktop_without_the_command_changes_nothing(qtbot):
    motion = ReducedMotion(["no-such-command-on-any-desktop"])
    with qtbot.waitSignal(motion._process.errorOccurred):
        motion.ask()
    motion.close()
    assert not motion.is_wanted


def test_one_that_does_not_answer_is_given_up(qtbot):
    motion = ReducedMotion([sys.executable, "-c", "import time; time.sleep(60)"])
    with qtbot.waitSignal(motion._process.started):
        motion.ask()
    motion.close()
    assert not motion.is_wanted


@pytest.mark.parametrize("answer", ["", "No such schema", "2", "falsehood"])
def test_an_answer_that_is_not_understood_means_nothing(answer):
    assert not wants_less(answer)
