"""200,000 damaged files over all readers; a longer campaign is run by hand, see ``campaign``."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import REPO
from tests.fuzz.campaign import tried
from tests.fuzz.readers import READERS, Reader

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux says how much memory a process has"
)
SLOW = ("text", "hocr", "lock")


@pytest.mark.parametrize(
    ("names", "count"),
    [(SLOW, 13_400), (sorted(READERS.keys() - set(SLOW)), 20_000)],
    ids=["slow", "fast"],
)
def test_damaged_files_are_read_or_refused_in_one_line(names: list[str], count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.campaign", *names, "--count", str(count)],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(f": {count} inputs, ") == len(names), done.stdout


def fails(_: object, content: bytes) -> None:
    raise KeyError(content)


def takes_long(_: object, content: bytes) -> None:
    while True:
        sum(range(10_000))


def says_much(_: object, content: bytes) -> None:
    raise ValueError("one\ntwo")


def takes_memory(_: object, content: bytes) -> None:
    _kept.append(bytearray(1 << 32))


_kept: list[bytearray] = []


@pytest.mark.parametrize(("read", "said"), [(fails, "KeyError"), (says_much, "several lines: one")])
def test_a_reader_that_fails_is_found(tmp_path: object, read: object, said: str) -> None:
    reader = Reader("x", lambda folder: [b"x"], read, ValueError)  # type: ignore[arg-type]
    assert said in tried(reader, b"x", tmp_path)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "said"), [("takes_memory", "MemoryError"), ("takes_long", "signal 14")]
)
def test_a_reader_that_takes_too_much_is_found(name: str, said: str) -> None:
    code = (
        "from tests.fuzz import campaign, test_campaign; campaign._HUNG = 1\n"
        "from tests.fuzz.readers import Reader\n"
        f"reader = Reader('x', lambda folder: [], test_campaign.{name}, ValueError)\n"
        "campaign.mutated = lambda seeds, rng: b'x'\n"
        "raise SystemExit(campaign.in_child(reader, 1, 1, None))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
