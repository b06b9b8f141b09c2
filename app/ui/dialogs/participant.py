"""One participant: a new one, or one described anew."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document, Person
from app.model.edits import AddPerson, Edit, RevisePerson
from app.model.edits.people import new_person_id
from app.model.sanitise import sanitised
from app.model.terms import Function
from app.ui.labels import PlainLabel


def describe_participant(document: Document, person: str | None, parent: QWidget) -> Edit | None:
    """The edit that adds a participant (``person`` None) or describes this one anew; None if the
    person thinks better of it.
    """
    dialog = ParticipantDialog(document, person, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.edit if accepted else None


def function_name(function: Function) -> str:
    """The function as people read it."""
    return function.value.capitalize()


def labels_in(text: str) -> tuple[str, ...]:
    """The labels in a list with commas, each once."""
    labels = (label.strip() for label in text.split(","))
    return tuple(dict.fromkeys(label for label in labels if label))


class ParticipantDialog(QDialog):
    """Name, function, office, affiliation and labels; a name is needed."""

    def __init__(
        self, document: Document, person: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        known = document.person(person)
        self._new = known is None
        self._person = known or Person(new_person_id(document), "")
        self.setWindowTitle("New Participant" if self._new else "Edit Participant")
        self.setMinimumWidth(420)
        self.name = QLineEdit(self._person.name)
        self.function = QComboBox()
        for function in Function:
            self.function.addItem(function_name(function), function)
        self.function.setCurrentIndex(list(Function).index(self._person.function))
        self.office = QLineEdit(self._person.office)
        self.affiliation = QLineEdit(self._person.affiliation)
        self.labels = QLineEdit(", ".join(self._person.aliases))
        self._lay_out()
        self.name.textChanged.connect(self._check)
        self._check()
        self.name.setFocus()

    @property
    def edit(self) -> Edit:
        """What was asked for."""
        described = replace(
            self._person,
            name=_text_of(self.name),
            function=self.function.currentData(),
            office=_text_of(self.office),
            affiliation=_text_of(self.affiliation),
            aliases=labels_in(_text_of(self.labels)),
        )
        return AddPerson(described) if self._new else RevisePerson(described)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field in (
            ("&Name", self.name),
            ("&Function", self.function),
            ("&Office", self.office),
            ("&Affiliation", self.affiliation),
            ("Speaker &labels", self.labels),
        ):
            rows.addRow(caption, field)
            field.setAccessibleName(caption.replace("&", ""))
        hint = PlainLabel(
            "Labels that mean this person, with commas between: PM, Prime Minister Kaifu"
        )
        hint.setWordWrap(True)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        rows.addRow("", hint)
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(rows)
        layout.addWidget(self.buttons)

    def _check(self) -> None:
        named = bool(_text_of(self.name))
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(named)
        button.setToolTip("" if named else "A participant needs a name")
        self.name.setPlaceholderText("Needed")


def _text_of(field: QLineEdit) -> str:
    return sanitised(field.text()).strip()
