"""Moments of the record as the person's own clock shows them."""

from __future__ import annotations

from datetime import datetime


def local_time(when: str) -> str:
    """An ISO 8601 time as "24 Nov 2026 10:02 CET", where the person is; as it stands if it is none.

    The zone is always named: the record itself is in UTC.
    """
    try:
        moment = datetime.fromisoformat(when).astimezone()
    except (ValueError, OverflowError):
        return when
    return f"{moment.day} {moment:%b %Y %H:%M} {moment.tzname()}"
