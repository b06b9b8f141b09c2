"""The settings of the person at the desk, kept on disk as they change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import settings as store
from app.settings import Settings


class Preferences(QObject):
    """Holds ``settings``; whoever changes them gives the next value to ``revise``."""

    revised = Signal()
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings, self.complaint = store.load(path)

    @property
    def words_path(self) -> Path:
        """Where the person's own list of words is kept."""
        return self._path.with_name("words.txt")

    def revise(self, settings: Settings) -> None:
        """Take and keep these settings; if the disk refuses, they hold until the desk is closed."""
        if settings == self.settings:
            return
        self.settings = settings
        self.revised.emit()
        from app.storage.atomic import SaveError

        try:
            store.save(settings, self._path)
        except (OSError, SaveError) as error:
            self.failed.emit(f"The settings could not be kept: {error}")
