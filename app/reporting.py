"""Write a report about a file, without a screen."""

from __future__ import annotations

from pathlib import Path

from app.opening import open_file
from app.reports.changes import changes
from app.storage.atomic import SaveError, save_bytes, state_on_disk


def write_changes(source: Path, out: Path, *, force: bool = False) -> None:
    """The changes of the memorandum in ``source`` as the HTML file ``out``, which its owner alone
    may read; ``force`` replaces a file that is there.

    Raises ``OpenError`` and ``SaveError``.
    """
    documents = open_file(source).documents
    if len(documents) > 1:
        raise SaveError(f"{source}: it holds {len(documents)} memoranda; convert it to files first")
    content = changes(documents[0]).encode("utf-8")
    try:
        save_bytes(out, content, state_on_disk(out) if force else None)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise SaveError(f"{out}: not saved: {reason}; check the folder") from error
