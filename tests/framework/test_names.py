"""The words for indicators: three lengths, other spellings, and themes of measures."""

import pytest

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework, fiscal_years, load


@pytest.fixture(params=fiscal_years())
def framework(request: pytest.FixtureRequest) -> Framework:
    return load(request.param)


def test_each_name_comes_in_three_lengths(framework: Framework) -> None:
    for indicator in framework.indicators:
        assert framework.name(indicator.no) == framework.name(indicator.no, "full") == indicator.name_th
        assert len(framework.name(indicator.no, "short")) <= 24
        assert len(framework.name(indicator.no, "tile")) <= 14


def test_names_of_one_length_tell_indicators_apart(framework: Framework) -> None:
    for length in ("full", "short", "tile"):
        names = [framework.name(row.no, length) for row in framework.indicators]
        assert len(set(names)) == len(names)


def test_no_row_is_only_its_own_full_name_again(framework: Framework) -> None:
    full = {row.name_th for row in framework.indicators}
    assert not [row for row in framework.names if row.kind == "alias" and row.words in full]


@pytest.mark.parametrize(
    ("words", "no"),
    [
        ("ประสิทธิภาพการสื่อสาร", 7),
        ("การสื่อสาร", 7),
        ("การปรับปรุงการทำงาน", 8),
        ("การปรับปรุงกระบวนการทำงาน", 8),
        ("การปรับปรุงระบบการทำงาน", 8),
        ("การป้องกันการทุจริต", 10),
    ],
)
def test_documents_may_write_a_name_in_their_way(words: str, no: int) -> None:
    assert {name.indicator_no for name in load(2564).aliases() if name.words == words} == {no}


@pytest.mark.parametrize(
    ("title", "no"),
    [
        ("มาตรการตรวจสอบการใช้ดุลพินิจ", 3),
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", 7),
        ("ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริต", 10),
        ("มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม", 8),
        ("มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง", 2),
        ("มาตรการจัดการเรื่องร้องเรียนการทุจริต", 5),
        ("มาตรการป้องกันการรับสินบน", 1),
        ("มาตรการป้องกันผลประโยชน์ทับซ้อน", 10),
        ("แนวทางการยืมทรัพย์สินของราชการ", 4),
        ("พัฒนาคุณภาพการให้บริการ", 6),
        ("การเปิดเผยข้อมูลบนเว็บไซต์", 9),
    ],
)
def test_the_longest_theme_in_a_usual_title_points_to_its_indicator(title: str, no: int) -> None:
    assert next(theme.indicator_no for theme in load(2564).themes() if theme.words in title) == no


def test_words_come_longest_first_and_once(framework: Framework) -> None:
    for names in (framework.aliases(), framework.themes()):
        lengths = [len(name.words) for name in names]
        assert lengths == sorted(lengths, reverse=True)
        assert len({(name.words, name.indicator_no) for name in names}) == len(names)


def test_words_that_are_full_and_short_name_at_once_rest_on_the_full_names_row() -> None:
    assert [name.kind for name in load(2564).aliases() if name.words == "การใช้งบประมาณ"] == ["full"]


def test_a_theme_is_never_sure(framework: Framework) -> None:
    assert {theme.confidence for theme in framework.themes()} <= {"likely", "unsure"}


def test_plan_and_report_items_by_year() -> None:
    found = {year: (load(year).plan_item, load(year).report_item) for year in fiscal_years()}
    assert found == {
        2562: (None, None),
        **dict.fromkeys(range(2563, 2567), ("O42", "O43")),
        2567: ("O34", "O35"),
        2568: ("O27", "O28"),
        2569: ("O25", "O26"),
    }


def test_the_report_item_changes_from_this_years_measures_to_last_years() -> None:
    rows = {year: load(year).measures_item("report") for year in range(2563, 2570)}
    offsets = {year: row.measures_year_offset for year, row in rows.items() if row}
    assert offsets == {**dict.fromkeys(range(2563, 2567), 0), **dict.fromkeys(range(2567, 2570), -1)}


@pytest.mark.parametrize("year", range(2563, 2566))
def test_criteria_of_o42_and_o43(year: int) -> None:
    framework = load(year)
    plan, report = framework.criteria_of("plan"), framework.criteria_of("report")
    assert {row.item_code for row in plan} == {"O42"}
    assert {row.item_code for row in report} == {"O43"}
    assert [row.code for row in plan][:3] == ["prior_year_result", "urgent_weaknesses", "develop_issues"]
    assert [row.code for row in report][:3] == ["traceable_to_plan", "concrete_action", "current_fiscal_year"]


def test_an_unknown_indicator_or_item_is_an_error() -> None:
    with pytest.raises(FrameworkError) as indicator:
        load(2564).indicator(11)
    with pytest.raises(FrameworkError) as item:
        load(2564).item("O44")
    assert indicator.value.key == "framework_indicator_unknown"
    assert item.value.key == "framework_item_unknown"
