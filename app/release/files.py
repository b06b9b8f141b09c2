"""All files of a release. Their names say nothing of the document."""

from __future__ import annotations

from app.release.released import Released
from app.release.writers import html, plain, reports, tei, typeset


def written(release: Released) -> dict[str, bytes]:
    """The files by name, the same bytes for the same release."""
    return {
        "release.xml": tei.written(release),
        "release.html": html.written(release),
        "release.txt": plain.written(release),
        "release.pdf": typeset.written(release),
        "withdrawal-sheet.csv": reports.withdrawal_sheet(release),
        "withdrawal-sheet.pdf": reports.withdrawal_sheet_pdf(release),
        "redaction-log.csv": reports.redaction_log(release),
        "redaction-log.pdf": reports.redaction_log_pdf(release),
    }
