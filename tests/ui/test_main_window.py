"""The window as a whole: layout, theme, what the panes ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.model.document import Document
from app.model.edits import AssignSpeaker, Edit, SetMarking
from app.model.terms import Level
from app.settings import Theme as ThemeChoice
from app.ui.application import compose
from app.ui.commands.menu import Menu
from app.ui.commands.table import IN_TEXT
from app.ui.dialogs import marking, speaker_picker
from app.ui.main_window import MainWindow, first_geometry
from app.ui.theme import DARK, LIGHT
from app.ui.transcript.gutter import Gutter
from tests.ui.desk import let_go, open_sample, press, type_text

# The offscreen platform says so of any menu that pops up.
popping_up = pytest.mark.qt_log_ignore(
    r"plugin does not support (raise\(\)|grabbing the keyboard)", extend=True
)


def test_size_and_docks_are_remembered(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, settings_path: Path
) -> None:
    window.resize(780, 560)  # smaller than the offscreen screen
    open_sample(qtbot, window)

    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.workplace.panes.dock)
    window.close()
    again = compose(qapp, settings_path)
    qtbot.addWidget(again, before_close_func=let_go)
    again.show()
    open_sample(qtbot, again)
    assert (again.width(), again.height()) == (780, 560)

    left = Qt.DockWidgetArea.LeftDockWidgetArea
    assert again.dockWidgetArea(again.workplace.panes.dock) is left


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1280, 800), (1152, 720)), ((1920, 1080), (1600, 972)), ((3840, 2160), (1600, 1000))],
)
def test_the_first_window_fits_the_screen(screen: tuple[int, int], size: tuple[int, int]) -> None:
    free = QRect(0, 24, *screen)
    found = first_geometry(free)
    assert (found.width(), found.height()) == size
    assert (found.center() - free.center()).manhattanLength() <= 1


@pytest.mark.parametrize(
    ("turn", "percent"), [(120, 110), (-120, 90), (-120 * 10, 50), (120 * 30, 300)]
)
def test_control_and_the_wheel_change_the_zoom_that_is_remembered(
    qtbot: QtBot, window: MainWindow, settings_path: Path, turn: int, percent: int
) -> None:
    open_sample(qtbot, window)
    editor = window.workplace.panes.transcript.editor
    size = editor.font().pointSizeF()
    for _ in range(abs(turn) // 120):
        _turn_wheel(editor.viewport(), 120 if turn > 0 else -120)
    assert editor.font().pointSizeF() == pytest.approx(size * percent / 100)
    kept, _ = settings.load(settings_path)
    assert kept.zoom == percent
    press(window, "Ctrl+0")
    assert editor.font().pointSizeF() == pytest.approx(size)


def _turn_wheel(widget: QWidget, angle: int) -> None:
    point = QPointF(widget.rect().center())
    control = Qt.KeyboardModifier.ControlModifier
    event = QWheelEvent(
        point, widget.mapToGlobal(point), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, control, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@popping_up
def test_a_right_click_on_the_text_offers_commands_for_that_place(
    qtbot: QtBot, window: MainWindow
) -> None:
    document = open_sample(qtbot, window)
    transcript = window.workplace.panes.transcript
    (row,) = (row for row in transcript.editor.rows(0, 600) if row.at == 1)
    _ask_menu(transcript.editor.viewport(), row.caret_rect(4).center().toPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [command.id for command in IN_TEXT]
    assert transcript.caret() == (1, 4)
    window.workplace.menus.actions["paragraph.split"].trigger()
    menu.close()
    assert len(window.workplace.desk.document.paragraphs) == len(document.paragraphs) + 1


@popping_up
def test_a_right_click_in_the_selection_keeps_it(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    transcript = window.workplace.panes.transcript
    transcript.place_caret(0, 2, select_to=(1, 8))
    (row,) = (row for row in transcript.editor.rows(0, 600) if row.at == 1)
    _ask_menu(transcript.editor.viewport(), row.caret_rect(4).center().toPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert transcript.selection() == ((0, 2), (1, 8))


@popping_up
def test_the_menu_of_the_text_opens_with_a_key(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    transcript = window.workplace.panes.transcript
    transcript.place_caret(1, 4)
    press(window, "Shift+F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].objectName() == IN_TEXT[0].id
    caret = transcript.editor.viewport().mapToGlobal(transcript.editor.cursorRect().center())
    assert menu.x() == caret.x()  # How high depends on the room below.
    menu.close()
    assert transcript.caret() == (1, 4)


@popping_up
@pytest.mark.parametrize(("part", "menu"), [("speakers", Menu.SPEAKERS), ("marks", Menu.MARKS)])
def test_the_menu_of_a_gutter_is_that_of_the_menu_bar(
    qtbot: QtBot, window: MainWindow, part: str, menu: Menu
) -> None:
    open_sample(qtbot, window)
    transcript = window.workplace.panes.transcript
    gutter: Gutter = getattr(transcript, part)
    (row,) = (row for row in transcript.editor.rows(0, 600) if row.at == 2)
    _ask_menu(gutter, gutter.cell_of(row).center().toPoint())
    shown = QApplication.activePopupWidget()
    assert shown is window.menus[menu]
    shown.close()
    assert transcript.caret()[0] == 2
    gutter.setFocus()
    press(window, "Shift+F10")
    shown = QApplication.activePopupWidget()
    assert shown is window.menus[menu]
    shown.close()
    assert transcript.caret()[0] == 2


def _ask_menu(widget: QWidget, point: QPoint) -> None:
    by_mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(by_mouse, point, widget.mapToGlobal(point)))


def test_an_unchanged_window_closes_at_once(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    assert window.close()
    assert not window.isVisible()


def test_hidden_metadata_stay_hidden_and_come_back(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+B")
    open_sample(qtbot, window)
    assert not window.workplace.panes.metadata.isVisible()
    press(window, "Ctrl+W")
    open_sample(qtbot, window)
    assert not window.workplace.panes.metadata.isVisible()
    assert not window.workplace.menus.actions["view.metadata"].isChecked()
    press(window, "Ctrl+B")
    assert window.workplace.panes.metadata.isVisible()
    assert window.workplace.menus.actions["view.metadata"].isChecked()


def test_theme_is_chosen_and_kept(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, settings_path: Path
) -> None:
    open_sample(qtbot, window)
    for name, theme in (("view.theme_dark", DARK), ("view.theme_light", LIGHT)):
        window.workplace.menus.actions[name].trigger()
        assert qapp.palette().window().color().name() == theme.window
        checked = [
            n for n, a in window.workplace.menus.actions.items() if "theme" in n and a.isChecked()
        ]
        assert checked == [name]
    kept, _ = settings.load(settings_path)
    assert kept.theme is ThemeChoice.LIGHT


def test_gutters_open_the_dialogs_for_their_paragraph(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = open_sample(qtbot, window)
    second = document.people[1].id

    def pick(_: Document, at: tuple[int, ...], __: QWidget) -> Edit:
        return AssignSpeaker(at, second)

    def mark(_: Document, at: tuple[int, ...], __: QWidget) -> Edit:
        return SetMarking(at, Level.S)

    monkeypatch.setattr(speaker_picker, "choose_speaker", pick)
    monkeypatch.setattr(marking, "choose_marking", mark)
    window.workplace.panes.transcript.speaker_requested.emit(3)
    window.workplace.panes.transcript.mark_requested.emit(5)
    assert window.workplace.desk.document.paragraphs[3].speaker == second
    assert window.workplace.desk.document.paragraphs[5].mark.level is Level.S  # type: ignore[union-attr]
    assert window.workplace.panes.transcript.caret()[0] == 5


def test_metadata_pane_sends_to_paragraph_and_page(qtbot: QtBot, window: MainWindow) -> None:
    document = open_sample(qtbot, window)
    window.workplace.panes.metadata.paragraph_requested.emit(7)
    assert window.workplace.panes.transcript.caret() == (7, 0)
    window.workplace.panes.metadata.page_requested.emit(document.pages[2].id)
    at, offset = window.workplace.panes.transcript.caret()
    breaks = document.paragraphs[at].passage.page_breaks
    assert [(b.page, b.start) for b in breaks] == [(document.pages[2].id, offset)]
    window.workplace.panes.metadata.page_requested.emit(document.pages[0].id)
    assert window.workplace.panes.transcript.caret() == (0, 0)


def test_a_field_has_its_own_clipboard(qtbot: QtBot, window: MainWindow) -> None:
    """Copy from the menu takes the words of the field that has the keyboard."""
    open_sample(qtbot, window)
    press(window, "Ctrl+F")
    type_text("Houston")
    window.workplace.panes.find_bar.field.selectAll()
    window.workplace.menus.actions["edit.copy"].trigger()
    assert QApplication.clipboard().text() == "Houston"
    window.workplace.panes.transcript.setFocus()
    window.workplace.panes.transcript.place_caret(0, 0, select_to=(0, 3))
    window.workplace.menus.actions["edit.copy"].trigger()
    assert QApplication.clipboard().text() == "The"


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    """Section 508: what takes the keyboard says what it is (36 CFR 1194, WCAG 4.1.2)."""
    open_sample(qtbot, window)
    window.workplace.desk.window.open_find()
    nameless = []
    for widget in window.findChildren(QWidget):
        seen = widget.isVisible() and not widget.visibleRegion().isEmpty()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and seen:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name):
                nameless.append(f"{widget.metaObject().className()} {widget.objectName()}")
    assert nameless == []
