"""One window per person and data folder: a second start hands its wish to the first and leaves."""

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QByteArray, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from backguide.desktop.errors import DesktopError

_ANSWER = b"ok\n"
_LONGEST_MESSAGE = 64 * 1024
_CONNECT_MS = 1000
_CONNECT_ATTEMPTS = 6
_PAUSE_MS = 80
_ANSWER_MS = 3000
_TOKEN = "XDG_ACTIVATION_TOKEN"  # what lets the first window come to the front on Wayland


class Claim(Enum):
    """How `SingleInstance.claim` ended."""

    FIRST = auto()
    HANDED_OVER = auto()
    UNGUARDED = auto()


class SingleInstance(QObject):
    """Holds the lock of the running program and listens for later starts.

    `start_requested` carries the arguments of a later start; the window should come to the front.
    """

    start_requested = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock_file = folder / "backguide.lock"
        self._lock = QLockFile(str(self._lock_file))
        self._lock.setStaleLockTime(0)  # a session may last for hours: only a dead owner makes a lock stale
        self._name = _server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_connected)

    @property
    def server_name(self) -> str:
        """The name under which later starts find this one."""
        return self._name

    def claim(self, arguments: Sequence[str]) -> Claim:
        """Become the one running program, or pass `arguments` to it.

        UNGUARDED means that no lock can be had (a folder without rights): go on without it. Raises
        DesktopError when another one runs but does not answer.
        """
        with contextlib.suppress(OSError):
            self._lock_file.parent.mkdir(parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            return self._listen()
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return Claim.UNGUARDED
        socket = self._reach_owner()
        if socket is not None and _hand_over(socket, arguments):
            return Claim.HANDED_OVER
        if (
            socket is None
        ):  # an owner always listens: the lock is a dead one's whose number another process has now
            with contextlib.suppress(OSError):
                self._lock_file.unlink()
        if self._lock.tryLock(0):
            return self._listen()
        raise DesktopError(self._silent_owner())

    def release(self) -> None:
        """Stop listening and give the lock back."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> Claim:
        QLocalServer.removeServer(self._name)  # left by a crash: the lock is ours, so nobody listens there
        if self._server.listen(self._name):
            return Claim.FIRST
        self._lock.unlock()
        return Claim.UNGUARDED

    def _reach_owner(self) -> QLocalSocket | None:
        """Return a connection to the running program; it may be about to listen, so try for a while."""
        for _ in range(_CONNECT_ATTEMPTS):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_CONNECT_MS):
                return socket
            QThread.msleep(_PAUSE_MS)
        return None

    def _silent_owner(self) -> str:
        pid = self._lock.getLockInfo()[0]
        return (
            f"Backguide is already running (process {pid}) but does not answer. "
            "Close it or end that process, then start again."
        )

    def _on_server_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self)


class _Caller(QObject):
    """One later start that is talking to us; lives as long as its connection."""

    def __init__(self, socket: QLocalSocket, instance: SingleInstance) -> None:
        super().__init__(socket)
        self._socket = socket
        self._instance = instance
        self._received = b""
        socket.readyRead.connect(self._on_socket_ready)
        socket.disconnected.connect(socket.deleteLater)
        self._on_socket_ready()

    def _on_socket_ready(self) -> None:
        """Take what has come; act on the first whole line and ignore what is not ours."""
        self._received += self._socket.readAll().data()
        if len(self._received) > _LONGEST_MESSAGE:
            self._socket.abort()
        elif b"\n" in self._received:
            self._act(self._received)
            self._received = b""

    def _act(self, line: bytes) -> None:
        try:
            message = json.loads(line)
            arguments = [str(argument) for argument in message["arguments"]]
            token = str(message["token"])
        except (ValueError, KeyError, TypeError):
            self._socket.abort()
            return
        if token:
            os.environ[_TOKEN] = token
        self._socket.write(QByteArray(_ANSWER))
        self._socket.flush()
        self._instance.start_requested.emit(arguments)


def _hand_over(socket: QLocalSocket, arguments: Sequence[str]) -> bool:
    """Return whether the running program has taken the arguments."""
    message = {"arguments": list(arguments), "token": os.environ.get(_TOKEN, "")}
    socket.write(QByteArray(json.dumps(message).encode() + b"\n"))
    answered = socket.waitForReadyRead(_ANSWER_MS) and socket.readAll().data() == _ANSWER
    socket.disconnectFromServer()
    return answered


def _server_name(folder: Path) -> str:
    """Return a name of this person and folder, in the folder for sockets where the platform has one."""
    uid = os.getuid() if hasattr(os, "getuid") else 0
    digest = hashlib.sha256(f"{uid}:{folder.absolute()}".encode()).hexdigest()[:16]
    name = f"backguide-{digest}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime) / name) if runtime and os.access(runtime, os.W_OK) else name
