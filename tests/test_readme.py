"""What the README points at is there."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

REPO = Path(__file__).parents[1]
README = (REPO / "README.md").read_text(encoding="utf-8")


def test_its_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert len(links) > 20
    assert [link for link in links if not (REPO / link).exists()] == []


def test_its_programs_are_there() -> None:
    modules = set(re.findall(r"python -m (tests[.\w]+)", README))
    assert len(modules) > 10
    assert [module for module in modules if find_spec(module) is None] == []
