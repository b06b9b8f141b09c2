"""A file to work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import tei
from tests.memoranda import short


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    """A small TEI file."""
    path = tmp_path / "memo.xml"
    path.write_bytes(tei.write(short()))
    return path
