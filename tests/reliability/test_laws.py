from __future__ import annotations

from tests.reliability.laws import Work, any_days

TestAnyWork = Work.TestCase
TestAnyWork.settings = any_days(days=300, steps=50)
