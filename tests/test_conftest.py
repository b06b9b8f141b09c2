"""What goes wrong unseen fails the test in which it happens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).parents[1]
UNSEEN = """
import logging, warnings
from PySide6.QtCore import QObject, QTimer, Signal, qInfo, qWarning

class Bell(QObject):
    rung = Signal()

def test_slot(qtbot):
    bell = Bell()
    bell.rung.connect(lambda: 1 / 0)
    bell.rung.emit()

def test_timer(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)

def test_qt_warning(): qWarning("no")
def test_qt_information(): qInfo("no")
def test_log(): logging.getLogger("app").warning("no")
def test_warning(): warnings.warn("no")
def test_nothing(): pass
"""


def test_what_goes_wrong_unseen_fails(tmp_path: Path) -> None:
    path = tmp_path / "test_unseen.py"
    path.write_text(UNSEEN, encoding="utf-8")
    words = ["-p", "tests.conftest", "-c", "pyproject.toml", "-p", "no:cacheprovider", "-n0"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, str(path)],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line.split() for line in done.stdout.splitlines()]
    # A log record is noticed when its test is over, as an error after it.
    wrong = {line[1].split("::")[1] for line in said if line[:1] in (["FAILED"], ["ERROR"])}
    tests = {line.split("(")[0].removeprefix("def ") for line in UNSEEN.splitlines()}
    assert wrong == {name for name in tests if name.startswith("test_")} - {"test_nothing"}
