"""What two people would do with a portion, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.model.document import Document
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tools.second_review.rows import Row, first_judgement
from app.ui.tools.second_review.standing import name_of, names_of
from app.ui.tools.second_review.wording import of_judgement
from app.ui.transcript.wording import of_act


class Sides(QWidget):
    """First and second reviewer with their names; either can be hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.first = _words("First decision")
        self.second = _words("Second opinion")
        self._names = PlainLabel(), PlainLabel()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, (name, words) in enumerate(
            zip(self._names, (self.first, self.second), strict=True)
        ):
            font = name.font()
            font.setBold(True)
            name.setFont(font)
            name.setWordWrap(True)
            grid.addWidget(name, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(2, 1)

    def show_row(self, document: Document, row: Row, *, with_first: bool) -> None:
        """The opinions on the row's portion; the first's only where it may be seen."""
        review, opinion = document.second_review, row.opinion
        assert review is not None
        self.first.setText(_of_first(document, row) if with_first else "")
        self.second.setText("No opinion yet")
        if opinion is not None:
            lines = [of_judgement(document, row.key, opinion.second)]
            lines += [f"Note: {opinion.note}"] if opinion.note else []
            self.second.setText("\n".join([*lines, of_act(document, opinion.act)]))
        self._names[0].setText(f"First: {names_of(document, review.first)}" if with_first else "")
        self._names[1].setText(f"Second: {name_of(document, review.second)}")
        for widget in (self.first, self._names[0]):
            widget.setVisible(with_first)
        layout = self.layout()
        assert isinstance(layout, QGridLayout)
        layout.setColumnStretch(0, int(with_first))
        layout.setColumnStretch(1, 1)


def _of_first(document: Document, row: Row) -> str:
    """What the first decided; with who and when, and why, as long as it is what is decided."""
    now = first_judgement(document, row)
    first = row.opinion.first if row.opinion is not None else now
    if first is None:
        return ""
    lines = [of_judgement(document, row.key, first)]
    decision = row.held.decision if row.held is not None else None
    if decision is not None and now == first:
        lines += [f"Note: {decision.note}"] if decision.note else []
        lines.append(of_act(document, decision.act))
    return "\n".join(lines)


def _words(title: str) -> NamedLabel:
    label = NamedLabel(title)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
