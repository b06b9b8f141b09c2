"""The last saves of a file, kept whole beside it, so that a person can go back to one.

They stand in a hidden folder that only its owner can enter. A version is the bytes of a saved file;
its name says when it was saved, by whom, and their digest, by which damage is found.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, unquote

from app.storage.atomic import SaveError, save_bytes
from app.storage.companions import Companion, companion

DEFAULT_KEPT = 10
_NAME = re.compile(r"(\d{8}T\d{12}Z)~([0-9a-f]{64})~(.*)\.xml", re.ASCII)
_WHEN = "%Y%m%dT%H%M%S%fZ"
_LONGEST_WHO = 120


@dataclass(frozen=True, slots=True)
class Version:
    """A kept save: when (UTC) and by whom ("" where that is not known), and where it is."""

    when: datetime
    by: str
    digest: str
    path: Path

    def content(self) -> bytes:
        """The bytes as they were saved. Raises OSError, and ValueError where they are damaged."""
        content = self.path.read_bytes()
        if hashlib.sha256(content).hexdigest() != self.digest:
            raise ValueError(f"{self.path}: this version is damaged; choose another")
        return content


def versions(file: Path) -> tuple[Version, ...]:
    """Those of the file, newest first; none where they can't be read."""
    folder = companion(file, Companion.VERSIONS)
    try:
        found = [_version(path) for path in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted(filter(None, found), key=lambda one: (one.when, one.digest), reverse=True))


def keep(file: Path, content: bytes, by: str, when: datetime, most: int = DEFAULT_KEPT) -> str:
    """Keep the bytes of a save, and let all but the ``most`` newest versions go; 0 keeps none.

    A save that is kept already is not kept twice in a row. Returns "", or why it could not be kept,
    in one line for the person: it is never a reason to fail the save itself.
    """
    digest = hashlib.sha256(content).hexdigest()
    held = versions(file)
    try:
        if most and not (held and held[0].digest == digest):
            _write(companion(file, Companion.VERSIONS), content, digest, by, when)
        for old in versions(file)[most:]:
            old.path.unlink(missing_ok=True)
    except (OSError, SaveError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"{file}: saved, but no version of it is kept: {reason}; make room beside it"
    return ""


def find(file: Path, digest: str) -> bytes | None:
    """The bytes with this SHA-256, None where no version has it."""
    for version in versions(file):
        if version.digest == digest:
            with suppress(OSError, ValueError):
                return version.content()
    return None


def _write(folder: Path, content: bytes, digest: str, by: str, when: datetime) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    who = quote(by, safe=" ")[:_LONGEST_WHO]
    name = f"{when.astimezone(UTC).strftime(_WHEN)}~{digest}~{who}.xml"
    save_bytes(folder / name, content, None)


def _version(path: Path) -> Version | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        when = datetime.strptime(match[1], _WHEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Version(when, unquote(match[3]), match[2], path)
