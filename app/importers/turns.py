"""From drafts to paragraphs: marks and labels lifted off, speakers and levels given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.importers.conversation import Draft
from app.importers.gaps import boxed, gaps
from app.importers.labels import Label
from app.importers.lost_label import Turn, lost_label
from app.importers.marks import leading_mark, misread_mark, printed_mark, with_levels
from app.importers.reported import reported
from app.importers.speakers import Who
from app.model.document import Mark, Paragraph
from app.model.passage import Passage
from app.model.spans import Correction, Gap, Hint, PageBreak, moved, ordered
from app.model.terms import Certainty, Kind, Level


def paragraphs(
    drafts: Sequence[Draft],
    resolve: Callable[[str], Who | None],
    banner: Level | None,
    *,
    misread: bool,
    withheld: bool,
) -> list[Paragraph]:
    """The paragraphs, in order, with ids para-1, para-2 ...

    A paragraph without label that reports what a participant said is narrative with their voice.
    Another one is narrative before the first turn, and after it carries on the turn before.
    ``misread``: look for misread marks too, since the memorandum has marks.
    ``withheld``: the paper says that parts of it were, so a blank box is one.
    """
    parts = [_parts(draft, misread=misread, withheld=withheld) for draft in drafts]
    marks = with_levels([part.mark for part in parts], banner)
    made: list[Paragraph] = []
    for draft, part, mark in zip(drafts, parts, marks, strict=True):
        bare = Paragraph(f"para-{len(made) + 1}", Kind.NARRATIVE, part.passage, mark=mark)
        made.append(_attributed(bare, draft.label, made[-1] if made else None, resolve))
    return _with_hints(made)


def _attributed(
    paragraph: Paragraph,
    label: Label | None,
    before: Paragraph | None,
    resolve: Callable[[str], Who | None],
) -> Paragraph:
    """With its kind, its label, and whose words it holds."""
    if label:
        who = resolve(label.name)
        return replace(
            paragraph,
            kind=Kind.TURN,
            label=Passage(label.printed),
            speaker=who.person if who else None,
            certainty=who.certainty if who else Certainty.HIGH,
        )
    who = reported(paragraph.text, resolve)
    in_turn = before is not None and before.kind is not Kind.NARRATIVE
    if who and not (before and in_turn and who.person == before.speaker):
        return replace(paragraph, voice=who.person, certainty=who.certainty)
    if before and in_turn:
        kind, certainty = Kind.CONTINUATION, before.certainty
        return replace(paragraph, kind=kind, speaker=before.speaker, certainty=certainty)
    return paragraph


def page_id(page: int) -> str:
    """The id of a memorandum's page, counted from 0."""
    return f"page-{page + 1}"


class _Parts(NamedTuple):
    passage: Passage
    mark: Mark | None


def _parts(draft: Draft, *, misread: bool, withheld: bool) -> _Parts:
    """The draft's text without label and mark, its page breaks moved to fit; and the mark."""
    text, front, mark = draft.text, 0, None
    if leading := leading_mark(text):
        front = len(text) - len(leading.text)
        text, mark = leading
    elif trailing := printed_mark(text) or (misread_mark(text) if misread else None):
        text, mark = trailing
    if draft.label:
        kept = text.removeprefix(draft.label.printed).lstrip(" ")
        front += len(text) - len(kept)
        text = kept
    places = [(min(max(0, place - front), len(text)), page) for place, page in draft.breaks]
    breaks = [PageBreak(place, place, page_id(page)) for place, page in places]
    joined = [moved(word, -front) for word in draft.joined if _lies_in(word, front, len(text))]
    boxes = [(min(max(0, place - front), len(text)), lines) for place, lines in draft.boxes]
    stated, bare = boxed(gaps(text), boxes)
    empty = bare if withheld else list(map(_suspected, bare))
    return _Parts(Passage(text, ordered([*joined, *breaks, *stated, *empty])), mark)


def _suspected(gap: Gap) -> Hint:
    more = f"{gap.quantity} more line{'s' if gap.quantity != '1' else ''}"
    message = f"There is room for {more} here: was something withheld?"
    return Hint(gap.start, gap.end, "blank-box", message)


def _lies_in(word: Correction, start: int, length: int) -> bool:
    return start <= word.start and word.end <= start + length


def _with_hints(made: list[Paragraph]) -> list[Paragraph]:
    """With a hint where a turn seems to hold the answer of another speaker."""
    hinted: list[Paragraph] = []
    follows: str | None = None
    for paragraph in reversed(made):
        if paragraph.kind is Kind.TURN:
            hint = lost_label(Turn(paragraph.text, paragraph.speaker, follows))
            follows = paragraph.speaker
            if hint:
                paragraph = replace(paragraph, passage=paragraph.passage.with_span(hint))
        hinted.append(paragraph)
    return hinted[::-1]
