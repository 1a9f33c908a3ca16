"""Pages that need scores hand out what they show: the way up, weak items, themes, own surveys, a sheet just read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from ita_analysis.people import DESK
from ita_analysis.scoring import typed_rule
from ita_analysis.store.building import ready
from ita_analysis.store.rules import DEFAULT, set_rule
from ita_analysis.texts import say
from tests.documents.tabled import openpyxl_page
from tests.intake.survey.exports import as_csv, people, table
from tests.store.files import tables
from tests.store.invented import agency
from tests.ui.conftest import Looked
from tests.ui.handed_out import Handed, handed_out, tables_in, texts_of_csv
from tests.ui.screen import Screen, visit
from tests.ui.states import TAGS, scores_of_items
from tests.ui.test_bring_scores import PROVINCE, WHO, book, store, upload, wide
from tests.ui.test_survey import answers, click_store, shown_scores
from tests.ui.test_survey import upload as upload_answers

Row = dict[str, object]
MISSING = say("missing")


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _cells(cells: Iterable[object]) -> list[object]:
    """Return cells of a screen or a file in one form: numbers as they are printed, words without line ends."""
    return [*map(_plain, cells)]


def _row(row: Row) -> list[object]:
    return _cells(row.values())


def _files(shown: Screen) -> tuple[list[Handed], dict[str, list[Row]]]:
    """Return what a page hands out, its tables; each CSV holds the cells of its XLSX."""
    found = handed_out(shown)
    read = tables_in(found)
    for each in found:
        if each.label.endswith("CSV"):
            rows = texts_of_csv(each)
            assert [_cells(row.values()) for row in rows] == [*map(_row, read[each.label.removesuffix(" CSV")])]
    return found, read


def _plain(cell: object) -> object:
    text = "" if cell is None else " ".join(str(cell).removeprefix("'").split())
    return f"{float(text):.2f}" if re.fullmatch(r"[+-]?\d+(\.\d+)?", text) else text


def _lines(handed: Handed) -> str:
    return "\n".join(str(cell.value) for cell in openpyxl_page(handed.content)["A"])


def _way(state: Looked, **filters: str) -> Screen:
    return visit("way", agency=state.code(agency(5).name), year="2565", **filters)


@_on("three_documents")
@pytest.mark.parametrize("filters", [{}, {"grade": "AA"}])
def test_the_way_is_handed_out_as_it_is_shown(filters: dict[str, str], state: Looked) -> None:
    shown = _way(state, **filters)
    found, read = _files(shown)
    assert list(read) == [
        say("export.documents"), say("export.bands"), say("export.surveys"), say("export.arithmetic"),
    ]  # fmt: skip
    documents = shown.body(say("way.column.returned"))[1:]  # the first row is the result before
    assert len(documents) == 5
    for row, one in zip(read[say("export.documents")], documents, strict=True):
        code, name, own, chosen, *rest = _row(row)
        assert one.cells[0].removeprefix("● ") == code
        assert one.cells[1].removesuffix(f" ({say('way.own')})") == name
        assert (say("way.own") in one.cells[1], one.has("chosen")) == (
            own == say("export.yes"),
            chosen == say("export.yes"),
        )
        assert _cells(one.cells[2:]) == rest
    for row, cells in zip(read[say("export.bands")], shown.rows(say("way.column.cut")), strict=True):
        *told, words = _row(row)
        assert told == _cells(cells[:3])
        assert str(words) in cells[3]
    lines = read[say("export.arithmetic")]
    assert [*map(_row, lines)] == [*map(_cells, shown.rows(say("way.column.line")))]
    if filters:
        assert say("export.filter", name=say("filter.grade"), value="AA") in _lines(found[0])


@_on("three_documents")
def test_survey_items_need_points_or_cannot_be_enough(state: Looked) -> None:
    shown = _way(state, grade="AA")
    rows = _files(shown)[1][say("export.surveys")]
    cells = shown.rows(say("way.column.needed"))
    assert len(rows) == len(cells) > 6, "those that are folded too"
    for row, shown_cells in zip(rows, cells, strict=True):
        needed = row[say("way.column.needed")]
        assert _row(row)[:3] == _cells(shown_cells[:3])
        assert shown_cells[3].startswith(str(needed) if isinstance(needed, str) else f"+{needed:.2f} ")
    assert say("way.survey.no_promise") in _lines(handed_out(shown)[4])


@_on("floors_missed")
def test_floors_are_those_of_the_screen_and_points_are_numbers(state: Looked) -> None:
    shown = state.page("way")
    floors = _files(visit("way"))[1][say("way.title_floors")]
    cells = [[cell.lstrip("●◆○") for cell in row] for row in shown.rows(say("way.column.instrument"))]
    assert [*map(_row, floors)] == [*map(_cells, cells)]
    assert [row[say("way.column.score")] for row in floors] == [88, 90, 84, 91.25]


@_on("scored")
def test_of_indicators_alone_the_file_names_indicators(state: Looked) -> None:
    shown = state.page("way")
    (row,) = _files(visit("way"))[1][say("export.documents_of_indicators")]
    assert (row[say("export.column.indicator_no")], row[say("way.column.returned")]) == ("9", 9.9)
    assert shown.rows(say("way.column.returned"))[1][2] == "+9.90"


@_on("shipped")
def test_without_scores_the_way_has_nothing_to_hand_out_and_says_so(state: Looked) -> None:
    shown = visit("way")
    assert handed_out(shown) == [], state.name
    assert say("export.nothing") in shown.told("note")


@_on("with_items")
def test_indicators_stand_in_the_order_of_the_screen_with_the_year_before(state: Looked) -> None:
    for order in ({}, {"order": "number"}):
        shown = visit("weaknesses", **order)
        rows = _files(shown)[1][say("filter.indicator")]
        cells = shown.rows(say("column.level"))
        assert len(rows) == len(cells) == 10, state.name
        for row, (name, level, score, before, change, province, own) in zip(rows, cells, strict=True):
            assert name.startswith(f"{row[say('export.column.indicator_no')]} ")
            assert (say("weaknesses.note.lowest") in level) == (row[say("weaknesses.is_lowest")] == say("export.yes"))
            told = [
                row[say("column.score", year=2564)],
                row[say("column.score", year=2563)],
                row[say("column.province")],
            ]
            assert _cells(told) == _cells([score, before, province])
            assert float(str(row[say("column.change")])) == float(change.replace("−", "-"))
            assert str(row[say("export.column.beside")] or "") in own


@_on("with_items")
def test_all_items_below_the_rule_are_handed_out_not_only_ten(state: Looked) -> None:
    scores = scores_of_items(2564, ("O3", "O34", "O42"))
    losing = {code: score for code, score in scores.items() if score < (100 if code.startswith("O") else 85)}
    assert len(losing) > 10
    shown = state.page("weaknesses")
    rows = _files(visit("weaknesses"))[1][say("export.weak_items")]
    assert {row[say("column.item")]: row[say("column.score", year=2564)] for row in rows} == losing
    for row, cells in zip(rows, shown.rows(say("weak_items.points")), strict=False):
        code, topic, _no, _name, _sub, score, words, points = _row(row)
        assert [code, topic, score, points] == _cells([cells[0], cells[1], cells[3], cells[5]])
        assert cells[2].startswith(f"{row[say('export.column.indicator_no')]} ")
        assert str(words) in cells[4]
    (one,) = {
        row[say("export.column.indicator_no")]
        for row in _files(visit("weaknesses", indicator="10"))[1][say("export.weak_items")]
    }
    assert one == 10


@_on("with_items")
def test_themes_are_those_of_the_screen_with_what_a_gap_means(state: Looked) -> None:
    shown = state.page("weaknesses")
    rows = _files(visit("weaknesses"))[1][say("export.themes")]
    told = {one.find("b")[0].text: one.text for one in shown.elements("div", "theme")}
    for row, cells in zip(rows, shown.rows(say("column.gap")), strict=True):
        *views, gap, meaning = _row(row)
        assert [*views, str(gap).replace(say("export.no_gap"), "–")] == _cells(cells)
        assert str(meaning) in " ".join(told[str(views[0])].split())


@_on("compared")
def test_years_spreads_and_the_ten_indicators_are_those_of_the_trends(state: Looked) -> None:
    about = {"agency": state.code("องค์การบริหารส่วนตำบลตัวอย่าง0"), "year": "2568", "group": "nation"}
    shown = visit("trend", **about)
    read = _files(shown)[1]
    names = ("export.years", "export.spreads", "export.indicators_by_year", "export.groups")
    assert list(read) == [*map(say, names)]
    spreads = read[say("export.spreads")]
    told = [row for row in shown.rows(say("trend.spread.half")) if row[0].isdigit()]
    assert len(spreads) == len(told) > 0
    for row, (year, others, median, *_) in zip(spreads, told, strict=True):
        cells = _row(row)
        assert [cells[0], cells[1], cells[2]] == _cells([year, others.replace(",", ""), median])
    ten = read[say("export.indicators_by_year")]
    screen = shown.rows(say("filter.indicator"))
    assert len(ten) == len(screen) == 10
    for row, cells in zip(ten, screen, strict=True):
        no, _name, *scores, _moved, median = _row(row)
        assert cells[0].startswith(f"{str(no).removesuffix('.00')} ")
        assert [score or MISSING for score in (*scores, median)] == _cells(cells[1:])


def test_the_history_of_the_rule_is_handed_out(shipped_file: Path) -> None:
    assert say("export.rule_changes") not in _files(visit("weaknesses"))[1]
    set_rule(ready(shipped_file), 2563, typed_rule("70", "80", "90"), "=1+1 ตกลงกันในที่ประชุม", seen=DEFAULT, who=DESK)
    shown = visit("weaknesses")
    ((when, *told),) = [_row(row) for row in _files(shown)[1][say("export.rule_changes")]]
    assert told == _cells(shown.rows(say("rule.limits"))[0][1:])
    assert when


@_on("surveyed")
@pytest.mark.parametrize("tool", ["IIT", "EIT"])
def test_own_scores_are_marked_in_the_files_and_never_mixed_with_official_ones(tool: str, state: Looked) -> None:
    shown = visit("survey", agency=state.code(agency(4).name), year="2564", tool=tool)
    found, read = _files(shown)
    assert list(read) == [say("export.survey.indicators"), say("export.survey.items")]
    screen = [row for row in shown.part("own").find("tr") if row.find("td")]
    cells = [row.cells for row in screen]
    whole = read[say("export.survey.indicators")]
    for row, shown_cells in zip(whole, cells, strict=False):
        assert _row(row) == _cells([*shown_cells[:3], shown_cells[-1].replace(",", "")])
    items = read[say("export.survey.items")]
    assert [*map(_row, items)] == [_cells([*row[:-1], row[-1].replace(",", "")]) for row in cells[len(whole) :]]
    for each in found:
        assert say("survey.self") in each.file_name
        if each.label.endswith("CSV"):
            assert say("survey.column_self") in texts_of_csv(each)[0]
        else:
            assert f"{tool} {say('survey.self')}" in _lines(each)
            assert say("survey.not_official") in _lines(each)


@_on("surveyed")
def test_where_no_own_survey_is_there_nothing_is_handed_out(state: Looked) -> None:
    for about in ({"agency": "new"}, {"agency": state.code(agency(4).name), "year": "2563"}):
        assert handed_out(visit("survey", **about)) == []


def test_answers_that_are_read_are_handed_out_as_not_stored_beside_the_stored_ones(shipped_file: Path) -> None:
    stored = click_store(upload_answers(visit("survey"), answers(count=24)))
    before = tables(ready(shipped_file))
    fresh_answers = table("IIT", people("IIT", 30))
    fresh_answers[2][-1] = "ไม่รู้ว่าอะไร"
    shown = upload_answers(stored, as_csv(fresh_answers), "ใหม่.csv")
    found, read = _files(shown)
    known = [say("export.survey.indicators"), say("export.survey.items")]
    fresh = [say("export.sheet.unstored", name=name) for name in known]
    assert list(read) == [*known, *fresh, say("export.sheet.unstored", name=say("column.finding"))]
    for names, place in ((known, "own"), (fresh, "preview")):
        told = shown_scores(shown, place)
        for name, column in zip(names, (say("filter.indicator"), say("column.item")), strict=True):
            for row in read[name]:
                code = str(row[column]).split()[0]
                assert _plain(row[say("survey.column_self")] or MISSING) == told[code]
    assert read[known[0]] != read[fresh[0]]
    (finding,) = read[say("export.sheet.unstored", name=say("column.finding"))]
    assert finding[say("column.quote")] == "ไม่รู้ว่าอะไร"
    assert str(finding[say("column.place")]) in shown.part("findings").text
    lines = _lines(next(each for each in found if each.label == f"{fresh[0]} XLSX"))
    assert "ใหม่.csv (ยังไม่บันทึก)" in lines
    assert say("survey.not_official") in lines
    assert tables(ready(shipped_file)) == before


def test_a_sheet_that_is_read_is_handed_out_as_not_stored_until_it_is(empty_file: Path) -> None:
    before = tables(ready(empty_file))
    shown = upload(wide(WHO, f"{WHO}สอง", total=81.0))
    found, read = _files(shown)
    results, findings = (
        say("export.sheet.unstored", name=say(key)) for key in ("export.sheet.results", "column.finding")
    )
    assert list(read) == [results, findings]
    assert all("ยังไม่บันทึก" in each.file_name for each in found if say("export.all") not in each.label)
    assert [_row(row)[:5] for row in read[results]] == [
        [name, PROVINCE, "2567.00", "81.00", "80.00"] for name in (WHO, f"{WHO}สอง")
    ]
    assert all(str(row[say("column.finding")]) in shown.text for row in read[findings])
    assert tables(ready(empty_file)) == before
    stored = {each.label.rpartition(" ")[0] for each in handed_out(store(shown))}
    assert stored == {say("export.sheet.results"), say("column.finding"), say("export.all")}


@pytest.mark.usefixtures("empty_file")
def test_no_text_of_a_sheet_is_a_formula_in_a_file() -> None:
    heads: list[object] = ["หน่วยงาน", "จังหวัด", "ปีงบประมาณ", "คะแนนรวม"]
    shown = upload(book(heads, *[[f"{tag} ก", tag, 2567, "=1+1"] for tag in TAGS]), "=1+1.xlsx")
    found = handed_out(shown)
    assert found
    for each in found:
        if each.label.endswith("XLSX"):
            cells = [cell for row in openpyxl_page(each.content).iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        else:
            texts = [text for row in texts_of_csv(each) for text in row.values()]
            assert not [text for text in texts if text.lstrip().startswith(("=", "+", "-", "@"))]
