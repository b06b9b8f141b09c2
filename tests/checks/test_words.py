from __future__ import annotations

import pytest

from tests.builders import document
from tests.checks.finds import excerpts, fixed, found


def texts(line: str, rule: str) -> list[str]:
    """What the line reads after each fix of the rule's first finding."""
    before = document(line)
    return [after.paragraphs[0].text for after in fixed(before, found(before, rule)[0])]


@pytest.mark.parametrize(
    ("line", "excerpt", "fixes"),
    [
        ("That it is it for now.", "it is it", ["That is it for now.", "That it is for now."]),
        ("We saw the the paper.", "the the", ["We saw the paper."]),
        ("The the paper came.", "The the", ["The paper came."]),
        ("So is it is done.", "is it is", ["So it is done.", "So is it done."]),
    ],
)
def test_doubled_words(line: str, excerpt: str, fixes: list[str]) -> None:
    assert excerpts(document(line), "doubled-word") == [excerpt]
    assert texts(line, "doubled-word") == fixes


@pytest.mark.parametrize(
    "line",
    [
        "He had had enough.",
        "He said that that was all.",
        "Very very good.",
        "Bora Bora is far.",
        "Is it good? It is.",
        "It is what it was.",
        "Other others come, the then theatre.",
    ],
)
def test_words_that_may_stand_twice(line: str) -> None:
    assert excerpts(document(line), "doubled-word") == []


@pytest.mark.parametrize(
    ("line", "excerpt", "fixes"),
    [
        ("A firm under- standing came.", "under- standing",
         ["A firm understanding came.", "A firm under-standing came."]),
    ],
)  # fmt: skip
def test_broken_words(line: str, excerpt: str, fixes: list[str]) -> None:
    assert excerpts(document(line), "broken-word") == [excerpt]
    assert texts(line, "broken-word") == fixes


@pytest.mark.parametrize("line", ["Short- and long-term aims.", "It went - so he said - well."])
def test_hyphens_with_a_blank_that_are_right(line: str) -> None:
    assert excerpts(document(line), "broken-word") == []


@pytest.mark.parametrize(
    ("line", "excerpt", "fixed_line"),
    [
        ("We look forward .", "forward .", "We look forward."),
        ("Well , we shall see.", "Well ,", "Well, we shall see."),
        ("The talks ( START) went on.", "( START)", "The talks (START) went on."),
        ("The talks (START ) went on.", "(START )", "The talks (START) went on."),
        ("We  agree.", "We  agree.", "We agree."),
        ("Yes,we do.", "Yes,we", "Yes, we do."),
        ("It is done.We go.", "done.We", "It is done. We go."),
    ],
)
def test_spacing(line: str, excerpt: str, fixed_line: str) -> None:
    assert excerpts(document(line), "spacing") == [excerpt]
    assert texts(line, "spacing") == [fixed_line]


@pytest.mark.parametrize(
    "line",
    [
        "It is done.  We go.",
        "The U.S.-Soviet talks at 7:08, 1,000 of them.",
        "He said ... and went . . . away.",
        "At 7 p.m. in Washington, D.C. we met -- no hidden agenda.",
        "Points: (a), (b); and more!",
    ],
)
def test_spacing_that_is_right(line: str) -> None:
    assert excerpts(document(line), "spacing") == []


@pytest.mark.parametrize(
    ("lines", "signs"),
    [
        (["He said “yes and went."], ["“"]),
        (['He said "yes and went.'], ['"']),
        (["It went (well.", "So it did."], ["("]),
        (["It went well) and on."], [")"]),
        (["It [went) well."], ["[", ")"]),
    ],
)
def test_unbalanced(lines: list[str], signs: list[str]) -> None:
    before = document(*lines)
    found_signs = [
        before.paragraphs[one.where.at].text[one.where.start : one.where.end]  # type: ignore[union-attr]
        for one in found(before, "unbalanced")
    ]
    assert found_signs == signs


@pytest.mark.parametrize(
    "lines",
    [
        ["He said “yes” (twice) and [sic] “no”."],
        ["1) the first, a) the second"],
        ["He said “yes.", "“And no,” he said."],
        ['He said "yes.', '"And no," he said.'],
    ],
)
def test_balanced(lines: list[str]) -> None:
    assert found(document(*lines), "unbalanced") == ()
