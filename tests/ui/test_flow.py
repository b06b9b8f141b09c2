from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.flow import FlowLayout


@pytest.mark.parametrize(("width", "rows"), [(400, 1), (220, 2), (110, 3)])
def test_what_has_no_room_goes_below(qtbot: QtBot, width: int, rows: int) -> None:
    parent, layout = QWidget(), FlowLayout(10)
    qtbot.addWidget(parent)
    boxes = [QLabel() for _ in range(4)]
    for box in boxes[:3]:
        box.setFixedSize(100, 20)
        layout.addWidget(box)
    boxes[3].setFixedSize(100, 20)
    layout.addWidget(boxes[3])
    boxes[3].hide()
    parent.setLayout(layout)
    parent.resize(width, 200)
    parent.show()
    assert len({box.y() for box in boxes[:3]}) == rows
    assert layout.heightForWidth(width) == rows * 20 + (rows - 1) * 10
    assert all(box.geometry().right() <= width for box in boxes[:3])


def test_one_takes_what_is_left(qtbot: QtBot) -> None:
    parent, wide, other = QWidget(), QLabel("wide"), QLabel("other")
    layout = FlowLayout(10, stretched=wide)
    qtbot.addWidget(parent)
    for box in (wide, other):
        layout.addWidget(box)
    parent.setLayout(layout)
    parent.resize(400, 50)
    parent.show()
    assert other.geometry().right() == 399
    assert wide.width() > 300
