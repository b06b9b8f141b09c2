"""Names of persons and places in the text, and their lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app import tei
from app.model.document import PlaceEntry
from app.model.edits import AddPlace, Compound, Edit, MarkName, TakeNames, UnmarkName
from app.model.edits.names import new_place_id
from app.model.name_lists import NameList, NameListError, as_csv, from_csv
from app.model.naming import described, marked, name_at, names, same_words
from app.model.queries import following, preceding
from app.model.spans import Name
from app.model.terms import NameKind
from app.ui.commands.command import Command
from app.ui.commands.corrections import go
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu
from app.ui.dialogs.name_link import NEW, Entry, choose_entry

SELECT_FIRST = "Select the words of the name first, within one paragraph."
NO_NAMES = "No names are marked yet."
_KINDS = "TEI (*.xml);;Tables (*.csv)"
_MOST_BYTES = 8_000_000


def mark(kind: NameKind) -> Callable[[Desk], None]:
    """Ask whom or what the selected words name, and mark them."""

    def run(desk: Desk) -> None:
        stretch = _stretch(desk)
        if stretch is None:
            desk.window.tell(SELECT_FIRST)
            return
        at, start, end = stretch
        words = desk.document.paragraphs[at].text[start:end]
        title = "Mark Person" if kind is NameKind.PERSON else "Mark Place"
        ref = choose_entry(desk.window.dialog_parent, title, words, entries(desk, kind, words))
        if ref is None:
            return
        if ref != NEW:
            desk.apply(MarkName(*stretch, kind, ref))
            return
        place = PlaceEntry(new_place_id(desk.document), words)
        added: tuple[Edit, ...] = (AddPlace(place), MarkName(*stretch, kind, place.id))
        desk.apply(Compound("Mark New Place", added))

    return run


def entries(desk: Desk, kind: NameKind, words: str) -> tuple[Entry, ...]:
    """What a name can be linked to."""
    if kind is NameKind.PERSON:
        listed = [
            Entry(one.id, ", ".join(filter(None, (one.name, one.office or one.affiliation))))
            for one in desk.document.people
        ]
        return (*listed, Entry("", "Not in the list of participants"))
    places = [Entry(one.id, one.name) for one in desk.document.places]
    return (*places, Entry(NEW, f"New place: {words}"), Entry("", "Not in the list of places"))


def unmark(desk: Desk) -> None:
    (at, start), (last, end) = desk.pane.selection()
    end = end if last == at else len(desk.document.paragraphs[at].text)
    desk.apply(UnmarkName(at, start, end))


def mark_same(desk: Desk) -> None:
    """Offer every other place where the words of the name at the caret stand."""
    from app.ui.dialogs.same_names import choose_same

    at, offset = desk.caret
    name = name_at(desk.document, at, offset)
    if name is None:
        desk.window.tell("Put the caret on a marked name first.")
        return
    words = desk.document.paragraphs[at].text[name.start : name.end]
    found = same_words(desk.document, words, name.kind, name.ref)
    if not found:
        desk.window.tell(f"“{words}” is marked alike everywhere.")
        return
    meaning = described(desk.document, name)
    chosen = choose_same(desk.window.dialog_parent, meaning, desk.document, found)
    if chosen:
        desk.apply(marked(chosen, name.kind, name.ref))


def export(desk: Desk) -> None:
    from app.ui.dialogs.exporting import choose_to_write, write

    parent, document = desk.window.dialog_parent, desk.document
    path = choose_to_write(parent, "Export Names", desk.window.folder / "names.xml", _KINDS)
    if path is None:
        return
    listed = NameList(document.people, document.places)
    table = path.suffix.lower() == ".csv"
    content = as_csv(listed).encode("utf-8-sig") if table else tei.write_names(listed)
    if write(parent, path, content):
        desk.window.tell(f"{len(listed.people) + len(listed.places)} names are in {path.name}.")


def take_over(desk: Desk) -> None:
    from app.ui.dialogs import questions
    from app.ui.dialogs.files import choose_to_read

    parent = desk.window.dialog_parent
    path = choose_to_read(parent, "Import Names", desk.window.folder, "Lists (*.xml *.csv)")
    if path is None:
        return
    try:
        listed = read_names(path)
    except NameListError as error:
        questions.warn(parent, "The names were not imported", str(error))
        return
    desk.apply(TakeNames(listed.people, listed.places))


def read_names(path: Path) -> NameList:
    """The list in a file, TEI or CSV. Raises NameListError."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise NameListError("it is too large for a list of names")
        if tei.looks_like_tei(content):
            return tei.read_names(content)
        return from_csv(content.decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise NameListError(f"{path}: {reason}; check the file") from None
    except UnicodeDecodeError:
        raise NameListError(f"{path}: it is not in UTF-8; save the table so") from None
    except (NameListError, tei.TeiError) as error:
        raise NameListError(f"{path}: {error}") from None


def _stretch(desk: Desk) -> tuple[int, int, int] | None:
    """The selected words, or those of the name at the caret; None where there are none."""
    (at, start), (last, end) = desk.pane.selection()
    if at != last:
        return None
    if start < end:
        return at, start, end
    name: Name | None = name_at(desk.document, at, start)
    return None if name is None or name.start == name.end else (at, name.start, name.end)


COMMANDS = (
    Command(
        "names.person",
        "Mark Person...",
        Menu.NOTES,
        "The selected words name a person: say whom",
        mark(NameKind.PERSON),
        ("Ctrl+P",),
        group=2,
        in_text=True,
    ),
    Command(
        "names.place",
        "Mark Place...",
        Menu.NOTES,
        "The selected words name a place: say which",
        mark(NameKind.PLACE),
        ("Ctrl+Shift+O",),
        group=2,
        in_text=True,
    ),
    Command(
        "names.same",
        "Mark All the Same...",
        Menu.NOTES,
        "Mark the words of the name at the caret wherever else they stand",
        mark_same,
        ("Ctrl+Shift+M",),
        group=2,
    ),
    Command(
        "names.unmark",
        "Unmark Name",
        Menu.NOTES,
        "The words at the caret or in the selection name nobody",
        unmark,
        ("Ctrl+Shift+K",),
        group=2,
        in_text=True,
    ),
    Command(
        "names.next",
        "Next Name",
        Menu.NOTES,
        "Go to the next marked name",
        go(names, following, NO_NAMES),
        ("Ctrl+Shift+.",),
        group=3,
    ),
    Command(
        "names.previous",
        "Previous Name",
        Menu.NOTES,
        "Go to the marked name before",
        go(names, preceding, NO_NAMES),
        ("Ctrl+Shift+,",),
        group=3,
    ),
    Command(
        "names.export",
        "Export Names...",
        Menu.NOTES,
        "Write the lists of participants and places to a TEI file or a table",
        export,
        group=4,
    ),
    Command(
        "names.import",
        "Import Names...",
        Menu.NOTES,
        "Take participants and places over from a TEI file or a table",
        take_over,
        group=4,
    ),
)
