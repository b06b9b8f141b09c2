"""Picking who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document, Person
from app.model.edits import (
    AddAlias,
    AddPerson,
    AssignSpeaker,
    Compound,
    Edit,
    RevisePerson,
    SetKind,
)
from app.model.edits.people import new_person_id
from app.model.printed import bare_label
from app.model.sanitise import sanitised
from app.model.terms import Function, Kind
from app.ui.dialogs.participant import function_name
from app.ui.labels import PlainLabel, literal

_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def choose_speaker(document: Document, at: tuple[int, ...], parent: QWidget) -> Edit | None:
    """The edit that gives the paragraphs ``at`` to whom the person picked; None if to nobody."""
    dialog = SpeakerPicker(document, at, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.edit if accepted else None


class _Other(Enum):
    """What can be picked that is no participant."""

    NARRATIVE = auto()
    NOT_KNOWN = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class _Choice:
    """A row of the list: what it picks, how it reads, what typing finds it by."""

    picks: Person | _Other
    text: str
    words: str


class SpeakerPicker(QDialog):
    """Typing filters the participants by key, name, office and labels; Enter picks."""

    def __init__(
        self, document: Document, at: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._at = document, at
        self._label = _only_label(document, at)
        self._choices = tuple(_choices(document))
        self.setWindowTitle("Assign Speaker")
        self.setMinimumWidth(440)
        self.typed = QLineEdit()
        self.typed.setAccessibleName("Speaker")
        self.typed.setPlaceholderText("Key, name, office or label")
        self.typed.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Speakers")
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.function = QComboBox()
        self.function.setAccessibleName("Function of the new participant")
        for function in Function:
            self.function.addItem(function_name(function), function)
        self.function.setCurrentIndex(list(Function).index(Function.PARTICIPANT))
        self.alias = QCheckBox()
        self._lay_out()
        self.typed.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(self._show_options)
        self.list.itemActivated.connect(lambda _: self._accept_choice())
        self._filter()
        self._start_at_present()
        self.typed.setFocus()

    @property
    def edit(self) -> Edit | None:
        """What was asked for; None while nobody is picked."""
        picked = self._picked()
        if picked is None:
            return None
        if picked is _Other.NARRATIVE:
            return SetKind(self._at, Kind.NARRATIVE)
        if picked is _Other.NOT_KNOWN:
            return AssignSpeaker(self._at, None)
        if picked is _Other.NEW:
            return self._edit_of_new()
        assign = AssignSpeaker(self._at, picked.id)
        if not self._alias_wanted():
            return assign
        return Compound(assign.name, (*self._alias_edits(picked.id), assign))

    # -- the window -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        about = PlainLabel(_about(self._document, self._at, self._label))
        about.setWordWrap(True)
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        caption = PlainLabel("&Speaker")
        caption.setBuddy(self.typed)
        self.function_caption = PlainLabel("&Function of the new participant")
        self.function_caption.setBuddy(self.function)
        function = QHBoxLayout()
        function.addWidget(self.function_caption)
        function.addWidget(self.function, 1)
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.buttons.accepted.connect(self._accept_choice)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (about, caption, self.typed, self.list):
            layout.addWidget(widget)
        layout.addLayout(function)
        layout.addWidget(self.alias)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk the list while the person types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _TO_THE_LIST:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept_choice()
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        typed = self._name()
        found = [choice for choice in self._choices if _matches(choice, typed)]
        name = f" “{typed}”" if typed else "…"
        new = _Choice(_Other.NEW, f"New participant{name}", "")
        self.list.clear()
        for choice in (*found, new):
            row = QListWidgetItem(choice.text)
            row.setData(Qt.ItemDataRole.UserRole, choice)
            self.list.addItem(row)
        self.list.setCurrentRow(0)

    def _start_at_present(self) -> None:
        """Begin at who speaks now."""
        now = {_present(self._document, at) for at in self._at}
        for row, choice in enumerate(self._choices):
            if now == {choice.picks}:
                self.list.setCurrentRow(row)

    def _show_options(self) -> None:
        picked = self._picked()
        new = picked is _Other.NEW
        self.function.setVisible(new)
        self.function_caption.setVisible(new)
        self.alias.setText(f"&Let the label “{literal(self._label)}” mean this person from now on")
        self.alias.setVisible(self._alias_offered())
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(picked is not None and (not new or bool(self._name())))
        ok.setToolTip("" if ok.isEnabled() else "Type the name of the new participant")

    def _accept_choice(self) -> None:
        if self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self.accept()

    # -- what is picked ---------------------------------------------------------------------------

    def _picked(self) -> Person | _Other | None:
        if self.list.currentRow() < 0:
            return None
        choice = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        assert isinstance(choice, _Choice)
        return choice.picks

    def _name(self) -> str:
        return sanitised(self.typed.text()).strip()

    def _edit_of_new(self) -> Edit | None:
        if not self._name():
            return None
        aliases = (bare_label(self._label),) if self._alias_wanted() else ()
        person = Person(
            new_person_id(self._document), self._name(), self.function.currentData(),
            aliases=aliases,
        )  # fmt: skip
        assign = AssignSpeaker(self._at, person.id)
        released = self._released() if aliases else ()
        return Compound(assign.name, (*released, AddPerson(person), assign))

    def _alias_offered(self) -> bool:
        """Whether the paragraphs bear one label and it does not mean the picked person already."""
        picked = self._picked()
        if not bare_label(self._label) or picked in (None, _Other.NARRATIVE, _Other.NOT_KNOWN):
            return False
        return not isinstance(picked, Person) or not _means(picked, self._label)

    def _alias_wanted(self) -> bool:
        return self._alias_offered() and self.alias.isChecked()

    def _alias_edits(self, person: str) -> tuple[Edit, ...]:
        return (*self._released(), AddAlias(person, bare_label(self._label)))

    def _released(self) -> tuple[Edit, ...]:
        """A label means one person: others who had it give it up."""
        alias = bare_label(self._label).casefold()
        return tuple(
            RevisePerson(replace(one, aliases=kept))
            for one in self._document.people
            if (kept := tuple(a for a in one.aliases if bare_label(a).casefold() != alias))
            != one.aliases
        )


def _choices(document: Document) -> Iterator[_Choice]:
    for number, person in enumerate(document.people, start=1):
        key = str(number) if number <= 9 else " "
        details = ", ".join(
            filter(None, (function_name(person.function), person.office, person.affiliation))
        )
        words = " ".join((key, person.name, details, *person.aliases))
        yield _Choice(person, f"{key}   {person.name}  ·  {details}", words)
    yield _Choice(_Other.NARRATIVE, "Narrative (no speaker)", "Narrative (no speaker)")
    yield _Choice(_Other.NOT_KNOWN, "Speaker not known", "Speaker not known")


def _present(document: Document, at: int) -> Person | _Other:
    """Who speaks the paragraph now."""
    paragraph = document.paragraphs[at]
    if paragraph.kind is Kind.NARRATIVE:
        return _Other.NARRATIVE
    return document.person(paragraph.speaker) or _Other.NOT_KNOWN


def _matches(choice: _Choice, typed: str) -> bool:
    """Whether each typed word begins a word of the choice, in any case."""
    words = choice.words.casefold().replace("(", " ").split()
    return all(any(word.startswith(part) for word in words) for part in typed.casefold().split())


def _means(person: Person, label: str) -> bool:
    bare = bare_label(label).casefold()
    return bare in {bare_label(name).casefold() for name in (person.name, *person.aliases)}


def _only_label(document: Document, at: tuple[int, ...]) -> str:
    """The label the paragraphs bear, "" where there is none or more than one."""
    labels = {
        paragraph.label.text
        for place in at
        if (paragraph := document.paragraphs[place]).label is not None
    }
    return labels.pop() if len(labels) == 1 else ""


def _about(document: Document, at: tuple[int, ...], label: str) -> str:
    """Which paragraphs, what the paper prints, who speaks now."""
    if len(at) > 1:
        return f"{len(at)} paragraphs" + (f", all with the label “{label}”" if label else "")
    paragraph = document.paragraphs[at[0]]
    speaker = document.person(paragraph.speaker)
    if paragraph.kind is Kind.NARRATIVE:
        now = "now narrative"
    else:
        now = f"now spoken by {speaker.name}" if speaker else "speaker not known now"
    printed = f", printed label “{label}”" if label else ""
    return f"Paragraph {at[0] + 1}{printed}, {now}"
