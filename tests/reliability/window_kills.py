"""The whole window killed at work: ``python -m tests.reliability.window_kills [KILLS]``.

The robot works on one file all the time and is started anew after each kill, so that it is also
killed while it starts and while it takes work back. After each kill

* the file is whole and valid, and is a state that the robot had;
* file and journal together give every state that is older than a second, or a later one;
* nobody but the owner may read either.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from app import settings, tei
from app.model.document import Document
from app.opening import open_file
from app.settings import Settings
from app.storage.recovery import left_behind, recover
from app.storage.versions import find
from tests.reliability.robot import FILE, SETTINGS, digest

REPO = Path(__file__).parents[2]
SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"
MAY_BE_LOST = 1.0
"""Seconds of work."""
_SHORTEST, _LONGEST = 0.3, 4.0
"""Seconds that the robot lives; it takes about one until it works."""


@dataclass
class Figures:
    """What was seen so far; ``states`` are all that the robot ever had."""

    kills: int = 0
    edits: int = 0
    lost: int = 0
    oldest_lost: float = 0.0
    recoveries: int = 0
    idle: int = 0
    states: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.idle} before the first edit), {self.edits} edits: 0 files"
            f" torn or invalid; {self.recoveries} recoveries, {self.lost} edits lost, the oldest"
            f" {self.oldest_lost * 1000:.0f} ms before its kill (1,000 ms are allowed)"
        )


def killed(folder: Path, seed: int, after: float) -> tuple[list[tuple[float, str]], float]:
    """The states that the robot had, with their times, and the time of its death."""
    said = folder / "said"
    with said.open("wb") as out:
        robot = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.robot", str(folder), str(seed)],
            cwd=REPO,
            env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(after)
        require(robot.poll() is None, f"the robot ended by itself: {robot.returncode}")
        died = time.monotonic()
        robot.send_signal(signal.SIGKILL)
        robot.wait()
    lines = said.read_text(encoding="ascii").splitlines()
    return [(float(when), state) for when, state in (line.split() for line in lines)], died


def look(path: Path, had: list[tuple[float, str]], died: float, figures: Figures) -> None:
    """Raises SystemExit where a promise is broken."""
    content = path.read_bytes()
    document = tei.read(content)
    require(not tuple(tei.check(content)), "the file is not valid")
    figures.states |= {state for _, state in had}
    require(digest(document) in figures.states, "the file is none of the states the robot had")
    require(path.stat().st_mode & 0o777 == 0o600, "others may read the file")
    there = digest(_recovered(path, document, figures))
    reached = max((at for at, (_, state) in enumerate(had) if state == there), default=-1)
    require(reached >= 0, "what is recovered is none of the states since the last kill")
    for when, _ in had[reached + 1 :]:
        figures.lost += 1
        figures.oldest_lost = max(figures.oldest_lost, died - when)
        require(died - when <= MAY_BE_LOST, f"an edit of {died - when:.2f} s ago is lost")


def _recovered(path: Path, document: Document, figures: Figures) -> Document:
    if not left_behind(path):
        return document
    figures.recoveries += 1
    found = recover(path, lambda wanted: find(path, wanted))
    require(found == recover(path, lambda wanted: find(path, wanted)), "it is not the same twice")
    return found.document


def require(holds: bool, message: str) -> None:
    if not holds:
        raise SystemExit(message)


def kills(folder: Path, count: int, seed: int) -> Figures:
    """Kill the robot so many times."""
    path, random, figures = folder / FILE, Random(seed), Figures()
    settings.save(Settings("Ada Reviewer", "AR", versions=3), folder / SETTINGS)
    start = open_file(SAMPLE).documents[0]
    path.write_bytes(tei.write(start))
    path.chmod(0o600)
    last = digest(start)
    for number in range(count):
        had, died = killed(folder, seed + number, random.uniform(_SHORTEST, _LONGEST))
        figures.kills += 1
        figures.edits += max(0, len(had) - 1)
        figures.idle += len(had) <= 1
        # Before it says anything, the robot has what the kill before left.
        look(path, [(float("-inf"), last), *had], died, figures)
        last = digest(_recovered(path, tei.read(path.read_bytes()), Figures()))
    return figures


def main(count: int) -> None:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        figures = kills(Path(name), count, 20261124)
    print(f"{figures} ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
