"""The desk as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPO

COPY_AND_QUIT = """
import sys
from app.ui import application
from app.ui.file.working_file import SAMPLE

compose = application.compose

def compose_and_use(*arguments):
    window = compose(*arguments)
    workplace = window.workplace
    workplace.introduce = workplace.session.introduce = lambda: True

    def use():
        workplace.menus.actions["edit.select_all"].trigger()
        workplace.menus.actions["edit.copy"].trigger()
        workplace.menus.actions["file.quit"].trigger()

    workplace.session.opened.connect(use)
    return window

application.compose = compose_and_use
sys.exit(application.run(SAMPLE))
"""


def test_copy_and_quit_ends_well(tmp_path: Path) -> None:
    """What is on the clipboard outlives Python and must not need it."""
    ended = subprocess.run(
        [sys.executable, "-c", COPY_AND_QUIT],
        cwd=REPO,
        env=os.environ | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
