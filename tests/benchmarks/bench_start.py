"""From start to window, beside a bare PySide6 window.

``python -m tests.benchmarks.bench_start`` prints a table. Each is a process of its own, from its
start until its window is painted; the two take turns.
"""

from __future__ import annotations

from statistics import median

from tests.benchmarks.children import run_child

RUNS = 9
BAR = 1.5
"""Times the bare window."""


def main() -> None:
    times: dict[str, list[float]] = {"bare_window": [], "desk": []}
    for name in times:
        run_child(name)  # The disk is warm for both, as it is on the second start of a day.
    for _ in range(RUNS):
        for name, measured in times.items():
            measured.append(run_child(name)["painted"])
    bare, desk = median(times["bare_window"]), median(times["desk"])
    print(f"Start to window painted, ms: median (least) of {RUNS}")
    print(f"  bare PySide6 window  {bare:7.0f} ({min(times['bare_window']):.0f})")
    print(f"  Memcon Desk          {desk:7.0f} ({min(times['desk']):.0f})")
    print(f"  ratio                {desk / bare:7.2f}   bar {BAR}")


if __name__ == "__main__":
    main()
