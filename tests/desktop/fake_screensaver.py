"""A desktop's screen saver service on the session bus, which prints what it is asked for."""

import os
import sys

from jeepney import DBusAddress, MessageType, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection

BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
COOKIE = 4711


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


with open_dbus_connection(os.environ["DBUS_SESSION_BUS_ADDRESS"]) as bus:
    name = ("org.freedesktop.ScreenSaver", 0)
    bus.send_and_get_reply(new_method_call(BUS, "RequestName", "su", name))
    say("ready")
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = message.header.fields[3]
        if member == "Inhibit":
            say("Inhibit")
            bus.send(new_method_return(message, "u", (COOKIE,)))
        elif member == "UnInhibit":
            say(f"UnInhibit {message.body[0]}")
            bus.send(new_method_return(message))
