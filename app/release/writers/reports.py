"""Withdrawal sheet and redaction log, as CSV and PDF: how much, why and who; never what."""

from __future__ import annotations

import csv
import io

from app.release.released import Released, Removal
from app.release.removals import head_of
from app.release.writers.typeset import Look, Run, Sheet

_SHEET = ("No.", "Place", "Page", "Amount", "Restriction")
_LOG = (*_SHEET, "Words", "Action", "Decided by", "Agreed by", "Chain")
_FORMULA = ("=", "+", "-", "@")


def withdrawal_sheet(release: Released) -> bytes:
    """What was withdrawn from the document, as CSV."""
    return _csv(_SHEET, [_short(removal) for removal in release.removals])


def redaction_log(release: Released) -> bytes:
    """Each removal with who decided and who agreed, chained, as CSV."""
    return _csv(_LOG, [_long(removal) for removal in release.removals])


def withdrawal_sheet_pdf(release: Released) -> bytes:
    """The withdrawal sheet to be printed."""
    sheet = _begun(release, "WITHDRAWAL SHEET")
    for removal in release.removals:
        number, place, pages, amount, codes = _short(removal)
        told = f"{place}, page {pages or '-'}"
        sheet.paragraph([Run(f"{number}. ", Look.BOLD), Run(told)], gap=False)
        sheet.paragraph([Run(f"   {amount}  {codes}")])
    _end(sheet, release)
    for code, wording in release.wordings:
        sheet.paragraph([Run(f"{code}: ", Look.BOLD), Run(wording)])
    return sheet.finished()


def redaction_log_pdf(release: Released) -> bytes:
    """The log to be printed, with the head of its chain."""
    sheet = _begun(release, "REDACTION LOG")
    for removal in release.removals:
        number, place, pages, amount, codes, words, action, decided, by, _ = _long(removal)
        told = f"{place}, page {pages or '-'}: {amount}" + (f", {words} words" if words else "")
        sheet.paragraph([Run(f"{number}. ", Look.BOLD), Run(told)], gap=False)
        reasons = action if codes == action else f"{action}  {codes}"
        sheet.paragraph([Run(f"   {reasons}")], gap=False)
        sheet.paragraph([Run(f"   decided by {decided}; agreed by {by or '-'}")])
    _end(sheet, release)
    sheet.paragraph([Run(f"Head of the chain: {head_of(release.removals) or 'none'}")])
    return sheet.finished()


def _begun(release: Released, title: str) -> Sheet:
    sheet = Sheet([Run(release.marking.value, Look.BOLD)])
    sheet.paragraph([Run(title, Look.BOLD)])
    sheet.paragraph([Run(release.name)])
    return sheet


def _end(sheet: Sheet, release: Released) -> None:
    if not release.removals:
        sheet.paragraph([Run("Nothing was withheld.")])
    sheet.paragraph([Run(release.review)])


def _short(removal: Removal) -> list[str]:
    codes = "; ".join(removal.codes) or removal.action
    return [str(removal.number), removal.place, removal.pages, removal.amount, codes]


def _long(removal: Removal) -> list[str]:
    who = [removal.words, removal.action, removal.decided, removal.agreed, removal.chain]
    return [*_short(removal), *who]


def _csv(head: tuple[str, ...], rows: list[list[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _harmless(cell: str) -> str:
    """No spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
