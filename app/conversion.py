"""Turn sources into TEI files without a screen.

Everything is converted and planned before anything is written; a source that fails is named, and
nothing is written for it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import tei
from app.importers import SourceError, grouped, images_from, name_of, read_pages
from app.model.document import Document
from app.opening import OpenError, open_file
from app.storage.atomic import SaveError, save_bytes, state_on_disk
from app.storage.working_file import require_no_loss


@dataclass(frozen=True, slots=True)
class Converted:
    """The memoranda in a source; its files are the pages of one source."""

    files: tuple[Path, ...]
    memoranda: tuple[Document, ...]
    imported: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a conversion did: the files written, and a line for each source or file that failed."""

    written: tuple[Path, ...]
    failures: tuple[str, ...]


Complaint = Callable[[str], None]
Plan = dict[Path, bytes]
"""What to write where, for one source."""


def convert(
    sources: Sequence[Path], out: str, *, pages: Sequence[Path] = (), force: bool = False
) -> Outcome:
    """Write each memorandum in the sources to ``out``, and return what was done.

    A source may be a folder: its files are converted, but for hidden ones; which of them belong
    together is for ``importers.grouped``. ``pages`` are the page images of a single source. ``out``
    is the file to write for a single memorandum from a single file, unless it is a folder or ends
    like one; else it is the folder that gets ``STEM.xml``, or ``STEM-1.xml``, ``STEM-2.xml`` where
    a source holds several. With ``force`` files that are there already are replaced.
    """
    failures: list[str] = []
    complain = failures.append
    files = _files(sources, complain)
    if pages and len(files) != 1:
        complain("page images were given for several sources; convert them one at a time")
        return Outcome((), tuple(failures))
    converted = _convert_all(files, pages, complain)
    single = len(sources) == 1 and not sources[0].is_dir()
    folder = None if single and _names_file(converted, out) else Path(out)
    if folder is not None and folder.exists() and not folder.is_dir():
        complain(f"{folder}: it is a file, and a folder is needed here; name a folder")
        return Outcome((), tuple(failures))
    plans = _plans(converted, folder, Path(out), complain)
    written: list[Path] = []
    for plan in _accepted(plans, force, complain):
        written.extend(_write(plan, force, complain))
    return Outcome(tuple(written), tuple(failures))


def _files(sources: Sequence[Path], complain: Complaint) -> list[tuple[Path, ...]]:
    """The files of each source, each source once, in order."""
    found: dict[str, tuple[Path, ...]] = {}
    for source in sources:
        inside = grouped(_inside(source, complain)) if source.is_dir() else [(source,)]
        for paths in inside:
            found.setdefault(os.path.realpath(paths[0]), paths)
    return list(found.values())


def _inside(folder: Path, complain: Complaint) -> list[Path]:
    try:
        paths = sorted(
            path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")
        )
    except OSError as error:
        complain(f"{folder}: {_reason(error)}; check its permissions")
        return []
    if not paths:
        complain(f"{folder}: the folder holds no transcripts; name another")
    return paths


def _convert_all(
    sources: Iterable[tuple[Path, ...]], pages: Sequence[Path], complain: Complaint
) -> list[Converted]:
    converted = []
    for files in sources:
        try:
            converted.append(_converted(files, pages))
        except (OpenError, SourceError, SaveError, tei.TeiError, OSError) as error:
            line = _reason(error) if isinstance(error, OSError) else str(error)
            named = any(line.startswith(str(file)) for file in files)
            complain(line if named else f"{files[0]}: {line}")
    return converted


def _converted(files: tuple[Path, ...], pages: Sequence[Path]) -> Converted:
    source = files[0]
    if len(files) > 1:
        return Converted(files, read_pages(files, pages), True)
    opened = open_file(source, pages)
    if not opened.imported:
        require_no_loss(source, source.read_bytes(), opened.documents[0])
    return Converted(files, opened.documents, opened.imported)


def _names_file(converted: Sequence[Converted], out: str) -> bool:
    """Whether ``out`` is the file for the one memorandum of a single source."""
    one = all(len(item.memoranda) == 1 for item in converted)
    return one and not out.endswith(("/", os.sep)) and not Path(out).is_dir()


def _plans(
    converted: Sequence[Converted], folder: Path | None, file: Path, complain: Complaint
) -> list[tuple[Converted, Plan]]:
    plans = []
    for item in converted:
        try:
            plans.append((item, _plan(item, folder, file)))
        except tei.TeiError as error:
            complain(f"{item.files[0]}: {error}")
    return plans


def _plan(item: Converted, folder: Path | None, file: Path) -> Plan:
    count = len(item.memoranda)
    numbers = range(1, count + 1)
    stem = name_of(item.files)
    names = [f"{stem}.xml"] if count == 1 else [f"{stem}-{number}.xml" for number in numbers]
    paths = [file] if folder is None else [folder / name for name in names]
    before = item.files[0].parent
    return {
        path: tei.write(images_from(document, before, path.parent))
        for path, document in zip(paths, item.memoranda, strict=True)
    }


def _accepted(
    plans: Sequence[tuple[Converted, Plan]], force: bool, complain: Complaint
) -> list[Plan]:
    """Those of which every file may be written."""
    # Some file systems do not tell "A.xml" from "a.xml".
    claims = Counter(str(path).casefold() for _, plan in plans for path in plan)
    imported = {os.path.realpath(file) for item, _ in plans if item.imported for file in item.files}

    def objection(path: Path) -> str:
        if claims[str(path).casefold()] > 1:
            return f"another source would become {path} too; convert them apart"
        if os.path.realpath(path) in imported:
            return f"{path} is itself a source; choose another name"
        if not force and path.exists():
            return f"{path} is there already; use --force to replace it"
        return ""

    accepted = []
    for item, plan in plans:
        if objections := list(filter(None, map(objection, plan))):
            complain(f"{item.files[0]}: {objections[0]}")
        else:
            accepted.append(plan)
    return accepted


def _write(plan: Plan, force: bool, complain: Complaint) -> list[Path]:
    written = []
    for path, content in plan.items():
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            save_bytes(path, content, state_on_disk(path) if force else None)
            written.append(path)
        except SaveError as error:
            complain(str(error))
        except OSError as error:
            complain(f"{path}: not saved: {_reason(error)}; check the folder and its permissions")
    return written


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
