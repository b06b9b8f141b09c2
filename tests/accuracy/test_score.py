"""What share of what a careful reader sees the conversion gets right: a table by sample and format.

``pytest tests/accuracy -rP`` prints the tables. The sample that is shipped must be right in every
row; of the real scans, all that are given in one format together must reach the floors.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app import tei
from app.importers import read_source
from tests.conftest import SHARED

SAMPLES = SHARED / "samples"
SCORE = SAMPLES / "score.py"
PERFECT = "kaifu-1990-06-04"
SCANS = ("fahd-1989-04-11", "endara-gandhi-1989-06-07")
FILES = {
    "txt": (PERFECT, *SCANS, "kohl-1995-07-13"),
    "hocr": SCANS,
    "alto.xml": SCANS,
    "pdf": ("kohl-1995-07-13",),
}
"""Which samples there are by format. The PDFs of the scans have no text."""
FLOORS = {
    "paragraph start": 97.0,
    "paragraph exact": 93.0,
    "paragraph precision": 95.0,
    "speaker label": 95.0,
    "voice": 95.0,
    "portion mark": 90.0,
    "banners": 95.0,
    "participants": 95.0,
    "participant function": 95.0,
    "metadata": 95.0,
}
"""Per cent."""

Table = Counter[tuple[str, bool]]
"""How often a kind was found, and not found."""

pytestmark = pytest.mark.skipif(
    not SCORE.exists(), reason="needs the samples with gold readings beside the checkout"
)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tables(name: str, ending: str, folder: Path) -> tuple[Table, Table]:
    """The table of a sample in a format, and the same without what its text does not hold."""
    source = SAMPLES / f"{name}.{ending}"
    score = scorer()
    text = score.norm((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    golds = sorted((SAMPLES / "gold").glob(f"{name}*.json"))
    documents = read_source(source)
    whole, legible = Table(), Table()
    for at, path in enumerate(golds):
        written = folder / f"{name}-{at}.xml"
        written.write_bytes(tei.write(documents[min(at, len(documents) - 1)]))
        read = score.read_tei(str(written))
        gold = json.loads(path.read_text(encoding="utf-8"))
        whole += counted(score.score(read, gold))
        drop_unread(gold, text, score)
        legible += counted(score.score(read, gold))
    return whole, legible


def drop_unread(gold: dict[str, Any], text: str, score: ModuleType) -> None:
    """Drops the numbers written by hand that the engine did not read: no rule can find them."""
    stated = gold["metadata"]
    if score.norm(stated.get("log_number")) not in text:
        stated["log_number"] = None
    if score.norm((stated.get("stamp") or {}).get("case")) not in text:
        stated["stamp"] = None


def counted(scores: dict[str, tuple[int, int]]) -> Table:
    table = Table()
    for kind, (got, of) in scores.items():
        table[kind, True] += got
        table[kind, False] += of - got
    return table


def shares(table: Table) -> dict[str, float]:
    kinds = dict.fromkeys(kind for kind, _ in table)
    return {k: 100 * table[k, True] / (table[k, True] + table[k, False]) for k in kinds}


def show(title: str, table: Table) -> None:
    print(f"\n{title}")
    for kind, share in shares(table).items():
        of = table[kind, True] + table[kind, False]
        print(f"{kind:24} {table[kind, True]:4} / {of:<4} {share:5.1f} %")


def below(table: Table, floors: dict[str, float]) -> dict[str, float]:
    return {kind: share for kind, share in shares(table).items() if share < floors[kind]}


def added(parts: Iterable[Table]) -> Table:
    whole = Table()
    for part in parts:
        whole.update(part)
    return whole


@pytest.mark.parametrize("ending", FILES)
def test_score(ending: str, tmp_path: Path) -> None:
    found = {name: tables(name, ending, tmp_path) for name in FILES[ending]}
    for name, (whole, _) in found.items():
        show(f"{name}.{ending}", whole)
    if len(found) > 1:
        show(f"all .{ending}", added(whole for whole, _ in found.values()))
    total = added(legible for _, legible in found.values())
    assert below(total, FLOORS) == {}
    assert {"metadata", "participants", "paragraph start"} <= shares(total).keys()


def test_the_shipped_sample_is_right_in_every_row(tmp_path: Path) -> None:
    whole, _ = tables(PERFECT, "txt", tmp_path)
    assert below(whole, dict.fromkeys(FLOORS, 100.0)) == {}


def test_a_memorandum_that_was_not_read_is_far_below(tmp_path: Path) -> None:
    """The floors can be missed: the pages of a scan alone hold nothing of what is asked for."""
    whole, _ = tables(SCANS[0], "pdf", tmp_path)
    assert below(whole, FLOORS).keys() == shares(whole).keys()
