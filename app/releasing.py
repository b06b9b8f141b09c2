"""Release a working file without a screen, and verify released files against it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.model.document import Document
from app.opening import OpenError, open_file
from app.release import files, folder
from app.release.build import build
from app.release.burning import burnt
from app.release.leaks import Verdict, verify
from app.release.pictures import PictureError
from app.release.readiness import described, missing
from app.release.removals import head_of
from app.release.writers import images
from app.release.writers.pdf import UnprintableError


class ReleaseRefused(Exception):  # noqa: N818 - a refusal, as people are told it
    """Nothing was written; ``lines`` say what is missing or leaking, and where."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("; ".join(lines))
        self.lines = tuple(lines)


Step = Callable[[str], None]
"""Told what is done next, in a few words for a person. What it raises ends the work, and nothing is
written.
"""


def _no_step(_: str) -> None:
    """Nobody follows the work."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a release needs and looks like. ``second_review``: a second person must have reviewed;
    without, the log says so. ``coarse``: amounts in steps of five lines. ``images``: the page
    images, where there are any, are released too, with the withheld lines burnt.
    """

    second_review: bool = True
    coarse: bool = False
    images: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    """The folder, its files, and the head of the log's chain, to be kept apart from it."""

    folder: Path
    names: tuple[str, ...]
    head: str


def release_file(path: Path, out: Path, policy: Policy, step: Step = _no_step) -> Done:
    """Release the working file into the new folder ``out``. Raises ReleaseRefused."""
    no_core_dumps()
    step(f"Reading {path.name}")
    try:
        opened = open_file(path)
    except OpenError as error:
        raise ReleaseRefused((str(error),)) from error
    if opened.imported:
        raise ReleaseRefused((f"{path}: it is no working file; save it as TEI and review it",))
    if wrong := unfit(out, path):
        raise ReleaseRefused((wrong,))
    return release(opened.documents[0], out, policy, path, step)


def unfit(out: Path, working: Path) -> str:
    """Why a release of the working file can't go to the folder, "" if it can."""
    if out.name in (working.name, working.stem):
        return f"{out}: a release has another name than the working file"
    try:
        folder.require_fresh(out)
    except folder.FolderError as error:
        return str(error)
    return ""


def release(
    document: Document, out: Path, policy: Policy, working: Path, step: Step = _no_step
) -> Done:
    """Release the document into the new folder ``out``: all is ready, the finished files are
    checked, then they are there in one step. Raises ReleaseRefused, and nothing is written.

    ``working`` is the working file; page images are looked for below its folder.
    """
    step("Looking for what is missing")
    lacking = missing(document, second_review=policy.second_review)
    if lacking:
        raise ReleaseRefused([_told(working, document, one.where, one.message) for one in lacking])
    step("Making the files")
    released = build(document, coarse=policy.coarse, second_review=policy.second_review)
    try:
        made = files.written(released)
    except UnprintableError as error:
        raise ReleaseRefused((f"{error}; correct the letter, or withhold it",)) from error
    if policy.images:
        made |= _images(document, working.parent, step)

    def check(found: Mapping[str, bytes]) -> None:
        """The bytes as they are on the disk, under the name they will have."""
        if dict(found) != made:
            raise ReleaseRefused((f"{out}: the files on the disk are not those that were made",))
        named = {f"{out.name}/{key}": content for key, content in found.items()}
        verdict = verify(named, document, _checking(step))
        if not verdict.clean:
            raise ReleaseRefused([leak.message for leak in verdict.leaks])

    try:
        folder.write(out, made, check)
    except folder.FolderError as error:
        raise ReleaseRefused((str(error),)) from error
    return Done(out, tuple(sorted(made)), head_of(released.removals))


def _checking(step: Step) -> Step:
    return lambda name: step(f"Checking {Path(name).name}")


def _images(document: Document, below: Path, step: Step) -> dict[str, bytes]:
    pages = burnt(document)
    if not pages:
        return {}
    try:
        return {"release-images.pdf": images.written(pages, below, step)}
    except PictureError as error:
        line = f"{error}; or release without the page images"
        raise ReleaseRefused((line,)) from error


def _told(working: Path, document: Document, where: str, message: str) -> str:
    place = f"{described(document, where)}: " if where else ""
    return f"{working}: {place}{message}"


def verify_files(paths: Sequence[Path], working: Path) -> Verdict:
    """Whether anything that the working file withholds is in the released files or folders.

    Raises ReleaseRefused where a file can't be read.
    """
    no_core_dumps()
    try:
        opened = open_file(working)
    except OpenError as error:
        raise ReleaseRefused((str(error),)) from error
    if opened.imported:
        raise ReleaseRefused((f"{working}: it is no working file; verify against the TEI file",))
    return verify_against(paths, opened.documents[0])


def verify_against(paths: Sequence[Path], document: Document, step: Step = _no_step) -> Verdict:
    """Whether anything that the document withholds is in the released files or folders.

    Raises ReleaseRefused where a file can't be read.
    """
    step("Reading the files")
    try:
        found = dict(_read(paths))
    except OSError as error:
        told = (error.strerror or type(error).__name__).lower()
        raise ReleaseRefused((f"{error.filename}: not verified: {told}",)) from error
    if not found:
        raise ReleaseRefused(("there is no file to verify; name the released files or folder",))
    return verify(found, document, _checking(step))


def _read(paths: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Every file, those in folders too, hidden ones as well."""
    found: list[tuple[str, bytes]] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(held for held in path.rglob("*") if held.is_file())
            found += [(str(held.relative_to(path.parent)), held.read_bytes()) for held in inside]
        else:
            found.append((path.name, path.read_bytes()))
    return found


def no_core_dumps() -> None:
    """A crash leaves no image of the memory, which holds the withheld words, on the disk."""
    if os.name == "nt":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
