"""Tool tips that show what they are given as it is."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QToolTip, QWidget


def plain_tip(text: str) -> str:
    """The text for ``setToolTip``; Qt would take what looks like HTML for it, and read the pictures
    that it names.
    """
    return f"<p>{escape(text)}</p>" if Qt.mightBeRichText(text) else text


def show_tip(widget: QWidget, event: QHelpEvent, text: str) -> None:
    """Show a tool tip that wraps its lines; none where there is no text."""
    QToolTip.showText(event.globalPos(), f"<p>{escape(text)}</p>" if text else "", widget)
