"""Words in their context, for a list."""

from __future__ import annotations


def surroundings(text: str, start: int, end: int, before: int, after: int) -> tuple[str, str]:
    """What stands before and after ``start:end``, so many characters at most; "…" for the rest."""
    low, high = max(0, start - before), end + after
    cut_before = "…" if low > 0 else ""
    cut_after = "…" if high < len(text) else ""
    return cut_before + text[low:start], text[end:high] + cut_after
