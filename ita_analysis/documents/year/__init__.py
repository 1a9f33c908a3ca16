"""All tables of an agency's year, for one file: first what there is and where, then each table on its own sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from ita_analysis.documents.facts import Facts
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.tables import About, Sheet, sheet
from ita_analysis.documents.year import assessed, done, planned
from ita_analysis.documents.year.progress import progress
from ita_analysis.documents.year.words import round_in_words, without_people
from ita_analysis.texts import say

TABLES = (
    "indicators", "weak", "plan", "steps", "results", "progress", "evidence", "tasks", "findings", "items", "scores",
    "files",
)  # fmt: skip


def year_about(facts: Facts) -> About:
    """Return whose tables they are, of which day, and that they are made up where they are."""
    return About(
        page=say("year_tables.page"),
        agency=facts.agency,
        agency_short=facts.agency_short,
        fiscal_year_be=facts.fiscal_year_be,
        filters=(),
        data_of=facts.data_of,
        exported_on=facts.today,
        is_synthetic=facts.is_synthetic,
        sources=facts.files,
    )


def year_tables(
    facts: Facts,
    plan: Material,
    results: Mapping[int, Material],
    evidence: pd.DataFrame,
) -> tuple[Sheet, ...]:
    """Return the list of the tables and each of them, in the order of TABLES.

    `results` are by round, `evidence` is `queries.cited.cited`. A line that names a person says only that.
    """
    said = without_people
    made = (
        assessed.indicators(facts),
        assessed.weak(facts, said),
        planned.plan(facts, plan, said),
        planned.steps(facts, said),
        done.results(facts, results, said),
        progress(facts, said),
        done.evidence(evidence, said),
        done.tasks(facts, said),
        done.findings(facts, said),
        assessed.items(facts),
        assessed.scores(facts),
        assessed.files(facts),
    )
    return (_contents(facts, made), *made)


def _contents(facts: Facts, made: Sequence[Sheet]) -> Sheet:
    caption = say("year_tables.contents.caption", round=round_in_words(facts.months))
    listed = sheet(
        say("year_tables.contents.name"),
        caption,
        zip(TABLES, made, strict=True),
        (say("year_tables.column.sheet"), "sheet", lambda row: row[1].name),
        (say("year_tables.column.holds"), "text", lambda row: say(f"year_tables.{row[0]}.about")),
        (say("year_tables.column.rows"), "count", lambda row: len(row[1].rows)),
        (say("year_tables.column.chart"), "text", lambda row: say("year_tables.below") if row[1].chart else ""),
    )
    return replace(listed, widest=110)
