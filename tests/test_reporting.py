"""``python main.py changes``."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from app import tei
from app.cli import main
from app.model import edits
from app.model.terms import Act
from tests.builders import document

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    made = edits.CorrectText(0, 0, 3, "The").apply(document("Tbe summit. (C)"), ACT)
    path = tmp_path / "memo.xml"
    path.write_bytes(tei.write(made))
    return path


def test_the_report_is_written_for_its_owner_alone(
    memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = memo.with_name("changes.html")
    assert main(["changes", str(memo), "-o", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert "<del>Tbe</del>" in out.read_text(encoding="utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_by_force(
    memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = memo.with_name("changes.html")
    out.write_text("mine", encoding="utf-8")
    assert main(["changes", str(memo), "-o", str(out)]) == 1
    assert "already there" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["changes", str(memo), "-o", str(out), "--force"]) == 0
    assert "Tbe" in out.read_text(encoding="utf-8")


def test_what_cannot_be_done_is_said_in_one_line(
    memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", str(memo), "-o", str(memo.parent / "no" / "a.html")]) == 1
    assert main(["changes", "nowhere.xml", "-o", str(memo.with_name("a.html"))]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "nowhere.xml" in said[1]
