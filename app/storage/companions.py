"""The private files that stand beside a file: its journal, its lock, its versions.

Their names begin with a dot and are derived from the file's own. They hold text of the document or
say who works on it, so they can be listed and removed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from enum import Enum
from glob import escape
from pathlib import Path

SET_ASIDE = ".unreadable"
"""Ends the name of a journal that could not be used, and was kept."""
_LONGEST = 255
"""Bytes that a name may have on the usual file systems."""


class Companion(Enum):
    """What stands beside a file; the value is how its name ends."""

    JOURNAL = "journal"
    LOCK = "lock"
    VERSIONS = "versions"


def companion(file: Path, kind: Companion) -> Path:
    """Where the file has its journal, lock or versions: beside the file that links lead to."""
    target = Path(os.path.realpath(file))
    name = f".{target.name}.{kind.value}"
    # A second name is made of this one while it is written, as of any other.
    if len(os.fsencode(name)) > _LONGEST:
        digest = hashlib.sha256(os.fsencode(target.name)).hexdigest()
        name = f".{digest[:32]}.{kind.value}"
    return target.with_name(name)


def companions(file: Path) -> tuple[Path, ...]:
    """Those that are there now."""
    beside = (companion(file, kind) for kind in Companion)
    return tuple(path for path in beside if path.exists())


def purge(file: Path) -> None:
    """Remove the journal of the file, those set aside, and the versions for good. Raises OSError.

    A lock stays: it belongs to whoever works on the file.
    """
    journal = companion(file, Companion.JOURNAL)
    for path in (journal, *journal.parent.glob(f"{escape(journal.name)}{SET_ASIDE}*")):
        path.unlink(missing_ok=True)
    versions = companion(file, Companion.VERSIONS)
    if versions.is_dir():
        shutil.rmtree(versions)
