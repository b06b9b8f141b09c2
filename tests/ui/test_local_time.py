from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from app.ui.local_time import local_time


@pytest.fixture
def _in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change the zone of a process")
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_in_new_york")
@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-04T10:02:00Z", "4 Nov 2026 05:02 EST"),
        ("2026-07-01T02:30:00Z", "30 Jun 2026 22:30 EDT"),
        ("some day", "some day"),
    ],
)
def test_local_time(when: str, said: str) -> None:
    assert local_time(when) == said
