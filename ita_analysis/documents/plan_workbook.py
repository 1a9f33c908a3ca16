"""The plan of a year as XLSX to be filled in and read back: a row per measure, and how to fill it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from ita_analysis.documents.tables import is_formula_like
from ita_analysis.documents.workbook import LONGEST_TEXT, OPTIONS, fitting
from ita_analysis.entries import Plan
from ita_analysis.intake.plan_sheet.cells import cells_of, version_of
from ita_analysis.look import LIGHT, colour
from ita_analysis.texts import LANGUAGE, say
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.text import straight

BLANK_ROWS = 10
# The columns in their order, and how wide each is in digits.
COLUMNS = {
    "measure_id": 7, "no": 7, "title": 38, "responsible": 20, "guidelines": 48, "steps": 48, "rounds_months": 13,
    "follow_up": 24, "timeframe": 20, "budget": 14, "success_indicator": 28, "indicators": 12, "why": 32, "items": 32,
    "version": 6,
}  # fmt: skip
_NUMBERS = ("measure_id", "no")
_LOCKED = ("measure_id", "version")
HINTED = ("measure_id", "no", "guidelines", "steps", "rounds_months", "indicators", "why", "items", "version")
_FIRST_KEPT = "title"  # the columns up to this one stay while one scrolls sideways
HOW = ("change", "add", "remove", "order", "lines", "rounds", "indicators", "items", "back")


@dataclass(frozen=True)
class PlanAbout:
    """Whose plan it is, and of which count of changes it is handed out."""

    agency_code: str
    agency: str
    fiscal_year_be: int
    data_version: int
    exported_on: date
    is_synthetic: bool = False


@dataclass(frozen=True)
class PlanLine:
    """A measure as it is handed out: its number, its place, its plan, and the reason for each indicator it answers."""

    measure_id: int
    no: int
    plan: Plan
    links: Mapping[int, str] = field(default_factory=dict, hash=False)


def left_out(lines: Sequence[PlanLine]) -> tuple[PlanLine, ...]:
    """Return the measures that no sheet can hold whole: a text of theirs is longer than a cell."""
    return tuple(line for line in lines if any(map(_is_long, _cells(line).values())))


def plan_xlsx(about: PlanAbout, lines: Sequence[PlanLine]) -> bytes:
    """Return the plan as one XLSX file; what it cannot hold whole is left out and named, never cut.

    Blank rows for new measures stand below. The same plan of the same day makes the same bytes.
    """
    content, aside = BytesIO(), left_out(lines)
    with xlsxwriter.Workbook(content, deepcopy(OPTIONS)) as book:
        book.set_properties({"created": datetime.combine(about.exported_on, time(), UTC), "title": _title(about)})
        book.set_custom_property("Language", LANGUAGE)
        formats = _formats(book)
        page = book.add_worksheet(say("plan_sheet.sheet"))
        head = _write_head(page, about, formats)
        rows = [_cells(line) for line in lines if line not in aside] + [{}] * BLANK_ROWS
        for row, cells in enumerate(rows, head + 1):
            _write_row(page, row, cells, formats)
        _prepare(page, head, head + len(rows))
        _explain(book.add_worksheet(say("plan_sheet.how_sheet")), about, aside, formats)
    return content.getvalue()


def _cells(line: PlanLine) -> dict[str, str]:
    indicators = ", ".join(map(str, sorted(line.links)))
    reasons = (f"{no}: {' '.join(straight(line.links[no]).split())}" for no in sorted(line.links))
    return {
        "measure_id": str(line.measure_id),
        "no": str(line.no),
        **cells_of(line.plan),
        "indicators": indicators,
        "why": "\n".join(reasons),
        "version": version_of(line.no, line.plan, indicators),
    }


def _is_long(text: str) -> bool:
    return len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT


def _title(about: PlanAbout) -> str:
    return straight(say("plan_sheet.title", year=about.fiscal_year_be, agency=about.agency))


def _formats(book: Any) -> Mapping[str, Any]:  # noqa: ANN401 - xlsxwriter has no types
    head = {"bold": True, "bg_color": colour("accent_tint", LIGHT), "bottom": 2, "valign": "vcenter", "text_wrap": True}
    ruled = {"valign": "top", "bottom": 1, "bottom_color": colour("line", LIGHT)}
    words = {**ruled, "text_wrap": True, "num_format": "@"}
    made = {
        "title": {"bold": True, "font_size": 12},
        "line": {"font_color": colour("muted", LIGHT)},
        "head": {**head, "bottom_color": colour("accent", LIGHT)},
        "words": words,
        # The mark that Excel itself sets before a text: a cell that is entered again stays a text.
        "guarded": {**words, "quote_prefix": True},
        "number": ruled,
        "locked": {**ruled, "font_color": colour("muted", LIGHT), "bg_color": colour("missing_tint", LIGHT)},
        "how": {"text_wrap": True, "valign": "top"},
    }
    return {name: book.add_format(properties) for name, properties in made.items()}


def _write_head(page: Any, about: PlanAbout, formats: Mapping[str, Any]) -> int:  # noqa: ANN401
    """Write what stands above the table and its headings; return the row of the headings."""
    told = {"agency": about.agency, "code": about.agency_code, "year": about.fiscal_year_be}
    said = say("plan_sheet.about", **told, version=about.data_version, date=long_date(about.exported_on))
    lines = [_title(about), *([say("head.synthetic")] if about.is_synthetic else []), straight(said)]
    for row, line in enumerate(lines):
        page.write_string(row, 0, line, formats["line" if row else "title"])
    for column, (name, width) in enumerate(COLUMNS.items()):
        page.write_string(len(lines), column, say(f"plan_sheet.column.{name}"), formats["head"])
        page.set_column(column, column, width, formats[_format(name)])
    return len(lines)


def _format(name: str) -> str:
    return "locked" if name in _LOCKED else "number" if name in _NUMBERS else "words"


def _write_row(page: Any, row: int, cells: Mapping[str, str], formats: Mapping[str, Any]) -> None:  # noqa: ANN401
    for column, name in enumerate(COLUMNS):
        text, form = cells.get(name, ""), formats[_format(name)]
        if not text:
            page.write_blank(row, column, None, form)
        elif name in _NUMBERS:
            page.write_number(row, column, int(text), form)
        else:
            page.write_string(row, column, text, formats["guarded"] if is_formula_like(text) else form)


def _prepare(page: Any, head: int, last: int) -> None:  # noqa: ANN401
    """Make the table easy to fill in: headings that stay, hints where a cell is chosen, A4 where it is printed."""
    columns = list(COLUMNS)
    page.freeze_panes(head + 1, columns.index(_FIRST_KEPT) + 1)
    for name in HINTED:
        column = columns.index(name)
        hint = {"input_title": say(f"plan_sheet.column.{name}"), "input_message": say(f"plan_sheet.hint.{name}")}
        page.data_validation(head + 1, column, last, column, {"validate": "any", **hint})
    page.ignore_errors({"number_stored_as_text": f"A1:{xlsxwriter.utility.xl_rowcol_to_cell(last, len(columns) - 1)}"})
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.set_footer("&C&P/&N")


def _explain(page: Any, about: PlanAbout, aside: Sequence[PlanLine], formats: Mapping[str, Any]) -> None:  # noqa: ANN401
    page.set_column(0, 0, 100, formats["how"])
    for row, line in enumerate(_how(about, aside)):
        page.write_string(row, 0, fitting(line), formats["how" if row else "title"])


def _how(about: PlanAbout, aside: Sequence[PlanLine]) -> Iterator[str]:
    yield say("plan_sheet.how_title", year=about.fiscal_year_be)
    for line in aside:
        yield say("plan_sheet.left_out", no=line.no, title=line.plan.title, most=LONGEST_TEXT)
    for name in HOW:
        yield say(f"plan_sheet.how.{name}")
