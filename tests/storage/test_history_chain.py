"""The attacks on a record of saves: each is found, the last two by the printed head."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from app import tei
from app.model.document import Document, Revision
from app.storage.history_chain import head_of, heads, sealed, verified
from tests import strategies
from tests.builders import document as built
from tests.tei.specimen import specimen

ENTRY = re.compile(rb'<change when="[^"]*" who="#rev-[^"]*" n="[^"]*">[^\n]*</change>\n')
ATTACKS = 100


def saved(texts: list[str]) -> bytes:
    """A file that was saved once for each text."""
    document, content = built("Ann: Good morning. (U)"), b""
    for number, text in enumerate(texts):
        (paragraph,) = document.paragraphs
        passage = replace(paragraph.passage, text=text)
        revision = Revision(f"2026-11-24T10:{number:02}:00Z", "rev-ab", f"Correct Text ({number})")
        document = replace(
            document.with_paragraphs(0, 1, (replace(paragraph, passage=passage),)),
            revisions=(*document.revisions, revision),
        )
        document, content = sealed(document)
    return content


def a_file(rng: Random) -> bytes:
    return saved([f"text {rng.random()}" for _ in range(rng.randint(3, 7))])


def edit(content: bytes, rng: Random) -> bytes:
    """One character anywhere in the record or in the text."""
    places = [m.start() for m in re.finditer(rb"Correct Text|text \d|2026-11|rev-ab", content)]
    at = rng.choice(places) + rng.randint(0, 3)
    other = bytes([content[at] ^ 1])
    return content[:at] + other + content[at + 1 :]


def delete(content: bytes, rng: Random) -> bytes:
    """An entry, not the last."""
    found = rng.choice(list(ENTRY.finditer(content))[:-1])
    return content[: found.start()] + content[found.end() :]


def swap(content: bytes, rng: Random) -> bytes:
    entries = [match[0] for match in ENTRY.finditer(content)]
    one, other = rng.sample(range(len(entries)), 2)
    swapped = list(entries)
    swapped[one], swapped[other] = entries[other], entries[one]
    return content.replace(b"".join(entries), b"".join(swapped))


def insert(content: bytes, rng: Random) -> bytes:
    """A forged entry with a link that follows from the one before it."""
    document = tei.read(content)
    at = rng.randint(0, len(document.revisions) - 1)
    forged = Revision("2026-11-24T10:30:00Z", "rev-xy", "Forged")
    known = (*document.revisions[:at], forged)
    with_link, _ = sealed(replace(document, revisions=known))
    revisions = (*with_link.revisions, *document.revisions[at:])
    return tei.write(replace(document, revisions=revisions))


def cut_tail(content: bytes, rng: Random) -> bytes:
    """The last entry, and its work with it: as good as the file of before."""
    document = tei.read(content)
    kept = document.revisions[: rng.randint(1, len(document.revisions) - 1)]
    before = [replace(one, digest="") for one in kept]
    return sealed(replace(document, revisions=tuple(before)))[1]


def rebuild(content: bytes, rng: Random) -> bytes:
    """All links anew, over another text."""
    document = tei.read(edit(content, rng))
    revisions = tuple(replace(revision, digest="") for revision in document.revisions)
    return sealed(replace(document, revisions=revisions))[1]


@pytest.mark.parametrize("attack", [edit, delete, swap, insert])
def test_an_attack_breaks_the_chain(attack: Callable[[bytes, Random], bytes]) -> None:
    rng, found = Random(20261124), 0
    for _ in range(ATTACKS):
        content = a_file(rng)
        assert verified(content).intact
        verdict = verified(attack(content, rng))
        found += not verdict.intact and verdict.broken_at is not None
    assert found == ATTACKS


@pytest.mark.parametrize("attack", [cut_tail, rebuild])
def test_an_attack_that_keeps_the_chain_changes_its_head(
    attack: Callable[[bytes, Random], bytes],
) -> None:
    rng, found = Random(20261124), 0
    for _ in range(ATTACKS):
        content = a_file(rng)
        printed = verified(content).head
        attacked = attack(content, rng)
        assert verified(attacked).intact, "the chain alone can't tell"
        found += printed not in heads(attacked)
    assert found == ATTACKS


@settings(max_examples=30, deadline=None)
@given(strategies.documents())
def test_any_document_is_sealed_and_reads_the_same(document: Document) -> None:
    plain = replace(document, revisions=tuple(replace(r, digest="") for r in document.revisions))
    revision = Revision("2026-11-24T10:00:00Z", "rev-ab", "Saved <&\n>")
    made, content = sealed(replace(plain, revisions=(*plain.revisions, revision)))
    assert tei.write(made) == content
    assert tei.read(content) == made
    assert replace(made, revisions=()) == replace(document, revisions=())
    verdict = verified(content)
    assert verdict.intact
    assert verdict.head == head_of(made.revisions) == heads(content)[-1]
    again, _ = sealed(replace(made, revisions=(*made.revisions, revision)))
    assert again.revisions[:-1] == made.revisions, "an entry's link never changes"


def test_it_says_where_the_record_breaks() -> None:
    content = saved(["a", "b", "c", "d"])
    verdict = verified(content.replace(b"Correct Text (2)", b"Correct Text (9)"))
    assert (verdict.broken_at, verdict.entries) == (3, 4)
    assert "entry 3" in verdict.reason
    assert "after its last recorded save" in verified(content.replace(b">d", b">D")).reason


def test_a_file_without_a_record_is_not_intact() -> None:
    assert not verified(tei.write(built("Ann: Good morning."))).intact
    content = saved(["a", "b"])
    assert not verified(re.sub(rb' n="[0-9a-f:]{129}"', b"", content)).intact


def test_entries_older_than_the_chain_are_told_and_covered_by_the_first_save() -> None:
    old = Revision("2026-11-23T10:00:00Z", "rev-ab", "Older")
    document = replace(built("Ann: Good morning."), revisions=(old,))
    content = tei.write(document)
    assert not verified(content).intact
    document, content = sealed(replace(tei.read(content), revisions=(old, old)))
    assert verified(content).before == 0
    head = document.revisions[-1].digest
    mixed = tei.write(replace(document, revisions=(old, *document.revisions)))
    assert not verified(mixed).intact
    assert head


def test_a_link_put_elsewhere_is_found() -> None:
    """What is left out of the digest must be what the chain itself checks."""
    revision = Revision("2026-11-24T10:00:00Z", "rev-ab", "Saved")
    _, content = sealed(replace(specimen(), revisions=(revision,)))
    assert verified(content).intact
    act = b'<change xml:id="'
    assert act in content
    link = b'<change n="' + b"0" * 64 + b":" + b"0" * 64 + b'" xml:id="'
    assert not verified(content.replace(act, link, 1)).intact


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("done", ["edit", "delete", "swap", "insert"])
def test_a_mended_end_does_not_hide_an_attack(done: str, at: int) -> None:
    """The digest of the whole file is put right again, and the last link with it."""
    document = tei.read(saved(["a", "b", "c", "d", "e"]))
    held = list(document.revisions)
    match done:
        case "edit":
            held[at] = replace(held[at], note="Another")
        case "delete":
            del held[at]
        case "swap":
            held[at], held[at + 1] = held[at + 1], held[at]
        case "insert":
            forged, _ = sealed(
                replace(document, revisions=(*held[:at], replace(held[at], digest="")))
            )
            held.insert(at, forged.revisions[-1])
    held[-1] = replace(held[-1], digest="")
    _, content = sealed(replace(document, revisions=tuple(held)))
    verdict = verified(content)
    assert verdict.broken_at == at + 1 + (done == "insert")
