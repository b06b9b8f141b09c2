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
        "\n       %(prog)s check FILE [--json]"
        "\n       %(prog)s changes FILE -o OUT.html"
        "\n       %(prog)s release FILE -o DIR"
        "\n       %(prog)s verify RELEASED... --against WORKING"
        "\n       %(prog)s verify-history FILE [--head HEX]",
        description="Review an OCR transcript of a memorandum of conversation and save it as TEI.",
        epilog="Without a screen: convert, check, changes, release, verify, "
        "verify-history. "
        "'python main.py check --help' explains one.",
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


def _changes(words: Sequence[str]) -> int:
    from app.opening import OpenError
    from app.reporting import write_changes
    from app.storage.atomic import SaveError

    parser = ArgumentParser(
        prog="python main.py changes",
        description="Report all changes to a TEI file, with who and when, as an HTML page.",
        epilog="Exit status: 0 if the report was written, 1 if not, 2 for wrong usage.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a TEI file")
    parser.add_argument(
        "-o", dest="out", metavar="OUT", required=True, type=Path, help="the HTML file to write"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    asked = parser.parse_args(words)
    try:
        write_changes(asked.file, asked.out, force=asked.force)
    except (OpenError, SaveError) as error:
        complain(str(error))
        return 1
    print(asked.out)
    return 0


def _verify_history(words: Sequence[str]) -> int:
    from app.verification import NotVerified, verify

    parser = ArgumentParser(
        prog="python main.py verify-history",
        description="Say whether the record of a TEI file's saves is intact, and where it breaks.",
        epilog="Exit status: 0 if it is intact, 1 if not or the file can't be read, 2 for wrong "
        "usage.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a TEI file saved by the desk")
    parser.add_argument(
        "--head",
        metavar="HEX",
        default="",
        help="a head that was printed or noted: only it can tell a cut or a rebuilt record",
    )
    asked = parser.parse_args(words)
    try:
        found = verify(asked.file, asked.head)
    except NotVerified as error:
        complain(str(error))
        return 1
    for line in found.lines:
        print(line)
    return 0 if found.intact else 1


def _release(words: Sequence[str]) -> int:
    from app.releasing import Policy, ReleaseRefused, release_file
    from app.settings import default_path, load

    parser = ArgumentParser(
        prog="python main.py release",
        description="Release a copy of a reviewed TEI file: TEI, PDF, HTML, text, withdrawal sheet "
        "and redaction log. Nothing is written unless every portion is decided, the second review "
        "is complete, and the leak check finds nothing.",
        epilog="Whether a second review is needed is said in the settings of the desk "
        '("second_review", true by default; its Release dialog changes it). Where one reviewer is '
        "enough, the redaction log says so. Exit status: 0 if it was released, 1 if not, 2 for "
        "wrong usage.",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the reviewed TEI file")
    parser.add_argument(
        "-o", dest="out", metavar="DIR", required=True, type=Path, help="the folder to make"
    )
    parser.add_argument(
        "--coarse", action="store_true", help="state amounts in steps of five lines"
    )
    parser.add_argument(
        "--no-images", dest="images", action="store_false", help="leave the page images out"
    )
    asked = parser.parse_args(words)
    settings, complaint = load(default_path())
    if complaint:
        complain(complaint)
    policy = Policy(settings.second_review, asked.coarse, asked.images)
    try:
        done = release_file(asked.file, asked.out, policy)
    except ReleaseRefused as refusal:
        for line in refusal.lines:
            complain(line)
        return 1
    for name in done.names:
        print(done.folder / name)
    print(f"head of the log's chain: {done.head or 'none, nothing was withheld'}")
    return 0


def _verify(words: Sequence[str]) -> int:
    from app.releasing import ReleaseRefused, verify_files

    parser = ArgumentParser(
        prog="python main.py verify",
        description="Say whether released files hold anything that the working file withholds.",
        epilog="Exit status: 0 if nothing leaks, 1 if something does or a file can't be read, "
        "2 for wrong usage.",
    )
    parser.add_argument(
        "released", metavar="RELEASED", nargs="+", type=Path, help="released files, or folders"
    )
    parser.add_argument(
        "--against", metavar="WORKING", required=True, type=Path, help="the working TEI file"
    )
    asked = parser.parse_args(words)
    try:
        verdict = verify_files(asked.released, asked.against)
    except ReleaseRefused as refusal:
        for line in refusal.lines:
            complain(line)
        return 1
    for leak in verdict.leaks:
        print(f"leak: {leak.message}")
    for shared in verdict.shared:
        print(f"no leak: {shared.message}")
    print("nothing leaks" if verdict.clean else f"{len(verdict.leaks)} leaks")
    return 0 if verdict.clean else 1


def complain(line: str) -> None:
    """One line for the person at the shell."""
    print(f"{PROGRAM}: {line}", file=sys.stderr)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "convert": _convert,
    "check": _check,
    "changes": _changes,
    "release": _release,
    "verify": _verify,
    "verify-history": _verify_history,
}
