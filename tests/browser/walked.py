"""The addresses that every walk over the screens takes: each page, and each part with an address of its own."""

from __future__ import annotations

PAGES = {
    "executive": "/",
    "weaknesses": "/weaknesses",
    "trend": "/trend",
    "measures": "/measures",
    "rounds": "/rounds",
    "coverage": "/coverage",
    "bring-in": "/bring-in",
    "survey": "/survey",
    "scores": "/scores?year=2568",
    "demo": "/demo",
}
PARTS = {
    "indicator": "/weaknesses?indicator=7",
    "measure": "/measures?measure=2",
    "round-without-result": "/rounds?round=12",
    "pair": "/coverage?indicator=10",
    "agencies": "/agencies?back=rounds",
    "source": "/source?cell=result-2-6-detail&back=rounds",
    "unknown-source": "/source?cell=nothing-1",
}
WALKED = PAGES | PARTS
WITH_CHARTS = ("executive", "weaknesses", "trend", "rounds")
