from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.importers import SourceError, images
from app.importers.geometry import ScannedPage
from tests.importers import files

PATH = Path("scan")


@pytest.mark.parametrize(
    ("data", "sizes"),
    [
        (files.png(30, 40), [(30, 40)]),
        (files.jpeg(30, 40), [(30, 40)]),
        (files.tiff((30, 40)), [(30, 40)]),
        (files.tiff((30, 40), (50, 60), order=">"), [(30, 40), (50, 60)]),
    ],
)
def test_sizes(data: bytes, sizes: list[tuple[int, int]]) -> None:
    assert images.is_image(data[:8])
    assert images.sizes(io.BytesIO(data), PATH) == sizes
    assert images.pages(data, PATH) == [ScannedPage((), *size) for size in sizes]


def test_a_tiff_that_goes_round_ends() -> None:
    data = bytearray(files.tiff((3, 4)))
    data[-4:] = (8).to_bytes(4, "little")
    assert images.sizes(io.BytesIO(bytes(data)), PATH) == [(3, 4)]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG",
        files.png(0, 5),
        files.png(3, 4)[:20],
        files.jpeg(3, 4)[:-3],
        b"\xff\xd8\xff\xe0\x00\x00",
        files.tiff((3, 4))[:15],
        files.tiff((0, 4)),
        b"II*\0\xff\xff\xff\xff",
    ],
)
def test_what_is_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="the image is damaged"):
        images.pages(data, PATH)


@pytest.mark.parametrize("data", [files.png(100_000, 100_000), files.tiff((65_000, 65_000))])
def test_a_picture_that_would_fill_the_memory_is_refused(data: bytes) -> None:
    assert len(data) < 1000
    with pytest.raises(SourceError, match="0 pixels, and a page may have"):
        images.pages(data, PATH)
