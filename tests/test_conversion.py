from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from app import conversion, tei
from app.conversion import Outcome, convert
from app.opening import Opened, OpenError, open_file
from tests.importers import files
from tests.memoranda import short

TEI = tei.write(short())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder; a text holds as many memoranda as its first word says, or is bad."""

    def open_as_told(path: Path, pages: Sequence[Path] = ()) -> Opened:
        match path.read_bytes().split()[:1]:
            case [b"one"]:
                return Opened((short(),))
            case [b"two"]:
                return Opened((short(), short()))
        if path.read_bytes() == TEI:
            return open_file(path)
        raise OpenError(f"{path}: it is bad; choose another")

    monkeypatch.setattr(conversion, "open_file", open_as_told)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(**sources: str) -> list[Path]:
    """Text files called so, in the working folder."""
    paths = [Path(f"{stem}.txt") for stem in sources]
    for path, text in zip(paths, sources.values(), strict=True):
        path.write_text(text)
    return paths


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_one_memorandum_becomes_the_file(folder: Path) -> None:
    outcome = convert(put(a="one"), "out.xml")
    assert outcome == Outcome((Path("out.xml"),), ())
    assert tei.read(Path("out.xml").read_bytes()) == short()
    assert Path("out.xml").stat().st_mode & 0o777 == 0o600
    assert names(folder) == ["a.txt", "out.xml"]


@pytest.mark.parametrize("out", ["out/", "there", "deep/er/"])
def test_a_folder_gets_one_file_a_memorandum(folder: Path, out: str) -> None:
    Path("there").mkdir()
    assert convert(put(a="one"), out).written == (Path(out) / "a.xml",)


def test_several_memoranda_in_a_source_are_numbered(folder: Path) -> None:
    outcome = convert(put(a="two", b="one"), "out")
    assert outcome.failures == ()
    assert names(folder / "out") == ["a-1.xml", "a-2.xml", "b.xml"]


def test_several_memoranda_in_one_source_need_a_folder(folder: Path) -> None:
    Path("out").write_text("mine")
    outcome = convert(put(a="two"), "out")
    assert outcome == Outcome(
        (), ("out: it is a file, and a folder is needed here; name a folder",)
    )
    assert Path("out").read_text() == "mine"


def test_the_files_of_a_folder_are_converted_but_hidden_ones(folder: Path) -> None:
    source = folder / "in"
    (source / "below").mkdir(parents=True)
    for name in ("a.txt", "b.txt", ".hidden.txt"):
        (source / name).write_text("one")
    outcome = convert([Path("in")], "out")
    assert outcome.failures == ()
    assert names(folder / "out") == ["a.xml", "b.xml"]


def test_a_folder_with_a_single_file_becomes_a_folder(folder: Path) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("one")
    assert convert([Path("in")], "out").written == (Path("out/a.xml"),)


def test_an_empty_folder(folder: Path) -> None:
    Path("in").mkdir()
    outcome = convert([Path("in")], "out")
    assert outcome == Outcome((), ("in: the folder holds no transcripts; name another",))
    assert not Path("out").exists()


def test_a_bad_source_does_not_stop_the_others(folder: Path) -> None:
    outcome = convert(put(a="bad", b="one"), "out")
    assert outcome == Outcome((Path("out/b.xml"),), ("a.txt: it is bad; choose another",))


def test_nothing_is_made_for_a_bad_source(folder: Path) -> None:
    assert convert(put(a="bad"), "out/").written == ()
    assert names(folder) == ["a.txt"]
    assert not Path("out").exists()


@pytest.mark.parametrize("other", ["a.txt", "A.txt"])
def test_sources_of_one_name_are_not_mixed_up(folder: Path, other: str) -> None:
    Path("sub").mkdir()
    Path("sub", other).write_text("one")
    outcome = convert([*put(a="one", b="one"), Path("sub", other)], "out")
    assert outcome.written == (Path("out/b.xml"),)
    assert [line.split(":")[0] for line in outcome.failures] == ["a.txt", f"sub/{other}"]
    assert all("convert them apart" in line for line in outcome.failures)


def test_a_source_named_twice_is_converted_once(folder: Path) -> None:
    sources = put(a="one")
    assert convert([*sources, *sources, Path("../" + folder.name + "/a.txt")], "out") == Outcome(
        (Path("out/a.xml"),), ()
    )


def test_a_file_that_is_there_is_kept(folder: Path) -> None:
    Path("out.xml").write_text("mine")
    outcome = convert(put(a="one"), "out.xml")
    assert outcome == Outcome((), ("a.txt: out.xml is there already; use --force to replace it",))
    assert Path("out.xml").read_text() == "mine"


def test_it_is_replaced_when_asked_for(folder: Path) -> None:
    Path("out.xml").write_text("mine")
    Path("out.xml").chmod(0o640)
    assert convert(put(a="one"), "out.xml", force=True).failures == ()
    assert Path("out.xml").read_bytes() == TEI
    assert Path("out.xml").stat().st_mode & 0o777 == 0o640


def test_a_source_is_written_whole_or_not_at_all(folder: Path) -> None:
    Path("out").mkdir()
    Path("out/a-2.xml").write_text("mine")
    outcome = convert(put(a="two"), "out")
    assert len(outcome.failures) == 1
    assert names(folder / "out") == ["a-2.xml"]


@pytest.mark.parametrize("out", ["a.txt", "link"])
def test_a_transcript_is_never_overwritten(folder: Path, out: str) -> None:
    sources = put(a="one")
    Path("link").symlink_to("a.txt")
    outcome = convert(sources, out, force=True)
    assert "is itself a source" in outcome.failures[0]
    assert Path("a.txt").read_text() == "one"


def test_a_tei_file_is_rewritten_in_place_when_asked_for(folder: Path) -> None:
    Path("a.xml").write_bytes(TEI)
    assert convert([Path("a.xml")], ".").written == ()
    assert convert([Path("a.xml")], ".", force=True).written == (Path("a.xml"),)


def test_a_tei_file_that_would_lose_something_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tei, "losses", lambda *_: ("<rs> in paragraph 3", "<q>"))
    monkeypatch.setattr(conversion, "open_file", open_file)
    Path("a.xml").write_bytes(TEI + b"<!-- theirs -->")
    outcome = convert([Path("a.xml")], "out.xml")
    assert outcome.written == ()
    assert "a.xml: not saved: it would lose <rs> in paragraph 3 and 1 more" in outcome.failures[0]


@pytest.mark.parametrize("out", ["a.txt/out/", "a.txt/out.xml"])
def test_a_place_where_no_file_can_be(folder: Path, out: str) -> None:
    outcome = convert(put(a="one"), out)
    assert outcome.written == ()
    assert "\n" not in outcome.failures[0]


def test_the_page_files_of_a_folder_are_one_source_and_its_images_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number in (1, 2):
        page = [files.row(f"The President spoke of page {number}.", 50)]
        Path(f"in/p-{number}.hocr").write_bytes(files.hocr(page))
        Path(f"in/p-{number}.png").write_bytes(files.png(100, 140))
    outcome = convert([Path("in")], "out")
    assert outcome == Outcome((Path("out/p.xml"),), ())
    document = tei.read(Path("out/p.xml").read_bytes())
    assert [page.image for page in document.pages] == ["../in/p-1.png", "../in/p-2.png"]


def test_page_images_are_for_one_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.hocr").write_bytes(files.hocr([files.row("The President spoke.", 50)]))
    Path("b.png").write_bytes(files.png(100, 140))
    outcome = convert([Path("a.hocr")], "out.xml", pages=[Path("b.png")])
    assert outcome.failures == ()
    assert tei.read(Path("out.xml").read_bytes()).pages[0].image == "b.png"
    several = convert([Path("a.hocr"), Path("b.png")], "out", pages=[Path("b.png")])
    assert several.written == ()
    assert "page images were given for several sources" in several.failures[0]
