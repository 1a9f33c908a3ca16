"""Which questions a page asks is heard from the page itself, and nothing of the listening stays behind."""

import os
from pathlib import Path

import pytest

from benchmarks import questions
from benchmarks.questions import asked_by_pages
from ita_analysis.store.synthetic import DEMO_CODE
from ita_analysis.ui import asking


def test_each_page_tells_its_questions_the_slowest_first(
    built: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "PAGES", {name: questions.PAGES[name] for name in ("measures", "bring-in")})
    monkeypatch.setattr(questions, "_TIMES", 1)
    known, before = dict(asking.QUESTIONS), os.environ.get("ITA_DATABASE")
    found = asked_by_pages(built["shipped"], {"agency": DEMO_CODE, "year": "2564"})
    assert {"agency_years", "measures", "rounds"} <= {each.question for each in found["measures"]}
    assert found["bring-in"] == []
    costs = [each.cpu_ms for each in found["measures"]]
    assert costs == sorted(costs, reverse=True)
    assert min(costs) > 0
    assert (known, before) == (asking.QUESTIONS, os.environ.get("ITA_DATABASE"))
