"""Nothing is collected in a thread, and what the window leaves is collected all the same."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.ui import garbage
from app.ui.garbage import Garbage, collect_in_main_thread


class Ring:
    """Something that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


def ring() -> weakref.ref[Ring]:
    return weakref.ref(Ring())


@pytest.fixture
def _quick(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One that looks often, instead of the application's own."""
    monkeypatch.setattr(garbage, "LOOKED_MS", 5)
    monkeypatch.setattr(garbage, "ENOUGH", 50)
    monkeypatch.setattr(garbage, "ALL_EVERY", 0.05)
    made = Garbage(qapp)
    yield
    Shiboken.delete(made)


def test_no_thread_collects(qapp: QApplication) -> None:
    collect_in_main_thread(qapp)
    collect_in_main_thread(qapp)
    assert len(qapp.findChildren(Garbage)) == 1
    collected: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        collected.append(threading.current_thread().name)

    gc.callbacks.append(note)
    try:
        thread = threading.Thread(target=lambda: [Ring() for _ in range(20_000)])
        thread.start()
        thread.join()
    finally:
        gc.callbacks.remove(note)
    assert collected == []


@pytest.mark.usefixtures("_quick")
def test_young_garbage_goes_soon(qtbot: QtBot) -> None:
    left = ring()
    kept = [Ring() for _ in range(1_000)]
    qtbot.waitUntil(lambda: left() is None)
    assert len(kept) == 1_000


@pytest.mark.usefixtures("_quick")
def test_old_garbage_goes_too(qtbot: QtBot) -> None:
    old = Ring()
    gc.collect()  # It is among the old ones now.
    left = weakref.ref(old)
    del old
    kept = [Ring() for _ in range(1_000)]
    qtbot.waitUntil(lambda: left() is None)
    assert len(kept) == 1_000
