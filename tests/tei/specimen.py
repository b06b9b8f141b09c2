"""One small document with one of everything, for the golden file and for what is checked by eye."""

from __future__ import annotations

from app.model.document import (
    Dismissal,
    Document,
    Furniture,
    Heading,
    HeadingEntry,
    Mark,
    Metadata,
    Override,
    Page,
    Paragraph,
    Person,
    PlaceEntry,
    Reviewer,
    Revision,
    Source,
    Stamp,
    TextLine,
    Word,
    WordList,
)
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import (
    Correction,
    Doubt,
    Gap,
    Hint,
    Inclusion,
    Markup,
    Message,
    Name,
    Note,
    PageBreak,
)
from app.model.terms import (
    Act,
    Certainty,
    CorrectionKind,
    Function,
    FurnitureKind,
    Kind,
    Level,
    NameKind,
    NoteKind,
    Place,
    Position,
)

ACT = Act("rev-ab", "2026-11-23T10:00:00Z")
LATER = Act("rev-ab", "2026-11-23T10:05:00Z")
STRUCK = Mark(Level.C, (), True, reading="(Ø)", certainty=Certainty.LOW)
HI = "{http://www.tei-c.org/ns/1.0}hi"


def banner(place: Place) -> Furniture:
    return Furniture(FurnitureKind.BANNER, place, Passage("CONFIDENTIAL"), Level.C, struck=True)


def specimen() -> Document:
    """The head of a memorandum, a few turns over two pages, and what was done to them."""
    stamp = Furniture(FurnitureKind.STAMP, Place.BOTTOM, Passage("DECLASSIFIED\nPER E.O. 12958"))
    log = Furniture(FurnitureKind.LOG_NUMBER, Place.TOP, Passage("4471 Add-On"))
    number = Furniture(FurnitureKind.PAGE_NUMBER, Place.TOP, Passage("2"))
    lines = (TextLine(10, 20, 300, 40, (Word(0, 3, 10, 60, 0.93), Word(4, 9, 70, 200))),)
    return Document(
        paragraphs=Paragraphs(_paragraphs()),
        pages=(
            Page(
                id="page-1",
                number=1,
                furniture=(banner(Place.TOP), log, stamp, banner(Place.BOTTOM)),
                image="scan 1.png",
                width=2550,
                height=3300,
                lines=lines,
            ),
            Page("page-2", 2, (banner(Place.TOP), number, banner(Place.BOTTOM)), "scan.pdf#page=2"),
        ),
        people=(
            Person("person-1", "The President", Function.PRINCIPAL),
            Person(
                id="person-2",
                name="Toshiki Kaifu",
                function=Function.PRINCIPAL,
                office="Prime Minister of Japan",
                aliases=("PM",),
            ),
            Person("person-3", "Karl D. Jackson", Function.NOTETAKER, affiliation="NSC"),
        ),
        heading=_heading(),
        metadata=_metadata(),
        trailer=Passage("-- End of Conversation --"),
        reviewers=(Reviewer("rev-ab", "Ann B.", "AB"),),
        revisions=(Revision("2026-11-23T11:00:00Z", "rev-ab", "Imported and reviewed"),),
        source=Source("kaifu.txt", "text", "0f" * 32),
        dismissed=(Dismissal("doubled-word", "para-5", "End End", "so printed", LATER),),
        places=(PlaceEntry("place-1", "Asia"),),
        words=WordList(("démarche",), ("tbe",)),
        serial=9,
    )


def _heading() -> Heading:
    subject = Mark(Level.U, reading="(U)")
    return Heading(
        Passage("MEMORANDUM OF TELEPHONE CONVERSATION"),
        (
            HeadingEntry(Passage("SUBJECT:"), Passage("Call to Toshiki Kaifu"), subject),
            HeadingEntry(
                Passage("DATE, TIME\nAND PLACE:"), Passage("June 4, 1990\nThe Oval Office")
            ),
        ),
    )


def _metadata() -> Metadata:
    return Metadata(
        subject="Call to Toshiki Kaifu",
        date="1990-06-04",
        time_from="19:08:00-05:00",
        time_to="19:36:00-05:00",
        zone="EST",
        place="The Oval Office",
        repository="George Bush Presidential Library",
        declassify_on="OADR",
        original_level=Level.C,
        override=Override(Level.S, "compilation", LATER),
        stamp=Stamp("E.O. 12958, as amended", "2000-0429-F", "R", "2009-08-21"),
    )


def _remarks() -> tuple[Note, Name]:
    """A settled thread that begins inside a correction, and a name."""
    thread = (Message("Which?", ACT), Message("All of\nthem.", LATER))
    return (
        Note(5, 12, "note-1", NoteKind.QUESTION, thread, LATER),
        Name(7, 12, NameKind.PLACE, "place-1"),
    )


def _paragraphs() -> tuple[Paragraph, ...]:
    fixed = Correction(3, 6, "tbe", CorrectionKind.OCR, ACT)
    told = "The President said so."
    return (
        Paragraph("para-1", Kind.NARRATIVE, Passage(told), mark=STRUCK, voice="person-1"),
        Paragraph(
            id="para-2",
            kind=Kind.TURN,
            passage=Passage("On the Asian  issues", (fixed, *_remarks(), Doubt(7, 12, 0.4))),
            label=Passage("The President:"),
            speaker="person-1",
            mark=Mark(Level.C, ("NF",), position=Position.LEADING, certainty=Certainty.LOW),
        ),
        Paragraph(
            id="para-3",
            kind=Kind.CONTINUATION,
            passage=Passage("Roh is meeting.", (PageBreak(4, 4, "page-2"), Markup(4, 6, HI))),
            speaker="person-1",
            mark=Mark(Level.C, reading="(C)", act=ACT),
            reviewed=LATER,
            made=ACT,
        ),
        Paragraph(
            id="para-4",
            kind=Kind.TURN,
            passage=Passage(
                "No. (b)(1) I told him & her.",
                (Gap(4, 10, codes=("(b)(1)",)), Hint(11, 11, "lost-label", "A label may be lost.")),
            ),
            label=Passage("PM -"),
            speaker="person-2",
            assigned=LATER,
        ),
        Paragraph("para-5", Kind.NARRATIVE, Passage("End.", (Inclusion(4, 4, "<!-- x -->"),))),
    )
