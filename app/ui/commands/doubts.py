"""Words that the OCR engine was not sure of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.model.document import Document
from app.model.doubts import doubts, doubts_in, threshold_of
from app.model.edits import ConfirmWord, ConfirmWordEverywhere
from app.model.queries import Place, following, preceding
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

NONE_LEFT = "No marked word is left. Words without a mark may be wrong too."
THRESHOLDS = {
    100: ("Mark Every Doubtful Word", "All words that were read worse than is usual in the source"),
    75: ("Mark Words under 75 %", "Words the engine was less than 75 % sure of"),
    60: ("Mark Words under 60 %", "Words the engine was less than 60 % sure of"),
    45: ("Mark Words under 45 %", "Words the engine was less than 45 % sure of"),
}
"""By certainty in percent under which a doubtful word is marked."""


def marked(desk: Desk) -> Iterator[Place]:
    """Where the marked words begin."""
    return doubts(desk.document, threshold_of(desk.window.doubts_under))


def next_word(desk: Desk) -> None:
    desk.go_to(following(marked(desk), desk.caret), NONE_LEFT)


def previous_word(desk: Desk) -> None:
    desk.go_to(preceding(marked(desk), desk.caret), NONE_LEFT)


def confirm(desk: Desk) -> None:
    """The doubtful word at the caret, or those in the selection; the caret goes on to the next."""
    start, end = desk.pane.selection()
    if start[0] != end[0]:
        desk.window.tell("Select words of one paragraph.")
    elif desk.apply(ConfirmWord(start[0], start[1], end[1])):
        desk.go_to(following(marked(desk), (end[0], end[1] - 1)), NONE_LEFT)


def confirm_everywhere(desk: Desk) -> None:
    """The doubtful word at the caret, wherever it stands."""
    word = _word_at(desk.document, *desk.caret)
    if word is None:
        desk.window.tell("There is no doubtful word here.")
        return
    if desk.apply(ConfirmWordEverywhere(word)):
        desk.window.tell(f"“{word}” is confirmed wherever it was doubtful.")


def _word_at(document: Document, at: int, offset: int) -> str | None:
    paragraph = document.paragraphs[at]
    here = [one for one in doubts_in(paragraph) if one.start <= offset <= one.end]
    return paragraph.text[here[-1].start : here[-1].end] if here else None


def mark_under(percent: int) -> Callable[[Desk], None]:
    return lambda desk: desk.window.mark_doubts_under(percent)


def is_marked_under(percent: int) -> Callable[[Desk], bool]:
    return lambda desk: desk.window.doubts_under == percent


COMMANDS = (
    Command(
        "doubts.next",
        "Next Doubtful Word",
        Menu.CORRECTIONS,
        "Go to the next word the OCR engine was not sure of",
        next_word,
        ("F11",),
        group=4,
    ),
    Command(
        "doubts.previous",
        "Previous Doubtful Word",
        Menu.CORRECTIONS,
        "Go to the word before that the OCR engine was not sure of",
        previous_word,
        ("Shift+F11",),
        group=4,
    ),
    Command(
        "doubts.confirm",
        "Confirm Word, Go to Next",
        Menu.CORRECTIONS,
        "The doubtful word at the caret is right; go on to the next",
        confirm,
        ("Ctrl+F11",),
        group=4,
        in_text=True,
    ),
    Command(
        "doubts.confirm_everywhere",
        "Confirm This Word Everywhere",
        Menu.CORRECTIONS,
        "The doubtful word at the caret is right wherever it stands",
        confirm_everywhere,
        ("Ctrl+Shift+F11",),
        group=4,
        in_text=True,
    ),
    *(
        Command(
            f"doubts.under_{percent}",
            text,
            Menu.CORRECTIONS,
            tip,
            mark_under(percent),
            checked=is_marked_under(percent),
            group=5,
        )
        for percent, (text, tip) in THRESHOLDS.items()
    ),
)
