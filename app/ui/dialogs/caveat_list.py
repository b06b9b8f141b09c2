"""The caveats of a portion mark: a list to tick, a field to search it or to type another one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.checks.caveats import known_caveats
from app.model.sanitise import sanitised
from app.ui.labels import PlainLabel

_CODE = Qt.ItemDataRole.UserRole


class CaveatList(QWidget):
    """Ticked caveats, in the order of the register; typed ones after them.

    ``chosen`` is None while several paragraphs differ and nothing was ticked or typed.
    """

    changed = Signal()

    def __init__(self, chosen: tuple[str, ...] | None) -> None:
        super().__init__()
        self._open = chosen is None
        self.typed = QLineEdit()
        self.typed.setAccessibleName("Search caveats, or type one")
        self.typed.setPlaceholderText("Search, or type another and press Enter")
        self.typed.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Caveats")
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(1)
        self.typed.installEventFilter(self)
        known = {caveat.code for caveat in known_caveats()}
        for caveat in known_caveats():
            self._add(caveat.code, caveat.title, ticked=caveat.code in (chosen or ()))
        for code in chosen or ():
            if code not in known:
                self._add(code, "as typed", ticked=True)
        caption = PlainLabel("Ca&veats")
        caption.setBuddy(self.typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (caption, self.typed, self.list):
            layout.addWidget(widget)
        self.typed.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._note_change)

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """The codes that are ticked."""
        if self._open:
            return None
        rows = (self.list.item(at) for at in range(self.list.count()))
        return tuple(row.data(_CODE) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ticks what is typed, and leaves the window open; Down goes to the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed_code():
                self._tick_typed()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._go_to_list()
                return True
        return super().eventFilter(watched, event)

    def _typed_code(self) -> str:
        return " ".join(sanitised(self.typed.text()).upper().split())

    def _tick_typed(self) -> None:
        """Tick the caveat with this code, else the only one found; add it where none is found."""
        code = self._typed_code()
        rows = [self.list.item(at) for at in range(self.list.count())]
        found = [row for row in rows if not row.isHidden()]
        exact = [row for row in rows if row.data(_CODE) == code]
        if len(exact or found) == 1:
            (exact or found)[0].setCheckState(Qt.CheckState.Checked)
        elif found:
            self._go_to_list()
            return
        else:
            self._add(code, "as typed", ticked=True)
            self._note_change()
        self.typed.clear()

    def _go_to_list(self) -> None:
        """To the first caveat found."""
        for at in range(self.list.count()):
            if not self.list.item(at).isHidden():
                self.list.setCurrentRow(at)
                break
        self.list.setFocus()

    def _add(self, code: str, title: str, *, ticked: bool) -> None:
        row = QListWidgetItem(f"{code}  –  {title}")
        row.setData(_CODE, code)
        row.setToolTip(title)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.addItem(row)

    def _filter(self, typed: str) -> None:
        sought = typed.strip().casefold()
        for at in range(self.list.count()):
            row = self.list.item(at)
            row.setHidden(sought not in row.text().casefold())

    def _note_change(self) -> None:
        self._open = False
        self.changed.emit()
