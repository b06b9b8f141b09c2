"""Say whether the record of a working file is as the desk wrote it, without a screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app import tei
from app.importers import SourceError
from app.importers.source import read_bytes
from app.storage.history_chain import heads, verified


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the record is intact, and the lines that say so."""

    intact: bool
    lines: tuple[str, ...]


class NotVerified(Exception):  # noqa: N818 - says what happened
    """The file could not be read, in one line for a person."""


def verify(file: Path, head: str = "") -> Verification:
    """Look at the record of the file's saves; ``head`` is one that was printed, "" for none.

    Raises ``NotVerified``.
    """
    try:
        content = read_bytes(file)
        verdict = verified(content, str(file))
        known = heads(content, str(file))
    except (tei.TeiError, SourceError) as error:
        line = str(error)
        raise NotVerified(line if line.startswith(str(file)) else f"{file}: {line}") from error
    if not verdict.intact:
        return Verification(False, (f"{file}: not intact: {verdict.reason}",))
    chained = verdict.entries - verdict.before
    lines = [f"{file}: intact: {chained} saves, and the file is as the last one left it"]
    if verdict.before:
        lines.append(f"{verdict.before} older saves have no link and are not covered")
    lines.append(f"head: {verdict.head}")
    if not head:
        lines.append("compare it with one that was printed: a cut or rebuilt record has another")
        return Verification(True, tuple(lines))
    if head.lower() not in known:
        lines[0] = f"{file}: not intact: the record does not lead through the head {head}"
        return Verification(False, tuple(lines))
    since = len(known) - 1 - known.index(head.lower())
    lines.append(f"saves since the given head: {since}")
    return Verification(True, tuple(lines))
