"""The addresses that every walk over the screens takes: each page, and each part with an address of its own."""

from __future__ import annotations

PAGES = {
    "executive": "/",
    "weaknesses": "/weaknesses",
    "trend": "/trend",
    "way": "/way",
    "measures": "/measures",
    "rounds": "/rounds",
    "coverage": "/coverage",
    "completeness": "/completeness",
    "plan": "/plan",
    "entry": "/entry",
    "bring-in": "/bring-in",
    "survey": "/survey",
    "scores": "/scores",
    "demo": "/demo",
    "history": "/history",
    "backups": "/backups",
    "people": "/people",
    "files": "/files",
    "council": "/council",
}
# Pages about an agency's year, and those whose accounts lead to cells of the shipped record, which has no scores.
OF_A_YEAR = (
    "executive",
    "weaknesses",
    "trend",
    "way",
    "measures",
    "rounds",
    "coverage",
    "completeness",
    "plan",
    "entry",
    "history",
    "files",
    "council",
)
WITH_CELLS = ("executive", "weaknesses", "measures", "rounds", "coverage")
PARTS = {
    "indicator": "/weaknesses?indicator=7",
    "measure": "/measures?measure=2",
    "round-without-result": "/rounds?round=12",
    "plan-form": "/plan?measure=2",
    "plan-of-hole": "/plan?measure=new&indicator=8",
    "entry-form": "/entry?round=12&measure=1",
    "entry-of-round": "/entry?round=6",
    "pair": "/coverage?indicator=10",
    "completeness-of-report": "/completeness?document=report",
    "history-of-measure": "/history?measure=2",
    "as-of": "/history?at=2599-12-31",
    "slide": "/council?slide=5",
    "agencies": "/agencies?back=rounds",
    "source": "/source?cell=result-2-6-detail&back=rounds",
    "unknown-source": "/source?cell=nothing-1",
}
WALKED = PAGES | PARTS
# Pages about the demo agency, which has scores of four years and four rounds.
SCORED = {
    "executive": "/?agency=demo&year=2568",
    "weaknesses": "/weaknesses?agency=demo&year=2568",
    "letters": "/weaknesses?agency=demo&year=2566&indicator=10",
    "trend": "/trend?agency=demo&year=2568",
    "way": "/way?agency=demo&year=2568",
    "way-of-letters": "/way?agency=demo&year=2566",
    "rounds": "/rounds?agency=demo&year=2568",
    "completeness": "/completeness?agency=demo&year=2568",
    "score": "/source?agency=demo&year=2568&cell=score-total-total&back=way",
}
# On the shipped record; the trends and the way draw only where there are scores.
WITH_CHARTS = ("executive", "weaknesses", "rounds")
