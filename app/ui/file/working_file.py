"""Where the open document came from, and where it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from app.storage.atomic import FileState

if TYPE_CHECKING:
    from app.opening import Opened

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "kaifu-1990-06-04.txt"


@dataclass(frozen=True, slots=True)
class WorkingFile:
    """``path`` and ``state`` are None for an import that was not saved yet; ``suggestion`` is the
    name it is offered.
    """

    source: Path
    suggestion: Path
    path: Path | None = None
    state: FileState | None = None

    @property
    def name(self) -> str:
        """The file's name, as the title of the window has it."""
        return (self.path or self.source).name

    @property
    def guarded(self) -> Path:
        """The file whose lock and journal are those of this document.

        An import has its own, named after its source: under the name it is offered somebody may be
        at work on what was saved of the same source before.
        """
        return self.path or self.suggestion.with_suffix(self.source.suffix)


def working_file(path: Path, opened: Opened, number: int) -> WorkingFile:
    """Where document ``number`` of the file is saved: in place, or beside what it was imported
    from.
    """
    if not opened.imported:
        return WorkingFile(path, path, path, opened.state)
    stem = path.stem if len(opened.documents) == 1 else f"{path.stem}-{number + 1}"
    folder = documents_folder() if path == SAMPLE else path.parent
    return WorkingFile(path, folder / f"{stem}.xml")


def documents_folder() -> Path:
    """Where this person keeps documents."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(place) for place in places if Path(place).is_dir()), Path.home())
