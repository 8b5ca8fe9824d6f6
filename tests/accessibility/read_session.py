"""Does a session as a screen reader does it: through AT-SPI alone. Run by the system's own Python.

Usage: read_session.py COMMAND... starts the program, and prints what was heard, one sentence a line.
"""

import subprocess
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LIMIT_S = 30
LOOK_EVERY_MS = 50
heard = []


def hear(event):
    heard.append(event.any_data if isinstance(event.any_data, str) else event.source.get_name())


def say(line):
    sys.stdout.write(f"{line}\n")


def wait_for(look):
    """Return what `look` finds, as soon as it finds something."""
    loop = GLib.MainLoop()
    found = []

    def again():
        try:
            result = look()
        except GLib.Error:  # what was looked at has just gone
            result = None
        if result:
            found.append(result)
            loop.quit()
        return not result

    GLib.timeout_add(LOOK_EVERY_MS, again)
    limit = GLib.timeout_add_seconds(LIMIT_S, loop.quit)
    loop.run()
    if not found:
        raise SystemExit(f"nothing found by {look.__name__} within {LIMIT_S} s; heard: {heard}")
    GLib.source_remove(limit)
    return found[0]


def every(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from every(child)


def program():
    desktop = Atspi.get_desktop(0)
    applications = (desktop.get_child_at_index(index) for index in range(desktop.get_child_count()))
    return next((one for one in applications if one and one.get_name() == "backguide"), None)


def control(name, roles=("push button", "button", "check box", "radio button"), last=False):
    def look():
        application = program()
        if application:
            application.clear_cache()  # else a button that has woken up would still be asleep here
        named = [
            node
            for node in (every(application) if application else ())
            if node.get_name() == name
            and node.get_role_name() in roles
            and node.get_state_set().contains(Atspi.StateType.SHOWING)
            and node.get_state_set().contains(Atspi.StateType.ENABLED)
        ]
        return named[-1 if last else 0] if named else None

    look.__name__ = f"control {name!r}"
    return wait_for(look)


def press(name, last=False):
    Atspi.Action.do_action(control(name, last=last), 0)
    say(f"pressed {name}")


def await_sentence(count):
    def another():
        return heard[count:]

    for sentence in wait_for(another):
        say(f"heard {sentence}")


def main(command):
    listener = Atspi.EventListener.new(hear)
    listener.register("object:announcement")
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        press("Start session")
        control("Your back, right now 4")
        press("Your back, right now 4")
        press("Start")
        await_sentence(0)
        for _ in range(2):
            count = len(heard)
            press("Next")
            await_sentence(count)
        count = len(heard)
        press("Pause")
        await_sentence(count)
        press("End")
        control("Keep going")
        press("End", last=True)
        press("Your back, right now 3")
        press("Save")
        control("Start session")
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
