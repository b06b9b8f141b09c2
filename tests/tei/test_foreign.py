from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.document import Document
from app.model.passage import Passage
from app.model.terms import Kind
from app.tei import losses, read, write
from tests.tei.jing import complaints, needs_jing
from tests.tei.specimen import specimen

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not there")
NS = "http://www.tei-c.org/ns/1.0"

FOREIGN = f"""<?xml version="1.0"?>
<?xml-model href="x.rng"?>
<!-- before -->
<TEI xmlns="{NS}" xmlns:f="urn:f" xml:id="doc">
  <teiHeader>
    <fileDesc>
      <titleStmt><title type="main">A <hi>title</hi></title><editor>E</editor></titleStmt>
      <editionStmt><p>second</p></editionStmt>
      <publicationStmt><publisher>P</publisher><date when="2020">2020</date></publicationStmt>
      <notesStmt><note>n</note></notesStmt>
      <sourceDesc><p>born digital</p></sourceDesc>
    </fileDesc>
    <profileDesc>
      <langUsage><language ident="en">English</language></langUsage>
      <particDesc><listPerson><person xml:id="gorb" role="principal" sex="1">
        <persName>Gorbachev</persName><birth when="1931"/></person></listPerson></particDesc>
    </profileDesc>
    <revisionDesc status="draft"><change when="2020-12-01">first</change></revisionDesc>
  </teiHeader>
  <facsimile><surface><graphic url="1.png"/></surface></facsimile>
  <text xml:lang="en">
    <front><p>front</p></front>
    <body>
      <div type="conversation" n="1">
        <opener><dateline><placeName>Geneva</placeName></dateline></opener>
        <p rend="indent" ana="#x">One <persName key="g">Gorbachev<note>N</note></persName>,
          <choice><sic>tow</sic><corr cert="high">two</corr></choice>.</p>
        <!-- between -->
        <list><item>whole</item></list>
        <sp who="#gorb"><speaker>G:</speaker><p>Da.<?pi in text?></p></sp>
        <closer><signed>S</signed></closer>
      </div>
    </body>
    <back><p>back</p></back>
  </text>
  <!-- end -->
</TEI>
<!-- after -->
""".encode()


def test_a_foreign_file_is_carried_whole() -> None:
    document = read(FOREIGN)
    assert losses(FOREIGN, document) == ()
    assert read(write(document)) == document


@needs_jing
def test_a_valid_foreign_file_stays_valid(tmp_path: Path) -> None:
    assert complaints([FOREIGN, write(read(FOREIGN))], tmp_path) == {}


def test_what_stands_at_the_edge_of_a_foreign_element_stays_in_it() -> None:
    written = write(read(FOREIGN)).decode()
    assert '<persName key="g">Gorbachev<note>N</note></persName>' in written
    assert '<choice><sic>tow</sic><corr cert="high">two</corr></choice>' in written


def test_foreign_elements_are_held_without_the_declarations_of_the_file() -> None:
    carried = [piece.xml for piece in read(FOREIGN).carried]
    assert "<closer><signed>S</signed></closer>" in carried
    assert '<birth when="1931"/>' in carried


def test_a_change_of_the_text_loses_nothing_foreign() -> None:
    document = read(FOREIGN)
    paragraph = replace(document.paragraphs[1], passage=Passage("Yes.", ()))
    kept = document.paragraphs[1].passage.spans
    emptied = replace(
        document.paragraphs[0],
        kind=Kind.NARRATIVE,
        passage=_emptied(document.paragraphs[0].passage),
    )
    changed = document.with_paragraphs(0, 1, (emptied,))
    assert kept
    assert losses(FOREIGN, changed) == ()
    gone = document.with_paragraphs(1, 2, (paragraph,))
    assert losses(FOREIGN, gone) == ("<?pi in text?>",)


def _emptied(passage: Passage) -> Passage:
    """All text deleted; what stood on it is left as anchors."""
    return Passage("", tuple(replace(span, start=0, end=0) for span in passage.spans))


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (b'<sp who="#gorb">', b'<sp who="#gorb" n="5">', 'attribute n="5" of sp'),
        (b'<sp who="#gorb">', b'<sp who="#gorb #x">', 'attribute who="#gorb #x" of sp'),
        (b"<speaker>G:</speaker>", b'loose <speaker rend="b">G:</speaker>', 'text: "loose"'),
        (b"<div type", b'<div rend="o"><div type', 'attribute rend="o" of div'),
        (b"<opener>", b'<pb n="iv"/><opener>', 'attribute n="iv" of pb'),
    ],
)
def test_what_cannot_be_kept_is_named(old: bytes, new: bytes, lost: str) -> None:
    source = FOREIGN.replace(old, new, 1)
    if b'<div rend="o">' in new:
        source = source.replace(b"</div>", b"</div></div>", 1)
    assert source != FOREIGN
    assert lost in losses(source, read(source))


def test_a_file_of_the_desk_loses_nothing() -> None:
    document = specimen()
    source = write(document)
    assert losses(source, replace(document, trailer=None)) == ()


def _frus() -> list[Path]:
    return sorted((SHARED / "frus").glob("*.xml"))


@needs_shared
@pytest.mark.parametrize("path", _frus(), ids=lambda path: path.stem)
def test_published_volumes(path: Path) -> None:
    source = path.read_bytes()
    document = read(source, path.name)
    assert all(paragraph.kind is Kind.NARRATIVE for paragraph in document.paragraphs)
    assert read(write(document)) == document
    lost = losses(source, document)
    whole = "<excerpts" not in source.decode()
    assert (lost == ()) is whole, lost


@needs_shared
def test_the_example_of_the_encoding() -> None:
    source = (SHARED / "schema" / "example.xml").read_bytes()
    document: Document = read(source)
    assert losses(source, document) == ()
    assert document.metadata.subject == "Telephone Conversation"
    assert document.metadata.date == "1990-06-04"
    assert document.people[0].office == "President"
