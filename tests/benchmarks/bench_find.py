"""Finding words in a long document: how long one search through all of it takes.

``python -m tests.benchmarks.bench_find`` prints a table. Times are milliseconds, the median of
nine; the bar is 100 at 1,000 pages.
"""

from __future__ import annotations

from statistics import median
from time import perf_counter

from app.model.replacing import hits, replaced
from app.model.search import Finder, words
from app.model.terms import Act
from app.patterns import pattern
from tests.benchmarks.documents import transcript

SIZES = (100, 1_000)
TIMES = 9
ACT = Act("rev-ab", "2026-03-01T09:30:00Z")


def finders() -> list[tuple[str, Finder, bool]]:
    """Each way to look, and whether it looks through the source's readings."""
    return [
        ("words", words("President"), False),
        ("words, case", words("President", match_case=True), False),
        ("whole words", words("the", whole_words=True), False),
        ("source's readings", words("tbe"), True),
        ("expression", pattern(r"\b(Pres\w+) (said)"), False),
        ("expression, case", pattern(r"\b(Pres\w+) (said)", match_case=True), False),
    ]


def main() -> None:
    for pages in SIZES:
        document = transcript(pages)
        print(f"{pages} pages, {len(document.paragraphs):,} paragraphs")
        for name, finder, original in finders():
            taken = []
            for _ in range(TIMES):
                start = perf_counter()
                found = hits(document, finder, original=original)
                taken.append((perf_counter() - start) * 1000)
            print(f"  {name:<20} {len(found):>6,} found {median(taken):7.1f} ms")
        found = hits(document, words("President", "X."))
        start = perf_counter()
        replaced(found).apply(document, ACT)
        print(f"  replace all          {len(found):>6,} {(perf_counter() - start) * 1000:12.1f} ms")


if __name__ == "__main__":
    main()
