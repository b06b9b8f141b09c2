from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__, cli, launch
from app.cli import main

REPO = Path(__file__).parents[1]
SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The files for which a window was asked; none is opened."""
    asked: list[Path | None] = []

    def remember(path: Path | None) -> int:
        asked.append(path)
        return 0

    monkeypatch.setattr(launch, "launch", remember)
    return asked


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(REPO / "main.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_no_words_open_the_start_page(launched: list[Path | None]) -> None:
    assert main([]) == 0
    assert launched == [None]


def test_a_file_is_opened(launched: list[Path | None]) -> None:
    assert main([str(SAMPLE)]) == 0
    assert launched == [SAMPLE]


def test_a_missing_file_is_named(
    launched: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["nowhere.txt"]) == 1
    assert launched == []
    assert (
        capsys.readouterr().err
        == "memcon-desk: nowhere.txt: there is no such file; check the name\n"
    )


@pytest.mark.parametrize(
    "words", [["a", "b"], ["--unknown"], ["convert"], ["convert", "a"], ["convert", "-o", "out"]]
)
def test_wrong_usage(
    launched: list[Path | None], capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert launched == []
    assert "usage: python main.py" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], *([name] for name in cli.COMMANDS)])
def test_each_command_explains_itself(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(" ".join(["usage: python main.py", *words]))


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in cli.COMMANDS)


def test_the_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"memcon-desk {__version__}\n")


def test_the_sample_is_converted(tmp_path: Path) -> None:
    out = tmp_path / "memo.xml"
    done = run("convert", str(SAMPLE), "-o", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert out.read_bytes().startswith(b"<?xml")


def test_what_failed_is_named_and_the_rest_is_written(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    out = tmp_path / "out"
    done = run("convert", str(SAMPLE), str(empty), "nowhere.txt", "-o", str(out))
    assert done.returncode == 1
    assert done.stdout == f"{out / SAMPLE.stem}.xml\n"
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"memcon-desk: {empty}: ")
    assert lines[1].startswith("memcon-desk: nowhere.txt: ")
    assert [path.name for path in out.iterdir()] == [f"{SAMPLE.stem}.xml"]


def test_a_library_that_is_not_installed_is_named() -> None:
    done = subprocess.run(
        # -S leaves out all that is installed.
        [sys.executable, "-S", "main.py", "convert", str(SAMPLE), "-o", "nowhere/"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("memcon-desk: the library 'lxml' is not installed")
    assert "README.md" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_interrupted_run_ends_quietly(
    launched: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path | None) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(launch, "launch", interrupt)
    assert main([]) == 130
