"""Charts of an XLSX: the program's own kind, which a reader can edit, over the cells of the table above them.

Categories run from the top. What is missing has no bar: in its place stands what its cell says. The theme of the file
gives Thai letters Tahoma, as the cells have it.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from ita_analysis.documents.tables import Cell, Chart, Sheet
from ita_analysis.look import LIGHT, colour
from ita_analysis.thai.text import first_letters, flat, straight

_WIDE, _TOP, _FOOT = 960, 44, 56  # pixels: of the chart, above and below its bars
_ROW, _ROW_OF_STACK = 24, 34  # pixels of a bar with its gap; the name of a measure takes more lines
_LABELS = 0.36  # the share of the width that names take
_IN_LABEL = 90  # letters of a name kept in the chart; a program that draws it reads the cell
_MOST_TICKS = 5
Place = tuple[str, int]  # the name of the sheet, and the row of the first bar


def add_chart(book: Any, page: Any, table: Sheet, end: int) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Add the chart of a table below its last row, which is `end`."""
    of = table.chart
    if of is None:
        return
    first = end - len(table.rows) + 1 + of.rows[0]
    is_stacked = len(of.values) > 1
    chart = book.add_chart({"type": "bar", **({"subtype": "stacked"} if is_stacked else {})})
    for number in range(len(of.values)):
        chart.add_series(_series(table, of, (page.get_name(), first), number))
    bars = (of.rows[1] - of.rows[0]) * (_ROW_OF_STACK if is_stacked else _ROW)
    tall = _TOP + _FOOT + bars
    plot = {"x": _LABELS, "y": _TOP / tall, "width": 0.96 - _LABELS, "height": bars / tall}
    chart.set_title({"name": of.title, "overlay": False, "name_font": _font("ink", 11, is_bold=True)})
    chart.set_plotarea({"layout": plot})
    chart.set_legend({"position": "bottom", "font": _font("ink")} if is_stacked else {"none": True})
    chart.set_chartarea({"border": {"color": colour("line", LIGHT)}})
    chart.set_size({"width": _WIDE, "height": tall})
    _set_axes(chart, of)
    page.insert_chart(end + 2, 0, chart, {"object_position": 2, "description": of.alt})


def _series(table: Sheet, of: Chart, at: Place, number: int) -> dict[str, Any]:
    name, first = at
    column, last = of.values[number], first + of.rows[1] - of.rows[0] - 1
    head = first - of.rows[0] - 1
    cells = [row[column] for row in table.rows[of.rows[0] : of.rows[1]]]
    is_stacked = len(of.values) > 1
    return {
        "name": [name, head, column],
        "categories": [name, first, of.labels, last, of.labels],
        "categories_data": [_label(row[of.labels]) for row in table.rows[of.rows[0] : of.rows[1]]],
        "values": [name, first, column, last, column],
        "values_data": [value if isinstance(value, int | float) else None for value in cells],
        "fill": {"color": colour(of.colours[number], LIGHT)},
        "border": {"color": colour("missing_mark", LIGHT)} if is_stacked else {"none": True},
        "points": [{"fill": {"color": colour(tone, LIGHT)}} for tone in of.tones] or None,
        "data_labels": _data_labels(of, at, number, cells),
        "gap": 45,
    }


def _data_labels(of: Chart, at: Place, number: int, cells: list[Cell]) -> dict[str, Any]:
    """Return the number on each bar; where one is missing, what its cell says, once."""
    name, first = at
    is_stacked, column = len(of.values) > 1, of.values[number]
    custom: list[dict[str, Any] | None] = []
    for row, cell in enumerate(cells, first):
        said = f"={quote_sheetname(name)}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"
        missing: dict[str, Any] = {"delete": True} if number else {"value": said, "font": _font("muted")}
        custom.append(missing if cell is None else None)
    return {
        "value": True,
        "num_format": "0;;" if is_stacked else "0.00",  # a stack does not count what it does not show
        "position": ("inside_base" if None in cells and not number else "center") if is_stacked else "outside_end",
        "font": _font("bg" if is_stacked and not number else "ink"),
        "custom": custom if None in cells else None,
    }


def _set_axes(chart: Any, of: Chart) -> None:  # noqa: ANN401
    line = {"color": colour("line", LIGHT)}
    chart.set_y_axis(
        {"reverse": True, "num_font": _font("ink"), "line": line, "major_tick_mark": "none", "interval_unit": 1}
    )
    chart.set_x_axis(
        {
            "min": 0,
            "max": of.most,
            "major_unit": ceil(of.most / _MOST_TICKS),
            "num_format": "0",
            "num_font": _font("muted"),
            "label_position": "high",  # at the foot, although the rows run from the top
            "line": {"none": True},
            "major_tick_mark": "none",
            "major_gridlines": {"visible": True, "line": line},
        }
    )


def _label(cell: Cell) -> str:
    return first_letters(flat(straight(str(cell))), _IN_LABEL)


def _font(name: str, size: int = 9, *, is_bold: bool = False) -> dict[str, Any]:
    return {"name": "Tahoma", "size": size, "color": colour(name, LIGHT), "bold": is_bold}
