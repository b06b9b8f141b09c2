"""Every character of a source that is not blank is in the documents, whatever the source."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importers import SourceError, read_source, text
from app.importers.structure import documents
from app.model.document import Source
from tests.conftest import REPO, SHARED
from tests.importers.source_order import printed
from tests.invariants import assert_sound

PATH = Path("source.txt")
SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"
OTHERS = ("fahd-1989-04-11", "endara-gandhi-1989-06-07", "kohl-1995-07-13")

FRAGMENTS = """
~~CONFIDENTIAL~~|SECRET|TOP SECRET//NOFORN|SEGRET|~~COHFIDENT1AL~~|2|- 3 -|Page 4|   |4471 Add-On
MEMORANDUM OF TELEPHONE CONVERSATION|SUBJECT: A talk (U)|PARTICIPANTS: The President|Ann Lee, NSC
DATE, TIME June 4, 1990, 7:08 - 7:36pm EST|AND PLACE: Here|The President: Did he? I told him. I did.
President -- Yes. (U)|(C) PM: No.|(U)|(Ø)|~~(P)~~|~~(S//NF)~~|Well. (jSjT|ij^|~~|~|word|so.
Declassify on: OADR|DECLASSIFIED|PER E.O. 12958|R 8/21/09|-- End of Conversation --|TIME: 99:99 pm
Interpreter: X|President-|The White House,
"""
SIGNS = "\f \n \n\n \v \x1c \x01 \x85 \u2028 \u2029 \ufffe \N{NO-BREAK SPACE}"
fragments = st.sampled_from([*FRAGMENTS.strip().replace("\n", "|").split("|"), *SIGNS.split(" ")])
pages = st.lists(st.tuples(fragments, st.sampled_from(["\n", "\n\n", " ", "\f", ""])), max_size=40)


def signs(source: str) -> Counter[str]:
    """The characters of a text that are not blank, with what XML cannot hold replaced."""
    kept = re.sub("[^\t\n\v\f\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", source)
    return Counter("".join(kept.split()))


def test_the_sample_is_all_there_and_in_order() -> None:
    source = SAMPLE.read_text(encoding="utf-8")
    assert printed(read_source(SAMPLE)) == "".join(source.split())


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_samples_are_all_there(name: str) -> None:
    check_file(SHARED / "samples" / f"{name}.txt")


@pytest.mark.parametrize("name", ["p-1", "p-2", "p-3", "p-4", "pdf_text_layer"])
def test_the_paper_with_boxes_is_all_there(name: str) -> None:
    check_file(SHARED / "samples" / "redacted-1994-11-07" / f"{name}.txt")


def check_file(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"needs {path.name}, which is kept beside the checkout")
    found = read_source(path)
    for document in found:
        assert_sound(document)
    assert Counter(printed(found)) == signs(path.read_text(encoding="utf-8"))


@given(pages)
def test_any_memorandum_is_all_there(parts: list[tuple[str, str]]) -> None:
    check_text("".join(map("".join, parts)))


@given(st.text())
def test_any_text_is_all_there(source: str) -> None:
    check_text(source)


def check_text(source: str) -> None:
    data = source.encode("utf-8", "surrogatepass")
    if refused(source):
        with pytest.raises(SourceError):
            text.lines(data, PATH)
        return
    lines = text.lines(data, PATH)
    found = documents(lines, Source())
    for document in found:
        assert_sound(document)
    assert Counter(printed(found)) == signs(source.removeprefix("\ufeff"))


def refused(source: str) -> bool:
    """Whether a text holds nothing, a zero byte or half of a surrogate pair."""
    text = source.removeprefix("\ufeff")
    return not signs(text) or re.search("[\0\ud800-\udfff]", text) is not None
