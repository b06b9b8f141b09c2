"""Light or dark: as the person chose, else as the desktop is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.settings import Theme as ThemeChoice
from app.ui.theme import DARK, LIGHT, Theme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Appearance(QObject):
    """Keeps the application in the theme that follows from the choice."""

    theme_changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice) -> None:
        super().__init__()
        self._application = application
        self.choice = choice
        # Told by the palette: it is there on desktops that name no colour scheme, too, and to ask
        # for the scheme takes PySide an eighth of the time a window needs to come up.
        self._desktop_is_dark = application.palette().window().color().lightnessF() < 0.5
        self.theme = self._fitting()
        apply_theme(application, self.theme)
        application.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def ring_the_focus(self) -> None:
        """From now on. Once the start page is painted is soon enough: nobody presses Tab before."""
        from app.ui.focus_ring import FocusRings

        self._rings = FocusRings(self._application, self)

    def choose(self, choice: ThemeChoice) -> None:
        self.choice = choice
        self._refresh()

    def _follow_desktop(self, scheme: Qt.ColorScheme) -> None:
        self._desktop_is_dark = scheme.name == "Dark"
        self._refresh()

    def _fitting(self) -> Theme:
        dark = self.choice is ThemeChoice.DARK
        if self.choice is ThemeChoice.SYSTEM:
            dark = self._desktop_is_dark
        return DARK if dark else LIGHT

    def _refresh(self) -> None:
        theme = self._fitting()
        if theme is not self.theme:
            self.theme = theme
            apply_theme(self._application, theme)
            self.theme_changed.emit()
