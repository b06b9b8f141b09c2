"""Random edits for the laws: plain numbers, read against the document they meet."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from app.model import edits
from app.model.decisions import Exemption
from app.model.document import Document, Person
from app.model.edits.people import new_person_id
from app.model.redactions import portions, redactions
from app.model.replacing import hits, replaced
from app.model.search import words
from app.model.terms import CorrectionKind, Disposition, Kind, Level, NameKind, NoteKind, Position

Step = tuple[str, int, int, int, str]

_words = st.text(alphabet="ab \u00e9\U0001d50a.", max_size=6)
steps: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(
        st.deferred(lambda: st.sampled_from(sorted(_MAKERS))),
        st.integers(0, 40),
        st.integers(0, 60),
        st.integers(0, 60),
        _words,
    ),
    max_size=25,
)


def edit_of(step: Step, document: Document) -> edits.Edit:
    """The edit that a step means for this document."""
    if not document.people:
        return _add_person(document, *step[1:])
    return _MAKERS[step[0]](document, *step[1:])


def _correct(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    at, start, end = _range(document, at, a, b)
    return edits.CorrectText(at, start, end, text, list(CorrectionKind)[b % 4])


def _retype(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    """Types an original reading back, the way a person undoes by hand."""
    at = at % len(document.paragraphs)
    corrections = document.paragraphs[at].passage.corrections
    if not corrections:
        return _correct(document, at, a, b, text)
    one = corrections[a % len(corrections)]
    typed = one.original.replace("\n", "").replace("\f", "")
    return edits.CorrectText(at, one.start, one.end, typed)


def _revert(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.RevertCorrection(*_range(document, at, a, b))


def _kind(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.SetCorrectionKind(*_range(document, at, a, b), list(CorrectionKind)[b % 4])


def _split(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    at, start, _ = _range(document, at, a, a)
    return edits.SplitParagraph(at, start)


def _join(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.JoinParagraphs(at % len(document.paragraphs))


def _replace(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    one, other = _range(document, at, a, b), _range(document, at + 2, a, b)
    first, last = sorted(((one[0], one[1]), (other[0], other[1])))
    return edits.ReplaceText(first, last, tuple(text.split("."))[:3])


def _assign(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    people = [None, *(person.id for person in document.people)]
    return edits.AssignSpeaker((at % len(document.paragraphs),), people[a % len(people)])


def _swap(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    people = [person.id for person in document.people]
    return edits.SwapSpeakers(
        at % len(document.paragraphs), people[a % len(people)], people[b % len(people)]
    )


def _to_speaker(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    at, start, _ = _range(document, at, a, a)
    return edits.SplitToSpeaker(at, start, document.people[b % len(document.people)].id)


def _set_kind(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.SetKind((at % len(document.paragraphs),), list(Kind)[a % 3])


def _lift(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    at, start, _ = _range(document, at, a, a)
    return edits.LiftLabel(at, start)


def _label(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.CorrectLabel(at % len(document.paragraphs), text)


def _mark(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.SetMarking(
        (at % len(document.paragraphs),),
        list(Level)[a % 4],
        ("NF",) if b % 2 else None,
        bool(b % 3),
        list(Position)[b % 2],
    )


def _confirm(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.ConfirmMarks((at % len(document.paragraphs),))


def _clear(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.ClearMarking((at % len(document.paragraphs),))


def _page(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    page = document.pages[b % len(document.pages)].id
    at, start, _ = _range(document, at, a, a)
    return edits.MovePageBreak(page, at, start)


def _add_person(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.AddPerson(Person(new_person_id(document), text or "Someone"))


def _merge(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    people = [person.id for person in document.people]
    return edits.MergePeople(people[a % len(people)], people[b % len(people)])


def _remove(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.RemovePerson(document.people[a % len(document.people)].id)


def _dismiss(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.DismissHint((at % len(document.paragraphs),))


CODE = (Exemption("1.4(c)"),)


def _redact(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    """One stretch, or from the end of one paragraph into the next."""
    at, start, end = _range(document, at, a, b)
    paragraph = document.paragraphs[at]
    if b % 5 == 0 and paragraph.label is not None:
        return edits.AddRedaction(((f"{paragraph.id}/label", 0, len(paragraph.label.text)),), CODE)
    if b % 3 == 0 and at + 1 < len(document.paragraphs):
        following = document.paragraphs[at + 1]
        first = (paragraph.id, start, len(paragraph.text))
        return edits.AddRedaction((first, (following.id, 0, len(following.text) // 2)), CODE)
    return edits.AddRedaction(((paragraph.id, start, end),), CODE)


def _of_redaction(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    """Something done to a redaction that withholds as much as before."""
    held = list(redactions(document))
    if not held:
        return _redact(document, at, a, b, text)
    where, one = held[at % len(held)]
    if b % 3 == 0:
        return edits.SplitRedaction(one.id, where, (one.start + one.end) // 2)
    if b % 3 == 1:
        return edits.MergeRedactions((one.id, held[a % len(held)][1].id))
    return edits.SetCodes(one.id, (Exemption("(b)(3)", "50 U.S.C. 3024(i)(1)"),))


def _unredact(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    held = list(redactions(document))
    if not held:
        return _redact(document, at, a, b, text)
    where, one = held[at % len(held)]
    if b % 2:
        return edits.RemoveRedaction(one.id)
    return edits.ResizeRedaction(one.id, where, one.start, max(one.start, one.end - 1))


def _dispose(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    keys = [portion.key for portion in portions(document)]
    disposition = [None, *Disposition][a % 5]
    return edits.SetDisposition((keys[at % len(keys)],), disposition, CODE, "State", "Theirs.")


def _note(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.AddNote(*_range(document, at, a, b), list(NoteKind)[a % 3], text or "Note")


def _name(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    ref = document.people[b % len(document.people)].id
    return edits.MarkName(*_range(document, at, a, b), NameKind.PERSON, ref)


def _unname(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.UnmarkName(*_range(document, at, a, b))


def _reviewed(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return edits.SetReviewed((at % len(document.paragraphs),), bool(a % 2))


def _replace_all(document: Document, at: int, a: int, b: int, text: str) -> edits.Edit:
    return replaced(hits(document, words("ae. "[a % 4], text)))


def _range(document: Document, at: int, a: int, b: int) -> tuple[int, int, int]:
    at %= len(document.paragraphs)
    length = len(document.paragraphs[at].text) + 1
    start, end = sorted((a % length, b % length))
    return at, start, end


_MAKERS: dict[str, Callable[[Document, int, int, int, str], edits.Edit]] = {
    "add person": _add_person,
    "assign": _assign,
    "clear mark": _clear,
    "confirm": _confirm,
    "correct": _correct,
    "dismiss": _dismiss,
    "disposition": _dispose,
    "join": _join,
    "kind of correction": _kind,
    "label": _label,
    "lift": _lift,
    "mark": _mark,
    "merge people": _merge,
    "name": _name,
    "note": _note,
    "page": _page,
    "redact": _redact,
    "redaction": _of_redaction,
    "remove person": _remove,
    "replace": _replace,
    "replace all": _replace_all,
    "retype": _retype,
    "revert": _revert,
    "reviewed": _reviewed,
    "set kind": _set_kind,
    "split": _split,
    "swap": _swap,
    "to speaker": _to_speaker,
    "unname": _unname,
    "unredact": _unredact,
}
