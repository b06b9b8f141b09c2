"""All rules over a whole document, after one edit, and what spelling adds to a key press.

``python -m tests.benchmarks.bench_checks`` prints a table. Times are milliseconds. One word in a
hundred is misread, and some are names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import median
from time import perf_counter

from app.checks.check import Check
from app.checks.findings import Findings, findings, refreshed
from app.checks.registry import with_spelling
from app.model.document import Document, Paragraph, Person
from app.model.edits import (
    AddPerson,
    AssignSpeaker,
    CorrectText,
    DismissFinding,
    Edit,
    ReviseMetadata,
    SetMarking,
    SplitParagraph,
)
from app.model.paragraphs import Paragraphs
from app.model.terms import Act, Level
from app.spelling.dictionary import diplomatic, english
from app.spelling.speller import Speller
from tests.benchmarks.documents import transcript

SIZES = (10, 100, 1_000)
TIMES = 9
_ACT = Act("rev-ab", "2026-03-01T09:30:00Z")
_NAMES = {
    7: ("Lubbers", "Sisulus", "Kovacic", "Havelka", "Mubarak"),
    8: ("Samphanh", "Yakovlev", "Sihanouk", "Mitsotak", "Bouterse"),
    9: ("Papandreu", "Gorbachev", "Mazowieck", "Andreotti", "Scowcroft"),
}
"""By their length."""


def misread(pages: int) -> Document:
    """The transcript of ``documents``, with words misread and names in it."""
    document, random = transcript(pages), Random(2)
    return replace(document, paragraphs=Paragraphs(
        _misread(paragraph, random) for paragraph in document.paragraphs
    ))  # fmt: skip


def _misread(paragraph: Paragraph, random: Random) -> Paragraph:
    """Words are changed for others of the same length, so that every span stays true."""
    words = paragraph.text.split(" ")
    for at, word in enumerate(words[1:], start=1):
        chance = random.random()
        if chance < 0.01 and len(word) > 3:
            place = random.randrange(len(word))
            words[at] = word[:place] + random.choice("bcehlnou") + word[place + 1 :]
        elif chance < 0.15 and len(word) in _NAMES:
            words[at] = random.choice(_NAMES[len(word)])
    return replace(paragraph, passage=replace(paragraph.passage, text=" ".join(words)))


def timed(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def fresh() -> tuple[Check, ...]:
    """The checks, with a speller that has seen nothing yet."""
    return with_spelling(Speller(english(), diplomatic()))


def after(old: Findings, edit: Edit) -> float:
    """Milliseconds to bring the findings up to date after the edit; median of several."""
    document = edit.apply(old.document, _ACT)
    return median(timed(lambda: refreshed(old, document)) for _ in range(TIMES))


def bench(pages: int) -> None:
    document = misread(pages)
    middle = len(document.paragraphs) // 2
    whole = median(timed(lambda: findings(document, fresh())) for _ in range(3))
    held = findings(document, fresh())
    listed = timed(lambda: list(held))
    edits: dict[str, Edit] = {
        "key": CorrectText(middle, 100, 100, "x"),
        "name": CorrectText(middle, 100, 100, " Sihanouk "),
        "split": SplitParagraph(middle, 100),
        "speaker": AssignSpeaker((middle,), None),
        "mark": SetMarking((middle,), Level.S),
        "date": ReviseMetadata("date", "1990-06-05"),
        "person": AddPerson(Person("person-9", "Someone Else")),
        "dismiss": DismissFinding("spelling", "para-1", "tbe", "as printed"),
    }
    times = " ".join(f"{after(held, edit):7.1f}" for edit in edits.values())
    text, speller = document.paragraphs[middle].text, Speller(english(), diplomatic())
    speller.unknown_words(text)
    spelt = median(timed(lambda: speller.unknown_words(text)) for _ in range(TIMES))
    if pages == SIZES[0]:
        print(f"{'pages':>6} {'found':>6} {'all':>7} {'list':>6} "
              f"{' '.join(f'{name:>7}' for name in edits)} {'spelt':>6}")  # fmt: skip
    print(f"{pages:6} {len(list(held)):6} {whole:7.0f} {listed:6.1f} {times} {spelt:6.3f}")


def main() -> None:
    print(f"dictionary read in {timed(english):.0f} ms")
    for pages in SIZES:
        bench(pages)


if __name__ == "__main__":
    main()
