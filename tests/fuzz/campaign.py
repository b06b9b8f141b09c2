"""Damage files and read them: ``python -m tests.fuzz.campaign {all,READER...} [--count N]``.

Each reader works in a process of its own, which may take 300 MB more than it has at the start. An
input may take 2 seconds. Anything but the reader's own error is a finding; the input is kept in the
folder ``--keep`` names. The same seed gives the same inputs.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from random import Random

from tests.fuzz.mutations import mutated
from tests.fuzz.readers import READERS, Reader

MOST_SECONDS = 2.0
MOST_MEMORY = 300 * 1024 * 1024
_HUNG = 20


def tried(reader: Reader, content: bytes, folder: Path) -> str:
    """ "read", "refused", or what went wrong."""
    started = time.process_time()
    try:
        reader.read(folder, content)
        outcome = "read"
    except reader.error as error:
        outcome = "refused" if _in_one_line(error) else f"several lines: {error}"
    except BaseException:
        outcome = traceback.format_exc(limit=-4)
    took = time.process_time() - started
    return outcome if took <= MOST_SECONDS else f"{took:.1f} s"


def _in_one_line(error: Exception) -> bool:
    said = str(error)
    return bool(said) and "\n" not in said and "Traceback" not in said


def campaign(reader: Reader, count: int, seed: int, keep: Path | None) -> Counter[str]:
    """What became of ``count`` inputs, in this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds = reader.seeds(folder)
        for content in seeds:
            tried(reader, content, folder)
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, resource.RLIM_INFINITY))
        outcomes: Counter[str] = Counter()
        for number in range(count):
            content = mutated(seeds, Random(f"{reader.name} {seed} {number}"))
            signal.alarm(_HUNG)  # A hang kills this process, and the parent says so.
            outcome = tried(reader, content, folder)
            signal.alarm(0)
            outcomes[outcome] += 1
            if outcome not in ("read", "refused") and keep is not None:
                (keep / f"{reader.name}-{seed}-{number}").write_bytes(content)
        return outcomes


def in_child(reader: Reader, count: int, seed: int, keep: Path | None) -> bool:
    """Whether nothing was found; prints one line, and what was found."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        outcomes = campaign(reader, count, seed, keep)
        found = {what: times for what, times in outcomes.items() if what not in ("read", "refused")}
        took = time.monotonic() - started
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{reader.name}: {outcomes.total()} inputs, {outcomes['read']} read, "
            f"{outcomes['refused']} refused, {sum(found.values())} findings, "
            f"{most} MB at most, {took:.0f} s",
            flush=True,
        )
        for what, times in found.items():
            print(f"  {times} x {what}", flush=True)
        os._exit(1 if found else 0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code < 0:
        print(f"{reader.name}: killed by signal {-code}", flush=True)
    return code == 0


def main() -> int:
    parser = ArgumentParser(description="Damage files of each format and read them.")
    parser.add_argument("readers", nargs="+", choices=["all", *READERS])
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--keep", type=Path, help="a folder for the inputs that found something")
    asked = parser.parse_args()
    if asked.keep is not None:
        asked.keep.mkdir(parents=True, exist_ok=True)
    names = READERS if "all" in asked.readers else asked.readers
    clean = [in_child(READERS[name], asked.count, asked.seed, asked.keep) for name in names]
    return 0 if all(clean) else 1


if __name__ == "__main__":
    sys.exit(main())
