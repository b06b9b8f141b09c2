from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app import settings, tei
from app.checking import Checked, as_json, check, lines
from app.checks.finding import (
    AtEnd,
    InField,
    InHeading,
    InParagraph,
    OfPerson,
    OnPage,
    Severity,
)
from app.checks.places import described
from app.cli import main
from app.model.document import Document, Heading, HeadingEntry, Person, WordList
from app.model.passage import Passage
from tests.builders import document

SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "kaifu-1990-06-04.txt"


def saved(made: Document, path: Path) -> Path:
    path.write_bytes(tei.write(made))
    return path


def test_the_sample_has_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 22
    assert said[0].startswith("metadata, zone: warning: The paper says EST")
    assert said[-1].startswith("page 4, paragraph 28: warning: “it” stands twice. [doubled-word: ")


def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 22
    assert rows[-1] == {
        "memorandum": 1,
        "rule": "doubled-word",
        "kind": "Doubled word",
        "severity": "warning",
        "why": "A word read, or typed, twice",
        "place": "page 4, paragraph 28",
        "where": "para-28",
        "message": "“it” stands twice.",
        "excerpt": "it is it",
        "fixes": ["is it", "it is"],
        "dismissed": False,
        "part": "text",
        "start": 5,
        "end": 13,
    }


def test_errors_that_remain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(document("One. (C)", "Two is unmarked."), tmp_path / "memo.xml")
    assert main(["check", str(path)]) == 1
    assert "page 1, paragraph 2: error: This portion bears no mark." in capsys.readouterr().out


def test_a_dismissed_finding_is_told_in_json_alone() -> None:
    (one,) = check(SAMPLE, WordList())
    finding = replace(one.findings[-1], dismissed=True)
    rule = replace(finding.rule, severity=Severity.ERROR)
    dismissed = Checked(one.document, (replace(finding, rule=rule),))
    assert list(lines((dismissed,))) == []
    assert [row["dismissed"] for row in json.loads(as_json((dismissed,)))] == [True]
    assert not dismissed.failed
    assert Checked(one.document, (replace(finding, rule=rule, dismissed=False),)).failed


def test_each_kind_of_place_has_words() -> None:
    made = replace(
        document("One. (C)"),
        people=(Person("p1", "Karl D. Jackson"),),
        heading=Heading(entries=(HeadingEntry(Passage("DATE,\nTIME:"), Passage("Now")),)),
    )
    assert [described(made, where) for where in (
        InParagraph(0, "para-1"), OnPage("page-1", 0), InHeading(0), InField("stamp.date"),
        OfPerson("p1"), AtEnd(),
    )] == [
        "page 1, paragraph 1", "page 1", "heading, DATE, TIME", "metadata, stamp date",
        "participant Karl D. Jackson", "end mark",
    ]  # fmt: skip


def test_memoranda_of_one_file_are_numbered() -> None:
    (one,) = check(SAMPLE, WordList())
    assert [line.split(",")[0] for line in lines((one, one))][::22] == [
        "memorandum 1", "memorandum 2",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "reason"), [("nowhere.txt", "no such file")])
def test_a_file_that_cannot_be_read(
    name: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", name]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"memcon-desk: {name}: ")
    assert reason in said.err


@pytest.mark.parametrize("words", [[], ["--unknown", "a"], ["a", "b"]])
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", *words])
    assert ended.value.code == 2
    assert "usage: python main.py check" in capsys.readouterr().err


def test_the_persons_own_words_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(document("One xyzzy. (C)"), tmp_path / "memo.xml")
    main(["check", str(path)])
    assert "“xyzzy” is not known" in capsys.readouterr().out
    own = settings.default_path().with_name("words.txt")
    own.parent.mkdir(parents=True)
    own.write_text("xyzzy\n", encoding="utf-8")
    main(["check", str(path)])
    assert "xyzzy" not in capsys.readouterr().out
    own.write_bytes(b"\xff")
    main(["check", str(path)])
    said = capsys.readouterr()
    assert "“xyzzy” is not known" in said.out
    assert "word list not read" in said.err
