"""What is handed out of a part, under filters, and of made-up data: the files say so."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

from ita_analysis.people import DESK
from ita_analysis.records import Agency
from ita_analysis.results import SCORE_COLUMNS, Result, ScoreSheet
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import say
from tests.documents.tabled import openpyxl_page
from tests.store import files
from tests.ui.conftest import Looked
from tests.ui.handed_out import handed_out, tables_in, texts_of_csv
from tests.ui.screen import visit


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
def test_one_measure_s_part_hands_out_its_own(state: Looked) -> None:
    shown = visit("measures", measure="2")
    found = handed_out(shown)
    tables = tables_in(found)
    assert set(tables) == {
        say("column.step"), say("column.answers"), say("measures.guidelines"), say("export.results"),
        say("export.dates"), say("field.evidence"), say("column.finding"),
    }  # fmt: skip
    assert [str(row[say("column.no")]) for row in tables[say("column.step")]] == [
        cells[0] for cells in shown.rows(say("column.step")) if cells[0].isdigit()
    ], state.name
    assert "มาตรการที่-2" in found[0].file_name
    assert "มาตรการที่ 2 " in str(openpyxl_page(found[0].content)["A3"].value)


@pytest.mark.parametrize("state", ["forty_measures"], indirect=True)
def test_what_the_filters_leave_is_handed_out_and_said(state: Looked) -> None:
    everything = tables_in(handed_out(visit("measures")))[say("column.measure")]
    found = handed_out(visit("measures", unit="กองที่ 3", indicator="4"))
    rows = tables_in(found)[say("column.measure")]
    assert 0 < len(rows) < len(everything)
    assert {row[say("filter.unit")] for row in rows} == {"กองที่ 3"}, state.name
    (said,) = [str(cell.value) for cell in openpyxl_page(found[0].content)["A"] if str(cell.value).startswith("ตัวกรอง")]
    assert f"{say('filter.unit')}: กองที่ 3" in said
    assert f"{say('filter.indicator')}: 4 " in said


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
def test_of_a_measure_without_a_result_nothing_is_counted(state: Looked) -> None:
    """Nobody has said that nothing is done: its counts are unknown, as on the screen."""
    counts = (say("step.done"), say("step.not_done"), say("column.cited"))
    with_result, without = (
        tables_in(handed_out(visit("entry", round=months)))[say("page.entry")] for months in ("6", "12")
    )
    assert {row[name] for row in with_result for name in counts} <= {*range(10)}, state.name
    assert {row[name] for row in without for name in counts} == {say("missing")}
    assert all(isinstance(row[say("export.column.step_count")], int) for row in without)


def test_made_up_data_say_so_in_every_file(shipped: duckdb.DuckDBPyConnection) -> None:
    who, word = Agency("องค์การบริหารส่วนตำบลสมมุติ", "เมือง", "ตราด"), say("head.synthetic")
    scores = pd.DataFrame([(0, "indicator", "1", 71.5, 2, 3)], columns=list(SCORE_COLUMNS))
    store_sheet(shipped, ScoreSheet("สาธิต.xlsx", "Sheet1", "made-up", (Result(who, 2566),), scores), "demo", who=DESK)
    ((code,),) = files.rows(shipped, "select agency_code from agency where is_synthetic")
    for page in ("executive", "weaknesses"):
        found = handed_out(visit(page, agency=str(code), year="2567"))
        assert len(found) > 3
        for handed in found:
            assert handed.file_name.startswith(f"{word}_")
            if handed.label.endswith("XLSX"):
                assert openpyxl_page(handed.content)["A2"].value == word
            else:
                assert {row[word] for row in texts_of_csv(handed)} == {say("export.yes")}
