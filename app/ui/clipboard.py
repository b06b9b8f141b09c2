"""What the desk put on the clipboard stays there when the desk is closed."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication
from shiboken6 import Shiboken


def hand_over_clipboard() -> None:
    """Let Qt itself hold the words that were copied or, on X11, selected.

    They are in an object made in Python. Qt frees it after Python has ended, and the process would
    end with a fault of memory.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        held = clipboard.mimeData(mode)
        if held is not None and (_is_owned(clipboard, mode) or Shiboken.createdByPython(held)):
            clipboard.setText(held.text(), mode)


def _is_owned(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    """Whether the words are ours; some platforms never say so."""
    if mode is QClipboard.Mode.Clipboard:
        return clipboard.ownsClipboard()
    return clipboard.ownsSelection()
