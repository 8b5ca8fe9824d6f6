"""Names of phases that are too short for their names."""

from backguide.ui.widgets.scrub_bar import ScrubBar, ScrubPart


def painted(qtbot, last):
    bar = ScrubBar()
    qtbot.addWidget(bar)
    bar.set_parts([ScrubPart("Move", 10.0), ScrubPart(last, 0.8)])
    bar.resize(320, bar.sizeHint().height())
    bar.show_position(0.2)
    return bar.grab().toImage()


def test_a_stump_of_a_name_is_left_out(qtbot):
    assert painted(qtbot, "Rest") == painted(qtbot, "Turn")
