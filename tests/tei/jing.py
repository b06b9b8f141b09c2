"""The authority on TEI: jing with tei_all, many files in one call since the schema loads slowly."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCHEMA = Path(__file__).parents[3] / "shared" / "schema" / "tei_all.rng"

needs_jing = pytest.mark.skipif(
    shutil.which("jing") is None or not SCHEMA.exists(),
    reason="jing is not installed or tei_all.rng is not there",
)


def complaints(sources: list[bytes], folder: Path) -> dict[int, str]:
    """What jing says of those that are not valid, by their place in the list."""
    files = []
    for at, source in enumerate(sources):
        file = folder / f"{at}.xml"
        file.write_bytes(source)
        files.append(str(file))
    done = subprocess.run(
        ["jing", str(SCHEMA), *files], capture_output=True, text=True, check=False
    )
    found: dict[int, str] = {}
    for line in done.stdout.splitlines():
        name, _, message = line.partition(".xml:")
        if name.startswith(str(folder)):
            found.setdefault(int(Path(name).name), message)
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return found
