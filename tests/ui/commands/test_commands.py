"""What each command does to the sample, by its keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.spans import Hint, PageBreak
from app.model.terms import CorrectionKind, Kind, Level, Position
from app.ui.dialogs import one_line
from app.ui.main_window import MainWindow
from tests.ui.desk import find_place, open_sample, press, type_text

WORDS = "As far as SII is concerned"


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> Document:
    return open_sample(qtbot, window)


@pytest.mark.parametrize(
    ("keys", "level"),
    [("Alt+U", Level.U), ("Alt+C", Level.C), ("Alt+S", Level.S), ("Alt+T", Level.TS)],
)
def test_levels(window: MainWindow, sample: Document, keys: str, level: Level) -> None:
    at, _ = find_place(sample, WORDS)
    window.workplace.panes.transcript.place_caret(at, 0)
    press(window, keys)
    mark = window.workplace.desk.document.paragraphs[at].mark
    assert mark is not None
    assert (mark.level, mark.confirmed, mark.reading) == (level, True, "(P)")


def test_mark_is_struck_moved_and_cleared(window: MainWindow, sample: Document) -> None:
    window.workplace.panes.transcript.place_caret(1, 0)
    press(window, "Alt+X")
    press(window, "Alt+L")
    mark = window.workplace.desk.document.paragraphs[1].mark
    assert mark is not None
    assert (mark.struck, mark.position) == (True, Position.LEADING)
    press(window, "Alt+X")
    press(window, "Alt+L")
    mark = window.workplace.desk.document.paragraphs[1].mark
    assert mark is not None
    assert (mark.struck, mark.position) == (False, Position.TRAILING)
    press(window, "Alt+N")
    mark = window.workplace.desk.document.paragraphs[1].mark
    assert mark is not None
    assert (mark.level, mark.reading) == (None, "(U)")


def test_swap_from_here_on(window: MainWindow, sample: Document) -> None:
    at, _ = find_place(sample, "Please do.")
    window.workplace.panes.transcript.place_caret(at, 0)
    press(window, "Alt+B")
    one, other = sample.people[0].id, sample.people[1].id
    for place, paragraph in enumerate(sample.paragraphs):
        swapped = {one: other, other: one}.get(paragraph.speaker or "", paragraph.speaker)
        expected = swapped if place >= at else paragraph.speaker
        assert window.workplace.desk.document.paragraphs[place].speaker == expected


def test_split_to_other_is_refused_at_the_edges(window: MainWindow, sample: Document) -> None:
    window.workplace.panes.transcript.place_caret(1, 0)
    press(window, "Ctrl+Shift+Return")
    assert window.workplace.desk.document is sample
    assert window.workplace.status_line.currentMessage().startswith(
        "Put the caret where the other speaker"
    )


def test_turn_continuation_and_join(window: MainWindow, sample: Document) -> None:
    window.workplace.panes.transcript.place_caret(2, 0)
    press(window, "Ctrl+Shift+T")
    paragraph = window.workplace.desk.document.paragraphs[2]
    assert (paragraph.kind, paragraph.speaker) == (Kind.CONTINUATION, sample.paragraphs[1].speaker)
    press(window, "Ctrl+T")
    assert window.workplace.desk.document.paragraphs[2].kind is Kind.TURN
    press(window, "Ctrl+J")
    assert len(window.workplace.desk.document.paragraphs) == len(sample.paragraphs) - 1


def test_label_is_taken_corrected_and_remembered(
    window: MainWindow, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.workplace.panes.transcript.place_caret(0, len("The President"))
    press(window, "Ctrl+L")
    label = window.workplace.desk.document.paragraphs[0].label
    assert label is not None
    assert label.text == "The President"
    window.workplace.panes.transcript.place_caret(0, 0)
    press(window, "Alt+2")
    monkeypatch.setattr(one_line, "ask_line", lambda *_: "Mr. P")
    press(window, "Ctrl+Shift+L")
    label = window.workplace.desk.document.paragraphs[0].label
    assert label is not None
    assert (label.text, label.witness) == ("Mr. P", "The President")
    window.workplace.menus.actions["speakers.remember_label"].trigger()
    assert "Mr. P" in window.workplace.desk.document.people[1].aliases


def test_page_break_goes_to_the_caret(window: MainWindow, sample: Document) -> None:
    at, offset = find_place(sample, "Incidentally, Gorbachev")
    window.workplace.panes.transcript.place_caret(at, offset)
    press(window, "Ctrl+Shift+B")
    breaks = window.workplace.desk.document.paragraphs[at].passage.page_breaks
    assert [(b.page, b.start, b.found) for b in breaks] == [(sample.pages[1].id, 0, False)]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [("Ctrl+2", CorrectionKind.TYPO), ("Ctrl+3", CorrectionKind.CORRECTION)],
)
def test_kind_of_correction_and_revert(
    window: MainWindow, sample: Document, keys: str, kind: CorrectionKind
) -> None:
    at, offset = find_place(sample, "its good evening")
    window.workplace.panes.transcript.place_caret(at, offset + 2)
    type_text("'")
    press(window, keys)
    (correction,) = window.workplace.desk.document.paragraphs[at].passage.corrections
    assert correction.kind is kind
    press(window, "Ctrl+1")
    (correction,) = window.workplace.desk.document.paragraphs[at].passage.corrections
    assert correction.kind is CorrectionKind.OCR
    press(window, "Ctrl+R")
    assert window.workplace.desk.document.paragraphs[at].passage == sample.paragraphs[at].passage


def test_corrections_in_several_paragraphs_are_one_revert(
    window: MainWindow, sample: Document
) -> None:
    for at in (1, 3):
        window.workplace.panes.transcript.place_caret(at, 0)
        type_text("x")
    window.workplace.panes.transcript.place_caret(1, 0, select_to=(3, 5))
    press(window, "Ctrl+R")
    now = [window.workplace.desk.document.paragraphs[at].text for at in (1, 3)]
    assert now == [sample.paragraphs[at].text for at in (1, 3)]
    press(window, "Ctrl+Z")
    assert all(window.workplace.desk.document.paragraphs[at].text[0] == "x" for at in (1, 3))


def test_corrections_are_visited_in_a_circle(window: MainWindow, sample: Document) -> None:
    for at in (1, 3):
        window.workplace.panes.transcript.place_caret(at, 0)
        type_text("x")
    seen = []
    for keys in ("F7", "F7", "Shift+F7"):
        press(window, keys)
        seen.append(window.workplace.panes.transcript.caret()[0])
    assert seen == [1, 3, 1]


def test_hint_is_visited_and_dismissed(window: MainWindow, sample: Document) -> None:
    press(window, "F9")
    at, offset = window.workplace.panes.transcript.caret()
    hints = [s for s in sample.paragraphs[at].passage.spans if isinstance(s, Hint)]
    assert offset in [hint.start for hint in hints]
    told = window.workplace.status_line.currentMessage()
    assert told in [f"Hint: {hint.message}" for hint in hints]
    press(window, "Ctrl+F9")
    spans = window.workplace.desk.document.paragraphs[at].passage.spans
    assert not any(isinstance(span, Hint) for span in spans)
    press(window, "F9")
    assert window.workplace.status_line.currentMessage() == "There are no hints left."


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+R", "There is no correction at the caret or in the selection."),
        ("F7", "There are no corrections yet."),
        ("Ctrl+F9", "There is no hint on this paragraph."),
        ("Ctrl+L", "Put the caret behind the label, with a blank after it."),
    ],
)
def test_what_cannot_be_done_is_said(
    window: MainWindow, sample: Document, keys: str, said: str
) -> None:
    press(window, keys)
    assert window.workplace.status_line.currentMessage() == said
    assert window.workplace.desk.document is sample


def test_page_breaks_stay_in_order(window: MainWindow, sample: Document) -> None:
    """The break of page 2 can't be put behind that of page 3: the nearest one is moved."""
    at, _ = find_place(sample, "We still do not want")
    window.workplace.panes.transcript.place_caret(at, 10)
    press(window, "Ctrl+Shift+B")
    moved = [
        s
        for s in window.workplace.desk.document.paragraphs[at].passage.spans
        if isinstance(s, PageBreak)
    ]
    assert [(s.page, s.start) for s in moved] == [(sample.pages[2].id, 10)]


def test_zoom_is_kept(window: MainWindow, sample: Document) -> None:
    size: Callable[[], float] = lambda: window.workplace.panes.transcript.editor.font().pointSizeF()  # noqa: E731
    normal = size()
    press(window, "Ctrl++")
    assert size() > normal
    press(window, "Ctrl+-")
    press(window, "Ctrl+-")
    assert size() < normal
    press(window, "Ctrl+0")
    assert size() == normal
