"""The report names what was measured, beside what, and says nothing where nothing was measured."""

from pathlib import Path

import pytest

from benchmarks import database, documents, files
from benchmarks.pages import Page
from benchmarks.pairs import Pair, in_turns
from benchmarks.report import report
from ita_analysis.publishing.files import KINDS


def test_the_report_shows_medians_their_spread_and_the_ratio() -> None:
    page = Page("rounds", Path("page.py"), {"html": 9, "plotly_chart": 1})
    page.pair("rerun").ours.extend([20.0, 10.0, 1234.0])
    page.pair("rerun").bare.extend([40.0, 40.0])
    page.pair("first words")
    lines = report([Pair("build", ours=[1.0], bare=[2.0], beside="something plain")], [page]).splitlines()
    assert [line.split() for line in lines if line.startswith("  rerun  ")] == [
        ["rerun", "20", "(10–1,234)", "40", "(40–40)", "0.50"]
    ]
    assert [line.split() for line in lines if line.startswith("  first words  ")] == [["first", "words", "–", "–", "–"]]
    assert "  on both pages: 9 html, 1 plotly_chart" in lines
    assert "  plain: something plain" in lines


def test_no_ratio_is_made_up() -> None:
    assert Pair("rerun", ours=[1.0]).ratio is None
    assert Pair("rerun", ours=[1.0], bare=[0.0]).ratio is None


def test_ours_and_the_yardstick_take_turns() -> None:
    order: list[str] = []
    pair = in_turns(Pair("work"), lambda: order.append("ours"), lambda: order.append("bare"), 3)
    assert order == ["ours", "bare", "bare", "ours", "ours", "bare"]
    assert len(pair.ours) == len(pair.bare) == 3


def test_preview_and_build_are_measured(tmp_path: Path) -> None:
    found = [*documents.measure(tmp_path, 1), database.measure(tmp_path, 1)]
    assert {"preview of an invented .docx", "preview as a command", "build of the database"} <= {p.what for p in found}
    assert all(pair.ratio and pair.beside for pair in found)


def test_files_are_measured_beside_an_office_or_say_that_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = files.measure(tmp_path, 1)
    names = [pair.what.split(",")[0] for pair in found]
    assert names[1:] == [f"{kind.holds}.{kind.format}" for kind in KINDS]
    assert all(len(pair.ours) == 1 and pair.ratio is None for pair in found)
    told = {pair.what.split(",")[0] for pair in found if pair.beside}
    assert told == {"plan.docx", "result.docx", "plan.pdf", "result.pdf", "slides.pptx"}
    assert {pair.beside for pair in found if pair.beside} == {"LibreOffice was not found: the files are measured alone"}
