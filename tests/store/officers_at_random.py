"""Officers who do whatever comes: random sequences of saves and of taking back."""

from __future__ import annotations

from itertools import count

import duckdb
from hypothesis import strategies as st

from ita_analysis.people import DESK
from ita_analysis.store.links import remove_link, set_link
from ita_analysis.store.undoing import undo
from tests.store.files import rows
from tests.store.invented import NEWS, agency, measure, report, result, store
from tests.store.linked import links_of
from tests.store.officers import add_measure, end_measure, order_measures, reword_measure, save_result, set_sites

KINDS = ("set", "remove", "result", "add", "reword", "end", "order", "sites", "undo")
WORDS = st.text(min_size=1, max_size=6) | st.sampled_from(["ก", '{"a": 1}', "2563-01-01"])
Step = tuple[str, int, str]
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 5), WORDS), min_size=1, max_size=8
)
_NUMBERS = count(1)


def new_agency(opened: duckdb.DuckDBPyConnection) -> str:
    """Store an agency with two measures and a result; return its code."""
    made = [measure(), measure(NEWS, answers=[7])]
    return store(opened, report(agency(next(_NUMBERS)), measures=made, progress=[result()])).agency_code


def do(opened: duckdb.DuckDBPyConnection, code: str, step: Step, made: list[int]) -> None:
    """Do one thing; `made` are the changes so far, of which one may be taken back."""
    kind, number, words = step
    found = rows(opened, "select measure_id from measure where agency_code = $1 order by 1", code)
    ids = [int(str(measure_id)) for (measure_id,) in found]
    measure_id, indicator_no = ids[number % len(ids)], (6, 7, 8)[number % 3]
    seen = links_of(opened, measure_id).get((measure_id, indicator_no))
    if kind == "set":
        set_link(opened, measure_id, indicator_no, words, seen=seen, who=DESK)
    elif kind == "remove":
        remove_link(opened, measure_id, indicator_no, words, seen=seen, who=DESK)
    elif kind == "result":
        save_result(opened, measure_id, (6, 12)[number % 2], words, cited=number % 3)
    elif kind == "add":
        add_measure(opened, code, f"มาตรการ {words} {number}", months=(3, 6)[number % 2])
    elif kind == "reword":
        reword_measure(opened, measure_id, f"{words} {number}")
    elif kind == "end":
        end_measure(opened, measure_id, words)
    elif kind == "order":
        order_measures(opened, code)
    elif kind == "sites":
        set_sites(opened, code, f"{number}.example.go.th")
    elif made:
        undo(opened, made[number % len(made)], reason=words, who=DESK)
