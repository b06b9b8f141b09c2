"""Thirty kills of the whole window; more of it by hand, see ``window_kills``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPO

KILLS = 30


@pytest.mark.skipif(os.name == "nt", reason="this system cannot kill without a word")
def test_a_kill_loses_at_most_a_second(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.window_kills", str(KILLS)],
        cwd=REPO,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{KILLS} kills"), done.stdout
    assert list(tmp_path.iterdir()) == []
