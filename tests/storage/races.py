"""Several processes after one lock: ``python -m tests.storage.races [COUNT]``.

In half of the races a lock of a process that has ended lies there to be taken over. Whoever gets
the lock writes its number into a file, waits, and looks whether it is alone there.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from app.storage.companions import Companion, companion
from app.storage.locks import LockedByOther, Owner, acquire, take_over

CONTENDERS = 4


def contend(file: Path, start: float) -> int:
    """0: never got it, 1: got it alone, 2: somebody else wrote at the same time."""
    while time.monotonic() < start:
        pass
    try:
        lock = acquire(file, "first")
    except LockedByOther as refused:
        if not refused.stale:
            return 0
        try:
            lock = take_over(file, "next", refused.owner)
        except LockedByOther:
            return 0
    mine = str(os.getpid()).encode()
    alone = True
    for _ in range(3):
        file.write_bytes(mine)
        time.sleep(0.002)
        alone &= file.read_bytes() == mine
    alone &= lock.held
    lock.release()
    return 1 if alone else 2


def race(folder: Path, number: int, ended: int) -> list[int]:
    file = folder / f"{number}.xml"
    file.touch()
    if number % 2:
        owner = Owner("gone", os.uname().nodename, ended, "", f"{number:016x}")
        companion(file, Companion.LOCK).write_text(json.dumps(asdict(owner)))
    start = time.monotonic() + 0.01
    children = []
    for _ in range(CONTENDERS):
        child = os.fork()
        if child == 0:
            try:
                os._exit(contend(file, start))
            except BaseException:
                os._exit(3)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def main(count: int) -> int:
    ended = os.fork()
    if ended == 0:
        os._exit(0)
    os.waitpid(ended, 0)
    bad = won = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            codes = race(Path(folder), number, ended)
            won += codes.count(1)
            bad += any(code > 1 for code in codes) or not any(codes)
        left = [path.name for path in Path(folder).iterdir() if path.suffix != ".xml"]
    print(f"{count} races of {CONTENDERS}: {won} held the lock, {bad} races went wrong, {left=}")
    return 1 if bad or left else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
