"""Going through what is worth a look: the queue, the findings, what is reviewed, good words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from app.checks.progress import paragraphs_on
from app.model.edits import JudgeWord, SetReviewed
from app.model.queries import page_at
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
NO_WORD = "There is no word at the caret."
Verdict = Literal["good", "bad"]


def toggle_findings(desk: Desk) -> None:
    desk.proofreading.show_pane(not desk.proofreading.shown)


def findings_shown(desk: Desk) -> bool:
    return desk.review is not None and desk.proofreading.shown


def review_paragraphs(desk: Desk) -> None:
    """The selected paragraphs are reviewed and the caret goes on; not any more if all were."""
    at = desk.selected
    if _toggle(desk, at):
        left = (n for n, one in enumerate(desk.document.paragraphs) if one.reviewed is None)
        following = next((n for n in left if n > at[-1]), None)
        if following is not None:
            desk.go_to((following, 0), "")


def review_page(desk: Desk) -> None:
    page = page_at(desk.document, *desk.caret)
    if _toggle(desk, paragraphs_on(desk.document, page.id)):
        desk.window.tell(f"Page {page.number} is reviewed.")


def _toggle(desk: Desk, at: tuple[int, ...]) -> bool:
    """Whether the paragraphs are reviewed now."""
    reviewed = any(desk.document.paragraphs[place].reviewed is None for place in at)
    return desk.apply(SetReviewed(at, reviewed)) and reviewed


def show_progress(desk: Desk) -> None:
    from app.ui.dialogs.progress import ProgressDialog

    dialog = ProgressDialog(desk.proofreading.progress(), desk.window.dialog_parent)
    dialog.exec()
    dialog.deleteLater()


def judge_here(verdict: Verdict) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        word = word_at_caret(desk)
        if not word:
            desk.window.tell(NO_WORD)
        elif desk.apply(JudgeWord(word, verdict)):
            desk.window.tell(f"“{word}” is on the document's list of {verdict} words.")

    return run


def judge_for_me(verdict: Verdict) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        word = word_at_caret(desk)
        if word:
            desk.proofreading.judge_for_me(word, verdict)
        else:
            desk.window.tell(NO_WORD)

    return run


def word_at_caret(desk: Desk) -> str:
    """The word that the selection begins in, or that the caret is in or beside; "" for none."""
    at, offset = desk.pane.selection()[0]
    found = _WORD.finditer(desk.document.paragraphs[at].text)
    return next((word[0] for word in found if word.start() <= offset <= word.end()), "")


COMMANDS = (
    Command(
        "queue.next",
        "Next Thing to Look At",
        Menu.REVIEW,
        "Go through findings, doubtful words and proposals with one hand; the caret goes along",
        lambda desk: desk.proofreading.walk.go(1),
        ("F12",),
        typed=("Space in the queue",),
        button="Next to Look At",
    ),
    Command(
        "queue.previous",
        "Previous Thing to Look At",
        Menu.REVIEW,
        "Go back in the queue",
        lambda desk: desk.proofreading.walk.go(-1),
        ("Shift+F12",),
        typed=("Backspace in the queue",),
    ),
    Command(
        "queue.accept",
        "Accept, Go to Next",
        Menu.REVIEW,
        "Do what is proposed for the thing in the queue, and go on",
        lambda desk: desk.proofreading.walk.accept(),
        ("Ctrl+F12",),
        typed=("Enter in the queue",),
    ),
    Command(
        "queue.dismiss",
        "Dismiss, Go to Next",
        Menu.REVIEW,
        "Let the finding in the queue stand, for a reason; skip anything else",
        lambda desk: desk.proofreading.walk.dismiss(),
        ("Alt+F12",),
        typed=("Delete in the queue",),
    ),
    Command(
        "findings.show",
        "Findings",
        Menu.REVIEW,
        "Show what the rules found, below the text, or hide it",
        toggle_findings,
        ("Ctrl+I",),
        checked=findings_shown,
        group=1,
    ),
    Command(
        "findings.next",
        "Next Finding",
        Menu.REVIEW,
        "The caret goes to the next finding",
        lambda desk: desk.proofreading.step(1),
        ("Alt+.",),
        group=1,
    ),
    Command(
        "findings.previous",
        "Previous Finding",
        Menu.REVIEW,
        "The caret goes to the finding before",
        lambda desk: desk.proofreading.step(-1),
        ("Alt+,",),
        group=1,
    ),
    Command(
        "review.paragraph",
        "Paragraph Reviewed",
        Menu.REVIEW,
        "The selected paragraphs are done, go on; or, if all are, not any more",
        review_paragraphs,
        ("Alt+R",),
        group=2,
        in_text=True,
    ),
    Command(
        "review.page",
        "Page Reviewed",
        Menu.REVIEW,
        "All paragraphs of this page are done; or, if all are, not any more",
        review_page,
        ("Alt+Shift+R",),
        group=2,
    ),
    Command(
        "review.progress",
        "Progress...",
        Menu.REVIEW,
        "See what share of pages, paragraphs, findings and doubtful words is reviewed",
        show_progress,
        group=2,
    ),
    Command(
        "spelling.good_here",
        "Good Word in This Document",
        Menu.REVIEW,
        "The word at the caret is spelt right, in this document",
        judge_here("good"),
        typed=("G in the queue",),
        group=3,
        in_text=True,
    ),
    Command(
        "spelling.good_for_me",
        "Good Word for Me",
        Menu.REVIEW,
        "The word at the caret is spelt right, in all documents that you review",
        judge_for_me("good"),
        group=3,
        in_text=True,
    ),
    Command(
        "spelling.bad_here",
        "Bad Word in This Document",
        Menu.REVIEW,
        "The word at the caret is worth a look wherever it stands in this document",
        judge_here("bad"),
        group=3,
        in_text=True,
    ),
    Command(
        "spelling.bad_for_me",
        "Bad Word for Me",
        Menu.REVIEW,
        "The word at the caret is worth a look in all documents that you review",
        judge_for_me("bad"),
        group=3,
    ),
)
