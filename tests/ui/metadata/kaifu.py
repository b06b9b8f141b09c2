"""A small memorandum like the sample, made by hand: four people, two pages, a misread mark."""

from __future__ import annotations

from datetime import UTC, datetime

from app.model.document import (
    Document,
    Furniture,
    Heading,
    HeadingEntry,
    Mark,
    Metadata,
    Page,
    Paragraph,
    Person,
    Reviewer,
    Stamp,
)
from app.model.paragraphs import Paragraphs
from app.model.passage import Passage
from app.model.spans import PageBreak
from app.model.terms import Certainty, Function, FurnitureKind, Kind, Level, Place
from app.review import Review

SUBJECT = "Telephone Conversation with Toshiki Kaifu, Prime Minister of Japan"
STAMP = "DECLASSIFIED\nPER E.O. 12958,\nAS AMENDED\n2000-0429-F\nR 8/21/09"


def kaifu() -> Document:
    """The memorandum."""
    return Document(
        paragraphs=Paragraphs(_paragraphs()),
        pages=(_page(1, _first_page()), _page(2)),
        people=_people(),
        heading=_heading(),
        metadata=Metadata(
            subject=SUBJECT,
            date="1990-06-04",
            time_from="19:08:00-05:00",
            time_to="19:36:00-05:00",
            zone="EST",
            place="The Oval Office",
            declassify_on="OADR",
            original_level=Level.C,
            stamp=Stamp("E.O. 12958, as amended", "2000-0429-F", "R", "2009-08-21"),
        ),
        trailer=Passage("-- End of Conversation --"),
        serial=100,
    )


def review_of(document: Document) -> Review:
    """A review of it by AB at noon."""
    return Review(
        document,
        Reviewer("rev-ab", "Ann Baker", "AB"),
        lambda: datetime(2024, 5, 1, 12, tzinfo=UTC),
    )


def many_pages(count: int) -> Document:
    """A memorandum of one paragraph on so many pages, each with its banners and number."""
    breaks = tuple(PageBreak(1, 1, f"page-{number}") for number in range(2, count + 1))
    paragraph = Paragraph("para-1", Kind.NARRATIVE, Passage("Text.", breaks))
    pages = tuple(_page(number) for number in range(1, count + 1))
    return Document(paragraphs=Paragraphs([paragraph]), pages=pages)


def _people() -> tuple[Person, ...]:
    principal = Function.PRINCIPAL
    return (
        Person("p1", "The President", principal),
        Person(
            "p2", "Toshiki Kaifu", principal, "Prime Minister of Japan",
            aliases=("Prime Minister Kaifu",),
        ),
        Person("p3", "Frances Seeds", Function.INTERPRETER),
        Person("p4", "Karl D. Jackson", Function.NOTETAKER, affiliation="NSC"),
    )  # fmt: skip


def _heading() -> Heading:
    participants = (
        "The President\nToshiki Kaifu, Prime Minister of Japan\n"
        "Interpreter: Frances Seeds\nNotetaker: Karl D. Jackson, NSC"
    )
    when = "June 4, 1990, 7:08 - 7:36pm EST\nThe Oval Office"
    return Heading(
        Passage("MEMORANDUM OF TELEPHONE CONVERSATION"),
        (
            HeadingEntry(Passage("SUBJECT:"), Passage(SUBJECT), Mark(Level.U, reading="(U)")),
            HeadingEntry(Passage("PARTICIPANTS:"), Passage(participants)),
            HeadingEntry(Passage("DATE, TIME\nAND PLACE:"), Passage(when)),
        ),
    )


def _paragraphs() -> list[Paragraph]:
    u = Mark(Level.U, reading="(U)")
    doubtful = Mark(Level.C, struck=True, reading="(Ø)", certainty=Certainty.LOW)
    turn, more = Kind.TURN, Kind.CONTINUATION
    president, kaifu = Passage("The President:"), Passage("Prime Minister Kaifu:")
    page_two = PageBreak(0, 0, "page-2")
    return [
        Paragraph("para-1", Kind.NARRATIVE, Passage("The President telephoned."), mark=u),
        Paragraph("para-2", turn, Passage("Toshiki, good morning."), president, "p1", u),
        Paragraph("para-3", turn, Passage("Hi Georgie!"), kaifu, "p2", u),
        Paragraph("para-4", turn, Passage("The meetings went well."), president, "p1", u),
        Paragraph("para-5", more, Passage("There were no breakthroughs."), None, "p1", u),
        Paragraph(
            "para-6", more, Passage("On Cambodia, slightly optimistic.", (page_two,)), None, "p1",
            doubtful,
        ),
        Paragraph("para-7", turn, Passage("Thank you very much."), Passage("PM -"), None, u),
    ]  # fmt: skip


def _page(number: int, more: tuple[Furniture, ...] = ()) -> Page:
    return Page(
        f"page-{number}",
        number,
        (
            _banner(Place.TOP),
            *(piece for piece in more if piece.place is Place.TOP),
            Furniture(FurnitureKind.PAGE_NUMBER, Place.TOP, Passage(str(number))),
            _banner(Place.BOTTOM),
            *(piece for piece in more if piece.place is Place.BOTTOM),
        ),
    )


def _banner(place: Place) -> Furniture:
    return Furniture(
        FurnitureKind.BANNER, place, Passage("CONFIDENTIAL"), Level.C, True, Certainty.MEDIUM
    )


def _first_page() -> tuple[Furniture, ...]:
    kinds, top, bottom = FurnitureKind, Place.TOP, Place.BOTTOM
    return (
        Furniture(kinds.LETTERHEAD, top, Passage("NATIONAL SECURITY COUNCIL")),
        Furniture(kinds.LETTERHEAD, top, Passage("WASHINGTON, D.C. 20506")),
        Furniture(kinds.LOG_NUMBER, top, Passage("4471 Add-On")),
        Furniture(kinds.DECLASSIFY_ON, bottom, Passage("Declassify on: OADR")),
        Furniture(kinds.STAMP, bottom, Passage(STAMP)),
    )
