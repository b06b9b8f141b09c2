"""Two minutes of the long day; the whole of it by hand, see ``long_day``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPO

ACTIONS = 6_000


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_long_day_ends_as_it_began(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.long_day", str(ACTIONS), "1"],
        cwd=REPO,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{ACTIONS} actions" in done.stdout
    assert list(tmp_path.iterdir()) == [], "nothing is left in the folder for temporary files"
