from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from app import settings
from app.model.terms import Custody
from app.settings import MOST_RECENT, Settings, Theme, load, save

FULL = Settings(
    reviewer_name="Ana Bělá",
    reviewer_initials="AB",
    recent=(Path("b.xml").absolute(), Path("a.txt").absolute()),
    geometry=b"\x00\xff",
    layout=b"\x01",
    theme=Theme.DARK,
    zoom=150,
    page_images=False,
    proof_strip=True,
    doubts_under=75,
    second_review=False,
    custody=Custody.PRESIDENTIAL,
    versions=3,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "settings.json"


def test_what_is_saved_is_loaded(path: Path) -> None:
    save(FULL, path)
    assert load(path) == (FULL, "")
    save(Settings(), path)
    assert load(path) == (Settings(), "")


def test_settings_of_before_there_were_page_images_are_kept(path: Path) -> None:
    save(replace(FULL, page_images=True, proof_strip=False, doubts_under=100), path)
    fields = json.loads(path.read_bytes())
    for name in ("page_images", "proof_strip", "doubts_under"):
        del fields[name]
    path.write_text(json.dumps(fields))
    loaded, complaint = load(path)
    assert (loaded.reviewer_name, loaded.page_images, complaint) == ("Ana Bělá", True, "")


def test_no_settings_yet(path: Path) -> None:
    assert load(path) == (Settings(), "")
    assert not path.parent.exists()


def test_they_are_private(path: Path) -> None:
    save(FULL, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_path_that_is_no_unicode(path: Path) -> None:
    odd = replace(FULL, recent=(Path("/a\udcff.xml"),))
    save(odd, path)
    assert load(path)[0] == odd


def _saved(path: Path, **changed: str) -> bytes:
    save(FULL, path)
    text = path.read_text()
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"not JSON",
        b"[]",
        b"{}",
        b"null",
        b'{"reviewer": []}',
        b"[" * 100_000,
    ],
)
def test_broken_settings_are_set_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    found, note = load(path)
    assert found == Settings()
    assert "kept as settings.json.broken" in note
    assert path.with_name("settings.json.broken").read_bytes() == content
    assert load(path) == (Settings(), "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"dark"', '"pink"'),
        ("150", '"150"'),
        ("150", "0"),
        ("150", "true"),
        ('"AB"', "7"),
        ('"AP8="', '"!"'),
    ],
)
def test_a_value_out_of_its_range_breaks_the_settings(path: Path, old: str, new: str) -> None:
    path.write_bytes(_saved(path, **{old: new}))
    assert "not understood" in load(path)[1]


@given(content=st.binary(max_size=200))
@effort(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_no_file_is_fatal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert isinstance(load(path)[0], Settings)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    found, note = load(tmp_path)
    assert found == Settings()
    assert "settings not read" in note


def test_recent_files_are_the_latest_ten_each_once() -> None:
    held = Settings()
    for number in range(15):
        held = held.opened(Path(f"{number}.xml"))
    held = held.opened(Path("9.xml"))
    names = [path.name for path in held.recent]
    assert names == [f"{number}.xml" for number in (9, 14, 13, 12, 11, 10, 8, 7, 6, 5)]
    assert len(names) == MOST_RECENT
    assert all(path.is_absolute() for path in held.recent)


def test_a_recent_file_can_be_forgotten() -> None:
    held = Settings().opened(Path("a.xml")).opened(Path("b.xml"))
    assert [path.name for path in held.forgotten(Path("b.xml")).recent] == ["a.xml"]


@pytest.mark.parametrize(
    ("name", "initials", "introduced"),
    [("", "", False), ("A", "", False), ("", "A", False), ("A B", "AB", True)],
)
def test_a_person_has_a_name_and_initials(name: str, initials: str, introduced: bool) -> None:
    assert Settings(name, initials).introduced is introduced


def test_the_tests_have_a_configuration_of_their_own(configuration: Path) -> None:
    assert settings.default_path().is_relative_to(configuration)
