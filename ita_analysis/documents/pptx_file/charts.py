"""Charts of the council's file: the program's own kind, which a reader can edit, with its rows behind it.

Categories run from the top; what is missing is a hatched slot of its own series, never a bar of length 0. The plot has
a fixed place in its frame, so that a limit and the words beside each row stand where they belong.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from ita_analysis.documents.deck.slides import Bars, Progress, Spans
from ita_analysis.documents.pptx_file.frame import LEFT, WITHIN, add_bar
from ita_analysis.documents.pptx_file.words import LANGUAGE, add, box, rgb, set_fonts, text_box
from ita_analysis.documents.workbook import OPTIONS, fitting
from ita_analysis.look import MARKS
from ita_analysis.texts import say
from ita_analysis.thai.text import straight

TOP, TALL = 2.75, 3.75  # inches of the frame; the plot takes these shares of it, which leave room for words:
_PLOT_X, _PLOT_Y, _PLOT_WIDE, _PLOT_TALL = 0.34, 0.09, 0.44, 0.78
_WORDS_X = 0.81
_STRIP = 0.08  # inches of the ground on which a limit is drawn
_FEW = 4  # rows that have room for larger letters
_FILLS = {"develop": "develop_mark", "": "good"}
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # the day of writing would change the bytes
_Data: Any = CategoryChartData  # the library has types for some of itself
Series = tuple[str, Sequence[float | None]]


def add_bars(slide: Any, picture: Bars) -> None:  # noqa: ANN401 - classes without public names
    """Add bars from 0, each with its value, and beside it its words."""
    labels, values = [row.label for row in picture.rows], [row.value for row in picture.rows]
    missing = [picture.most if value is None else None for value in values]
    series: list[Series] = [(picture.name, values)]
    if any(missing):
        series.append((say("missing"), missing))
    chart = _add(slide, XL_CHART_TYPE.BAR_CLUSTERED, labels, series, picture.alt)
    _axes(chart, picture.most)
    plot = chart.plots[0]
    plot.overlap = 100
    own = plot.series[0]
    for number, row in enumerate(picture.rows):
        if row.value is not None:
            _fill(own.points[number], _FILLS.get(row.tone, row.tone))
    _hatch_missing(plot, len(series))
    for number, row in enumerate(picture.rows):
        _beside(slide, number, len(picture.rows), f"{MARKS.get(row.tone, '')} {row.words}".strip(), row.tone)
    if picture.limit is not None:
        _line(slide, picture.limit / picture.most, picture.limit_words)


def add_spans(slide: Any, picture: Spans) -> None:  # noqa: ANN401
    """Add the levels as stretches of one axis, and the score as a line across them."""
    labels = [row.label for row in picture.rows]
    series: list[Series] = [
        (say("deck.score.from"), [row.low for row in picture.rows]),
        (picture.name, [row.high - row.low for row in picture.rows]),
    ]
    chart = _add(slide, XL_CHART_TYPE.BAR_STACKED, labels, series, picture.alt)
    _axes(chart, 100)
    plot = chart.plots[0]
    plot.overlap = 100
    plot.series[0].format.fill.background()
    for number, row in enumerate(picture.rows):
        _fill(plot.series[1].points[number], "accent" if row.is_reached else "line")
        if row.is_reached:
            _beside(slide, number, len(picture.rows), say("deck.score.here"), "accent")
    if picture.at is not None:
        _line(slide, picture.at / 100, picture.at_words)
    else:
        frame = text_box(slide, box(LEFT + WITHIN * _WORDS_X, TOP, WITHIN * (1 - _WORDS_X), 0.5))
        add(frame.paragraphs[0], f"⊖ {picture.at_words}", 20, "muted", is_bold=True)


def add_progress(slide: Any, picture: Progress) -> None:  # noqa: ANN401
    """Add the steps of measures: done, not stated (hatched), not done (outlined)."""
    rows = picture.rows
    counts = [(row.done, row.not_stated, row.not_done) for row in rows]
    most = max((sum(filter(None, each)) for each in counts), default=0) or 1
    series: list[Series] = [(name, [each[at] for each in counts]) for at, name in enumerate(picture.names)]
    missing = [most if row.done is None else None for row in rows]
    if any(missing):
        series.append((say("missing"), missing))
    chart = _add(slide, XL_CHART_TYPE.BAR_STACKED, [row.label for row in rows], series, picture.alt)
    _axes(chart, most)
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE  # the words beside each row count
    plot = chart.plots[0]
    plot.overlap = 100
    _fill(plot.series[0], "accent")
    _hatch(plot.series[1], "accent", "accent_tint")
    _fill(plot.series[2], "bg")
    _outline(plot.series[2])
    _hatch_missing(plot, len(series), at=3)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for number, row in enumerate(rows):
        _beside(slide, number, len(rows), row.words, "ink" if row.done is not None else "no_data")


def _add(slide: Any, kind: Any, labels: Sequence[str], series: Sequence[Series], alt: str) -> Any:  # noqa: ANN401
    data: Any = _Data(number_format="0.00" if kind == XL_CHART_TYPE.BAR_CLUSTERED else "General")
    data.categories = [fitting(label) for label in labels]
    for name, values in series:
        data.add_series(name, values)
    frame = slide.shapes.add_chart(kind, *box(LEFT, TOP, WITHIN, TALL), data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", straight(alt))
    chart = frame.chart
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.rgb = Pt(18 if len(labels) <= _FEW else 16), rgb("ink")
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        properties.set("lang", LANGUAGE)
        set_fonts(properties)
    _place_plot(chart)
    chart.plots[0].gap_width = 45
    chart.plots[0].vary_by_categories = False
    chart.part.chart_workbook.update_from_xlsx_blob(_rows_behind(labels, series))
    return chart


def _rows_behind(labels: Sequence[str], series: Sequence[Series]) -> bytes:
    """Return the sheet that a reader edits, where the library puts it; its own writer would take words for formulas."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, deepcopy(OPTIONS)) as book:
        book.set_properties({"created": _FIRST_DAY})
        page = book.add_worksheet("Sheet1")
        page.set_column(0, 0, 60)
        for row, label in enumerate(labels, 1):
            page.write_string(row, 0, fitting(label))
        for column, (name, values) in enumerate(series, 1):
            page.write_string(0, column, name)
            for row, value in enumerate(values, 1):
                if value is not None:
                    page.write_number(row, column, value)
    return content.getvalue()


def _place_plot(chart: Any) -> None:  # noqa: ANN401
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    values = {
        "layoutTarget": "inner", "xMode": "edge", "yMode": "edge",
        "x": _PLOT_X, "y": _PLOT_Y, "w": _PLOT_WIDE, "h": _PLOT_TALL,
    }  # fmt: skip
    for name, value in values.items():
        etree.SubElement(manual, qn(f"c:{name}"), {"val": str(value)})
    area.insert(0, layout)


def _axes(chart: Any, most: float) -> None:  # noqa: ANN401
    across, down = chart.value_axis, chart.category_axis
    down.reverse_order = True
    across.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # at the foot, although the rows run from the top
    across.minimum_scale, across.maximum_scale, across.major_unit = 0, most, most / 4
    across.has_major_gridlines = False
    across.tick_labels.font.size, across.tick_labels.font.color.rgb = Pt(14), rgb("muted")
    across.tick_labels.number_format, across.tick_labels.number_format_is_linked = "0", False
    # A label that takes two lines is no reason to leave the next one out.
    skip = etree.Element(qn("c:tickLblSkip"), {"val": "1"})
    down._element.find(qn("c:lblOffset")).addnext(skip)
    for axis in (across, down):
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.format.line.color.rgb = rgb("line")
    for properties in across._element.iter(qn("a:defRPr")):
        set_fonts(properties)


def _fill(part: Any, name: str) -> None:  # noqa: ANN401
    part.format.fill.solid()
    part.format.fill.fore_color.rgb = rgb(name)


def _hatch(series: Any, mark: str = "missing_mark", ground: str = "missing_tint") -> None:  # noqa: ANN401
    series.format.fill.patterned()
    series.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    series.format.fill.fore_color.rgb, series.format.fill.back_color.rgb = rgb(mark), rgb(ground)
    _outline(series)


def _outline(series: Any) -> None:  # noqa: ANN401
    series.format.line.color.rgb, series.format.line.width = rgb("missing_mark"), Pt(1)


def _hatch_missing(plot: Any, count: int, at: int = 1) -> None:  # noqa: ANN401
    if count > at:
        _hatch(plot.series[at])


def _beside(slide: Any, number: int, count: int, words: str, tone: str) -> None:  # noqa: ANN401
    if not words:
        return
    tall = TALL * _PLOT_TALL / count
    top = TOP + TALL * _PLOT_Y + number * tall
    place = box(LEFT + WITHIN * _WORDS_X, top, WITHIN * (1 - _WORDS_X), tall)
    frame = text_box(slide, place, anchor=MSO_ANCHOR.MIDDLE)
    add(frame.paragraphs[0], words, 20, {"no_data": "muted", "": "ink"}.get(tone, tone), is_bold=True)


def _line(slide: Any, share: float, words: str) -> None:  # noqa: ANN401
    """Draw a line across the plot at a share of its width, its words above it."""
    across = LEFT + WITHIN * (_PLOT_X + _PLOT_WIDE * share)
    top, end = TOP + TALL * _PLOT_Y - 0.05, TOP + TALL * (_PLOT_Y + _PLOT_TALL)
    # Dots on a dark bar would not be seen: a strip of the ground lies below them.
    add_bar(slide, box(across - _STRIP / 2, top, _STRIP, end - top), "bg")
    line = slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, Inches(across), Inches(top), Inches(across), Emu(Inches(end))
    )
    line.line.color.rgb, line.line.width, line.line.dash_style = rgb("ink"), Pt(2), MSO_LINE.ROUND_DOT
    line.element.nvCxnSpPr.cNvPr.set("descr", straight(words))
    frame = text_box(slide, box(across - 2.5, top - 0.36, 5.0, 0.34), align=PP_ALIGN.CENTER)
    add(frame.paragraphs[0], words, 18, is_bold=True)
