"""The fields of the metadata: what is wrong or odd with their values, in plain words.

An ERROR can't be written to the record as it is; a WARNING is worth a second look. Empty fields
are not looked at, but for a declassification stamp, whose parts belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from app.checks.finding import Severity
from app.model.document import Document, Metadata, Stamp
from app.model.terms import FurnitureKind

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"(\d{2}):(\d{2}):(\d{2})(Z|([+-])(\d{2}):(\d{2}))?")
_SHORT_TIME = re.compile(r"(\d{1,2}):(\d{2})(Z|[+-]\d{2}:\d{2})?")
_MOST_OFFSET = 14
_OFFSETS = {
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "GMT": "+00:00", "UTC": "+00:00",
}  # fmt: skip
_LAST_OADR = date(1995, 10, 14)
_LAST_X = date(2003, 9, 21)
_X_EXEMPTION = re.compile(r"X[1-8]")


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with a field. ``field`` is a name of ``Metadata``, or ``stamp.`` and a name of
    ``Stamp``.
    """

    field: str
    severity: Severity
    message: str


def field_problems(document: Document) -> tuple[FieldProblem, ...]:
    """Every problem of the metadata's fields, in the order of the fields."""
    metadata = document.metadata
    stamped = any(True for _ in document.furniture(FurnitureKind.STAMP))
    return (
        *_malformed(metadata),
        *_time_problems(metadata),
        *_declassify_on_problems(metadata),
        *_stamp_problems(metadata, stamped=stamped),
    )


def malformed(field: str, value: str) -> str | None:
    """Why the field can't hold the value, None where it can: a sentence that says what to write."""
    if not value:
        return None
    if field in ("date", "stamp.date"):
        return _malformed_date(value)
    if field in ("time_from", "time_to"):
        return _malformed_time(value)
    return None


def completed_time(value: str) -> str:
    """A time typed without seconds ("7:08") in the form of the record; anything else as it is."""
    found = _SHORT_TIME.fullmatch(value)
    if found is None:
        return value
    return f"{int(found[1]):02}:{found[2]}:00{found[3] or ''}"


def _malformed(metadata: Metadata) -> Iterator[FieldProblem]:
    """Dates are ISO 8601 dates that exist, times ``HH:MM:SS`` with an offset or none (TEI
    ``att.datable.w3c``).
    """
    for field, value in (
        ("date", metadata.date),
        ("time_from", metadata.time_from),
        ("time_to", metadata.time_to),
        ("stamp.date", metadata.stamp.date),
    ):
        message = malformed(field, value)
        if message is not None:
            yield FieldProblem(field, Severity.ERROR, message)


def _malformed_date(value: str) -> str | None:
    if _DATE.fullmatch(value) is None:
        return "Write the date as year-month-day, such as 1990-06-04."
    if _date(value) is None:
        return f"There is no day {value} in the calendar."
    return None


def _malformed_time(value: str) -> str | None:
    found = _TIME.fullmatch(value)
    if found is None:
        return "Write the time as HH:MM:SS and the offset, such as 19:08:00-05:00."
    if _time(value) is None:
        return f"There is no time {value} on a clock of 24 hours."
    return None


def _time_problems(metadata: Metadata) -> Iterator[FieldProblem]:
    """The end comes after the start, and the offset is what the printed zone means (zones of the
    United States: 15 U.S.C. 260a-263).
    """
    start, end = _time(metadata.time_from), _time(metadata.time_to)
    if start and end and (start.tzinfo is None) == (end.tzinfo is None) and end <= start:
        message = "The end is not after the start. Did the conversation go past midnight?"
        yield FieldProblem("time_to", Severity.WARNING, message)
    offset = _OFFSETS.get(metadata.zone.strip().upper())
    for field, value in (("time_from", metadata.time_from), ("time_to", metadata.time_to)):
        if offset is None or _time(value) is None:
            continue
        stated = "+00:00" if value.endswith("Z") else value[8:]
        if not stated:
            message = f"The offset is missing; {metadata.zone} is {offset}."
            yield FieldProblem(field, Severity.WARNING, message)
        elif stated != offset:
            message = f"The offset {stated} is not that of {metadata.zone}, which is {offset}."
            yield FieldProblem(field, Severity.WARNING, message)


def _declassify_on_problems(metadata: Metadata) -> Iterator[FieldProblem]:
    """OADR stands on sources dated up to 14 October 1995, X1 to X8 up to 21 September 2003 (32 CFR
    2001.22(e)(3)); a date of declassification comes after the document's own.
    """
    dated, value = _date(metadata.date), metadata.declassify_on.strip().upper()
    if dated is None or not value:
        return
    message = ""
    if value == "OADR" and dated > _LAST_OADR:
        message = "OADR was in use up to 14 October 1995; this paper is later."
    elif _X_EXEMPTION.fullmatch(value) and dated > _LAST_X:
        message = f"{value} was in use up to 21 September 2003; this paper is later."
    else:
        until = _date(value)
        if until is not None and until <= dated:
            message = "The paper would be declassified before it was written."
    if message:
        yield FieldProblem("declassify_on", Severity.WARNING, message)


def _stamp_problems(metadata: Metadata, *, stamped: bool) -> Iterator[FieldProblem]:
    """A declassification stamp has the authority and the date (32 CFR 2001.25(b)), and a paper is
    not declassified before it is written.
    """
    stamp = metadata.stamp
    if stamped or stamp != Stamp():
        if not stamp.authority:
            message = "A declassification stamp names its authority."
            yield FieldProblem("stamp.authority", Severity.WARNING, message)
        if not stamp.date:
            message = "A declassification stamp bears its date."
            yield FieldProblem("stamp.date", Severity.WARNING, message)
    written, declassified = _date(metadata.date), _date(stamp.date)
    if written and declassified and declassified < written:
        message = f"The stamp is dated before the document ({metadata.date})."
        yield FieldProblem("stamp.date", Severity.WARNING, message)


def _date(value: str) -> date | None:
    if _DATE.fullmatch(value) is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _time(value: str) -> time | None:
    found = _TIME.fullmatch(value)
    if found is None or (found[6] and int(found[6]) > _MOST_OFFSET):
        return None
    try:
        return time.fromisoformat(value)
    except ValueError:
        return None
