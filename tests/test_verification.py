from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from app.storage.history_chain import verified
from app.verification import NotVerified, verify
from tests.storage.test_history_chain import saved


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "memo.xml"
    file.write_bytes(saved(["one", "two", "three"]))
    return file


def test_an_intact_record_and_its_head(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = verified(file.read_bytes()).head
    assert main(["verify-history", str(file)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{file}: intact: 3 saves")
    assert f"head: {head}\n" in said


def test_a_broken_record(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(file.read_bytes().replace(b"Correct Text (1)", b"Correct Text (7)"))
    assert main(["verify-history", str(file)]) == 1
    assert capsys.readouterr().out.startswith(f"{file}: not intact: entry 2: ")


def test_a_printed_head_tells_a_cut_record_from_a_continued_one(file: Path) -> None:
    printed = verified(file.read_bytes()).head
    assert verify(file, printed.upper()).lines[-1] == "saves since the given head: 0"
    early = verified(saved(["one"])).head
    assert verify(file, early).lines[-1] == "saves since the given head: 2"
    file.write_bytes(saved(["one", "two"]))
    assert verify(file).intact
    assert not verify(file, printed).intact


@pytest.mark.parametrize("content", [b"", b"text", b"<TEI/>", b"\xff\xfe\x00"])
def test_what_is_no_tei_is_one_line(
    file: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(content)
    with pytest.raises(NotVerified):
        verify(file)
    assert main(["verify-history", str(file)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"memcon-desk: {file}: ")
    assert said.count("\n") == 1


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-history", str(tmp_path / "none.xml")]) == 1
    assert "none.xml" in capsys.readouterr().err
