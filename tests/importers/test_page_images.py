from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.importers import SourceError, page_images
from app.importers.geometry import ScannedPage
from app.importers.page_images import PageImage, checked, found, given, images_from
from tests.builders import document
from tests.importers import files

PAGE = ScannedPage((), 300, 400)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def put(folder: Path, *names: str, width: int = 300, height: int = 400) -> None:
    for name in names:
        is_pdf = name.endswith(".pdf")
        data = files.pdf([], []) if is_pdf else files.png(width, height)
        (folder / name).write_bytes(data)


def references(images: list[PageImage | None]) -> list[str | None]:
    return [image.reference if image else None for image in images]


def test_given_images_are_in_the_order_of_their_numbers(folder: Path) -> None:
    put(folder, "p-10.png", "p-2.png", "p-1.png", "z.pdf", ".hidden.png")
    (folder / "notes.txt").write_text("no image")
    assert references([*given([folder], folder)]) == [
        "p-1.png",
        "p-2.png",
        "p-10.png",
        "z.pdf#page=1",
        "z.pdf#page=2",
    ]


def test_the_pages_of_a_tiff_are_numbered(folder: Path) -> None:
    (folder / "a.tif").write_bytes(files.tiff((30, 40), (50, 60)))
    assert given([folder / "a.tif"], folder) == [
        PageImage("a.tif#page=1", 30, 40),
        PageImage("a.tif#page=2", 50, 60),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"text", "no page image"), (None, "can't be read"), (files.png(0, 0), "damaged")],
)
def test_what_is_given_must_be_images(folder: Path, content: bytes | None, reason: str) -> None:
    path = folder / "a.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError, match=reason):
        given([path], folder)


def test_a_folder_without_images_is_refused(folder: Path) -> None:
    with pytest.raises(SourceError, match="holds no page images"):
        given([folder], folder)


def test_given_images_must_be_of_these_pages(folder: Path) -> None:
    image = PageImage("a.png", 3000, 4000)
    assert checked([image], [PAGE]) == [image]
    with pytest.raises(SourceError, match="1 page images were given for 2 pages"):
        checked([image], [PAGE, PAGE])
    with pytest.raises(SourceError, match=r"a\.png: it has 400 x 300 pixels and page 1"):
        checked([PageImage("a.png", 400, 300)], [PAGE])


@pytest.mark.parametrize(
    ("there", "pages", "expected"),
    [
        (["p.png"], 1, ["p.png"]),
        (["p-1.png", "p-2.png"], 2, ["p-1.png", "p-2.png"]),
        (["p-1.png"], 2, [None, None]),
        (["q.png"], 1, [None]),
        (["p.pdf"], 2, ["p.pdf#page=1", "p.pdf#page=2"]),
        (["p.pdf"], 3, [None, None, None]),
    ],
)
def test_images_beside_the_source(
    folder: Path, there: list[str], pages: int, expected: list[str | None]
) -> None:
    put(folder, *there)
    assert references(found(folder / "p.alto.xml", [PAGE] * pages)) == expected


def test_an_image_of_another_shape_is_none_of_the_page(folder: Path) -> None:
    put(folder, "p.png", width=400, height=300)
    assert found(folder / "p.hocr", [PAGE]) == [None]


@pytest.mark.parametrize("name", ["scan.png", "sub/scan.png", "sub\\scan.png"])
def test_the_image_that_the_source_names(folder: Path, name: str) -> None:
    (folder / "sub").mkdir()
    put(folder, "scan.png", "sub/scan.png", "p.png")
    named = ScannedPage((), 300, 400, name)
    assert references(found(folder / "p.hocr", [named])) == [name.replace("\\", "/")]


@pytest.mark.parametrize(
    "name", ["../out.png", "sub/../../out.png", "sub/../scan.png", "{out}", "C:/out.png", "sub"]
)
def test_no_image_outside_the_folder_is_read(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder.parent, "out.png")
    put(folder, "scan.png")
    (folder / "sub").mkdir()
    named = ScannedPage((), 300, 400, name.format(out=folder.parent / "out.png"))
    opened = watched(monkeypatch)
    assert found(folder / "p.hocr", [named]) == [None]
    assert opened == []


def test_a_link_out_of_the_folder_is_not_followed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder.parent, "out.png")
    (folder / "p.png").symlink_to(folder.parent / "out.png")
    opened = watched(monkeypatch)
    assert found(folder / "p.hocr", [ScannedPage((), 300, 400, "p.png")]) == [None]
    assert opened == []


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are opened from now on."""
    opened: list[Path] = []
    read = page_images._of

    def watch(path: Path, folder: Path) -> list[PageImage]:
        opened.append(path)
        return read(path, folder)

    monkeypatch.setattr(page_images, "_of", watch)
    return opened


@pytest.mark.parametrize(
    ("after", "image"),
    [("", "a.pdf#page=2"), ("deep", "../a.pdf#page=2"), ("..", "in/a.pdf#page=2")],
)
def test_images_are_found_from_another_folder(folder: Path, after: str, image: str) -> None:
    made = document("Hello.")
    made = replace(made, pages=(replace(made.pages[0], image="a.pdf#page=2"),))
    (moved,) = images_from(made, folder, folder / after).pages
    assert moved.image == image
    assert os.path.normpath(folder / after / image) == str(folder / "a.pdf#page=2")
