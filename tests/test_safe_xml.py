from __future__ import annotations

import pytest

from app.safe_xml import XmlError, parsed, parsed_html


@pytest.mark.parametrize(
    "doctype",
    ["<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://www.w3.org/x.dtd">'],
)
def test_a_doctype_that_declares_nothing_is_cut_off_for_foreign_makers(doctype: str) -> None:
    source = f"<?xml version='1.0'?>\n{doctype}<html>a</html>".encode()
    assert parsed(source, foreign=True).text == "a"


@pytest.mark.parametrize("foreign", [False, True])
def test_one_that_declares_something_is_refused(foreign: bool) -> None:
    with pytest.raises(XmlError, match=r"^p\.xml: has a DOCTYPE"):
        parsed(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "p.xml", foreign=foreign)


def test_without_a_name_it_says_the_file() -> None:
    with pytest.raises(XmlError, match=r"^the file is not well-formed XML"):
        parsed(b"<a>")


@pytest.mark.parametrize(
    ("encoding", "foreign", "text"),
    [("ISO-8859-1", True, "\u00e9"), ("windows-1252", True, "\u20ac")],
)
def test_western_encodings(encoding: str, foreign: bool, text: str) -> None:
    source = f"<?xml version='1.0' encoding='{encoding}'?><a>{text}</a>".encode(encoding)
    assert parsed(source, foreign=foreign).text == text
    with pytest.raises(XmlError, match=r"is not UTF-8|is declared as"):
        parsed(source)


@pytest.mark.parametrize("encoding", ["utf-7", "ebcdic-cp-us"])
def test_other_encodings_are_refused(encoding: str) -> None:
    with pytest.raises(XmlError, match=f"is declared as {encoding}"):
        parsed(f"<?xml version='1.0' encoding='{encoding}'?><a/>".encode(), foreign=True)


def test_html_is_read_however_broken() -> None:
    root = parsed_html(b"<!DOCTYPE html><p>a<b>&eacute;&other;")
    assert root.xpath("string()") == "a\u00e9&other;"


@pytest.mark.parametrize("source", [b"<!DOCTYPE html>", b"<!-- ocr_page -->", b"<?word ocr_page?>"])
def test_html_without_an_element_is_refused(source: bytes) -> None:
    with pytest.raises(XmlError, match="has no element"):
        parsed_html(source)
