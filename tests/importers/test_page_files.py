from __future__ import annotations

from pathlib import Path

import pytest

from app.importers.page_files import grouped, name_of
from tests.importers import files

ONE = files.hocr([files.row("a", 10)])
TWO = files.hocr([files.row("a", 10)], [files.row("b", 10)])
CONTENT = {".hocr": ONE, ".txt": b"text", ".png": files.png(3, 4), ".pdf": files.pdf([])}
ALTO = b"<alto><Layout><Page/></Layout></alto>"


def groups(folder: Path, *names: str) -> list[str]:
    for name in names:
        data = ALTO if name.endswith(".alto.xml") else CONTENT[Path(name).suffix]
        (folder / name).write_bytes(data)
    return [
        "+".join(path.name for path in group)
        for group in grouped(sorted(folder / name for name in names))
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["p-1.hocr", "p-2.hocr"], ["p-1.hocr+p-2.hocr"]),
        ([f"p-{n}.hocr" for n in range(1, 11)], ["+".join(f"p-{n}.hocr" for n in range(1, 11))]),
        (["p-1.alto.xml", "p-2.alto.xml"], ["p-1.alto.xml+p-2.alto.xml"]),
        (["p-1.png", "p-2.png"], ["p-1.png+p-2.png"]),
        (["p-1.hocr", "p-3.hocr"], ["p-1.hocr", "p-3.hocr"]),
        (["p-2.hocr", "p-3.hocr"], ["p-2.hocr", "p-3.hocr"]),
        (["p-1.hocr"], ["p-1.hocr"]),
        (["p-1.txt", "p-2.txt"], ["p-1.txt", "p-2.txt"]),
        (["p-1.pdf", "p-2.pdf"], ["p-1.pdf", "p-2.pdf"]),
        (["p-1.hocr", "q-2.hocr"], ["p-1.hocr", "q-2.hocr"]),
        (["2-6-1995.txt", "p.hocr"], ["2-6-1995.txt", "p.hocr"]),
        (["p.hocr", "p.pdf"], ["p.hocr"]),
        (["p.txt", "p.png", "q.png"], ["p.txt", "q.png"]),
        (["p-1.hocr", "p-1.png", "p-2.hocr", "p-2.png", "p.pdf"], ["p-1.hocr+p-2.hocr"]),
    ],
)
def test_which_files_are_one_source(tmp_path: Path, names: list[str], expected: list[str]) -> None:
    assert groups(tmp_path, *names) == expected


def test_files_of_several_pages_are_sources_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "p-1.hocr").write_bytes(ONE)
    (tmp_path / "p-2.hocr").write_bytes(TWO)
    assert len(grouped(sorted(tmp_path.iterdir()))) == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["p-1.hocr", "p-2.hocr"], "p"), (["p-1.hocr"], "p-1"), (["a.alto.xml"], "a"), (["a.b"], "a")],
)
def test_the_name_of_a_source(names: list[str], expected: str) -> None:
    assert name_of([Path(name) for name in names]) == expected
