from __future__ import annotations

import pytest

from app.importers.when_and_where import Found, Times, iso_date, when


@pytest.mark.parametrize(
    ("text", "date", "start", "end", "zone", "rest"),
    [
        ("June 4, 1990, 7:08 - 7:36pm EST",
         "1990-06-04", "19:08:00-05:00", "19:36:00-05:00", "EST", ""),
        ("April 11, 1989; 4:25 pm - 4:45 pm EST",
         "1989-04-11", "16:25:00-05:00", "16:45:00-05:00", "EST", ""),
        ("June 7, 1989, 6:42-6:44 P.M. EDT",
         "1989-06-07", "18:42:00-04:00", "18:44:00-04:00", "EDT", ""),
        ("July 13, 1995, 6:15-6:35 p.m.", "1995-07-13", "18:15:00", "18:35:00", "", ""),
        ("11:50 - 12:10 pm", "", "11:50:00", "12:10:00", "", ""),
        ("11:50 pm - 12:10 am", "", "23:50:00", "00:10:00", "", ""),
        ("16:08 to 17:00 JST", "", "16:08:00", "17:00:00", "JST", ""),
        ("16:08 - 15:00", "", "16:08:00", "15:00:00", "", ""),
        ("10 a.m. GMT", "", "10:00:00+00:00", "", "GMT", ""),
        ("June 4, 1990, 7:08pm, The Oval Office",
         "1990-06-04", "19:08:00", "", "", "The Oval Office"),
        ("The Oval Office", "", "", "", "", "The Oval Office"),
        ("10:05-10:40 a.m. EDT", "", "10:05:00-04:00", "10:40:00-04:00", "EDT", ""),
        ("1315 - 1345 EST", "", "13:15:00-05:00", "13:45:00-05:00", "EST", ""),
        ("1315 hours", "", "", "", "", "1315 hours"),
        ("June 4, l990, 7:O8 - 7:36pm E5T",
         "1990-06-04", "19:08:00-05:00", "19:36:00-05:00", "EST", ""),
        ("99:99 pm", "", "", "", "", "99:99 pm"),
    ],
)  # fmt: skip
def test_when(text: str, date: str, start: str, end: str, zone: str, rest: str) -> None:
    assert when(text) == Found(date, Times(start, end, zone), rest)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("8/21/09", "2009-08-21"),
        ("6/4/90", "1990-06-04"),
        ("4 June 1990", "1990-06-04"),
        ("on 1990-06-04 at", "1990-06-04"),
        ("Sept. 3, 1991", "1991-09-03"),
        ("February 30, 1990", ""),
        ("June 1990", ""),
        ("Apri1 l1, 1989", "1989-04-11"),
        ("Tune 4, 1990", "1990-06-04"),
        ("", ""),
    ],
)
def test_iso_date(text: str, date: str) -> None:
    assert iso_date(text) == date
