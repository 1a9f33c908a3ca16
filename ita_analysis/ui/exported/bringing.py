"""The tables of a score sheet as it was read, before anything of it is stored: results and findings."""

from __future__ import annotations

from ita_analysis.documents.tables import About, Sheet, sheet
from ita_analysis.results import ScoreSheet
from ita_analysis.sentences import bringing as sentences
from ita_analysis.texts import say
from ita_analysis.ui.asking import today
from ita_analysis.ui.exported.unstored import findings, named


def about(read: ScoreSheet) -> About:
    """Return that the tables are about a file and about no stored agency."""
    return About(
        page=say("page.bring-in"),
        agency="",
        agency_short="",
        fiscal_year_be=None,
        filters=(),
        data_of="",
        exported_on=today(),
        is_synthetic=False,
        sources=(read.file_name,),
    )


def tables(read: ScoreSheet, *, is_stored: bool) -> tuple[Sheet, Sheet]:
    """Return the results and the findings of a sheet; their names say where it is not stored yet."""
    found = sentences.ordered(read.findings)
    return _results(read, is_stored=is_stored), findings(found, say("export.sheet.findings"), is_stored=is_stored)


def _results(read: ScoreSheet, *, is_stored: bool) -> Sheet:
    return sheet(
        named(say("export.sheet.results"), is_stored=is_stored),
        f"{say('bring_in.sheet.results')} · {sentences.results_line(read)}",
        read.results,
        (say("filter.agency"), "text", lambda each: each.agency.name),
        (say("bring_in.sheet.province"), "text", lambda each: each.agency.province),
        (say("filter.year"), "text", lambda each: str(each.fiscal_year_be)),
        (say("bring_in.sheet.printed"), "score", lambda each: _number(each.total_printed)),
        (say("bring_in.sheet.computed"), "score", lambda each: _number(each.total_computed)),
        (say("bring_in.sheet.grade_printed"), "text", lambda each: each.grade_printed),
        (say("bring_in.sheet.grade_computed"), "text", lambda each: each.grade_computed),
        (say("column.place"), "text", lambda each: str(each.place)),
    )


def _number(exact: object) -> float | None:
    return None if exact is None else float(str(exact))
