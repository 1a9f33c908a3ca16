"""Bringing a report in: read, looked at, stored once; a bad file is one sentence and stores nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis import paths
from ita_analysis.store.backup import look
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import kept
from ita_analysis.store.statements import write
from ita_analysis.texts import say, say_count
from ita_analysis.thai.text import has_thai
from tests.reports.bad_files import BAD_FILES, Bad
from tests.reports.expected import Variant
from tests.reports.plain_report import AGENCY, PLAN_ROWS, SUFFIXES, Plain, write_plain
from tests.reports.test_real_source import SOURCES
from tests.reports.variants import VARIANTS
from tests.store.files import rows, tables
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit

# One of each fault; tests/reports tries all of them in each format.
LEFT_OUT = ("over-20-mb", "missing", "bomb", "picture-png")
CHOSEN = {bad.id.rsplit("-", 1)[0]: bad for bad in BAD_FILES if not bad.id.startswith(LEFT_OUT)}


def _upload(file: Path, shown: Screen | None = None) -> Screen:
    shown = shown or visit("bring-in")
    shown.at.file_uploader(key="report_file").set_value((file.name, file.read_bytes(), "")).run()
    return shown


def _confirm(shown: Screen) -> Screen:
    shown.at.button(key="store_report").click().run()
    return shown


def _written(folder: Path, suffix: str = ".docx", plain: Plain | None = None) -> Path:
    file = folder / f"รายงาน{suffix}"
    write_plain(file, plain)
    return file


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_report_is_read_shown_and_not_yet_stored(suffix: str, tmp_path: Path, empty_file: Path) -> None:
    before = tables(ready(empty_file))
    shown = _upload(_written(tmp_path, suffix))
    assert shown.problems == []
    assert AGENCY in shown.text
    assert all(row[0] in shown.text for row in PLAN_ROWS)
    titles = [each.text for each in shown.elements("h2")]
    for key, count in (("weaknesses", 2), ("measures", 2), ("results", 2)):
        assert say_count(f"reading.{key}", count) in titles
    assert [button.label for button in shown.at.button] == [say("bring_in.store")]
    assert tables(ready(empty_file)) == before, "looking is not storing"


@pytest.mark.usefixtures("empty_file")
def test_that_no_point_is_urgent_is_shown_before_it_is_stored(tmp_path: Path) -> None:
    none = "ไม่มีจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"
    plain = Plain(change=lambda words: words.replace("มีประเด็นที่", f"{none} มีประเด็นที่", 1))
    shown = _upload(_written(tmp_path, plain=plain))
    assert say("bring_in.none_stated", kind=say("weakness.urgent")) in shown.text
    assert none in shown.text
    assert say("finding.urgent_weakness_not_stated.title") not in shown.text


@pytest.mark.usefixtures("empty_file")
def test_every_value_has_a_place_and_says_how_sure_it_is(tmp_path: Path) -> None:
    shown = _upload(_written(tmp_path))
    read = shown.rows(say("column.place"))
    about = [row for row in read if row[0] not in {say("bring_in.prior_fiscal_year_be")}]
    assert len(about) > 8
    assert all(len(row) == 4 and row[1] and row[3] for row in about)
    assert sum(bool(row[2]) for row in about) >= len(about) - 1


def test_a_confirmed_report_is_stored_and_shown_on_the_other_pages(tmp_path: Path, empty_file: Path) -> None:
    shown = _confirm(_upload(_written(tmp_path)))
    assert shown.problems == []
    assert shown.told("done") == [say("reading.stored", number=1)]
    assert [link.text for link in shown.elements("a", "button")] == [say("bring_in.see")]
    assert rows(ready(empty_file), "select count(*) from report") == [(1,)]
    assert [look(made).tables["report"].rows for made in kept(empty_file)] == [0], "the state before is kept"
    assert AGENCY in shown.follow("executive").text
    for page in ("measures", "rounds", "coverage"):
        assert all(row[0] in shown.follow(page).text for row in PLAN_ROWS), page


def test_the_link_names_the_agency_and_the_year(tmp_path: Path, shipped_file: Path) -> None:
    shown = _confirm(_upload(_written(tmp_path)))
    (way,) = shown.ways
    ((code,),) = rows(ready(shipped_file), "select agency_code from agency where name_th = $1", AGENCY)
    assert (way.page, way.address) == ("executive", {"agency": str(code), "year": "2564"})
    assert AGENCY in visit(way.page, **way.address).elements("div", "caption")[0].text


def test_the_same_report_again_is_said_to_be_there(tmp_path: Path, empty_file: Path) -> None:
    _confirm(_upload(_written(tmp_path)))
    before = tables(ready(empty_file))
    for suffix in SUFFIXES:
        shown = _upload(_written(tmp_path, suffix))
        (said,) = shown.told("note")
        assert said.startswith(say("bring_in.already", date="|", number=1).split("|")[0])
        assert list(shown.at.button) == [], "it cannot be stored twice"
        assert [link.text for link in shown.elements("a", "button")] == [say("bring_in.see")]
    assert tables(ready(empty_file)) == before


def test_a_report_of_an_earlier_program_may_come_again_for_its_sentences(tmp_path: Path, empty_file: Path) -> None:
    file = _written(tmp_path)
    assert _confirm(_upload(file)).problems == []
    assert say("completeness.no_sentences") not in visit("completeness").text
    kept_then = rows(ready(empty_file), "from analysis_sentence order by all")
    with ready(empty_file).cursor() as cursor:
        cursor.execute("delete from analysis_sentence")
        write(cursor, "data_changed")
    shown = visit("completeness")
    assert say("completeness.no_sentences") in shown.text
    assert "bring-in" in {way.page for way in shown.part("parts").links}
    again = _confirm(_upload(file))
    assert again.told("done") == [say("reading.sentences_added", number=1)]
    assert rows(ready(empty_file), "from analysis_sentence order by all") == kept_then
    assert say("completeness.no_sentences") not in visit("completeness").text
    assert [button.key for button in _upload(file).at.button] == []


def test_confirming_twice_stores_once(tmp_path: Path, empty_file: Path) -> None:
    shown = _confirm(_upload(_written(tmp_path)))
    shown.at.run()
    assert [button.key for button in shown.at.button] == []
    assert rows(ready(empty_file), "select count(*) from report") == [(1,)]


def test_a_double_click_stores_once_and_is_no_error(tmp_path: Path, empty_file: Path) -> None:
    shown = _confirm(_confirm(_upload(_written(tmp_path))))
    assert shown.problems == []
    assert rows(ready(empty_file), "select count(*) from report") == [(1,)]


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
@pytest.mark.parametrize("bad", CHOSEN.values(), ids=lambda bad: bad.id)
def test_a_bad_file_is_one_sentence_and_stores_nothing(bad: Bad, state: Looked, tmp_path: Path) -> None:
    """All in one visit: a bad file does not stand in the way of the next."""
    file = tmp_path / bad.file_name
    bad.write(file)
    before = tables(ready(paths.database()))
    shown = _upload(file, state.page("bring-in"))
    assert shown.traces == []
    (said,) = shown.problems
    assert bad.file_name in said
    assert has_thai(said)
    assert list(shown.at.button) == []
    assert tables(ready(paths.database())) == before


@pytest.mark.usefixtures("empty_file")
def test_a_good_file_after_a_bad_one_is_read(tmp_path: Path) -> None:
    bad = tmp_path / "ว่าง.docx"
    bad.write_bytes(b"")
    shown = _upload(bad)
    assert shown.problems != []
    shown = _upload(_written(tmp_path), shown)
    assert shown.problems == []
    assert AGENCY in shown.text


def test_a_year_the_document_does_not_name_is_asked_for_and_stored(tmp_path: Path, empty_file: Path) -> None:
    shown = _upload(_written(tmp_path, plain=Plain(year="ประจำปี")))
    assert len(shown.problems) == 1
    shown.at.selectbox(key="stated_year").set_value(2564).run()
    assert shown.problems == []
    assert AGENCY in shown.text
    _confirm(shown)
    assert shown.problems == [], "the answer about the year was forgotten"
    assert rows(ready(empty_file), "select fiscal_year_be from report") == [(2564,)]


def test_a_stated_year_is_not_carried_to_the_next_document(tmp_path: Path, empty_file: Path) -> None:
    shown = _upload(_written(tmp_path, plain=Plain(year="ประจำปี")))
    shown.at.selectbox(key="stated_year").set_value(2566).run()
    other = tmp_path / "อื่น.docx"
    write_plain(other)
    _confirm(_upload(other, shown))
    assert shown.problems == []
    assert rows(ready(empty_file), "select fiscal_year_be from report") == [(2564,)], "2566 was said of another file"


def test_a_round_the_document_does_not_name_is_asked_for(tmp_path: Path, empty_file: Path) -> None:
    file = tmp_path / "รายงาน.txt"
    write_plain(file)
    text = file.read_text(encoding="utf-8").replace("(รอบ ๖ เดือน)", "").replace("เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", "")
    file.write_text(text.replace("รอบ ๑๒ เดือน", "ทุกปี").replace("รอบ ๖ เดือน", "ทุกปี"), encoding="utf-8")
    shown = _upload(file)
    assert shown.problems == []
    shown.at.selectbox(key="stated_round").set_value(12).run()
    _confirm(shown)
    assert shown.problems == []
    assert rows(ready(empty_file), "select distinct round_months from progress") == [(12,)]


@pytest.mark.parametrize("variant", VARIANTS[::6], ids=lambda variant: variant.id)
def test_reports_of_other_agencies_come_in_and_are_shown(variant: Variant, tmp_path: Path, shipped_file: Path) -> None:
    file = tmp_path / variant.file_name
    variant.write(file)
    shown = _upload(file)
    assert shown.problems == []
    _confirm(shown)
    assert shown.problems == []
    ((code, year),) = rows(
        ready(shipped_file), "select agency_code, fiscal_year_be from report order by report_id desc limit 1"
    )
    for page in ("executive", "weaknesses", "measures", "rounds", "coverage"):
        assert visit(page, agency=str(code), year=str(year)).problems == []


if SOURCES:

    def test_the_source_of_the_shipped_record_is_there_already(shipped_file: Path) -> None:
        shown = _upload(SOURCES[0])
        assert shown.problems == []
        assert len(shown.told("note")) == 1
        assert rows(ready(shipped_file), "select count(*) from report") == [(1,)]
