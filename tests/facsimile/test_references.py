"""Only images below the document's folder are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.facsimile.references import FacsimileError, name_of, resolve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document's folder with two images, and one outside."""
    folder = tmp_path / "work"
    (folder / "pages").mkdir(parents=True)
    for path in ("work/scan.pdf", "work/pages/p-1.png", "work/a#b.png", "secret.png"):
        (tmp_path / path).write_bytes(b"x")
    return folder


@pytest.mark.parametrize(
    ("reference", "path", "page"),
    [
        ("scan.pdf", "scan.pdf", 1),
        ("scan.pdf#page=12", "scan.pdf", 12),
        ("pages/p-1.png", "pages/p-1.png", 1),
        ("pages\\p-1.png", "pages/p-1.png", 1),
        ("./scan.pdf#page=0", "scan.pdf", 1),
        ("a#b.png", "a#b.png", 1),
    ],
)
def test_what_lies_below_the_folder_is_found(
    folder: Path, reference: str, path: str, page: int
) -> None:
    assert resolve(reference, folder) == (folder / path, page)


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("../secret.png", "no place below"),
        ("pages/../../secret.png", "no place below"),
        ("..\\secret.png", "no place below"),
        ("/etc/passwd", "no place below"),
        ("C:\\secret.png", "no place below"),
        ("file:///etc/passwd", "no place below"),
        ("https://example.org/p.png", "no place below"),
        ("", "no place below"),
        ("lost.png", "lost.png is not in the document's folder"),
        ("pages", "pages is not in"),
        ("scan.pdf/p.png", "is not in"),
        ("a\0b.png", "can't be the name of a file"),
        ("x" * 5000, "can't be the name of a file"),
    ],
)
def test_all_else_is_refused(folder: Path, reference: str, reason: str) -> None:
    with pytest.raises(FacsimileError, match=reason) as caught:
        resolve(reference, folder)
    assert "\n" not in str(caught.value)


def test_a_link_may_stay_in_the_folder_but_not_lead_out(folder: Path) -> None:
    (folder / "in.png").symlink_to(folder / "pages" / "p-1.png")
    (folder / "out.png").symlink_to(folder.parent / "secret.png")
    (folder / "up").symlink_to(folder.parent)
    assert resolve("in.png", folder).path == folder / "in.png"
    for reference in ("out.png", "up/secret.png"):
        with pytest.raises(FacsimileError, match="link out of the document's folder"):
            resolve(reference, folder)


def test_the_folder_may_be_reached_by_a_link(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert resolve("scan.pdf", link).path == link / "scan.pdf"


@pytest.mark.parametrize("reference", ["old/scan.pdf", "../old/scan.pdf", "/old/scan.pdf"])
def test_images_that_were_moved_are_found_by_their_bare_name(folder: Path, reference: str) -> None:
    assert resolve(f"{reference}#page=2", folder) == (folder / "scan.pdf", 2)


def test_a_bare_name_does_not_lead_out_either(folder: Path) -> None:
    (folder / "secret.png").symlink_to(folder.parent / "secret.png")
    with pytest.raises(FacsimileError, match="no place below"):
        resolve("../secret.png", folder)


def test_the_name_in_a_reference() -> None:
    assert name_of("a/scan.pdf#page=3") == "a/scan.pdf"
    assert name_of("a#b.png") == "a#b.png"
