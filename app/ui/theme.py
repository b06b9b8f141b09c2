"""Colours by what they mean, in a light and a dark set, each pair with a contrast of at least
4.5:1.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

ICONS = Path(__file__).parents[2] / "resources" / "icons"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as ``#rrggbb``.

    ``window`` is behind panes, ``base`` behind text, ``gutter`` behind the margins of the
    transcript; ``ink`` is text, ``quiet`` secondary text, ``rule`` hairlines (no text). ``accent``
    marks focus and links. The rest name what they signal, and each of those signals also has a
    shape.
    """

    name: str
    window: str
    base: str
    gutter: str
    ink: str
    quiet: str
    rule: str
    accent: str
    on_accent: str
    correction: str
    correction_ground: str
    doubt: str
    doubt_ground: str
    hint: str
    error: str
    found_ground: str
    withheld: str
    withheld_ground: str


LIGHT = Theme(
    name="light",
    window="#f1f0ed",
    base="#ffffff",
    gutter="#f8f7f4",
    ink="#1b1c1e",
    quiet="#5a5c60",
    rule="#d5d2cb",
    accent="#1f5fa8",
    on_accent="#ffffff",
    correction="#0b5c3a",
    correction_ground="#e2f3e9",
    doubt="#7a4a00",
    doubt_ground="#fdf0d3",
    hint="#6a2c8f",
    error="#a3201d",
    found_ground="#ffe58a",
    withheld="#9c1458",
    withheld_ground="#fbeaf2",
)

DARK = Theme(
    name="dark",
    window="#1d1f22",
    base="#141618",
    gutter="#191b1e",
    ink="#e6e4df",
    quiet="#a3a29d",
    rule="#3a3d42",
    accent="#7db3f0",
    on_accent="#0e1a28",
    correction="#7fd6a6",
    correction_ground="#163526",
    doubt="#f0c069",
    doubt_ground="#3a2d10",
    hint="#cf9df0",
    error="#ff9a92",
    found_ground="#6a5600",
    withheld="#ff9cc8",
    withheld_ground="#3d1a2c",
)


def palette_of(theme: Theme) -> QPalette:
    """The theme as Qt's own controls use it."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.ink),
        (role.Base, theme.base),
        (role.AlternateBase, theme.gutter),
        (role.Text, theme.ink),
        (role.Button, theme.window),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.error),
        (role.ToolTipBase, theme.base),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.quiet),
        (role.Link, theme.accent),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Mid, theme.rule),
        (role.Midlight, theme.rule),
        (role.Dark, theme.quiet),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.quiet))
    return palette


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole program these colours, in Qt's own drawing style, alike on every desktop."""
    application.setStyle("Fusion")
    application.setPalette(palette_of(theme))
    application.setStyleSheet(sheet_of(theme))


def sheet_of(theme: Theme) -> str:
    """What the palette cannot say: Fusion draws boxes to tick too faintly on a dark ground, and
    some desktops put icons on a few buttons.
    """
    icons = f"{ICONS.as_posix()}/{{}}-{theme.name}.svg".format
    kinds = ("QCheckBox", "QGroupBox", "QTableView", "QTreeView")
    boxes = ", ".join(f"{kind}::indicator{{0}}" for kind in kinds).format
    return f"""
        {boxes("")}, QRadioButton::indicator {{
            width: 14px; height: 14px; border: 1px solid {theme.quiet}; background: {theme.base};
        }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        {boxes("")} {{ border-radius: 3px; }}
        QRadioButton::indicator {{ border-radius: 8px; }}
        {boxes(":checked")}, {boxes(":indeterminate")} {{
            border-color: {theme.accent}; background: {theme.accent};
        }}
        {boxes(":checked")} {{ image: url("{icons("tick")}"); }}
        {boxes(":indeterminate")} {{ image: url("{icons("dash")}"); }}
        QRadioButton::indicator:checked {{
            width: 6px; height: 6px;
            border: 5px solid {theme.accent}; background: {theme.on_accent};
        }}
        {boxes(":disabled")}, QRadioButton::indicator:disabled {{ border-color: {theme.rule}; }}
    """
