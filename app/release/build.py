"""From a document and its decisions to what is released of it, by allow-list.

Only what a decision releases is taken over: words of the title, the head and the paragraphs outside
of every redaction, and the facts that a part of the head released in full states. Nothing else of
the document is looked at: not its notes, corrections, original readings, marks of the OCR, lines
around the pages, names, foreign elements, comments, identifiers or history.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.model.classification import overall
from app.model.decisions import Exemption
from app.model.document import Document, Mark, Paragraph
from app.model.exemptions import keeps_classified, titled
from app.model.ledger import is_stamped
from app.model.passage import Passage
from app.model.printed import Topic, entries_about
from app.model.queries import page_at
from app.model.redactions import (
    TITLE,
    Portion,
    is_withheld,
    passages,
    portions,
    redactions_in,
    withheld,
)
from app.model.terms import Act, Disposition, Level
from app.release import amounts, released
from app.release.amounts import Amount
from app.release.released import Omission, Pieces, Released, Removal, Words
from app.release.removals import agreed, chained, person, printed
from app.release.sheets import Sheets

_ACTIONS = {
    Disposition.RELEASE: "released in full",
    Disposition.IN_PART: "released in part",
    Disposition.DENY: "denied",
    Disposition.REFER: "referred",
}
_FACTS: dict[str, Topic] = {"date": "when_and_where", "participants": "participants"}


def build(document: Document, *, coarse: bool = False, second_review: bool = True) -> Released:
    """What is released. A portion without a decision is withheld.

    ``coarse``: amounts in steps of five lines. ``second_review``: whether the log speaks of one.
    """
    return _Build(document, coarse, second_review).whole()


class _Build:
    def __init__(self, document: Document, coarse: bool, second_review: bool) -> None:
        self._document = document
        self._coarse = coarse
        self._second_review = second_review
        self._line = amounts.measure(document)
        self._sheets = Sheets(document, self._line)
        self._passages = dict(passages(document))
        self._portions = tuple(portions(document))
        self._untold = {fact for fact in _FACTS if self._withholds(fact)}
        self._removals: list[Removal] = []
        self._codes: dict[str, str] = {}

    def whole(self) -> Released:
        document = self._document
        held = list(self._portions)
        title = self._title(held)
        head = tuple(self._entry(one) for one in held if one.at is None and one.key != TITLE)
        told = tuple(self._conversation([one for one in held if one.at is not None]))
        people = self._participants()
        self._fields()
        stamp = document.metadata.stamp
        repository = document.metadata.repository
        date = "" if "date" in self._untold else document.metadata.date
        return Released(
            title=title,
            head=head,
            portions=told,
            participants=people,
            repository="" if is_withheld(document, "metadata/repository") else repository,
            date=date,
            original=document.metadata.original_level or overall(document),
            marking=self._marking(held),
            stamp=released.Stamp(stamp.authority, stamp.case, stamp.initials, stamp.date)
            if is_stamped(document)
            else None,
            removals=chained(self._removals),
            wordings=tuple(sorted(self._codes.items())),
            review=self._reviewed(),
        )

    # -- head -------------------------------------------------------------------------------------

    def _title(self, held: list[Portion]) -> Pieces:
        portion = next((one for one in held if one.key == TITLE), None)
        return () if portion is None else self._pieces(portion, TITLE, "title")

    def _entry(self, portion: Portion) -> released.Entry:
        number = int(portion.key.removeprefix("heading/")) + 1
        place = f"head, entry {number}"
        if not _is_released(portion):
            text = self._text(*portion.where)
            return released.Entry((), self._whole([portion], [text], place))
        label, words = (self._pieces(portion, where, place) for where in portion.where)
        return released.Entry(label, words, *_mark(portion.mark, is_stamped(self._document)))

    def _withholds(self, fact: str) -> bool:
        """Whether a fact is not told: it is stated by no part of the head, or by one of which
        anything is withheld.
        """
        entries = entries_about(self._document.heading, _FACTS[fact])
        keys = [f"heading/{number}" for number in entries]
        stated = [one for one in self._portions if one.key in keys]
        full = all(
            one.decision is not None
            and one.decision.disposition is Disposition.RELEASE
            and not any(withheld(self._passage(where)) for where in one.where)
            for one in stated
        )
        return not (stated and full) or is_withheld(self._document, f"metadata/{fact}")

    def _participants(self) -> tuple[released.Participant, ...]:
        people = self._document.people
        hidden = any(is_withheld(self._document, f"person/{one.id}") for one in people)
        if hidden or "participants" in self._untold:
            return ()
        return tuple(
            released.Participant(one.name, one.function.value, one.office, one.affiliation)
            for one in people
        )

    def _fields(self) -> None:
        """Values that are withheld are not told; the log says that they were."""
        for field in self._document.withheld:
            kind = "participant" if field.field.startswith("person/") else "metadata"
            self._log(kind, "", amounts.NAME, field.exemptions, "withheld", field.act, "fields")

    # -- conversation -----------------------------------------------------------------------------

    def _conversation(self, held: list[Portion]) -> Iterator[released.Portion]:
        run: list[Portion] = []
        for portion in held:
            if run and (_is_released(portion) or not _alike(run[-1], portion)):
                yield self._omitted(run)
                run = []
            if _is_released(portion):
                yield self._paragraph(portion)
            else:
                run.append(portion)
        if run:
            yield self._omitted(run)

    def _omitted(self, run: list[Portion]) -> released.Portion:
        first, last = run[0].at or 0, run[-1].at or 0
        place = f"paragraph {first + 1}" + (f" to {last + 1}" if last > first else "")
        texts = [self._text(*portion.where) for portion in run]
        return released.Portion("omitted", (), self._whole(run, texts, place))

    def _paragraph(self, portion: Portion) -> released.Portion:
        paragraph = self._document.paragraphs[portion.at or 0]
        place = f"paragraph {(portion.at or 0) + 1}"
        text = self._pieces(portion, portion.where[-1], place)
        return released.Portion(
            paragraph.kind.value,
            self._label(portion, paragraph, place),
            text,
            *_mark(paragraph.mark, is_stamped(self._document)),
            self._speaker(paragraph),
        )

    def _label(self, portion: Portion, paragraph: Paragraph, place: str) -> Pieces:
        if paragraph.label is None:
            return ()
        who = f"person/{paragraph.speaker}"
        field = next((one for one in self._document.withheld if one.field == who), None)
        if field is None:
            return self._pieces(portion, portion.where[0], f"{place}, speaker")
        return (self._omission(amounts.NAME, field.exemptions),)

    def _speaker(self, paragraph: Paragraph) -> int | None:
        if "participants" in self._untold or self._document.withheld:
            return None
        people = [one.id for one in self._document.people]
        return people.index(paragraph.speaker) if paragraph.speaker in people else None

    # -- words ------------------------------------------------------------------------------------

    def _passage(self, where: str) -> Passage:
        return self._passages.get(where, Passage())

    def _text(self, *places: str) -> str:
        return " ".join(self._passage(where).text for where in places)

    def _pieces(self, portion: Portion, where: str, place: str) -> Pieces:
        """The passage with an omission in place of each stretch that is withheld."""
        passage = self._passage(where)
        if not _is_released(portion):
            return self._whole([portion], [passage.text], place)
        pieces: list[released.Piece] = []
        at = 0
        for stretch in withheld(passage):
            pieces.append(Words(passage.text[at : stretch.start]))
            text = passage.text[stretch.start : stretch.end]
            amount = amounts.of_words(text, self._line, coarse=self._coarse)
            pieces.append(self._omission(amount, stretch.exemptions))
            act = next(one.act for one in redactions_in(passage) if one.id == stretch.ids[-1])
            self._log(
                place,
                self._pages(portion, stretch.start, stretch.end),
                amount,
                stretch.exemptions,
                "withheld in part",
                act,
                portion.key,
            )
            at = stretch.end
        pieces.append(Words(passage.text[at:]))
        return tuple(piece for piece in pieces if isinstance(piece, Omission) or piece.text)

    def _whole(self, run: list[Portion], texts: list[str], place: str) -> Pieces:
        first, last = run[0].at, run[-1].at
        if first is None or last is None:
            amount = amounts.of_words(" ".join(texts), self._line, coarse=self._coarse)
        else:
            pages = self._sheets.filled(first, last + 1)
            amount = amounts.of_portions(texts, self._line, pages, coarse=self._coarse)
        decision = run[0].decision
        if decision is None:
            return (Omission(amount, "not yet reviewed", ()),)
        action = _ACTIONS[decision.disposition]
        places = self._pages(run[0], 0, 0), self._pages(run[-1], 0, len(texts[-1]))
        self._log(
            place,
            "-".join(dict.fromkeys("-".join(places).split("-"))),
            amount,
            decision.exemptions,
            f"{action} to {decision.agency}" if decision.agency else action,
            decision.act,
            run[0].key,
        )
        if decision.disposition is Disposition.REFER:
            return (Omission(amount, "referred to another agency", ()),)
        return (self._omission(amount, decision.exemptions),)

    def _omission(self, amount: Amount, exemptions: tuple[Exemption, ...]) -> Omission:
        classified = any(map(keeps_classified, exemptions))
        verb = "not declassified" if classified else "not released"
        for exemption in exemptions:
            self._codes[exemption.code] = titled(exemption.code)
        return Omission(amount, verb, printed(exemptions))

    def _pages(self, portion: Portion, start: int, end: int) -> str:
        if portion.at is None:
            return str(self._document.pages[0].number)
        first = page_at(self._document, portion.at, start).number
        last = page_at(self._document, portion.at, max(start, end - 1)).number
        return str(first) if first == last else f"{first}-{last}"

    def _log(
        self,
        place: str,
        pages: str,
        amount: Amount,
        exemptions: tuple[Exemption, ...],
        action: str,
        act: Act,
        portion: str,
    ) -> None:
        self._removals.append(
            Removal(
                number=0,
                place=place,
                pages=pages,
                amount=amount.wording,
                words=amount.words,
                codes=printed(exemptions),
                action=action,
                decided=person(self._document, act),
                agreed=agreed(self._document, portion, second_review=self._second_review),
            )
        )

    # -- the whole --------------------------------------------------------------------------------

    def _marking(self, held: list[Portion]) -> Level:
        """The highest level of what survives; a stamp declassifies it."""
        survives = [one.mark.level for one in held if _is_released(one) and one.mark is not None]
        levels = [level for level in survives if level is not None]
        if is_stamped(self._document) or not levels:
            return Level.U
        return max(levels, key=lambda level: level.rank)

    def _reviewed(self) -> str:
        review = self._document.second_review
        if not self._second_review or review is None:
            return "Reviewed by one reviewer, as the policy allows."
        manner = "without sight of" if review.blind else "with sight of"
        return f"Reviewed by a second reviewer, {manner} the first decisions."


def _is_released(portion: Portion) -> bool:
    return portion.decision is not None and portion.decision.disposition in (
        Disposition.RELEASE,
        Disposition.IN_PART,
    )


def _alike(one: Portion, other: Portion) -> bool:
    """Whether two portions withheld whole can be told as one omission."""
    first, second = one.decision, other.decision
    if first is None or second is None:
        return first is second
    return replace(first, act=second.act, note=second.note) == second and (
        first.act.by == second.act.by
    )


def _mark(mark: Mark | None, stamped: bool) -> tuple[str, bool]:
    """The portion mark as printed in the copy, and whether it is struck through."""
    if mark is None or mark.level is None:
        return "", False
    return mark.text, stamped and mark.level is not Level.U
