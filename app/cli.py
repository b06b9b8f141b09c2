"""The command line: ``main`` takes the words after ``python main.py`` and returns the exit status.

0: all went well; 1: something failed and was named on standard error; 2: the words were not
understood.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path

from app import __version__

PROGRAM = "memcon-desk"


def main(words: Sequence[str] | None = None) -> int:
    """Run the command the words name, or open the desk."""
    words = sys.argv[1:] if words is None else words
    try:
        if words and words[0] in COMMANDS:
            status = COMMANDS[words[0]](words[1:])
            sys.stdout.flush()
            return status
        return _desk(words)
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130  # what a shell reports for a program that was interrupted


def _desk(words: Sequence[str]) -> int:
    from app.launch import launch

    parser = ArgumentParser(
        prog="python main.py",
        usage="%(prog)s [FILE]\n       %(prog)s convert SOURCE... -o OUT"
        "\n       %(prog)s check FILE [--json]",
        description="Review an OCR transcript of a memorandum of conversation and save it as TEI.",
        epilog="Without a screen: convert, check. 'python main.py check --help' explains one.",
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="the transcript or TEI file to open"
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    path: Path | None = parser.parse_args(words).file
    if path is not None and not path.is_file():
        complain(f"{path}: there is no such file; check the name")
        return 1
    return launch(path)


def _convert(words: Sequence[str]) -> int:
    from app.conversion import convert

    parser = ArgumentParser(
        prog="python main.py convert",
        description="Convert transcripts of memoranda of conversation to TEI, without a screen.",
        epilog="Exit status: 0 if all were converted, 1 if some were not, 2 for wrong usage.",
    )
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        type=Path,
        help="a transcript, a TEI file, or a folder of them (hidden files are left out)",
    )
    parser.add_argument(
        "-o",
        dest="out",
        metavar="OUT",
        required=True,
        help="the file to write; for several memoranda, or where OUT is a folder or ends in /, "
        "the folder that gets STEM.xml (STEM-1.xml, STEM-2.xml ... from a source with several)",
    )
    parser.add_argument(
        "--pages",
        metavar="IMAGE",
        nargs="+",
        type=Path,
        default=[],
        help="the page images of the source: a PDF, image files, or a folder of them, in order "
        "(without it: those of the source's name beside it)",
    )
    parser.add_argument("--force", action="store_true", help="replace files that are there already")
    asked = parser.parse_args(words)
    outcome = convert(asked.sources, asked.out, pages=asked.pages, force=asked.force)
    for path in outcome.written:
        print(path)
    for failure in outcome.failures:
        complain(failure)
    return 1 if outcome.failures else 0


def _check(words: Sequence[str]) -> int:
    from app.checking import as_json, check, lines
    from app.opening import OpenError
    from app.settings import default_path
    from app.spelling.personal import load

    parser = ArgumentParser(
        prog="python main.py check",
        description="List what is worth a look in a transcript or a TEI file, without a screen.",
        epilog="Exit status: 0 if no error remains, 1 if one does or the file can't be read, "
        "2 for wrong usage.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a transcript or a TEI file")
    parser.add_argument("--json", action="store_true", help="as JSON, dismissed findings included")
    asked = parser.parse_args(words)
    personal, complaint = load(default_path().with_name("words.txt"))
    if complaint:
        complain(complaint)
    try:
        checked = check(asked.file, personal)
    except OpenError as error:
        complain(str(error))
        return 1
    for line in [as_json(checked)] if asked.json else lines(checked):
        print(line)
    return 1 if any(one.failed for one in checked) else 0


def complain(line: str) -> None:
    """One line for the person at the shell."""
    print(f"{PROGRAM}: {line}", file=sys.stderr)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"convert": _convert, "check": _check}
