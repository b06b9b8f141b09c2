"""What goes wrong with a TEI file, said in one line."""

from __future__ import annotations


class TeiError(Exception):
    """One line for a person: what is wrong, where (line or paragraph), and what to do."""
