"""How the pane looks: one sheet, made from the theme."""

from __future__ import annotations

from app.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """The style sheet of the pane. Widgets say what they are in their property ``part``."""
    return f"""
    QScrollArea, QScrollArea > QWidget > QWidget#sections {{ background: {theme.window}; }}
    QPlainTextEdit {{
        background: {theme.base}; color: {theme.ink};
        border: 1px solid {theme.rule}; border-radius: 4px;
    }}
    QPlainTextEdit:focus {{ border: 2px solid {theme.accent}; }}
    QTableView {{
        background: {theme.base}; border: 1px solid {theme.rule}; border-radius: 4px;
        gridline-color: {theme.rule};
    }}
    QTableView:focus {{ border: 2px solid {theme.accent}; }}
    QToolButton[part="heading"] {{
        font-weight: 600; border: 2px solid transparent; border-top: 1px solid {theme.rule};
        padding: 8px 8px 6px 8px; text-align: left; background: transparent; color: {theme.ink};
    }}
    QToolButton[part="heading"]:hover {{ background: {theme.gutter}; }}
    QToolButton[part="heading"]:focus {{ border: 2px solid {theme.accent}; }}
    QToolButton[part="disclosure"] {{
        border: 2px solid transparent; border-radius: 4px; padding: 1px 2px;
        color: {theme.quiet}; background: transparent;
    }}
    QToolButton[part="disclosure"]:hover {{ color: {theme.ink}; }}
    QToolButton[part="disclosure"]:focus {{ border-color: {theme.accent}; }}
    QPushButton[part="link"] {{
        border: 2px solid transparent; border-radius: 4px; padding: 2px 0; text-align: left;
        text-decoration: underline; color: {theme.accent}; background: transparent;
    }}
    QPushButton[part="link"]:focus {{ border-color: {theme.accent}; }}
    QLabel[part="caption"] {{ color: {theme.ink}; }}
    QLabel[part="quiet"] {{ color: {theme.quiet}; }}
    QLabel[part="corrected"] {{ color: {theme.correction}; }}
    QLabel[part="doubt"] {{ color: {theme.doubt}; }}
    QLabel[part="problem"][weight="error"] {{ color: {theme.error}; }}
    QLabel[part="problem"][weight="warning"] {{ color: {theme.doubt}; }}
    """
