"""The rules for metadata fields, as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.fields import completed_time, field_problems, malformed
from app.checks.finding import Severity
from app.model.document import Document, Metadata, Stamp
from tests.ui.metadata.kaifu import kaifu


def problems(metadata: Metadata) -> list[tuple[str, Severity]]:
    document = replace(kaifu(), metadata=metadata)
    return [(one.field, one.severity) for one in field_problems(document)]


def good() -> Metadata:
    return kaifu().metadata


def test_a_sound_memorandum_has_no_problem() -> None:
    assert problems(good()) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "1990-06-31"),
        ("date", "June 4, 1990"),
        ("date", "1990-6-4"),
        ("date", "19900604"),
        ("time_from", "7:08"),
        ("time_from", "25:00:00"),
        ("time_from", "19:08:60"),
        ("time_to", "19:36:00-5"),
        ("time_to", "19:36:00-19:00"),
    ],
)
def test_what_the_record_cannot_hold(field: str, value: str) -> None:
    assert malformed(field, value)
    assert (field, Severity.ERROR) in problems(replace(good(), **{field: value}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", ""),
        ("date", "2000-02-29"),
        ("time_from", "19:08:00"),
        ("time_from", "19:08:00Z"),
        ("time_to", "00:00:00+05:30"),
        ("place", "anything"),
    ],
)
def test_what_it_can_hold(field: str, value: str) -> None:
    assert malformed(field, value) is None


WARNINGS = [
    ("time_to", {"time_to": "19:00:00-05:00"}),
    ("time_to", {"time_to": "19:08:00-05:00"}),
    ("time_from", {"time_from": "19:08:00-04:00"}),
    ("time_from", {"time_from": "19:08:00"}),
    ("time_to", {"time_to": "23:36:00Z"}),
    ("declassify_on", {"date": "1995-10-15"}),
    ("declassify_on", {"date": "2003-09-22", "declassify_on": "x4"}),
    ("declassify_on", {"declassify_on": "1990-06-04"}),
    ("stamp.date", {"stamp": Stamp("E.O. 12958", date="1990-06-03")}),
    ("stamp.date", {"stamp": Stamp("E.O. 12958")}),
    ("stamp.authority", {"stamp": Stamp(date="2009-08-21")}),
]


@pytest.mark.parametrize(("field", "changed"), WARNINGS)
def test_what_is_odd(field: str, changed: dict[str, object]) -> None:
    assert (field, Severity.WARNING) in problems(replace(good(), **changed))  # type: ignore[arg-type]


NOT_ODD = [
    ("declassify_on", {"date": "1995-10-14"}),
    ("declassify_on", {"date": "2003-09-21", "declassify_on": "X4"}),
    ("declassify_on", {"declassify_on": "1990-06-05"}),
    ("stamp.date", {"stamp": Stamp("E.O. 12958", date="1990-06-04")}),
    ("time_to", {"time_to": "19:00:00-06:00", "zone": ""}),
]


@pytest.mark.parametrize(("field", "changed"), NOT_ODD)
def test_what_is_just_right(field: str, changed: dict[str, object]) -> None:
    assert field not in dict(problems(replace(good(), **changed)))  # type: ignore[arg-type]


def test_a_paper_without_a_stamp_needs_none() -> None:
    bare = Document(kaifu().paragraphs, (replace(kaifu().pages[0], furniture=()),))
    assert field_problems(bare) == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7:08", "07:08:00"),
        ("19:08-05:00", "19:08:00-05:00"),
        ("19:08Z", "19:08:00Z"),
        ("19:08:00", "19:08:00"),
        ("noon", "noon"),
    ],
)
def test_a_time_without_seconds_is_completed(typed: str, kept: str) -> None:
    assert completed_time(typed) == kept
