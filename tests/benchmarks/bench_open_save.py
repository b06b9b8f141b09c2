"""Opening and saving TEI, and the memory it takes, beside lxml alone.

``python -m tests.benchmarks.bench_open_save`` prints tables. "Opened" is from the request to the
first paint of the text, in a process that has read no file before. "Blocked" is the longest time
the window's event loop stood still while it saved. It saves once it knows that the file is its own,
which it finds out in the background as soon as the text is shown.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from lxml import etree

from app import tei
from tests.benchmarks.children import run_child
from tests.benchmarks.documents import transcript

SIZES = (100, 1_000, 5_000)
RUNS = 3
BARS = (
    "  bars at 1,000 pages: opened 700 ms, blocked 16 ms, saved 300 ms, peak 200 MB; 5,000: 400 MB"
)
HEAD = (
    "pages",
    "MB",
    "opened",
    "lxml parse",
    "all filled",
    "blocked",
    "saved",
    "lxml+fsync",
    "peak MB",
)


def least_ms(act: Callable[[], object]) -> float:
    """The least of three: what the work itself costs."""
    times = []
    for _ in range(3):
        start = perf_counter()
        act()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def write_and_sync(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def row(pages: int, folder: Path) -> tuple[float, ...]:
    path = folder / f"{pages}.xml"
    content = tei.write(transcript(pages))
    path.write_bytes(content)
    parsed = least_ms(lambda: etree.fromstring(content))
    tree = etree.fromstring(content)
    copy = folder / "copy.xml"
    written = least_ms(lambda: write_and_sync(copy, etree.tostring(tree, encoding="UTF-8")))
    run_child("open_and_save", str(path))
    runs = [run_child("open_and_save", str(path)) for _ in range(RUNS)]
    of = {name: median(run[name] for run in runs) for name in runs[0]}
    return (
        pages,
        len(content) / 2**20,
        of["opened"],
        parsed,
        of["filled"],
        of["blocked"],
        of["saved"],
        written,
        of["peak"],
    )


def main() -> None:
    print("Opening and saving TEI, ms (median of fresh processes)")
    print("  " + " ".join(f"{name:>10}" for name in HEAD))
    with tempfile.TemporaryDirectory() as folder:
        for pages in SIZES:
            print("  " + " ".join(f"{value:10,.1f}" for value in row(pages, Path(folder))))
    print(f"  peak of a bare PySide6 window: {run_child('bare_window')['peak']:.0f} MB")
    print(BARS)


if __name__ == "__main__":
    main()
