"""One agency among many: looked for by name, province and kind; fifty a page; the way leads on to where one was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from ita_analysis.people import DESK
from ita_analysis.store.building import ready
from ita_analysis.store.synthetic import load_nation
from ita_analysis.synthetic.agencies import agencies
from ita_analysis.texts import say, say_count
from tests.documents.tabled import openpyxl_page
from tests.store.files import forget
from tests.store.invented import agency, small_report, store
from tests.ui.handed_out import handed_out, tables_in, texts_of_csv
from tests.ui.markup import Way
from tests.ui.screen import SECONDS, Screen, visit
from tests.ui.states import TAGS

COUNT, REAL = 130, 3
ROWS = 50
PAGES = ("executive", "weaknesses", "measures", "rounds", "coverage")


@pytest.fixture(scope="module")
def many(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Three real agencies and 130 synthetic ones, as the database that all pages see."""
    file = Path(shutil.copy(built["empty"], tmp_path_factory.mktemp("many") / "ita.duckdb"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(file))
        patch.setenv("ITA_START", "empty")
        for number in range(1, REAL + 1):
            store(ready(file), small_report(agency(number)))
        load_nation(ready(file), (2566, 2567), COUNT, who=DESK)
        yield ready(file)
        forget(file)


def _names(shown: Screen) -> list[str]:
    return [row.find("a")[0].text for row in shown.body(say("column.whereabouts"))]


def _ways(shown: Screen) -> list[Way]:
    return [way for row in shown.body(say("column.whereabouts")) for way in row.links]


def _sought(**address: str) -> Screen:
    shown = visit("agencies", **address)
    assert shown.problems == []
    return shown


@pytest.mark.usefixtures("many")
def test_all_are_there_fifty_a_page_real_ones_first_and_in_the_order_of_the_alphabet() -> None:
    first, second, third = (_sought(page=str(number)) for number in (1, 2, 3))
    assert first.headline == say_count("agencies.stored", COUNT + REAL)
    assert [len(_names(each)) for each in (first, second, third)] == [ROWS, ROWS, COUNT + REAL - 2 * ROWS]
    names = [*_names(first), *_names(second), *_names(third)]
    assert names[:REAL] == [agency(number).name for number in range(1, REAL + 1)]
    assert sorted(names[REAL:]) == sorted(each.name for each in agencies(COUNT))
    kinds = [name.partition("สังเคราะห์")[0] for name in names[REAL:]]
    assert kinds == sorted(kinds, key=lambda kind: kind.replace("เท", "ทเ")), "as a dictionary sorts, vowels after"


@pytest.mark.usefixtures("many")
def test_the_pages_of_the_list_lead_to_each_other() -> None:
    first, third = _sought(back="rounds", q="สังเคราะห์"), _sought(page="3", q="สังเคราะห์")
    told = {("q", "สังเคราะห์"), ("back", "rounds"), ("page", "2")}
    assert [set(way.said) for way in first.ways if way.page == "agencies"] == [told]
    assert [way.address["page"] for way in third.ways if way.page == "agencies"] == ["2"]
    assert say("agencies.page", page=3, last=3) in third.text


@pytest.mark.usefixtures("many")
def test_a_part_of_the_name_is_enough() -> None:
    name = agencies(COUNT)[0].name
    shown = _sought(q=name[-6:])
    assert name in _names(shown)
    assert all(name[-6:] in each for each in _names(shown))
    assert name[-6:] in shown.headline


@pytest.mark.usefixtures("many")
def test_the_short_kind_finds_too() -> None:
    assert len(_names(_sought(q="อบจ."))) == len(
        [x for x in agencies(COUNT) if x.name.startswith("องค์การบริหารส่วนจังหวัด")]
    )


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("words", ["%", "_", "ตำบ%", "\\", ".*", "' or 1=1 --", "x" * 5000, "\0", "$words", *TAGS])
def test_wildcards_and_hostile_words_find_nothing_and_break_nothing(words: str) -> None:
    shown = _sought(q=words)
    assert _names(shown) == []
    assert say("agencies.none_why") in shown.standfirst
    assert "<script" not in shown.html
    assert "<img" not in shown.html


@pytest.mark.usefixtures("many")
def test_blanks_and_zero_width_letters_are_no_words() -> None:
    assert len(_names(_sought(q=" \u200b "))) == ROWS


@pytest.mark.usefixtures("many")
def test_province_and_kind_narrow_the_list() -> None:
    here = [each for each in agencies(COUNT) if each.province == "นครราชสีมา"]
    assert here
    shown = _sought(province="นครราชสีมา")
    assert sorted(_names(shown)) == sorted(each.name for each in here)
    tambon = _sought(province="นครราชสีมา", type="tambon")
    assert sorted(_names(tambon)) == sorted(each.name for each in here if each.name.startswith("เทศบาลตำบล"))
    other = _sought(type="other")
    assert all(name.startswith("หน่วยงานของรัฐ") for name in _names(other))
    assert len(_names(other)) > 0


@pytest.mark.usefixtures("many")
def test_choosing_puts_it_into_the_address_and_starts_at_the_first_page() -> None:
    shown = _sought(page="2", back="rounds")
    shown.choose("province", "นครราชสีมา")
    assert shown.at.query_params == {"province": "นครราชสีมา", "back": "rounds"}
    shown.at.text_input(key="choose_q").set_value("เทศบาล").run(timeout=SECONDS)
    assert shown.at.query_params == {"province": "นครราชสีมา", "back": "rounds", "q": "เทศบาล"}
    assert all("เทศบาล" in name for name in _names(shown))


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_to_the_list_and_the_list_leads_back_to_it_with_the_same_year(page: str) -> None:
    shown = visit(page, year="2567")
    ways = [way for way in shown.ways if way.page == "agencies"]
    assert [way.filters for way in ways] == [{"back": page}]
    listed = shown.click(Way("agencies", (*ways[0].said,)))
    assert listed.problems == []
    last = _ways(listed)[-1]
    assert last.page == page
    assert last.address["year"] == ways[0].address["year"] or last.address["year"] == "2568"
    assert {way.page for way in _ways(listed)} == {page}


@pytest.mark.usefixtures("many")
def test_an_agency_that_has_the_year_keeps_it_and_another_gets_its_latest() -> None:
    years = {way.address["agency"][0]: way.address["year"] for way in _ways(_sought(year="2567"))}
    assert years == {"a": "2564", "s": "2567"}
    years = {way.address["agency"][0]: way.address["year"] for way in _ways(_sought(year="x"))}
    assert years == {"a": "2564", "s": "2568"}


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    "back", ["", "source", "demo", "agencies", "bring-in", "nowhere", "https://x.example", *TAGS[:2]]
)
def test_a_way_back_to_no_page_of_an_agency_leads_to_the_first_page(back: str) -> None:
    assert {way.page for way in _ways(_sought(back=back))} == {"executive"}


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "๒", "9" * 30, "1e3"])
def test_a_page_of_the_list_that_is_not_there_is_the_first(page: str) -> None:
    expected = _sought(page="2") if page == "๒" else _sought()
    assert _names(_sought(page=page)) == _names(expected)


@pytest.mark.usefixtures("many")
def test_the_agency_of_the_address_is_shown_among_many_and_no_list_offers_all() -> None:
    who = agencies(COUNT)[7]
    (way,) = _ways(_sought(q=who.name))
    shown = visit("executive", **way.address)
    assert shown.problems == []
    (caption,) = shown.elements("div", "caption")
    assert who.name in caption.text
    assert "agency" not in shown.filters
    assert shown.at.query_params["agency"] == way.address["agency"]


@pytest.mark.usefixtures("many")
def test_all_that_were_found_are_handed_out_not_only_the_page_shown() -> None:
    pages = [_sought(page=str(number)) for number in (1, 2, 3)]
    xlsx, csv = handed_out(_sought(page="2"))
    (rows,) = tables_in([xlsx]).values()
    assert [row[say("filter.agency")] for row in rows] == [name for shown in pages for name in _names(shown)]
    assert [row[say("filter.agency")] for row in texts_of_csv(csv)] == [row[say("filter.agency")] for row in rows]
    cells = [row for shown in pages for row in shown.rows(say("column.whereabouts"))]
    for row, shown in zip(rows, cells, strict=True):
        places = [str(row[say(key)]) for key in ("export.column.district", "filter.province")]
        assert shown[1] == " · ".join(place for place in places if place != say("missing"))
        assert str(row[say("filter.type")]) == shown[2]
        assert str(row[say("column.latest_year")]) in shown[3]
    made_up = [row[say("export.column.synthetic")] == say("export.yes") for row in rows]
    assert made_up == [False] * REAL + [True] * COUNT
    assert say("head.synthetic") not in xlsx.file_name


@pytest.mark.usefixtures("many")
def test_a_file_of_agencies_says_what_was_looked_for_and_that_all_are_made_up() -> None:
    shown = _sought(province="นครราชสีมา", type="tambon", q="ตำบล")
    xlsx, csv = handed_out(shown)
    (rows,) = tables_in([xlsx]).values()
    assert [row[say("filter.agency")] for row in rows] == _names(shown)
    lines = [str(cell.value) for cell in openpyxl_page(xlsx.content)["A"]]
    assert lines[0] == shown.headline
    kind = next(each for each in shown.options("type") if each.startswith("เทศบาลตำบล"))
    said = {"q": "ตำบล", "province": "นครราชสีมา", "type": kind}
    told = " · ".join(say("export.filter", name=say(f"filter.{name}"), value=value) for name, value in said.items())
    assert say("export.filters", filters=told) in lines
    assert xlsx.file_name.startswith(say("head.synthetic"))
    assert {row[say("head.synthetic")] for row in texts_of_csv(csv)} == {say("export.yes")}


@pytest.mark.usefixtures("many")
def test_a_file_of_more_than_it_holds_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_analysis.ui.exported.agencies.MOST", 7)
    xlsx, _ = handed_out(_sought(q="สังเคราะห์"))
    (rows,) = tables_in([xlsx]).values()
    assert len(rows) == 7
    words = say_count("agencies.named", COUNT, words="สังเคราะห์")
    assert openpyxl_page(xlsx.content)["A1"].value == say("export.first_of", words=words, most=7)


@pytest.mark.usefixtures("shipped")
def test_of_a_few_agencies_nobody_is_sent_to_a_list() -> None:
    assert [way for way in visit().ways if way.page == "agencies"] == []
