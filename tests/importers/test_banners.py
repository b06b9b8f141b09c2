from __future__ import annotations

import pytest

from app.importers.banners import Banner, banner
from app.importers.lines import Line
from app.model.terms import Certainty, Level

HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW


@pytest.mark.parametrize(
    ("line", "edge", "found"),
    [
        (Line("CONFIDENTIAL", struck=True), False, Banner(Level.C, True, HIGH)),
        (Line("SECRET"), False, Banner(Level.S, False, HIGH)),
        (Line("TOP SECRET//NOFORN"), False, Banner(Level.TS, False, HIGH)),
        (Line("UNCLASSIFIED"), False, Banner(Level.U, False, HIGH)),
        (Line("COHFIDENT-ITa"), False, Banner(Level.C, True, LOW)),
        (Line("■GOMFIDENTITrfc"), True, Banner(Level.C, True, LOW)),
        (Line("■GOMFIDENTITrfc"), False, None),
        (Line("CeNriDCN'MAL"), True, Banner(Level.C, True, LOW)),
        (Line("CeNriDCN'MAL", struck=True), False, Banner(Level.C, True, MEDIUM)),
        (Line("SEGRET 2.00 ~ 0929 -F"), True, Banner(Level.S, True, LOW)),
        (Line("SEGRET"), False, Banner(Level.S, True, LOW)),
        (Line("secret."), True, None),
        (Line("DECLASSIFIED"), True, None),
        (Line("SECRETARY"), True, None),
        (Line("THE WHITE HOUSE"), True, None),
        (Line("PRESIDENT"), True, None),
        (Line("It is a SECRET that nobody but the two of them knew."), True, None),
    ],
)
def test_banner(line: Line, edge: bool, found: Banner | None) -> None:
    assert banner(line, edge) == found
