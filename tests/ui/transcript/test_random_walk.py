"""Whatever is done, by keys or by commands, the widget reads as the document does."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import Qt

from app.model.edits import (
    AssignSpeaker,
    CorrectText,
    EditRefused,
    JoinParagraphs,
    MovePageBreak,
    ReplaceText,
    RevertCorrection,
    SplitParagraph,
    SwapSpeakers,
)
from app.model.witness import body_witness
from tests.builders import document
from tests.invariants import assert_sound
from tests.ui.transcript.conftest import OpenDesk
from tests.ui.transcript.desk import Desk

STEPS = 1500
TEXTS = ("a", "né ", "\U0001d50a", "e\u0301", "שלום", "\u00a0", "\u2028", "x\ny", "\x07", "\t", " ")
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEYS = (
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backspace, CONTROL),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, SHIFT),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Right, SHIFT),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_End, SHIFT),
)


@pytest.mark.parametrize("seed", range(4))
def test_widget_and_document_never_part(open_desk: OpenDesk, seed: int) -> None:
    random = Random(seed)
    desk = open_desk(
        document(
            "The President called. (U)",
            "The President: Good morning, \U0001d50aaifu. (U)",
            "+ On tbe Asian\f issues. (C)",
            "\fPM: Thank you. (C)",
            "The President: שלום and e\u0301. (C)",
        )
    )
    witness = body_witness(desk.review.document)
    for _ in range(STEPS):
        done = random.choice(ACTIONS)(desk, random)
        assert desk.blocks == desk.texts, done
        at, offset = desk.pane.caret()
        assert 0 <= offset <= len(desk.texts[at]), done
        assert body_witness(desk.review.document) == witness, done
        assert_sound(desk.review.document)
        if len(desk.blocks) > 40:
            desk.at((0, 0), (30, 0)).press(Qt.Key.Key_Delete)


def _place(desk: Desk, random: Random) -> tuple[int, int]:
    at = random.randrange(len(desk.texts))
    return at, random.randint(0, len(desk.texts[at]))


def _go(desk: Desk, random: Random) -> str:
    place = _place(desk, random)
    desk.at(place, _place(desk, random) if random.random() < 0.3 else None)
    return f"go to {place}"


def _type(desk: Desk, random: Random) -> str:
    desk.type(random.choice("abc .,"))
    return "type"


def _press(desk: Desk, random: Random) -> str:
    key, modifier = random.choice(KEYS)
    desk.press(key, modifier)
    return f"press {key} {modifier}"


def _compose(desk: Desk, random: Random) -> str:
    desk.compose("ni", "" if random.random() < 0.5 else random.choice(TEXTS))
    desk.compose("", random.choice(TEXTS))
    return "compose"


def _paste(desk: Desk, random: Random) -> str:
    text = "".join(random.choices(TEXTS, k=random.randint(1, 4)))
    desk.paste(text)
    return f"paste {text!r}"


def _drop(desk: Desk, random: Random) -> str:
    desk.drop(_place(desk, random), random.choice(TEXTS))
    return "drop"


def _drag(desk: Desk, random: Random) -> str:
    position = random.randrange(desk.editor.document().characterCount())
    desk.editor.text_dropped.emit(position)
    return f"drag to {position}"


def _undo(desk: Desk, random: Random) -> str:
    for _ in range(random.randint(1, 4)):
        if desk.review.undo_name is not None:
            desk.review.undo()
    return "undo"


def _redo(desk: Desk, random: Random) -> str:
    if desk.review.redo_name is not None:
        desk.review.redo()
    return "redo"


def _command(desk: Desk, random: Random) -> str:
    at, offset = _place(desk, random)
    last, end = max((at, offset), _place(desk, random))
    length = len(desk.texts[at])
    speaker = random.choice((None, "person-1", "person-2"))
    edit = random.choice(
        (
            AssignSpeaker((at,), speaker),
            CorrectText(at, offset, length, random.choice(("", "word"))),
            JoinParagraphs(at),
            MovePageBreak("page-2", at, offset),
            ReplaceText((at, offset), (last, end), ("one ", " two", "three")),
            RevertCorrection(at, 0, length),
            SplitParagraph(at, offset),
            SwapSpeakers(at, "person-1", "person-2"),
        )
    )
    try:
        desk.review.apply(edit, origin=random.choice((None, desk.pane, desk)))
    except EditRefused:
        return f"{edit} was refused"
    return str(edit)


ACTIONS: tuple[Callable[[Desk, Random], str], ...] = (
    *(_go, _go, _type, _type, _type, _press, _press, _press),
    *(_compose, _paste, _drop, _drag, _undo, _redo, _command, _command),
)
