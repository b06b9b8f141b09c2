from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.checks.finding import AtEnd, InField, Severity
from app.model.document import Document, Metadata, Person, Stamp
from app.model.passage import Passage
from tests.builders import document
from tests.checks.finds import ACT, found

GOOD = Metadata(
    subject="Telephone Conversation with Toshiki Kaifu, Prime Minister of Japan",
    date="1990-06-04",
    time_from="19:08:00-04:00",
    time_to="19:36:00-04:00",
    zone="EDT",
    place="The Oval Office",
    declassify_on="OADR",
)
PEOPLE = (
    Person("p1", "The President"),
    Person("p2", "Toshiki Kaifu", office="Prime Minister of Japan", aliases=("PM",)),
)
RULES = (
    *("field-malformed", "time-contradictory", "declassify-on", "stamp"),
    *("head-missing", "daylight-time", "subject-name", "end-mark"),
)


def stating(**changed: Any) -> Document:
    return replace(
        document("Hello."),
        metadata=replace(GOOD, **changed),
        people=PEOPLE,
        trailer=Passage("-- End of Conversation --"),
    )


def test_a_sound_head() -> None:
    assert found(stating(), *RULES) == ()


@pytest.mark.parametrize(
    ("changed", "rule", "field", "severity"),
    [
        ({"date": "June 4"}, "field-malformed", "date", Severity.ERROR),
        ({"time_to": "19:00:00-04:00"}, "time-contradictory", "time_to", Severity.WARNING),
        ({"date": "1995-10-15", "place": "Bonn"}, "declassify-on", "declassify_on", Severity.ERROR),
        ({"stamp": Stamp("E.O. 12958")}, "stamp", "stamp.date", Severity.WARNING),
        ({"stamp": Stamp("E.O. 12958", date="1990-06-03")}, "stamp", "stamp.date",
         Severity.WARNING),
        ({"date": ""}, "head-missing", "date", Severity.WARNING),
        ({"time_from": ""}, "head-missing", "time_from", Severity.WARNING),
        ({"place": " "}, "head-missing", "place", Severity.WARNING),
        ({"subject": "Meeting with President Gorbachev"}, "subject-name", "subject",
         Severity.WARNING),
    ],
)  # fmt: skip
def test_what_is_wrong(changed: dict[str, Any], rule: str, field: str, severity: Severity) -> None:
    (finding,) = found(stating(**changed), *RULES)
    assert (finding.rule.id, finding.where) == (rule, InField(field))
    assert finding.rule.severity is severity


EST = {"zone": "EST", "time_from": "19:08:00-05:00", "time_to": "19:36:00-05:00"}
EDT = {"zone": "EDT", "time_from": "19:08:00-04:00", "time_to": "19:36:00-04:00"}


@pytest.mark.parametrize(
    ("changed", "odd"),
    [
        (EST, True),
        (EST | {"place": ""}, True),
        (EST | {"place": "Kingston"}, False),
        (EST | {"date": "1990-01-04"}, False),
        (EDT | {"date": "1990-01-04"}, True),
        (EST | {"date": "1990-03-31"}, False),
        (EST | {"date": "1990-04-01"}, True),
        (EST | {"date": "1990"}, False),
    ],
)
def test_daylight_time(changed: dict[str, Any], odd: bool) -> None:
    assert [one.where for one in found(stating(**changed), "daylight-time")] == (
        [InField("zone")] if odd else []
    )


def test_the_times_are_taken_as_daylight_time() -> None:
    made = stating(**EST)
    (finding,) = found(made, "daylight-time")
    after = finding.fixes[0].edit.apply(made, ACT)
    assert after.metadata == GOOD
    assert found(after, "daylight-time", "time-contradictory") == ()


@pytest.mark.parametrize(
    "subject",
    [
        "Meeting with the Prime Minister of Japan",
        "Telephone call with Toshiki Kaifo",
        "Meeting with the President",
        "Trade",
        "",
    ],
)
def test_subjects_whose_name_is_a_participant(subject: str) -> None:
    assert found(stating(subject=subject), "subject-name") == ()


@pytest.mark.parametrize("trailer", [None, Passage(" ")])
def test_no_end_mark(trailer: Passage | None) -> None:
    made = replace(stating(), trailer=trailer)
    (finding,) = found(made, "end-mark")
    assert finding.where == AtEnd()
    assert found(finding.fixes[0].edit.apply(made, ACT), "end-mark") == ()
