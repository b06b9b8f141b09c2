"""Date, times and place as a memorandum's head prints them, normalised."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

from dateutil import parser
from rapidfuzz import fuzz, process

_OFFSETS = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "GMT": 0, "UTC": 0,
}  # fmt: skip
_ZONE = r"[A-Z]{1,2}[SD5]?T\b|UTC\b|GMT\b"
_MERIDIEM = r"[AaPp]\.?\s?[Mm]\b\.?"
_CLOCK = rf"(\d{{1,2}})(?:[:.](\d{{2}}))?\s*({_MERIDIEM})?"
_TIMES = re.compile(
    rf"(?<![\d/]){_CLOCK}(?:\s*(?:-{{1,2}}|–|—|to|until)\s*{_CLOCK})?\s*({_ZONE})?", re.ASCII
)
_HOUR = r"([01]\d|2[0-3])([0-5]\d)"
_MILITARY = re.compile(
    rf"\b{_HOUR}(?:\s*(?:-{{1,2}}|–|—|to|until)\s*{_HOUR})?(?:\s*(?:hours|hrs))?\s*({_ZONE})?",
    re.ASCII,
)
_MONTH = r"[A-Z][\w]{2,8}\.?"
_DATES = (
    re.compile(rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s?[,.]?\s*\d{{4}}\b", re.ASCII),
    re.compile(rf"\b\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}\b", re.ASCII),
    re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII),
    re.compile(r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b", re.ASCII),
)
_MONTHS = tuple(month for month in calendar.month_name if month)
_LONG_WORD = re.compile(r"[A-Z]\w{3,}")
_FIGURES = re.compile(r"(?<!\w)[lIOo|]?\d[\dlIOo|]*(?:[:.,/-]+[\dlIOo|]+)*")
_MISREAD = str.maketrans("lI|Oo", "11100")
_OLDEST_SHORT_YEAR = 50
"""Years of two digits from here on are of the twentieth century; the program's papers are of 1950
to 2049.
"""


@dataclass(frozen=True, slots=True)
class Times:
    """From and to as ``HH:MM:SS`` with the offset where the zone is known; the zone as printed."""

    start: str = ""
    end: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a line of the head states, and what it says besides."""

    date: str = ""
    times: Times = Times()
    rest: str = ""


def when(text: str) -> Found:
    """The first date and the first times the text states."""
    text = _with_figures(text)
    date, rest = _cut_date(text)
    times, rest = _cut_times(rest)
    return Found(date, times, rest.strip(" ,;."))


def iso_date(text: str) -> str:
    """The first date in the text as ISO 8601, read month before day; "" where there is none."""
    return _cut_date(_with_figures(text))[0]


def _with_figures(text: str) -> str:
    """The text with letters that were misread for figures put right within numbers."""
    return _FIGURES.sub(lambda found: found[0].translate(_MISREAD), text)


def _cut_date(text: str) -> tuple[str, str]:
    for pattern in _DATES:
        found = pattern.search(text)
        if found is None:
            continue
        try:
            stated = _with_month(_with_century(found[0]))
            date = parser.parse(stated, default=datetime(2000, 1, 1))
        except (ValueError, OverflowError):
            continue
        return date.date().isoformat(), text[: found.start()] + text[found.end() :]
    return "", text


def _with_month(date: str) -> str:
    """The date with its month as it is spelled, however OCR damaged it."""
    return _LONG_WORD.sub(_month, date)


def _month(found: re.Match[str]) -> str:
    best = process.extractOne(found[0], _MONTHS, scorer=fuzz.ratio, score_cutoff=70)
    return best[0] if best else found[0]


def _with_century(date: str) -> str:
    month, slash, year = date.rpartition("/")
    if slash and len(year) == 2:
        return f"{month}/{'19' if int(year) >= _OLDEST_SHORT_YEAR else '20'}{year}"
    return date


def _cut_times(text: str) -> tuple[Times, str]:
    for found in _TIMES.finditer(text):
        hour, minute, half, end_hour, end_minute, end_half, zone = found.groups()
        if not (half or end_half or minute):
            continue
        zone = (zone or "").replace("5", "S")
        start = _clock(hour, minute, half or end_half)
        end = _clock(end_hour, end_minute, end_half or half) if end_hour else None
        if start is None or (end_hour and end is None):
            continue
        if end and end_half and not half and start > end:  # "11:50 - 12:10 pm" begins before noon
            start = _clock(hour, minute, "am" if "p" in end_half.lower() else "pm") or start
        offset = timezone(timedelta(hours=_OFFSETS[zone])) if zone in _OFFSETS else None
        stated = [moment.replace(tzinfo=offset).isoformat() for moment in (start, end) if moment]
        rest = text[: found.start()] + text[found.end() :]
        return Times(stated[0], stated[1] if end else "", zone), rest
    return _cut_military(text)


def _cut_military(text: str) -> tuple[Times, str]:
    """Times without a colon: "1315 - 1345 EST". One alone needs its zone."""
    found = _MILITARY.search(text)
    if found is None or not (found[3] or found[5]):
        return Times(), text
    offset = timezone(timedelta(hours=_OFFSETS[found[5]])) if found[5] in _OFFSETS else None
    start = time(int(found[1]), int(found[2]), tzinfo=offset).isoformat()
    end = time(int(found[3]), int(found[4]), tzinfo=offset).isoformat() if found[3] else ""
    return Times(start, end, found[5] or ""), text[: found.start()] + text[found.end() :]


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    meridiem = half.replace(".", "").replace(" ", "") if half else ""
    try:
        return parser.parse(
            f"{hour}:{minute or '00'} {meridiem}", default=datetime(2000, 1, 1)
        ).time()
    except (ValueError, OverflowError):
        return None
