"""The log in print says everything once."""

from __future__ import annotations

from app.model import edits
from app.model.terms import Disposition
from app.release.build import build
from app.release.writers.reports import redaction_log_pdf
from tests.release.papers import ANN, decided, done
from tests.release.writers.test_pdf import shown


def test_a_referral_is_named_once() -> None:
    referral = edits.SetDisposition(
        ("para-3",), Disposition.REFER, agency="Department of State", note="their cable"
    )
    text = shown(redaction_log_pdf(build(done(decided(), ANN, referral))))
    assert text.count("referred to Department of State") == 1
    assert "their cable" not in text
