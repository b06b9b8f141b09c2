"""Images for a document that is there already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.importers import SourceError
from app.importers.attaching import images_for
from app.model.document import Document
from tests.builders import document
from tests.importers import files


def last_two_of_three() -> Document:
    made = document("one", "\ftwo", "\fthree")
    return replace(made, pages=made.pages[1:])


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"p-{number}.png" for number in (1, 2, 3)]
    for path in paths:
        path.write_bytes(files.png(300, 400))
    return paths


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([0, 1], ["p-1.png", "p-2.png"]),  # as many as there are pages: one each
        ([0, 1, 2], ["p-2.png", "p-3.png"]),  # the whole source
    ],
)
def test_images_of_the_pages_or_of_the_whole_source(
    tmp_path: Path, images: list[Path], given: list[int], shown: list[str]
) -> None:
    found = images_for(last_two_of_three(), [images[at] for at in given], tmp_path)
    assert [(image.reference, image.width, image.height) for image in found] == [
        (name, 300, 400) for name in shown
    ]


def test_too_few_images_are_refused(tmp_path: Path, images: list[Path]) -> None:
    with pytest.raises(SourceError, match="1 page images were given for 2 pages"):
        images_for(last_two_of_three(), images[:1], tmp_path)


def test_images_of_another_shape_are_refused(tmp_path: Path, images: list[Path]) -> None:
    made = last_two_of_three()
    sized = replace(made, pages=tuple(replace(p, width=400, height=300) for p in made.pages))
    with pytest.raises(SourceError, match="give the images of these pages"):
        images_for(sized, images[:2], tmp_path)
