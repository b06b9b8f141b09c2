"""Who speaks."""

from __future__ import annotations

from collections.abc import Callable

from app.model.edits import (
    AddAlias,
    AddPerson,
    AssignSpeaker,
    Compound,
    ConfirmSpeaker,
    CorrectLabel,
    LiftLabel,
    SetKind,
    SplitToSpeaker,
    SwapSpeakers,
)
from app.model.printed import bare_label
from app.model.queries import following, other_speaker, unsure_speaker, unsure_speakers
from app.model.terms import Kind
from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

NUMBERED = range(1, 10)


def assign(number: int) -> Callable[[Desk], None]:
    """The selected paragraphs are spoken by participant ``number``, counted from 1."""

    def run(desk: Desk) -> None:
        people = desk.document.people
        if number > len(people):
            desk.window.tell(f"There is no participant {number}; the list has {len(people)}.")
            return
        if desk.apply(AssignSpeaker(desk.selected, people[number - 1].id)):
            desk.window.tell(f"Speaker: {people[number - 1].name}")

    return run


def name_of(number: int) -> Callable[[Desk], str]:
    """Who participant ``number`` is, "" where there is none."""

    def name(desk: Desk) -> str:
        people = desk.document.people if desk.review else ()
        return people[number - 1].name if number <= len(people) else ""

    return name


def is_there(number: int) -> Callable[[Desk], bool]:
    def enabled(desk: Desk) -> bool:
        return desk.review is not None and number <= len(desk.document.people)

    return enabled


def make_narrative(desk: Desk) -> None:
    desk.apply(SetKind(desk.selected, Kind.NARRATIVE))


def choose(desk: Desk) -> None:
    from app.ui.dialogs.speaker_picker import choose_speaker

    desk.apply(choose_speaker(desk.document, desk.selected, desk.window.dialog_parent))


def add_participant(desk: Desk) -> None:
    """A new participant speaks the selected paragraphs."""
    from app.ui.dialogs.participant import describe_participant

    added = describe_participant(desk.document, None, desk.window.dialog_parent)
    if isinstance(added, AddPerson):
        assigned = AssignSpeaker(desk.selected, added.person.id)
        desk.apply(Compound("Assign New Participant", (added, assigned)))


def confirm(desk: Desk) -> None:
    """Speakers and voices of the selected paragraphs are right; the caret goes on to the next."""
    at = desk.selected
    if any(unsure_speaker(desk.document.paragraphs[place]) for place in at):
        desk.apply(ConfirmSpeaker(at))
    here = (at[-1], len(desk.document.paragraphs[at[-1]].text))
    desk.go_to(following(unsure_speakers(desk.document), here), "All speakers are confirmed.")


def swap(desk: Desk) -> None:
    at = desk.caret[0]
    speaker, other = desk.paragraph.speaker, other_speaker(desk.document, at)
    if speaker is None or other is None:
        desk.window.tell("Put the caret in a turn of one of the two speakers to swap.")
        return
    if desk.apply(SwapSpeakers(at, speaker, other)):
        names = " and ".join(_name(desk, person) for person in (speaker, other))
        desk.window.tell(f"From here on {names} are swapped.")


def split_to_other(desk: Desk) -> None:
    """The text from the caret on is a turn of the other speaker; the caret stays before it."""
    at, offset = desk.caret
    other = other_speaker(desk.document, at)
    if other is None:
        desk.window.tell("There is no other speaker yet; split here and choose one.")
        return
    text = desk.paragraph.text
    if not text[:offset].strip() or not text[offset:].strip():
        desk.window.tell("Put the caret where the other speaker begins, inside the paragraph.")
        return
    if desk.apply(SplitToSpeaker(at, offset, other)):
        desk.pane.place_caret(at + 1, 0)
        desk.window.tell(f"The rest is a turn of {_name(desk, other)}.")


def lift_label(desk: Desk) -> None:
    desk.apply(LiftLabel(*desk.caret))


def correct_label(desk: Desk) -> None:
    from app.ui.dialogs.one_line import ask_line

    label = desk.paragraph.label
    printed = label.text if label is not None else ""
    text = ask_line(desk.window.dialog_parent, "Correct Label", "The label reads:", printed)
    if text and text != printed:
        desk.apply(CorrectLabel(desk.caret[0], text))


def remember_label(desk: Desk) -> None:
    paragraph = desk.paragraph
    if paragraph.label is None or paragraph.speaker is None:
        desk.window.tell("Put the caret in a turn that has a label and a speaker.")
        return
    label = bare_label(paragraph.label.text)
    if desk.apply(AddAlias(paragraph.speaker, label)):
        desk.window.tell(f"“{label}” means {_name(desk, paragraph.speaker)}.")


def _name(desk: Desk, identifier: str) -> str:
    person = desk.document.person(identifier)
    return person.name if person is not None else identifier


COMMANDS = (
    *(
        Command(
            f"speakers.assign_{number}",
            f"Speaker {number}",
            Menu.SPEAKERS,
            f"Participant {number} speaks the selected paragraphs",
            assign(number),
            (f"Alt+{number}",),
            is_there(number),
            detail=name_of(number),
        )
        for number in NUMBERED
    ),
    Command(
        "speakers.narrative",
        "No Speaker (Narrative)",
        Menu.SPEAKERS,
        "The note-taker tells the selected paragraphs: nobody speaks",
        make_narrative,
        ("Alt+0",),
    ),
    Command(
        "speakers.choose",
        "Choose Speaker...",
        Menu.SPEAKERS,
        "Choose the speaker of the selected paragraphs by name",
        choose,
        ("F2",),
        group=1,
        button="Speaker",
        in_text=True,
    ),
    Command(
        "speakers.add",
        "New Participant...",
        Menu.SPEAKERS,
        "Add a participant, who speaks the selected paragraphs",
        add_participant,
        group=1,
    ),
    Command(
        "speakers.confirm",
        "Confirm Speaker, Go to Next",
        Menu.SPEAKERS,
        "The proposed speaker or voice is right; go on to the next proposal",
        confirm,
        ("Alt+Return",),
        group=1,
        in_text=True,
    ),
    Command(
        "speakers.split",
        "Split Here and Give the Rest to the Other Speaker",
        Menu.SPEAKERS,
        "A label was lost at the caret: the rest is the other speaker's turn",
        split_to_other,
        ("Ctrl+Shift+Return",),
        group=2,
        button="Split to Other",
        in_text=True,
    ),
    Command(
        "speakers.swap",
        "Swap Speakers from Here On",
        Menu.SPEAKERS,
        "From this paragraph on, this speaker and the other change places",
        swap,
        ("Alt+B",),
        group=2,
    ),
    Command(
        "speakers.lift_label",
        "Take as Speaker Label",
        Menu.SPEAKERS,
        "The words before the caret are the label of this turn",
        lift_label,
        ("Ctrl+L",),
        group=3,
    ),
    Command(
        "speakers.correct_label",
        "Correct Label...",
        Menu.SPEAKERS,
        "Correct the printed label of this turn; the reading is kept",
        correct_label,
        ("Ctrl+Shift+L",),
        group=3,
    ),
    Command(
        "speakers.remember_label",
        "Remember Label for This Speaker",
        Menu.SPEAKERS,
        "The label of this turn is another name of its speaker",
        remember_label,
        group=3,
    ),
)
