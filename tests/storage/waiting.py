"""Waiting for another thread."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Returns as soon as it holds; fails where that takes too long."""
    last = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < last, "it never came"
        time.sleep(0.001)
