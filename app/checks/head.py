"""What the head of the memorandum states: date, time, place, subject, end mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import Literal
from zoneinfo import ZoneInfo

from app.checks.fields import FieldProblem, field_problems
from app.checks.finding import AtEnd, Finding, Fix, InField, Rule, Severity
from app.model.document import Document, Person
from app.model.edits import Compound, CorrectTrailer, ReviseMetadata

MALFORMED = Rule(
    "field-malformed",
    "Value the record cannot hold",
    Severity.ERROR,
    "TEI att.datable.w3c; ISO 8601",
)
TIME = Rule(
    "time-contradictory", "Contradictory time", Severity.WARNING, "Start, end and zone must agree"
)
DECLASSIFY_ON = Rule(
    "declassify-on", "Declassification instruction", Severity.ERROR, "32 CFR 2001.22(e)(3)"
)
STAMP = Rule("stamp", "Declassification stamp", Severity.WARNING, "32 CFR 2001.25(b)")
MISSING = Rule(
    "head-missing",
    "Missing in the head",
    Severity.WARNING,
    "A memorandum states date, time and place",
)
DAYLIGHT = Rule(
    "daylight-time",
    "Standard time in summer, daylight time in winter",
    Severity.WARNING,
    "Uniform Time Act, 15 U.S.C. 260a, as in force on that date",
)
SUBJECT = Rule(
    "subject-name",
    "Subject's name not among the participants",
    Severity.WARNING,
    "The subject names whom the conversation was with",
)
NO_END = Rule(
    "end-mark", "End mark missing", Severity.HINT, "An end mark shows that no page is lacking"
)

_EASTERN = ZoneInfo("America/New_York")
_OFFSETS = {"EST": "-05:00", "EDT": "-04:00"}
_WASHINGTON = re.compile(
    r"White House|Oval Office|Washington|Cabinet Room|Roosevelt Room|Situation Room|Residence"
    r"|Blair House|State Department|Department of State|Pentagon|Camp David",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\b(?P<name>.*)", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"[A-Z][^\W\d_]{2,}")
_TITLES = frozenset(
    {
        *("The", "President", "Vice", "Prime", "Minister", "Foreign", "Secretary", "State"),
        *("General", "King", "Queen", "Prince", "Crown", "Princess", "Chancellor", "Chairman"),
        *("Premier", "Ambassador", "Senator", "Deputy", "Sultan", "Emir", "Sheikh", "Pope"),
        *("His", "Her", "Majesty", "Excellency", "Republic", "Kingdom", "United", "States"),
        "Former",
    }
)
_ALIKE = 0.75


def fields(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """The problems of ``fields.field_problems``."""
    for problem in field_problems(document):
        value = _value(document, problem.field)
        yield Finding(_rule_of(problem), InField(problem.field), problem.message, value)


def missing(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """Date, time or place that nobody has given."""
    names = {"date": "date", "time_from": "time", "place": "place"}
    for field, name in names.items():
        if not _value(document, field).strip():
            yield Finding(MISSING, InField(field), f"The {name} of the conversation is missing.")


def _rule_of(problem: FieldProblem) -> Rule:
    if problem.severity is Severity.ERROR:
        return MALFORMED
    if problem.field.startswith("stamp."):
        return STAMP
    return DECLASSIFY_ON if problem.field == "declassify_on" else TIME


def _value(document: Document, field: str) -> str:
    owner, _, name = field.rpartition(".")
    value: str = getattr(document.metadata.stamp if owner else document.metadata, name)
    return value


def daylight_time(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """ "EST" on a day of daylight time in Washington, and "EDT" on one of standard time.

    Odd, but printed so: a finding, never a silent fix.
    """
    metadata = document.metadata
    printed = metadata.zone.strip().upper()
    noon = _noon(metadata.date)
    if printed not in _OFFSETS or noon is None or not _keeps_washington_time(metadata.place):
        return
    right = noon.tzname()
    if right is None or right == printed:
        return
    times: tuple[Literal["time_from", "time_to"], ...] = ("time_from", "time_to")
    edits = [ReviseMetadata("zone", right)]
    for field in times:
        value = _value(document, field)
        if value.endswith(_OFFSETS[printed]):
            edits.append(
                ReviseMetadata(field, value.removesuffix(_OFFSETS[printed]) + _OFFSETS[right])
            )
    yield Finding(
        DAYLIGHT,
        InField("zone"),
        f"The paper says {printed}, but Washington had {right} on {metadata.date}.",
        f"{metadata.zone} {metadata.date}",
        (Fix(f"Take the times as {right}", Compound("Revise Time Zone", tuple(edits))),),
    )


def _noon(day: str) -> datetime | None:
    try:
        return datetime.fromisoformat(day).replace(hour=12, tzinfo=_EASTERN)
    except ValueError:
        return None


def _keeps_washington_time(place: str) -> bool:
    return not place.strip() or _WASHINGTON.search(place) is not None


def subject_name(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """The name after "with" in the subject is a participant's, by name, label or office."""
    subject = document.metadata.subject
    found = _WITH.search(subject)
    if found is None or not document.people:
        return
    names = [word for word in _NAME.findall(found["name"]) if word not in _TITLES]
    known = {word for person in document.people for word in _names_of(person)}
    if not names or any(get_close_matches(name, known, n=1, cutoff=_ALIKE) for name in names):
        return
    message = f"No participant is called {' '.join(names)}."
    yield Finding(SUBJECT, InField("subject"), message, subject)


def _names_of(person: Person) -> Iterator[str]:
    for text in (person.name, person.office, person.affiliation, *person.aliases):
        yield from (word for word in _NAME.findall(text) if word not in _TITLES)


def end_mark(document: Document, _: Sequence[object]) -> Iterator[Finding]:
    """The paper ends with an end mark."""
    if document.trailer is None or not document.trailer.text.strip():
        fix = Fix("Add the usual end mark", CorrectTrailer("-- End of Conversation --"))
        yield Finding(NO_END, AtEnd(), "No end mark stands after the last paragraph.", "", (fix,))
