"""The council's deck: the numbers of the pages, one message a slide, nothing invented, nobody named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis import framework, paths
from ita_analysis.documents.deck import context, council_deck, foot, notes
from ita_analysis.documents.deck.slides import Bars, Deck, Grid, Progress, Spans, Tiles
from ita_analysis.documents.deck.words import few, plain_cut, shown_of
from ita_analysis.documents.names import without_names
from ita_analysis.scoring import rounded
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from tests.documents.decks import DAY, codes, deck_of, only_deck, slide_of, words_of
from tests.store.files import rows
from tests.store.invented import agency, measure, report, result, store, store_scores
from tests.ui.states import STATES

ALWAYS = {"summary", "score", "weak", "decide"}
ORDER = ["summary", "score", "weak", "coverage", "progress", "late", "way", "decide"]
IN_STATES = [name for name in STATES if name != "no_report"]


@pytest.fixture
def of_record(shipped: duckdb.DuckDBPyConnection) -> Deck:
    return deck_of(shipped, "khao-saming", 2564)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("name", IN_STATES)
def test_every_state_of_the_data_makes_a_deck(name: str) -> None:
    opened = ready(paths.database())
    STATES[name](opened)
    made = only_deck(opened)
    assert [code for code in ORDER if code in codes(made)] == codes(made), "in the order of the story"
    assert set(codes(made)) >= ALWAYS
    assert 4 <= len(made.slides) <= 8
    for number, slide in enumerate(made.slides, 1):
        assert slide.title
        assert slide.question
        assert slide.answer
        assert slide.sources, slide.code
        assert not {"⟦", "⟧"} & set(slide.title + slide.lead + slide.aside)
        assert "nan" not in words_of(slide).lower().split()
        assert "None" not in words_of(slide).split()
        assert say("deck.number", number=number, count=len(made.slides)) in foot(made, number)


def test_nothing_is_said_of_an_agency_or_a_year_that_is_not_there(shipped: duckdb.DuckDBPyConnection) -> None:
    assert council_deck(shipped, "khao-saming", 2599, None, DAY) is None
    assert council_deck(shipped, "nobody", 2564, None, DAY) is None


def test_the_real_record_says_what_its_pages_say(of_record: Deck) -> None:
    assert codes(of_record) == [code for code in ORDER if code != "way"], "without scores there is no way to tell"
    assert slide_of(of_record, "summary").headline == "จุดอ่อน 3 ตัวชี้วัด: ⟦ตัวชี้วัดที่ 8⟧ ยังไม่มีมาตรการ"
    assert say("missing") in slide_of(of_record, "score").title
    assert "8 การปรับปรุงการทำงาน" in slide_of(of_record, "coverage").title
    assert "4 จาก 6" in slide_of(of_record, "progress").title
    assert of_record.round_months == 6
    assert of_record.data_of == say("head.data_of", month="เมษายน 2564")


def test_a_missing_score_is_missing_everywhere_and_never_zero(of_record: Deck) -> None:
    score, weak = slide_of(of_record, "score").picture, slide_of(of_record, "weak").picture
    assert isinstance(score, Spans)
    assert score.at is None
    assert score.at_words == say("missing")
    assert not any(span.is_reached for span in score.rows)
    assert isinstance(weak, Bars)
    assert [(bar.value, bar.words) for bar in weak.rows] == [(None, say("missing"))] * 3
    assert weak.limit is None, "a limit without anything to compare says nothing"


def test_steps_are_those_that_were_judged(of_record: Deck, shipped: duckdb.DuckDBPyConnection) -> None:
    picture = slide_of(of_record, "progress").picture
    assert isinstance(picture, Progress)
    told = {row.label.split()[0]: (row.done, row.not_stated, row.not_done) for row in picture.rows}
    query = """
        select measure_no, count(*) filter (where state = 'done'),
            count(*) filter (where state is null or state = 'not_stated'), count(*) filter (where state = 'not_done')
        from measure join measure_step using (measure_id)
        left join step_progress on step_progress.measure_id = measure.measure_id
            and step_progress.step_no = measure_step.step_no and round_months = 6
        where fiscal_year_be = 2564 group by measure_no
    """
    assert told == {str(no): tuple(counts) for no, *counts in rows(shipped, query)}
    assert [sum(filter(None, column)) for column in zip(*told.values(), strict=True)] == [4, 2, 0]


def test_a_weak_indicator_without_a_measure_stands_first_and_has_a_tone(of_record: Deck) -> None:
    picture = slide_of(of_record, "coverage").picture
    assert isinstance(picture, Grid)
    assert [row.tone for row in picture.rows] == ["develop", "", ""]
    assert picture.rows[0].cells[0].startswith("8 ")
    assert all(len(row.cells) == len(picture.columns) for row in picture.rows)
    assert sum(share for _, share in picture.columns) == pytest.approx(1)
    assert not [cell for row in picture.rows for cell in row.cells if "…" in cell], "two lines have room for a title"


def test_what_is_late_is_told_by_unit(of_record: Deck, shipped: duckdb.DuckDBPyConnection) -> None:
    slide = slide_of(of_record, "late")
    assert isinstance(slide.picture, Grid)
    units = {
        name for (name,) in rows(shipped, "select distinct responsible from measure where responsible is not null")
    }
    assert {row.cells[0] for row in slide.picture.rows} <= {*units, say("queue.whole_agency"), say("queue.no_owner")}
    assert slide.picture.rows[0].cells[1] == say("deck.late.count", count=3)


def test_no_slide_names_whoever_signed(of_record: Deck, shipped: duckdb.DuckDBPyConnection) -> None:
    names = [str(name) for (name,) in rows(shipped, "select name from signatory where name is not null")]
    assert names
    said = " ".join(map(words_of, of_record.slides))
    assert [name for name in names if name in said] == []


@pytest.mark.usefixtures("empty")
def test_a_unit_that_is_a_person_is_not_named() -> None:
    opened = ready(paths.database())
    made = [measure(unit="นายสมชาย ใจดี"), measure("มาตรการที่สอง", unit="ปลัด (นางสาวสมหญิง ใจดี)")]
    store(opened, report(measures=made, progress=[result()]))
    deck = only_deck(opened)
    said = " ".join(map(words_of, deck.slides))
    assert "สมชาย" not in said
    assert "สมหญิง" not in said
    assert say("deck.person") in said


@pytest.mark.parametrize(
    "office", ["นายก อบต.", "นายกเทศมนตรี", "นายกองค์การบริหารส่วนตำบล", "นายช่างโยธา", "กองช่าง", "อบต.นางแล", "สำนักปลัด"]
)
def test_an_office_is_no_person(office: str) -> None:
    assert without_names(office) == office


@pytest.mark.parametrize(
    "person", ["นายกฤษณ์ ใจดี", "นาย สมชาย", "นางสมหญิง", "น.ส.สมหญิง", "ผู้ดูแล นายสมชาย", "ดร.สมชาย", "ว่าที่ร้อยตรีสมชาย"]
)
def test_a_title_before_a_name_tells_a_person(person: str) -> None:
    assert without_names(person) == say("deck.person")


@pytest.mark.usefixtures("empty")
def test_scores_are_those_stored_and_their_level_that_of_the_framework() -> None:
    opened = ready(paths.database())
    STATES["demo"](opened)
    deck = deck_of(opened, "demo", 2568)
    picture = slide_of(deck, "score").picture
    ((total,),) = rows(opened, "select score from score where fiscal_year_be = 2567 and level = 'total'")
    assert isinstance(picture, Spans)
    assert picture.at == pytest.approx(float(str(total)))
    pack = framework.load(2567)
    assert [span.low for span in picture.rows] == [float(band.min_total) for band in pack.bands]
    (reached,) = [span for span in picture.rows if span.is_reached]
    assert reached.low <= float(str(total)) < reached.high
    assert f"{rounded(Decimal(str(total)))}" in slide_of(deck, "score").title


@pytest.mark.usefixtures("empty")
def test_weak_indicators_stand_from_the_weakest_with_the_scores_stored() -> None:
    opened = ready(paths.database())
    STATES["scored"](opened)
    picture = slide_of(only_deck(opened), "weak").picture
    assert isinstance(picture, Bars)
    values = [bar.value for bar in picture.rows]
    query = "select code, score from score where level = 'indicator'"
    stored = {str(no): float(str(score)) for no, score in rows(opened, query)}
    told = {bar.label.split()[0]: bar.value for bar in picture.rows if bar.value is not None}
    assert told == pytest.approx({no: stored[no] for no in told})
    known = [value for value in values if value is not None]
    assert known == sorted(known)
    assert values[0] == 0.0, "a score of zero is a score"
    assert picture.limit == 75.0


@pytest.mark.usefixtures("empty")
def test_the_way_up_is_drawn_from_now_to_all_documents() -> None:
    opened = ready(paths.database())
    STATES["three_documents"](opened)
    slide = slide_of(only_deck(opened), "way")
    assert isinstance(slide.picture, Bars)
    now, *after = [bar.value or 0.0 for bar in slide.picture.rows]
    assert slide.picture.limit is not None
    assert now < slide.picture.limit <= after[0]
    assert after == sorted(after)
    assert [bar.tone for bar in slide.picture.rows] == ["develop", *["good"] * len(after)], "reached or not"


@pytest.mark.usefixtures("empty")
def test_of_forty_measures_five_are_shown_and_the_rest_are_counted() -> None:
    opened = ready(paths.database())
    STATES["forty_measures"](opened)
    slide = slide_of(only_deck(opened), "progress")
    assert isinstance(slide.picture, Progress)
    assert len(slide.picture.rows) == 5
    assert "5 จาก 40" in slide.aside
    assert len(slide.sources) <= 9


@pytest.mark.usefixtures("empty")
def test_long_names_are_cut_where_a_slide_has_no_room() -> None:
    opened = ready(paths.database())
    long = "มาตรการ" + "ส่งเสริมความโปร่งใสในการปฏิบัติงาน" * 40
    unit = "สำนักปลัด" * 40
    who = replace(agency(), name="องค์การบริหารส่วนตำบล" + "ยาว" * 100)
    store(opened, report(who, measures=[measure(long, unit=unit)], progress=[result(long)]))
    deck = only_deck(opened)
    for slide in deck.slides:
        assert len(slide.title) < 260
        if isinstance(slide.picture, Grid):
            assert max(len(cell) for row in slide.picture.rows for cell in row.cells) < 90
    assert all(len(part) < 60 for part in context(deck))


@pytest.mark.usefixtures("empty")
def test_another_round_makes_another_deck() -> None:
    opened = ready(paths.database())
    STATES["four_rounds"](opened)
    latest = only_deck(opened)
    ((code,),) = rows(opened, "select agency_code from agency where not is_synthetic")
    third, twelfth = (deck_of(opened, str(code), 2564, months) for months in (3, 12))
    assert latest.round_months == 9
    assert {slide_of(each, "progress").title for each in (latest, third, twelfth)} == {
        "รอบ 9 เดือน: ทำแล้ว 3 จาก 4 ขั้นตอน",
        "รอบ 3 เดือน: ทำแล้ว 1 จาก 4 ขั้นตอน",
        "รอบ 12 เดือน: ยังไม่มีผลในระบบ",
    }
    picture = slide_of(twelfth, "progress").picture
    assert isinstance(picture, Progress)
    assert all(row.done is None for row in picture.rows), "nothing reported is not nothing done"


@pytest.mark.usefixtures("empty")
def test_where_all_is_well_it_is_said() -> None:
    opened = ready(paths.database())
    STATES["strong"](opened)
    deck = only_deck(opened)
    slide = slide_of(deck, "summary")
    assert slide.tone == "strength"
    assert isinstance(slide.picture, Tiles)
    assert slide.picture.about is None
    assert "coverage" not in codes(deck), "nothing weak has to be covered"


@pytest.mark.usefixtures("empty")
def test_made_up_data_say_so_at_each_slide() -> None:
    opened = ready(paths.database())
    STATES["demo"](opened)
    deck = deck_of(opened, "demo", 2568)
    assert all(say("head.synthetic") in foot(deck, number) for number in range(1, len(deck.slides) + 1))


@pytest.mark.usefixtures("empty")
def test_a_single_weakness_is_told_in_the_singular() -> None:
    opened = ready(paths.database())
    STATES["one_measure"](opened)
    assert slide_of(only_deck(opened), "summary").headline == say("executive.headline.covered.one")


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(("weak", "words"), [((8,), "ตัวชี้วัดที่ 8"), ((1, 9), "2 จาก 2 ตัวชี้วัด")])
def test_the_first_message_stresses_what_no_measure_answers(weak: tuple[int, ...], words: str) -> None:
    opened = ready(paths.database())
    store(opened, report(weak=weak))
    slide = slide_of(only_deck(opened), "summary")
    assert f"⟦{words}⟧" in slide.headline
    assert slide.tone == "develop"
    assert isinstance(slide.picture, Tiles)
    assert [fact.number for fact in slide.picture.facts if fact.number == slide.picture.about] == ["coverage"]


def test_notes_say_where_each_number_was_read_and_what_may_be_asked(of_record: Deck) -> None:
    for number, slide in enumerate(of_record.slides, 1):
        lines = notes(of_record, number)
        assert lines[0] == say("source.title")
        assert set(slide.sources) <= set(lines)
        assert of_record.data_of in lines
        assert lines[-2:] == (say("deck.question", words=slide.question), say("deck.answer", words=slide.answer))
    assert any("ตารางที่ 2 แถวที่ 2" in line for line in notes(of_record, codes(of_record).index("coverage") + 1))


def test_the_summary_shows_the_facts_of_the_executive(of_record: Deck) -> None:
    picture = slide_of(of_record, "summary").picture
    assert isinstance(picture, Tiles)
    assert [(fact.value, fact.is_missing) for fact in picture.facts] == [
        (say("missing"), True),
        ("2", False),
        ("3", False),
        (say("executive.fact.no_result"), True),
    ]


@pytest.mark.usefixtures("empty")
def test_the_same_data_make_the_same_deck() -> None:
    opened = ready(paths.database())
    code = store(opened, report(weak=(6, 7), measures=[measure()], progress=[result()])).agency_code
    store_scores(opened, code, 2563, {"6": 70.0, "7": 80.0, "total": 75.0})
    assert deck_of(opened, code, 2564) == deck_of(opened, code, 2564)


@given(st.text(max_size=300), st.integers(1, 80))
def test_a_cut_text_is_short_and_on_one_line(text: str, most: int) -> None:
    cut = plain_cut(text, most)
    assert "\n" not in cut
    assert len(cut) <= max(most + 300, len(say("deck.person")))
    assert cut.endswith("…") or len(cut) <= max(most, len(say("deck.person")))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริต", "ประกาศเจตจำนงการบริหารงาน…"),
        ("มาตรการปรับปรุงขั้นตอนบริการร่วมกับผู้รับบริการ", "มาตรการปรับปรุงขั้นตอนบริการ…"),
        ("มาตรการจัดการความเสี่ยงต่อการทุจริตในการจัดซื้อจัดจ้าง", "มาตรการจัดการความเสี่ยงต่อการทุจริต…"),
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"),
        (f"{'ก' * 40} {'ข' * 40}", f"{'ก' * 40}…"),
    ],
)
def test_a_title_is_cut_before_a_word(title: str, shown: str) -> None:
    assert plain_cut(title, 36) == shown


@pytest.mark.usefixtures("empty")
def test_of_many_measures_the_least_done_stand_in_the_order_of_the_plan() -> None:
    opened = ready(paths.database())
    names = [f"มาตรการที่ {number}" for number in range(1, 8)]
    plan = [measure(name) for name in names]
    store(opened, report(measures=plan, progress=[result(names[0]), result(names[2])]))
    picture = slide_of(only_deck(opened), "progress").picture
    assert isinstance(picture, Progress)
    numbers = [int(row.label.split()[0]) for row in picture.rows]
    assert numbers == sorted(numbers)
    assert numbers == [2, 4, 5, 6, 7]


@given(st.lists(st.text("กขค", min_size=1, max_size=9), max_size=30))
def test_notes_are_few_and_count_the_rest(lines: list[str]) -> None:
    told = few(lines)
    assert len(told) <= 9
    assert told[:8] == tuple(lines[:8])
    assert (len(told) == 9) == (len(lines) > 8)


def test_rows_that_are_shown_whole_are_not_counted() -> None:
    assert shown_of(5, 5, "deck.more.measures") == ""
    assert "5 จาก 6" in shown_of(6, 5, "deck.more.measures")
