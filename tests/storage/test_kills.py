"""Programs that are killed; more of it by hand, see ``kills``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize(("what", "kills"), [("save", 1000), ("calls", 3), ("journal", 1000)])
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, what: str, kills: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.kills", what, str(kills)],
        cwd=REPO,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{kills} kills"), done.stdout
    assert list(tmp_path.iterdir()) == []
