"""What holds for every test: no display, a private configuration, nothing goes wrong unseen.

Python warnings fail through pytest's ``filterwarnings``, exceptions in slots and Qt's messages
through pytest-qt, records of ``logging`` from WARNING up here.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from app import launch, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if reason := launch.why_no_window(os.environ):
    pytest.exit(reason, returncode=3)

# A run that gates a change draws the same examples each time; anywhere else they are new ones. No
# law is about time: the machine may be busy.
hypothesis_settings.register_profile("ci", derandomize=True, database=None, deadline=None)
hypothesis_settings.register_profile("anywhere", deadline=None)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "anywhere")

REPO = Path(__file__).parents[1]
SHARED = REPO.parent / "shared"

_numbers = count()


@pytest.fixture(scope="session")
def configurations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder under which each test has its configuration folder."""
    return tmp_path_factory.mktemp("configurations")


@pytest.fixture(autouse=True)
def configuration(configurations: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This test's own configuration folder, for its child processes too; not made yet.

    It has a home of its own, too: the sample is saved there, and what guards it stands beside it.
    """
    folder = configurations / str(next(_numbers))
    home = folder / "home"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setattr(settings, "user_config_path", lambda *_, **__: folder / "memcon-desk")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_logged_warnings() -> Iterator[None]:
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.lines:
        pytest.fail("logged: " + "; ".join(collector.lines))
