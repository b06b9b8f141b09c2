"""The memorandum's head: title and the entries of the form, line by line as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importers.labels import speaker_label
from app.importers.lines import Line
from app.importers.marks import Lifted, bracketed_mark, printed_mark, with_levels
from app.importers.participants import function_of
from app.importers.titles import FormLabel, form_label, is_other_title, is_title
from app.importers.when_and_where import iso_date
from app.model.document import Heading, HeadingEntry
from app.model.passage import Passage
from app.model.terms import Level

_REACH = 30
"""Lines after a label within which the next label of the form is looked for."""
_LONGEST_LIST = 200
"""Lines of a list of participants that ends the form."""
_TITLE_LINES = 3
_CAPTION = re.compile(
    r"\b(?:tele?con\w*|telephone|phone|memcon|call|conversation|meeting|talks?|discussion|luncheon)\b",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 120
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"])
_NO_HEADING = re.compile("[,:;()]")
_SENTENCE = re.compile(r"""(?<!\S)[a-z]\w+[.?!]["'”’)]*$""")
_RUNNING = 3
"""Words without a capital from which a line runs on."""
_LIST = frozenset({"PARTICIPANT"})


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an entry: what it has of the label and of the text, the text with its columns, and
    whether there is space above.
    """

    label: str
    text: str
    columns: str = ""
    spaced: bool = False


@dataclass(slots=True)
class FormEntry:
    """An entry being read: the words of its label, and its lines."""

    words: frozenset[str]
    rows: list[Row] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text in one line."""
        return " ".join(row.text for row in self.rows if row.text)

    @property
    def lifted(self) -> Lifted:
        """The text in lines without its portion mark, and the mark, which may be misread."""
        text = "\n".join(row.text for row in self.rows)
        return printed_mark(text) or bracketed_mark(text) or Lifted(text, None)

    def entry(self, level: Level | None = None) -> HeadingEntry:
        """As the document holds it, with the portion mark lifted off the end of the text; ``level``
        is that of the banner.
        """
        text, mark = self.lifted
        labels = "\n".join(row.label for row in self.rows).rstrip("\n")
        (mark,) = with_levels([mark], level)
        return HeadingEntry(Passage(labels), Passage(text), mark)


@dataclass(frozen=True, slots=True)
class Head:
    """The head that was found: its title, its entries, and how many lines it takes."""

    title: str = ""
    entries: tuple[FormEntry, ...] = ()
    length: int = 0

    def heading(self, level: Level | None = None) -> Heading:
        """As the document holds it; ``level`` is that of the banner."""
        return Heading(Passage(self.title), tuple(entry.entry(level) for entry in self.entries))


def is_caption(line: Line, following: Line | None) -> bool:
    """Whether a line stands for the whole head: it names a conversation and its date, and no text
    follows that goes on with it.
    """
    text = line.text
    alone = following is None or following.spaced or speaker_label(following.printed) is not None
    return (
        alone
        and len(text) <= _LONGEST_CAPTION
        and text[0].isupper()
        and _CAPTION.search(text) is not None
        and iso_date(text) != ""
        and speaker_label(text) is None
    )


def head_of(lines: Sequence[Line]) -> Head:
    """The head that the lines begin with, empty where they begin with neither title nor form."""
    titled = bool(lines) and (is_title(lines[0]) or is_other_title(lines[0]))
    labels = _labels(lines, 1 if titled else 0)
    first = min(labels, default=len(lines))
    if not titled and first > 0:
        return _captioned(lines)
    title = 0
    if titled:
        title = first if labels and first <= _TITLE_LINES else 1
    if not labels and titled and not is_title(lines[0]):
        return _captioned(lines)
    if title < first or not labels:
        return Head(_joined(lines[:title]), (), title)
    entries: list[FormEntry] = []
    at = first
    last = max(labels)
    while at < len(lines) and (at <= last or _goes_on(entries[-1], lines[at], at - last)):
        _read(lines[at], labels.get(at), entries)
        at += 1
    while at - 1 > last and at < len(lines) and _is_heading(entries[-1].rows[-1]):
        entries[-1].rows.pop()
        at -= 1
    return Head(_joined(lines[:title]), tuple(entries), at)


def _captioned(lines: Sequence[Line]) -> Head:
    """The head that is no more than a caption."""
    if not lines or not is_caption(lines[0], lines[1] if len(lines) > 1 else None):
        return Head()
    rows = [Row("", lines[0].printed, lines[0].text)]
    caption = FormEntry(frozenset({"SUBJECT", "DATE"}), rows)
    return Head("", (caption,), 1)


def _labels(lines: Sequence[Line], start: int) -> dict[int, FormLabel]:
    """The labels of the form by line, each within reach of the one before."""
    labels: dict[int, FormLabel] = {}
    stop = start + _TITLE_LINES
    for at in range(start, len(lines)):
        if at > stop:
            break
        label = form_label(lines[at].printed)
        if label:
            labels[at] = label
            stop = at + _REACH
    return labels


def _goes_on(entry: FormEntry, line: Line, after: int) -> bool:
    """Whether the line, the ``after``th one after the last label, still belongs to its entry."""
    spoken = speaker_label(line.printed)
    if spoken and function_of(spoken.name) is None:
        return False
    if entry.words >= _LIST:
        return after <= _LONGEST_LIST and not (line.prose or _runs(line.printed))
    return not line.spaced or not entry.text


def _runs(text: str) -> bool:
    """Whether it is running text: some of its words, and not only small ones, have no capital."""
    if _SENTENCE.search(text):
        return True
    plain = (word for word in text.split() if word[0].islower() and word not in _SMALL)
    return sum(1 for _ in plain) >= _RUNNING


def _is_heading(row: Row) -> bool:
    """Whether a line after a list of people is the heading of the text that follows."""
    words = row.text.split()
    return row.spaced and not _NO_HEADING.search(row.text) and any(w in _SMALL for w in words[1:])


def _read(line: Line, label: FormLabel | None, entries: list[FormEntry]) -> None:
    printed = line.printed
    if label is None:
        entries[-1].rows.append(Row("", printed, line.text, line.spaced))
        return
    if not (label.continues and entries):
        entries.append(FormEntry(frozenset()))
    entry = entries[-1]
    entry.words |= label.words
    text = printed[label.end :].strip()
    entry.rows.append(Row(label.printed, text, _after(line.text, label.printed), line.spaced))


def _after(text: str, label: str) -> str:
    """The text of a line after its label, with its columns."""
    letters = len("".join(label.split()))
    for at, sign in enumerate(text):
        letters -= not sign.isspace()
        if letters == 0:
            return text[at + 1 :].strip()
    return ""


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.printed for line in lines)
