from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Mark, PlaceEntry, WordList
from app.model.spans import Correction, Inclusion, Markup, Message, Name, Note
from app.model.terms import Act, CorrectionKind, Kind, Level, NameKind, NoteKind, Position
from app.tei import TeiError, looks_like_tei, read, write
from tests.tei.specimen import HI, specimen

NS = "http://www.tei-c.org/ns/1.0"


def tei(body: str, header: str = "") -> bytes:
    return f'<TEI xmlns="{NS}">{header}<text><body>{body}</body></text></TEI>'.encode()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "is not well-formed XML"),
        (b"plain text", "is not well-formed XML"),
        (tei("<p>a<b></p>"), "is not well-formed XML (line 1"),
        (tei('<p xml:id="x"/>\n<p xml:id="x"/>'), 'has the xml:id "x" twice (line 2)'),
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "has a DOCTYPE"),
        (b'<?xml version="1.0"?>\n<!-- c --><!DOCTYPE TEI><TEI/>', "has a DOCTYPE"),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "is declared as utf-7: save it as UTF-8"),
        (b"<a>\n\xff</a>", "is not UTF-8 (line 2)"),
        (b"<a>&undefined;</a>", "is not well-formed XML"),
        (b"<html><body><p>x</p></body></html>", "its root is html, not TEI"),
        (tei("<div/>"), "no paragraphs in it"),
        (f'<TEI xmlns="{NS}"/>'.encode(), "no text with a body"),
        (b"<a>" * 300 + b"</a>" * 300, "is not well-formed XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused(source: bytes, message: str) -> None:
    with pytest.raises(TeiError) as raised:
        read(source, "kaifu.xml")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_large_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.safe_xml.MAX_BYTES", 100)
    with pytest.raises(TeiError, match="larger"):
        read(write(specimen()))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_encodings(encoding: str) -> None:
    text = write(specimen()).decode()
    text = re.sub("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8", text, count=1)
    assert read(text.encode(encoding)) == specimen()


@given(st.binary(max_size=80) | st.binary(max_size=80).map(lambda tail: tei("<p/>")[:40] + tail))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    looks_like_tei(source)
    with suppress(TeiError):
        read(source)


@given(st.data())
def test_a_broken_file_is_read_or_refused(data: st.DataObject) -> None:
    source = write(specimen())
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(len(source), start + 40)))
    new = data.draw(st.binary(max_size=6) | st.sampled_from([b"<p>", b"</p>", b'"', b"#", b"<sp>"]))
    with suppress(TeiError):
        once = read(write(read(source[:start] + new + source[end:])))
        assert read(write(once)) == once


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (write(specimen()), True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- c -->\n<div xmlns='%s'/>" % NS.encode(), True),
        (f'<?xml version="1.0" encoding="UTF-16"?><TEI xmlns="{NS}"/>'.encode("utf-16"), True),
        (b"<html/>", False),
        (b"The TEI namespace is " + NS.encode(), False),
        (b"", False),
        (b"\xff\xfe\x00", False),
    ],
    ids=range(7),
)
def test_looks_like_tei(source: bytes, expected: bool) -> None:
    assert looks_like_tei(source) is expected


@pytest.mark.parametrize(
    ("content", "text", "mark"),
    [
        ('a <seg type="portion-mark" ana="#U">(U)</seg>', "a", Mark(Level.U, reading="(U)")),
        ('a  <seg type="portion-mark" ana="#U">(U)</seg>', "a ", Mark(Level.U, reading="(U)")),
        ('a\n <seg type="portion-mark" ana="#U">(U)</seg>\n', "a", Mark(Level.U, reading="(U)")),
        (
            '<seg type="portion-mark" ana="#S">(S)</seg> a ',
            "a ",
            Mark(Level.S, (), False, Position.LEADING, "(S)", Position.LEADING),
        ),
        ('a <seg type="portion-mark" ana="#U">(U)</seg><pb/>', "a", Mark(Level.U, reading="(U)")),
        ('a <seg type="portion-mark" ana="#U">(C)</seg>', "a (C)", None),
        ('a <seg type="portion-mark" ana="#U #odd">(U)</seg>', "a (U)", None),
    ],
    ids=[
        "trailing",
        "two blanks",
        "pretty",
        "leading",
        "before a page",
        "contradiction",
        "unknown category",
    ],
)
def test_marks(content: str, text: str, mark: Mark | None) -> None:
    paragraph = read(tei(f"<div><p>{content}</p></div>")).paragraphs[0]
    assert (paragraph.text, paragraph.mark) == (text, mark)


def test_line_breaks_of_the_file_are_blanks() -> None:
    source = tei("<div><p>\n  One\n  <hi>two</hi>\n  three.\n </p></div>")
    paragraph = read(source).paragraphs[0]
    assert paragraph.text == "One two three."
    assert paragraph.passage.spans == (Markup(4, 7, HI),)


def test_lines_of_a_foreign_paragraph_do_not_run_together() -> None:
    paragraph = read(tei("<div><p>one<lb/>two<lb n='3'/> three</p></div>")).paragraphs[0]
    assert paragraph.text == "one two three"


def test_a_correction_without_an_act_is_a_correction() -> None:
    source = tei('<p>a <choice><sic>tbe</sic><corr resp="#ed">the</corr></choice></p>')
    assert read(source).paragraphs[0].passage.spans == (
        Correction(2, 5, "tbe", CorrectionKind.CORRECTION, Act("ed", "")),
    )


def test_foreign_inline_elements() -> None:
    source = tei("<p>a<note>n</note> <choice><abbr>PM</abbr><expan>Prime</expan></choice></p>")
    passage = read(source).paragraphs[0].passage
    assert passage.text == "a PM"
    assert passage.spans[0] == Inclusion(1, 1, "<note>n</note>")


def test_turns_and_pages_of_a_foreign_file() -> None:
    source = tei(
        '<p>a</p><pb n="7" facs="7.png"/>'
        '<sp who="#x"><speaker>X:</speaker><p>b<pb n="iv"/></p><stage/><p>c</p></sp><pb/>'
    )
    document = read(source)
    assert [p.kind for p in document.paragraphs] == [Kind.NARRATIVE, Kind.TURN, Kind.CONTINUATION]
    assert [p.speaker for p in document.paragraphs] == [None, "x", "x"]
    assert [page.number for page in document.pages] == [1, 7, 8, 9]
    assert [len(p.passage.page_breaks) for p in document.paragraphs] == [0, 2, 1]
    assert len({p.id for p in document.paragraphs}) == 3


def test_equal_labels_and_marks_are_one_object() -> None:
    seg = '<seg type="portion-mark" ana="#C">(C)</seg>'
    turn = f'<sp><speaker>PM -</speaker><p xml:id="{{}}">Yes. {seg}</p></sp>'
    one, other = read(tei(turn.format("a") + turn.format("b"))).paragraphs
    assert one.label is not None
    assert one.label is other.label
    assert one.mark is not None
    assert one.mark is other.mark


@pytest.mark.parametrize("written", ["<p>Yes. {}</p>", "<p>{} Yes.</p>"])
def test_a_mark_that_stands_elsewhere_is_another(written: str) -> None:
    seg = '<seg type="portion-mark" ana="#C">(C)</seg>'
    trailing = f"<p>No. {seg}</p>"
    _, mark = (paragraph.mark for paragraph in read(tei(trailing + written.format(seg))).paragraphs)
    assert mark is not None
    assert mark.position is (Position.TRAILING if written.endswith("{}</p>") else Position.LEADING)


NOTED = (
    '<anchor type="note" xml:id="a1"/>b<note xml:id="n1" type="question" target="#a1">'
    "<note>Which?</note></note>"
)


@pytest.mark.parametrize(
    "content",
    [
        NOTED.replace("#a1", "#a2"),
        NOTED.replace('<note xml:id="n1"', '<note rend="x" xml:id="n1"'),
        NOTED.replace('type="question"', 'type="other"'),
        NOTED.replace("<note>", '<note place="top">'),
        NOTED.replace("<note>Which?</note>", ""),
        NOTED.replace("<note>Which?</note>", "Which?"),
        NOTED.replace("</note></note>", "</note>more</note>"),
        '<anchor type="note" xml:id="a1"/>b',
        '<note xml:id="n1" type="question" target="#a1"><note>Which?</note></note>b',
    ],
    ids=range(9),
)
def test_a_note_that_is_not_quite_ours_is_carried(content: str) -> None:
    source = tei(f"<p>{content}</p>")
    document = read(source)
    spans = document.paragraphs[0].passage.spans
    assert document.paragraphs[0].text == "b"
    assert spans
    assert all(isinstance(span, Inclusion) for span in spans)
    assert read(write(document)) == document


def test_a_note_without_who_and_when_is_a_note() -> None:
    (note,) = read(tei(f"<p>{NOTED}</p>")).paragraphs[0].passage.spans
    message = Message("Which?", Act("", ""))
    assert note == Note(0, 1, "n1", NoteKind.QUESTION, (message,))


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<persName ref="#p1">a</persName>', Name(0, 1, NameKind.PERSON, "p1")),
        ("<placeName>a</placeName>", Name(0, 1, NameKind.PLACE)),
        ('<persName ref="#a #b">a</persName>', None),
        ('<persName ref="https://example.org/a">a</persName>', None),
        ('<persName ref="">a</persName>', None),
        ('<placeName type="city">a</placeName>', None),
    ],
)
def test_names_of_other_programs(element: str, expected: Name | None) -> None:
    document = read(tei(f"<p>{element}b</p>"))
    (span,) = document.paragraphs[0].passage.spans
    assert span == expected if expected is not None else isinstance(span, Markup)
    assert read(write(document)) == document


@pytest.mark.parametrize(
    "stand_off",
    [
        '<standOff type="memcon-desk"><list type="bad-words"><item n="1"/></list></standOff>',
        '<standOff type="memcon-desk"><list type="other"><item>a</item></list></standOff>',
        '<standOff type="memcon-desk"><list type="dismissed"><item>a</item></list></standOff>',
        '<standOff><list type="good-words"><item>a</item></list></standOff>',
        '<standOff type="memcon-desk"><listPerson/></standOff>',
        '<standOff type="memcon-desk" n="1"><list type="bad-words"><item/></list></standOff>',
    ],
    ids=range(6),
)
def test_a_stand_off_that_is_not_quite_ours_is_carried(stand_off: str) -> None:
    source = tei("<p>a</p>").replace(b"<text>", stand_off.encode() + b"<text>")
    document = read(source)
    assert (document.dismissed, document.words) == ((), WordList())
    assert [piece.where for piece in document.carried] == ["TEI"]
    assert stand_off.encode() in write(document)


def test_what_is_foreign_in_a_listed_place_is_carried() -> None:
    place = '<place xml:id="x" type="city"><placeName>Seoul</placeName><idno>7</idno></place>'
    header = (
        "<teiHeader><profileDesc><settingDesc><listPlace>"
        f"{place}</listPlace></settingDesc></profileDesc></teiHeader>"
    )
    document = read(tei("<p>a</p>", header))
    assert document.places == (PlaceEntry("x", "Seoul"),)
    assert b'<place xml:id="x" type="city">\n<placeName>Seoul</placeName>\n<idno>7</idno>' in write(
        document
    )
    assert read(write(document)) == document
