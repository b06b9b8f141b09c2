"""The second review: how far it has come, what is left to judge or to resolve, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QVBoxLayout

from app.ui.commands import second_review as commands
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.flow import FlowLayout
from app.ui.labels import NamedLabel
from app.ui.tools.second_review.detail import Detail
from app.ui.tools.second_review.rows import PortionsModel, Row, columns, rows
from app.ui.tools.second_review.standing import standing, steps
from app.ui.tools.second_review.table import table_of
from app.ui.tools.tool import Tool


class SecondReviewTool(Tool):
    """The caret goes along in the text; Enter goes there. The chosen portion is the one that
    commands judge while the dock has the keyboard.
    """

    name = "second_review"
    title = "Second Review"
    breadth = 460
    follows_caret = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._caret_in = -1
        self.state = _line("State", bold=True)
        self.steps = _line("Steps")
        self.sentence = _line("What it means")
        # Where there is nothing to do, this is what the keyboard comes to.
        self.sentence.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.model = PortionsModel()
        self.list: QTableView = table_of(self.model)
        self.detail = Detail(desk)
        self.buttons = {one.id: self._button(one) for one in commands.OFFERED}
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(self._show_detail)
        self.list.selectionModel().currentRowChanged.connect(self._lead)
        self.list.activated.connect(self._go_to_text)
        self.setFocusProxy(self.list)
        desk.window.second_review.changed.connect(self.refresh_soon)

    def _button(self, command: Command) -> QPushButton:
        button = QPushButton(command.text)
        button.setToolTip(command.tip)
        button.clicked.connect(lambda: command.run(self.desk))
        return button

    def _lay_out(self) -> None:
        foot = FlowLayout(8)
        for button in self.buttons.values():
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for label in (self.state, self.steps, self.sentence):
            column.addWidget(label)
        column.addWidget(self.list, 3)
        column.addWidget(self.detail, 2)
        column.addLayout(foot)
        column.addStretch()

    # -- what is shown ----------------------------------------------------------------------------

    def begin(self) -> None:
        """The portion at the caret is chosen where it is among those shown."""
        self._caret_in = -1
        self.refresh()
        if self.model.rows:
            self.list.setFocus()
        else:
            shown = (button for button in self.buttons.values() if not button.isHidden())
            next(shown, self.sentence).setFocus()

    def forget(self) -> None:
        self._caret_in = -1

    def refresh(self) -> None:
        document, person = self.desk.document, self.desk.person
        holds = self.desk.window.second_review.holds(document)
        now = standing(document, person, holds)
        self.state.setText(now.title)
        self.steps.setText(steps(document.second_review, holds))
        self.sentence.setText(now.sentence)
        shown = rows(document, person, holds)
        self.model.show_rows(document, shown, columns(document))
        self.list.setVisible(bool(shown))
        self.list.setAccessibleName(f"Portions: {now.title}")
        for command in commands.OFFERED:
            offered = commands.is_offered(command, document, person, holds)
            self.buttons[command.id].setVisible(offered and command.enabled(self.desk))
        self._follow_caret()
        self._show_detail()

    def _follow_caret(self) -> None:
        """Another paragraph with the caret is chosen, and something always is."""
        at = self.desk.caret[0]
        if at != self._caret_in:
            self._caret_in = at
            self.choose(self.desk.document.paragraphs[at].id)
        if self.chosen is None and self.model.rows:
            self.list.selectRow(0)

    def _show_detail(self) -> None:
        row = self.chosen
        self.detail.setVisible(row is not None)
        if row is not None:
            self.detail.show_row(row)

    # -- what commands ask for --------------------------------------------------------------------

    @property
    def has_keyboard(self) -> bool:
        """Also while a menu of the window is open."""
        focused = QApplication.focusWidget() or self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        selected = self.list.selectionModel().selectedRows()
        number = selected[0].row() if selected else -1
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def choose(self, key: str) -> None:
        """The portion is chosen, if it is shown."""
        number = self.model.number_of(key)
        if number is not None:
            self.list.selectRow(number)
            self.list.scrollTo(self.model.index(number, 0))

    def _lead(self, current: QModelIndex) -> None:
        """The caret goes along with the row that a person moves to in the list."""
        row = self.model.rows[current.row()] if current.isValid() else None
        if row is not None and row.at is not None and self.list.hasFocus():
            self._caret_in = row.at
            self.desk.pane.place_caret(row.at, 0)

    def _go_to_text(self) -> None:
        """Where the portion is: in the text or, of the head, in the metadata."""
        row = self.chosen
        if row is not None and row.at is not None:
            self.desk.go_to((row.at, 0), "")
        elif row is not None:
            self.desk.window.focus_part("metadata")


def _line(title: str, *, bold: bool = False) -> NamedLabel:
    line = NamedLabel(title)
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = line.font()
    font.setBold(bold)
    line.setFont(font)
    return line
