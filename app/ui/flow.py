"""A row of controls that goes on in a second row where there is no room, as enlarged text needs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """From left to right, then down; ``stretched`` is the one that takes the room left in its row.

    Hidden controls take none.
    """

    def __init__(self, spacing: int, stretched: QWidget | None = None) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        self._held: list[QLayoutItem] = []
        self._stretched = stretched

    def addItem(self, item: QLayoutItem) -> None:
        self._held.append(item)

    def count(self) -> int:
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(map(_height, rows)) + self.spacing() * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest of them."""
        sizes = [held.minimumSize() for held in self._shown]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.top()
        for row in self._rows(rect.width()):
            spare = rect.width() - self._width(row)
            x, height = rect.left(), _height(row)
            for held in row:
                width = held.sizeHint().width()
                if self._stretched is not None and held.widget() is self._stretched:
                    width += spare
                size = QSize(min(width, rect.width()), held.sizeHint().height())
                down = (height - size.height()) // 2
                held.setGeometry(QRect(QPoint(x, y + down), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [held for held in self._held if not held.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for held in self._shown:
            if rows and self._width([*rows[-1], held]) <= width:
                rows[-1].append(held)
            else:
                rows.append([held])
        return rows

    def _width(self, row: list[QLayoutItem]) -> int:
        return sum(held.sizeHint().width() for held in row) + self.spacing() * (len(row) - 1)


def _height(row: list[QLayoutItem]) -> int:
    return max(held.sizeHint().height() for held in row)
