"""Where the desk is put together and started."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import __version__
from app.settings import default_path
from app.ui.appearance import Appearance
from app.ui.clipboard import hand_over_clipboard
from app.ui.garbage import collect_in_main_thread
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.reporting import Reporter

LET_GO_S = 0.001
"""After so long a thread that reads or saves lets the window have the interpreter. The usual 5 ms,
several times over, are seen as a halt.
"""


def run(path: Path | None) -> int:
    """Open the desk on ``path``, or on the start page; the exit status once it is closed."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("memcon-desk")
    application.setApplicationDisplayName("Memcon Desk")
    application.setApplicationVersion(__version__)
    window = compose(application, default_path())
    reporter = Reporter(window)
    sys.excepthook, threading.excepthook = reporter, reporter.of_thread
    if path is not None:
        window.open_at_start(path)
    window.show()
    status = application.exec()
    hand_over_clipboard()
    return status


def compose(application: QApplication, settings: Path) -> MainWindow:
    """A window with all it needs; ``settings`` is the file of the person's settings."""
    sys.setswitchinterval(LET_GO_S)
    collect_in_main_thread(application)
    preferences = Preferences(settings)
    appearance = Appearance(application, preferences.settings.theme)
    window = MainWindow(preferences, appearance)
    appearance.setParent(window)
    return window
