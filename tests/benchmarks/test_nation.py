"""The cost of a nation: sums of each page's queries in both databases, and the goals they are held against."""

from benchmarks.goals import GOALS_OF_NATION
from benchmarks.nation import Nation, PageOfNation
from benchmarks.pairs import Pair
from benchmarks.questions import Asked
from benchmarks.report import report_of_nation

CALM = PageOfNation("calm", [], [Asked("total", 4.0)], [])
SLOW = PageOfNation(
    "slow",
    [Pair("/slow rerun, cpu", ours=[9.0], bare=[10.0]), Pair("/slow first view", ours=[32.0], bare=[20.0])],
    [Asked("peers", 40.0), Asked("means", 12.5)],
    [Asked("peers", 20.0), Asked("means", 1.0)],
)


def test_a_page_is_as_dear_as_all_its_queries_and_as_its_worst_view() -> None:
    assert (SLOW.query_ms, SLOW.query_ms_beside, SLOW.ratio) == (52.5, 21.0, 1.6)
    assert CALM.ratio is None


def test_the_goals_name_the_page_furthest_from_them() -> None:
    worst = [goal.worst([CALM, SLOW]) for goal in GOALS_OF_NATION]
    assert worst == [(52.5, SLOW), (1.6, SLOW)]
    assert [goal.worst([CALM]) for goal in GOALS_OF_NATION] == [(4.0, CALM), None]


def test_the_report_shows_both_sums_their_ratio_and_the_goals_missed() -> None:
    made = Nation(Pair("import", ours=[10.0], bare=[5.0], beside="pandas"), [CALM, SLOW], ["the nation: 44 MB"])
    lines = [line.split() for line in report_of_nation(made).splitlines()]
    assert ["/slow", "52.5", "21.0", "2.50", "peers", "40.0,", "means", "12.5"] in lines
    assert ["/calm", "4.0", "0.0", "–", "total", "4.0"] in lines
    assert ["import", "10", "(10–10)", "5", "(5–5)", "2.00"] in lines
    assert [line[-4:] for line in lines if line[-1:] == ["missed"]] == [
        ["50.00", "52.50", "/slow", "missed"],
        ["1.50", "1.60", "/slow", "missed"],
    ]
