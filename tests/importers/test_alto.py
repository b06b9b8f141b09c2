from __future__ import annotations

from pathlib import Path

import pytest

from app.importers import SourceError, alto
from app.importers.lines import Box, SourceWord

PATH = Path("p.alto.xml")
NAMESPACES = ["", *(f"http://www.loc.gov/standards/alto/ns-v{number}#" for number in (2, 3, 4))]


def source(lines: str, namespace: str = "", pages: int = 1) -> bytes:
    stated = f' xmlns="{namespace}"' if namespace else ""
    page = f'<Page WIDTH="100" HEIGHT="200"><PrintSpace>{lines}</PrintSpace></Page>'
    image = "<sourceImageInformation><fileName> a.tif </fileName></sourceImageInformation>"
    return (
        f"<alto{stated}><Description>{image}</Description><Layout>{page * pages}</Layout></alto>"
    ).encode()


def words(lines: str) -> list[str]:
    return [word.text for line in alto.pages(source(lines), PATH)[0].printed for word in line.words]


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_version_is_read(namespace: str) -> None:
    line = (
        '<TextBlock><TextLine HPOS="5" VPOS="6" WIDTH="45" HEIGHT="10">'
        '<String CONTENT="One" HPOS="5" VPOS="6" WIDTH="15" HEIGHT="10" WC="0.5"/><SP/>'
        '<String CONTENT="two" HPOS="25" VPOS="6" WIDTH="25.4" HEIGHT="10"/></TextLine></TextBlock>'
    )
    (page,) = alto.pages(source(line, namespace), PATH)
    assert (page.width, page.height, page.image) == (100, 200, "a.tif")
    assert page.printed[0].box == Box(5, 6, 50, 16)
    assert page.printed[0].words == (
        SourceWord("One", 5, 6, 20, 16, 0.5),
        SourceWord("two", 25, 6, 50, 16, None),
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('<String CONTENT="exam"/><HYP CONTENT="-"/>', ["exam-"]),
        ('<String CONTENT="exam"/><HYP CONTENT="\u00ad"/>', ["exam-"]),
        ('<String CONTENT="ple" SUBS_TYPE="HypPart2" SUBS_CONTENT="example"/>', ["ple"]),
        ('<HYP CONTENT="-"/>', ["-"]),
        ('<String CONTENT=" two words "/>', ["two", "words"]),
        ('<String CONTENT="A"><ALTERNATIVE>B</ALTERNATIVE></String>', ["A"]),
        ('<String CONTENT=""/><!-- no --><String/>', []),
    ],
)
def test_words_are_as_printed(line: str, found: list[str]) -> None:
    assert words(f"<TextLine>{line}</TextLine>") == found


@pytest.mark.parametrize("said", ["NaN", "-0.1", "1.5", "x"])
def test_a_confidence_that_cannot_be_is_none(said: str) -> None:
    (page,) = alto.pages(source(f'<TextLine><String CONTENT="a" WC="{said}"/></TextLine>'), PATH)
    assert page.printed[0].words[0].confidence is None


def test_the_image_is_said_of_no_page_of_several() -> None:
    assert [page.image for page in alto.pages(source("", pages=2), PATH)] == ["", ""]


def test_western_encodings_are_read() -> None:
    data = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + source(
        '<TextLine><String CONTENT="\u00e9"/></TextLine>'
    ).decode().encode("latin-1")
    assert alto.pages(data, PATH)[0].printed[0].words[0].text == "\u00e9"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (source("")[:-9], "not well-formed XML"),
        (b"<alto></alto>", "has no page"),
        (b'<!DOCTYPE alto [<!ENTITY a "b">]><alto>&a;</alto>', "has a DOCTYPE"),
        (b'<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/passwd">]><alto>&a;</alto>', "DOCTYPE"),
    ],
)
def test_what_is_broken_or_hostile_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        alto.pages(data, PATH)
