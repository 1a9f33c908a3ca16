"""The tables of the screen of completeness: each part that the documents have to contain, and each finding."""

from __future__ import annotations

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.sentences import completeness as sentences
from ita_analysis.texts import say
from ita_analysis.ui import checked
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.finding_rows import place_of, quote_of
from ita_analysis.ui.screens.completeness import told_decision


def parts(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per part: whether it was found, and the words that show it."""
    told = [(document, part) for document in checked.documents(year, wanted) for part in document.parts]
    return sheet(
        say("export.completeness.parts"),
        say("page.completeness"),
        told,
        (say("filter.document"), "text", lambda row: sentences.document_name(row[0].kind, row[0].item_code)),
        (say("export.completeness.worth"), "score", lambda row: None if row[0].worth is None else float(row[0].worth)),
        (say("completeness.asked"), "text", lambda row: row[1].criterion.text_th),
        (say("column.state"), "text", lambda row: say(f"completeness.state.{row[1].state}")),
        (say("completeness.shown"), "text", lambda row: row[1].answer.quote),
        (say("column.place"), "text", lambda row: str(row[1].answer.place) if row[1].answer.quote else ""),
        (say("export.completeness.why"), "text", lambda row: row[1].why),
        (say("column.confidence"), "text", lambda row: say(f"confidence.{row[1].criterion.confidence}")),
    )


def findings(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per finding in words, with what was decided about it."""
    told = [(each, told_decision(each)) for each in checked.findings(year, wanted)]
    return sheet(
        say("column.finding"),
        say("check.title"),
        told,
        (say("column.severity"), "text", lambda row: say(f"severity.{row[0].finding.severity}")),
        (say("column.finding"), "text", lambda row: row[0].finding.title),
        (say("column.place"), "text", lambda row: place_of(row[0])),
        (say("column.quote"), "text", lambda row: quote_of(row[0])),
        (say("column.fix"), "text", lambda row: row[0].finding.fix),
        (say("check.decision_column"), "text", lambda row: row[1]["words"]),
        (say("export.completeness.why"), "text", lambda row: row[1]["reason"]),
    )


TABLES = (parts, findings)
