"""A process that does for us what may block, hang or crash: it is told lines and tells lines."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal, Slot

LONGEST_LINE = 400  # bytes; whoever says more at once is no helper of ours


class HelperProcess(QObject):
    """Runs one helper at a time. Never raises, never waits, except `close` for a process that was killed.

    `told` is a line of it. `lost` comes when it ends by itself, cannot be started or floods us, after it
    was killed; what we end ourselves is not lost.
    """

    told = Signal(str)
    lost = Signal()

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None

    @property
    def is_running(self) -> bool:
        """Whether it was started, and neither ended nor was lost."""
        return self._process is not None

    def start(self) -> None:
        """Start it, unless it runs. Returns at once."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_process_told)
        process.finished.connect(self._on_process_lost)
        process.errorOccurred.connect(self._on_process_lost)
        process.start(self._command[0], self._command[1:])

    def tell(self, **line: object) -> None:
        """Send it one JSON object as a line; without a helper nothing happens."""
        if self._process is not None:
            self._process.write(json.dumps(line).encode() + b"\n")

    def end(self) -> None:
        """Kill it, now and without waiting."""
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._on_process_told)
        process.finished.disconnect(self._on_process_lost)
        process.errorOccurred.disconnect(self._on_process_lost)
        if process.state() is QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()

    def close(self) -> None:
        """Kill it and see that it is gone; to be called before the program ends."""
        self.end()
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished()

    @Slot()
    def _on_process_told(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine(LONGEST_LINE).data())
            self.told.emit(line.decode(errors="replace").strip())
        if self._process is not None and self._process.bytesAvailable() > LONGEST_LINE:
            self._on_process_lost()

    @Slot()
    def _on_process_lost(self) -> None:
        if self._process is not None:
            self.end()
            self.lost.emit()
