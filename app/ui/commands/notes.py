"""Notes on words of the text."""

from __future__ import annotations

from app.model.edits import AddNote, AnswerNote, RemoveNote, ResolveNote
from app.model.noting import note_at, note_places
from app.model.queries import following, preceding
from app.model.spans import Note
from app.ui.commands.command import Command
from app.ui.commands.corrections import go
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.commands.tools import is_open, toggle

NONE_HERE = "There is no note at the caret."
NO_NOTES = "There are no notes yet."
_EXCERPT = 120


def add(desk: Desk) -> None:
    """On the selection, as far as it is in one paragraph; on the place of the caret without one."""
    from app.ui.dialogs.note import ask_note

    (at, start), (last, end) = desk.pane.selection()
    text = desk.document.paragraphs[at].text
    end = end if last == at else len(text)
    asked = ask_note(desk.window.dialog_parent, text[start:end][:_EXCERPT])
    if asked is not None:
        kind, words = asked
        desk.apply(AddNote(at, start, end, kind, words))


def here(desk: Desk) -> Note | None:
    """The note at the caret; the person is told where there is none."""
    note = note_at(desk.document, *desk.caret)
    if note is None:
        desk.window.tell(NONE_HERE)
    return note


def answer(desk: Desk) -> None:
    from app.ui.dialogs.note import ask_answer

    note = here(desk)
    if note is not None:
        words = ask_answer(desk.window.dialog_parent, note.messages[-1].text[:_EXCERPT])
        if words:
            desk.apply(AnswerNote(note.id, words))


def resolve(desk: Desk) -> None:
    note = here(desk)
    if note is not None and desk.apply(ResolveNote(note.id, note.resolved is None)):
        desk.window.tell("The note is open again." if note.resolved else "The note is resolved.")


def remove(desk: Desk) -> None:
    note = here(desk)
    if note is not None:
        desk.apply(RemoveNote(note.id))


COMMANDS = (
    Command(
        "notes.add",
        "Add Note...",
        Menu.NOTES,
        "Write a note on the selected words, or at the caret",
        add,
        ("Ctrl+N",),
        in_text=True,
    ),
    Command(
        "notes.answer",
        "Answer Note...",
        Menu.NOTES,
        "Answer the note at the caret",
        answer,
        ("Ctrl+Shift+A",),
        in_text=True,
    ),
    Command(
        "notes.resolve",
        "Resolve Note or Open It Again",
        Menu.NOTES,
        "The note at the caret is settled, or open again",
        resolve,
        ("Ctrl+Shift+R",),
    ),
    Command(
        "notes.remove",
        "Remove Note",
        Menu.NOTES,
        "Take the note at the caret away, with all its answers",
        remove,
    ),
    Command(
        "notes.next",
        "Next Note",
        Menu.NOTES,
        "Go to the next note",
        go(note_places, following, NO_NOTES),
        ("Ctrl+.",),
        group=1,
    ),
    Command(
        "notes.previous",
        "Previous Note",
        Menu.NOTES,
        "Go to the note before",
        go(note_places, preceding, NO_NOTES),
        ("Ctrl+,",),
        group=1,
    ),
    Command(
        "notes.list",
        "List of Notes",
        Menu.NOTES,
        "Show all notes beside the text",
        toggle("notes"),
        ("Ctrl+Shift+N",),
        checked=is_open("notes"),
        group=1,
    ),
)
