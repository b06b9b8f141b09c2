from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.model.document import Document, Furniture
from app.model.edits import AddFurniture, RemoveFurniture, ReviseFurniture
from app.model.terms import FurnitureKind, Level, Place
from app.ui.metadata.lines_model import Column, LinesModel
from tests.ui.metadata.conftest import Desk
from tests.ui.metadata.kaifu import many_pages


def pieces(desk: Desk, page: int) -> tuple[Furniture, ...]:
    return desk.document.pages[page].furniture


def cells(model: LinesModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in Column]


def test_all_lines_are_listed_page_by_page(desk: Desk) -> None:
    model = desk.pane.pages.model
    assert model.rowCount() == 8 + 3
    assert cells(model, 0) == ["1", "Top", "Banner", "? CONFIDENTIAL"]
    assert cells(model, 8) == ["2", "Top", "Banner", "? CONFIDENTIAL"]
    words = model.index(0, Column.TEXT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "CONFIDENTIAL; level CONFIDENTIAL; struck through; not confirmed"


def test_a_line_is_corrected(desk: Desk) -> None:
    section = desk.pane.pages
    section.table.selectRow(8)
    desk.type(section.text.entry, "SECRET")
    assert pieces(desk, 1)[0].text.text == "SECRET"
    assert pieces(desk, 1)[0].text.witness == "CONFIDENTIAL"
    desk.review.undo()
    assert section.text.entry.text == "CONFIDENTIAL"


def test_a_line_is_described_anew(desk: Desk) -> None:
    section = desk.pane.pages
    section.table.selectRow(8)
    section.level.setFocus()
    desk.qtbot.keyClick(section.level, Qt.Key.Key_Down)
    assert pieces(desk, 1)[0].level is Level.S
    desk.click(section.struck)
    assert not pieces(desk, 1)[0].struck
    section.kind.setFocus()
    desk.qtbot.keyClick(section.kind, Qt.Key.Key_End)
    assert pieces(desk, 1)[0].kind is FurnitureKind.OTHER
    assert not section.level.isVisible()
    assert section.table.currentIndex().row() == 8
    for _ in range(3):
        desk.review.undo()
    assert section.struck.isChecked()
    assert section.level.currentData() is Level.C


def test_a_line_is_confirmed(desk: Desk) -> None:
    section = desk.pane.pages
    section.table.selectRow(0)
    desk.click(section.confirm)
    assert cells(section.model, 0)[-1] == "CONFIDENTIAL"
    assert not section.confirm.isVisible()


def test_a_line_is_added_typed_and_removed(desk: Desk) -> None:
    section = desk.pane.pages
    section.table.selectRow(9)
    desk.click(section.add)
    assert section.text.entry.hasFocus()
    desk.type(section.text.entry, "COPY 2")
    assert pieces(desk, 1)[2].text.text == "COPY 2"
    assert pieces(desk, 1)[2].text.witness == ""
    desk.click(section.remove)
    assert len(pieces(desk, 1)) == 3


def test_a_line_of_the_source_is_not_removed(desk: Desk) -> None:
    section = desk.pane.pages
    section.table.selectRow(0)
    desk.click(section.remove)
    assert desk.refusals == ["This line stands in the source; change its kind instead."]
    assert section.model.rowCount() == 11


def test_enter_on_a_row_asks_for_its_page(desk: Desk) -> None:
    section = desk.pane.pages
    section.table.setFocus()
    section.table.selectRow(9)
    with desk.qtbot.waitSignal(desk.pane.page_requested) as asked:
        desk.qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert asked.args == ["page-2"]


def test_of_a_thousand_pages_only_the_changed_rows_are_touched(
    make_desk: Callable[[Document], Desk],
) -> None:
    desk = make_desk(many_pages(1000))
    touched: list[tuple[int, int]] = []
    model = desk.pane.pages.model
    model.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    desk.review.apply(ReviseFurniture("page-500", 0, level=Level.S))
    assert touched == [(499 * 3, 499 * 3)]


def test_the_model_behaves(qtmodeltester: ModelTester, desk: Desk) -> None:
    model = desk.pane.pages.model
    qtmodeltester.check(model)
    for edit in (
        AddFurniture("page-1", FurnitureKind.OTHER, Place.TOP, "COPY"),
        RemoveFurniture("page-1", 5),
    ):
        desk.review.apply(edit)
        shown = [row.piece for row in model.rows]
        assert shown == [piece for page in desk.document.pages for piece in page.furniture]
    qtmodeltester.check(desk.pane.participants.model)
