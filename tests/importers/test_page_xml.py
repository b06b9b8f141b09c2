from __future__ import annotations

from pathlib import Path

import pytest

from app.importers import SourceError, page_xml
from app.importers.geometry import ScannedPage
from app.importers.lines import Box, SourceWord

PATH = Path("p.page.xml")
NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/"
VERSIONS = ["2010-03-19", "2013-07-15", "2017-07-15", "2018-07-15", "2019-07-15"]


def read(body: str, version: str = VERSIONS[-1]) -> ScannedPage:
    source = (
        f'<pc:PcGts xmlns:pc="{NAMESPACE}{version}"><pc:Page imageFilename="a.tif"'
        f' imageWidth="100" imageHeight="200">{body}</pc:Page></pc:PcGts>'
    )
    (page,) = page_xml.pages(source.encode(), PATH)
    return page


def text(reading: str, conf: str = "", index: str = "") -> str:
    stated = (f' conf="{conf}"' if conf else "") + (f' index="{index}"' if index else "")
    return f"<pc:TextEquiv{stated}><pc:Unicode>{reading}</pc:Unicode></pc:TextEquiv>"


def region(inside: str, name: str = "r1") -> str:
    coords = '<pc:Coords points="0,10 90,10 90,50 0,50"/>'
    return f'<pc:TextRegion id="{name}">{coords}{inside}</pc:TextRegion>'


def line(inside: str) -> str:
    return f'<pc:TextLine><pc:Coords points="0,10 90,10 90,30 0,30"/>{inside}</pc:TextLine>'


def word(reading: str, conf: str = "") -> str:
    return f"<pc:Word>{text(reading, conf)}</pc:Word>"


def texts(page: ScannedPage) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in page.printed]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_read(version: str) -> None:
    outline = (
        '<pc:Coords><pc:Point x="5" y="6"/><pc:Point x="20" y="16"/></pc:Coords>'
        if version < "2013"
        else '<pc:Coords points="5,6 20,6 20,16 5,16"/>'
    )
    page = read(region(line(f"<pc:Word>{outline}{text('One', '0.5')}</pc:Word>")), version)
    assert (page.width, page.height, page.image, page.ordered) == (100, 200, "a.tif", False)
    assert page.printed[0].words == (SourceWord("One", 5, 6, 20, 16, 0.5),)
    assert page.printed[0].box == Box(0, 10, 90, 30)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (region(line(word("a") + word("b") + text("a b"))), ["a b"]),
        (region(line(word("a") + text("a b"))), ["a b"]),
        (region(line(word("a") + word("b") + text("aa bb"))), ["aa bb"]),
        (region(line(text("a b"))), ["a b"]),
        (region(text("a b\nc")), ["a b", "c"]),
        (region(line(text("")) + text("a")), ["a"]),
        (region(line(text("second", index="1") + text("first", index="0"))), ["first"]),
        (region(line(f"<pc:Word><pc:Glyph>{text('a')}</pc:Glyph><pc:Glyph>{text('b')}</pc:Glyph>"
                     "</pc:Word>")), ["ab"]),
        (region(line(text("a")) + region(line(text("b")), "r2")), ["a", "b"]),
        (f"<pc:TableRegion>{region(line(text('cell')))}</pc:TableRegion>", ["cell"]),
    ],
)  # fmt: skip
def test_text_is_read_at_the_level_that_has_it(body: str, found: list[str]) -> None:
    assert texts(read(body)) == found


def test_the_text_of_a_region_shares_out_its_box() -> None:
    page = read(region(text("a\nb")))
    assert [line.box for line in page.printed] == [Box(0, 10, 90, 30), Box(0, 30, 90, 50)]


def test_the_reading_order_holds_and_the_rest_follows_its_neighbour() -> None:
    order = (
        '<pc:ReadingOrder><pc:OrderedGroup id="o"><pc:RegionRefIndexed index="1" regionRef="a"/>'
        '<pc:UnorderedGroupIndexed index="0"><pc:RegionRef regionRef="c"/>'
        "</pc:UnorderedGroupIndexed>"
        "</pc:OrderedGroup></pc:ReadingOrder>"
    )
    page = read(order + "".join(region(line(text(name)), name) for name in "abcd"))
    assert page.ordered
    assert texts(page) == ["c", "d", "a", "b"]


@pytest.mark.parametrize("points", ["", "x,y", "1,2,3", "nan,1 2,inf", "1 2"])
def test_nonsense_for_an_outline_is_no_box(points: str) -> None:
    page = read(f'<pc:TextRegion><pc:Coords points="{points}"/>{text("a")}</pc:TextRegion>')
    assert page.printed[0].box is None
    assert texts(page) == ["a"]


def test_what_is_broken_is_refused() -> None:
    with pytest.raises(SourceError, match="not well-formed XML"):
        page_xml.pages(b"<PcGts><Page>", PATH)
