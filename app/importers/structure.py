"""The steps in order: lines, furniture, pages, memoranda, head, paragraphs, document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from app.importers.conversation import Draft, Stretch, drafts, labels_in
from app.importers.expected_banners import expected_level, with_expected_banners
from app.importers.furniture import is_end_mark, says_in_part, sorted_out
from app.importers.gaps import gaps
from app.importers.heading import Head, head_of
from app.importers.labels import Label, recurring
from app.importers.layout import layout_of
from app.importers.letter_spacing import closed_up
from app.importers.library import is_sheet
from app.importers.lines import Line
from app.importers.margins import without_notes
from app.importers.marks import highest, printed_mark
from app.importers.memoranda import memoranda
from app.importers.metadata import highest_banner, metadata, subject
from app.importers.pages import Leaf, laid_out
from app.importers.participants import participants
from app.importers.speakers import Who, resolver, spoken, with_speakers
from app.importers.stamp import parted
from app.importers.turns import page_id, paragraphs
from app.model.document import Document, Page, Person, Source
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage


def documents(lines: Sequence[Line], source: Source) -> tuple[Document, ...]:
    """One document for each memorandum in the lines (at least one line)."""
    whole = without_notes(parted(closed_up(lines)))
    sheets = _sheets(whole)
    leaves = laid_out(sorted_out(whole, sheets), lines[-1].page, sheets)
    stray = layout_of([leaf.body for leaf in leaves]).stray
    return tuple(_document(part, source, stray=stray) for part in memoranda(leaves))


def _sheets(lines: Sequence[Line]) -> frozenset[int]:
    """The pages that are no memorandum's, where pages are known."""
    pages = groupby(lines, key=lambda line: line.page)
    return frozenset(page for page, held in pages if page is not None and is_sheet(list(held)))


def _document(leaves: Sequence[Leaf], source: Source, *, stray: bool) -> Document:
    head = head_of(leaves[0].body)
    stretches = _text(leaves, head)
    listed = _listed(head)
    often = spoken(listed, recurring(labels_in(stretches)))
    people = with_speakers(listed, often)
    resolve = resolver(people, often)
    names = {label.key for label in often}
    announces = _announces(names, resolve)
    made = drafts(stretches, announces, len(leaves), stray=stray)
    trailer = _cut_trailer(made)
    furniture = [piece for leaf in leaves if not leaf.sheet for piece in leaf.furniture]
    banner = highest_banner(furniture)
    body = paragraphs(
        made,
        resolve,
        banner,
        misread=_has_marks(head, stretches),
        withheld=any(map(says_in_part, furniture)) or any(gaps(draft.text) for draft in made),
    )
    level = expected_level(furniture, banner, highest(paragraph.mark for paragraph in body))
    whole = with_expected_banners(leaves, level)
    return Document(
        paragraphs=Paragraphs(body),
        pages=tuple(_page(leaf, at) for at, leaf in enumerate(whole)),
        people=_with_aliases(people, made, resolve),
        heading=head.heading(level),
        metadata=metadata(head.entries, furniture),
        trailer=trailer,
        source=source,
        serial=max(len(body), len(leaves), len(people)) + 1,
    )


def _text(leaves: Sequence[Leaf], head: Head) -> list[Stretch]:
    """The lines after the head, page by page."""
    first = Stretch(0, leaves[0].body[head.length :])
    return [first, *(Stretch(at, leaf.body) for at, leaf in enumerate(leaves) if at)]


def _page(leaf: Leaf, at: int) -> Page:
    return Page(page_id(at), leaf.number, leaf.furniture, sheet=leaf.sheet)


def _listed(head: Head) -> tuple[Person, ...]:
    """Those the head lists."""
    rows = [row for entry in head.entries if "PARTICIPANT" in entry.words for row in entry.rows]
    return participants(rows, subject(head.entries))


def _announces(names: set[str], resolve: Callable[[str], Who | None]) -> Callable[[Label], bool]:
    """Whether what looks like a label is one: it recurs, names a participant, or bears a title."""
    return lambda label: label.key in names or label.titled or resolve(label.name) is not None


def _has_marks(head: Head, stretches: Sequence[Stretch]) -> bool:
    """Whether a portion mark reads as it should anywhere in the memorandum."""
    texts = (line.text for stretch in stretches for line in stretch.lines)
    return any(entry.entry().mark for entry in head.entries) or any(map(printed_mark, texts))


def _cut_trailer(made: list[Draft]) -> Passage | None:
    """The end mark, taken off the end of the drafts; pages that begin with it begin before it."""
    if len(made) < 2 or not is_end_mark(made[-1].text):
        return None
    last = made.pop()
    made[-1].break_pages(page for _, page in last.breaks)
    return Passage(last.text)


def _with_aliases(
    people: Sequence[Person], made: Sequence[Draft], resolve: Callable[[str], Who | None]
) -> tuple[Person, ...]:
    """The people with the labels that mean them, other than their names."""
    names: dict[str | None, dict[str, None]] = defaultdict(dict)
    for draft in made:
        if draft.label:
            who = resolve(draft.label.name)
            names[who.person if who else None][draft.label.name] = None
    return tuple(
        replace(person, aliases=tuple(name for name in names[person.id] if name != person.name))
        for person in people
    )
