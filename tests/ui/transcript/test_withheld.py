"""What is withheld, as it is seen in the transcript and heard of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.model.decisions import Exemption
from app.model.document import Document, Reviewer
from app.model.edits import (
    AddRedaction,
    RemoveRedaction,
    ResizeRedaction,
    SetDisposition,
    SubmitForSecondReview,
    TakeSecondReview,
)
from app.model.redactions import portions, redactions
from app.model.standpoint import withheld_by
from app.model.terms import Disposition
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.transcript.withheld import code_places
from tests.builders import document as written_down
from tests.ui.transcript.conftest import OpenDesk
from tests.ui.transcript.desk import Desk

CODE = (Exemption("25X1", "2040-12-31"),)
OTHER = (Exemption("(b)(6)"),)
BOB = Reviewer("rev-bc", "Bob Cedar", "BC")
SENTENCE = "They met in the garden, where Manuel Torrijano joined them on Tuesday after lunch."
WORDS = " ".join([SENTENCE] * 3)


def paper() -> Document:
    return written_down(
        f"{WORDS} (C)", "The President: Seventeen helicopters by March. (S)", "Mr. Gale: Fine. (U)"
    )


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(paper())


def apply(desk: Desk, *edits: object) -> None:
    for edit in edits:
        desk.review.apply(edit)  # type: ignore[arg-type]
    QTest.qWait(20)


def withheld(at: int, start: int, end: int, codes: tuple[Exemption, ...] = CODE) -> AddRedaction:
    return AddRedaction(((f"para-{at + 1}", start, end),), codes)


def tops(desk: Desk, at: int) -> list[float]:
    """Where the lines of the paragraph begin, from its top."""
    block = desk.editor.document().findBlockByNumber(at)
    desk.editor.blockBoundingRect(block)
    layout = block.layout()
    return [layout.lineAt(number).y() for number in range(layout.lineCount())]


def picture(desk: Desk) -> QImage:
    return desk.editor.viewport().grab().toImage()


def count(image: QImage, colour: str) -> int:
    sought = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == sought for x in range(image.width()) for y in range(image.height())
    )


def point_of(desk: Desk, at: int, offset: int) -> QPointF:
    desk.at((at, offset))
    return QPointF(desk.editor.cursorRect().center())


def described(desk: Desk, at: int) -> str:
    desk.at((at, 0))
    return desk.editor.accessibleDescription()


def test_codes_have_room_over_the_line_they_begin_in(desk: Desk) -> None:
    before = tops(desk, 0)
    assert len(before) > 2
    room = desk.pane._scene.code_room
    second = desk.editor.document().findBlockByNumber(0).layout().lineAt(1).textStart()
    apply(desk, withheld(0, second + 8, second + 12))
    after = tops(desk, 0)
    moved = [now - then for now, then in zip(after, before, strict=True)]
    assert moved[0] == 0
    assert moved[1:] == [room] * (len(before) - 1)
    heights = desk.editor.blockBoundingRect(desk.editor.document().findBlockByNumber(0)).height()
    apply(desk, RemoveRedaction(next(redactions(desk.review.document))[1].id))
    assert tops(desk, 0) == pytest.approx(before, abs=0.1)
    block = desk.editor.document().findBlockByNumber(0)
    assert desk.editor.blockBoundingRect(block).height() == pytest.approx(heights - room, abs=0.1)


def test_room_follows_a_redaction_that_is_resized(desk: Desk) -> None:
    apply(desk, withheld(0, 0, 4))
    first = tops(desk, 0)
    identifier = next(redactions(desk.review.document))[1].id
    apply(desk, ResizeRedaction(identifier, "para-1", len(WORDS) - 10, len(WORDS) - 3))
    assert tops(desk, 0)[0] == first[0] - desk.pane._scene.code_room
    assert tops(desk, 0)[-1] == first[-1]


def test_room_is_there_while_words_are_typed(desk: Desk) -> None:
    apply(desk, withheld(1, 0, 9))
    before = tops(desk, 1)
    desk.at((1, 23)).type(" now")
    assert tops(desk, 1) == before
    assert desk.texts[1].startswith("Seventeen helicopters b now")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_are_boxed_and_can_still_be_read(desk: Desk, theme: Theme) -> None:
    desk.pane.set_theme(theme)
    desk.at((2, 0))
    assert count(picture(desk), theme.withheld) == 0
    ink = count(picture(desk), theme.ink)
    apply(desk, withheld(0, 0, len(WORDS)))
    desk.at((2, 0))
    image = picture(desk)
    assert count(image, theme.withheld) > 200
    assert count(image, theme.withheld_ground) > 300
    assert count(image, theme.ink) > ink / 2
    line = desk.at((0, len(WORDS))).editor.cursorRect()
    last = picture(desk).copy(0, line.top(), image.width(), line.height())
    assert count(last, theme.withheld) > 2 * line.height()  # the box alone: the tab is above


def test_where_redactions_overlap_it_looks_different(desk: Desk) -> None:
    apply(desk, withheld(0, 0, 60))
    desk.at((2, 0))
    once = picture(desk)
    apply(desk, withheld(0, 12, 30))
    desk.at((2, 0))
    rect = desk.editor.cursorRect()
    assert rect.isValid()
    assert picture(desk) != once
    assert code_places(desk.pane._scene, 0) == (0, 12)


def test_the_pointer_is_told(desk: Desk) -> None:
    apply(desk, withheld(0, 0, 8), withheld(0, 5, 22, OTHER))
    tip = desk.editor.tip_at
    assert tip(point_of(desk, 0, 2)) == "Withheld 25X1: 2 words"
    assert tip(point_of(desk, 0, 6)) == "Withheld 25X1: 2 words. Withheld (b)(6): 4 words"
    assert tip(point_of(desk, 0, 40)) == ""


def test_who_hears_is_told(desk: Desk) -> None:
    apply(desk, withheld(1, 0, 21))
    assert "Withheld 25X1: 2 words" in described(desk, 1)
    assert "Withheld" not in described(desk, 2)


@pytest.mark.parametrize(
    ("disposition", "said"),
    [(Disposition.DENY, "Denied: 25X1"), (Disposition.REFER, "Referred: Energy")],
)
def test_a_portion_that_is_withheld_as_a_whole(
    desk: Desk, disposition: Disposition, said: str
) -> None:
    desk.at((2, 0))
    before = tops(desk, 1)
    apply(desk, SetDisposition(("para-2",), disposition, CODE, "Energy", "its equity"))
    assert tops(desk, 1) == [before[0] + desk.pane._scene.code_room]
    assert count(picture(desk), LIGHT.withheld) > 300
    assert desk.editor.tip_at(point_of(desk, 1, 3)) == said
    assert said in described(desk, 1)
    apply(desk, SetDisposition(("para-2",), None))
    assert tops(desk, 1) == pytest.approx(before, abs=0.1)


def test_released_portions_are_as_they_were(desk: Desk) -> None:
    before = tops(desk, 1)
    apply(desk, SetDisposition(("para-2",), Disposition.RELEASE))
    assert tops(desk, 1) == before
    assert count(picture(desk), LIGHT.withheld) == 0


def test_a_blind_second_reviewer_sees_their_own_alone(desk: Desk) -> None:
    apply(desk, withheld(0, 0, 8), SetDisposition(("para-1",), Disposition.IN_PART))
    apply(desk, SetDisposition(("para-2",), Disposition.DENY, CODE))
    rest = [held.key for held in portions(desk.review.document) if held.decision is None]
    apply(desk, SetDisposition(tuple(rest), Disposition.RELEASE), SubmitForSecondReview(blind=True))
    assert count(picture(desk), LIGHT.withheld) > 0
    desk.review.reviewer = BOB
    desk.pane.follow_person()
    apply(desk, TakeSecondReview(BOB))
    desk.at((2, 0))
    assert count(picture(desk), LIGHT.withheld) == 0
    for at in range(3):
        assert "Withheld" not in described(desk, at)
        assert "Denied" not in described(desk, at)
    assert desk.editor.tip_at(point_of(desk, 0, 2)) == ""
    document = desk.review.document
    apply(desk, withheld_by(document, BOB, (("para-3", 0, 4),), OTHER))
    assert "Withheld (b)(6): 1 word" in described(desk, 2)
    assert code_places(desk.pane._scene, 2) == (0,)
    assert count(picture(desk), LIGHT.withheld) > 0


def test_a_click_on_withheld_words_puts_the_caret_there(desk: Desk) -> None:
    apply(desk, withheld(0, 0, 8), withheld(0, 100, 110, OTHER))
    point = point_of(desk, 0, 104).toPoint()
    desk.at((2, 0))
    QTest.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.pane.caret()[0] == 0
    assert abs(desk.pane.caret()[1] - 104) <= 1
