"""Words on their way into HTML: escaped, whole, not one lost; and addresses that say what they were given."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.framework import fiscal_years, load
from ita_analysis.look import MARKS
from ita_analysis.sentences.unbroken import emphasised, whole_terms
from ita_analysis.texts import phrases
from ita_analysis.thai.dates import long_date, short_date
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.heads import Head
from ita_analysis.ui.rendering import href, render
from ita_analysis.vocabulary import words
from tests.ui.markup import elements_of, way_of
from tests.ui.states import TAGS

OWN = re.compile(r'<span class="nb">|</span>|<wbr>')
TERMS = [str(term) for term in words("screen")["unbroken"]]
NAMES = phrases()
SPECIAL = st.sampled_from(
    [*TERMS, *NAMES, *TAGS, "<b>", "&amp;", "&", '"', "'", "12 คน", '<span class="nb">', " ", "⟦", "⟧"]
)
TEXTS = st.lists(st.one_of(SPECIAL, st.text(max_size=6))).map("".join)
UNITS = ("เดือน", "ตัวชี้วัด", "มาตรการ", "ขั้นตอน", "คะแนน", "แห่ง", "ข้อ", "เรื่อง", "รายการ", "คู่")


def _whole(text: str) -> list[str]:
    """Return the pieces of a text that no line breaks."""
    return [each.text for each in elements_of(str(whole_terms(text))) if each.has("nb")]


@settings(max_examples=150)
@given(TEXTS)
def test_no_letter_is_lost_and_no_tag_comes_through(text: str) -> None:
    bare = OWN.sub("", str(whole_terms(text)))
    assert unescape(bare) == text
    assert not re.search(r"[<>\"']", bare)


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(["develop", "urgent", "strength", ""]))
def test_emphasis_loses_no_letter_and_lets_no_tag_through(text: str, tone: str) -> None:
    made = str(emphasised(text, tone))
    own = re.compile(rf'<span class="{tone}">')
    bare = own.sub("", OWN.sub("", own.sub("", made)))
    assert not re.search(r"[<>\"']", bare)
    assert sorted(unescape(bare)) == sorted(re.sub("⟦([^⟦⟧]*)⟧", r"\1", text))


@pytest.mark.parametrize("letters", ["ก", "น้ำ", "กี่", "a", "&<", "เ"])
def test_a_run_without_a_blank_may_break_every_few_hundred_letters_and_never_within_one(letters: str) -> None:
    text = f"ก่อน {letters * 50_000} หลัง"
    pieces = [unescape(OWN.sub("", piece)) for piece in str(whole_terms(text)).split("<wbr>")]
    assert "".join(pieces) == text
    assert 100 < max(map(len, pieces)) < 250
    assert not any(unicodedata.category(piece[0]) == "Mn" or piece[0] == "ำ" for piece in pieces)


def test_a_text_with_blanks_breaks_at_these_alone() -> None:
    assert "<wbr>" not in str(whole_terms(f"{'ก' * 400} " * 50))


@pytest.mark.parametrize("term", [term for term in TERMS if term not in NAMES])
def test_a_term_is_kept_whole(term: str) -> None:
    assert term in _whole(f"ก่อน {term} หลัง")


@pytest.mark.parametrize("name", NAMES)
def test_an_official_name_breaks_between_its_phrases_alone(name: str) -> None:
    made = str(whole_terms(f"ก่อน{name}หลัง"))
    whole = "<wbr>".join(f'<span class="nb">{phrase}</span>' for phrase in NAMES[name])
    assert whole in made
    assert made.count("<wbr>") == len(NAMES[name]) - 1
    assert "".join(NAMES[name]) == name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", [1, 8, 10])
def test_a_number_stays_with_the_name_it_numbers(name: str, number: int) -> None:
    assert f"{number} {NAMES[name][0]}" in _whole(f"จุดอ่อน: {number} {name}")


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("number", ["1", "12", "74.04", "1,234", "๑๒"])
def test_a_number_stays_with_its_unit(unit: str, number: str) -> None:
    assert any(f"{number} {unit}" in piece for piece in _whole(f"นับได้ {number} {unit} แล้ว"))


@pytest.mark.parametrize("words_before", ["", "เมื่อ", "เผยแพร่ ", "วันที่ ", "วันที่", "ลงวันที่ "])
@pytest.mark.parametrize(
    "day", ["7 มกราคม 2563", "๗ มกราคม พ.ศ. ๒๕๖๓", "31 ตุลาคม 2564", "30 ก.ย. 2564", "31 มี.ค. 2564"]
)
def test_a_date_is_kept_whole(day: str, words_before: str) -> None:
    assert any(day in piece for piece in _whole(f"{words_before}{day} นอกรอบ"))


@settings(max_examples=60)
@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_any_date_that_the_screen_prints_is_kept_whole(day: date) -> None:
    for printed in (long_date(day), short_date(day)):
        assert any(printed in piece for piece in _whole(f"สิ้นรอบ {printed} แล้ว"))


@pytest.mark.parametrize("text", ["ตัวชี้วัดที่ 8", "ตัวชี้วัดที่ 10", "รอบ 6 เดือน", "รอบ 12 เดือน", "ปี 2563", "พ.ศ. 2564"])
def test_what_a_number_numbers_stays_with_it(text: str) -> None:
    assert any(text in piece for piece in _whole(f"ของ{text} และอื่น"))


@pytest.mark.parametrize("level", sorted({band.label_th for year in fiscal_years() for band in load(year).bands}))
def test_a_level_stays_with_its_name(level: str) -> None:
    assert any(f"(ระดับ {level})" in piece for piece in _whole(f"คะแนน 81.33 (ระดับ {level}) โดย"))
    assert any(f"ระดับ {level}" in piece for piece in _whole(f"จึงถึงระดับ {level} แล้ว"))


@pytest.mark.parametrize("part", ["1 จาก 2 ขั้นตอน", "6 จาก 13 ส่วน", "๓ จาก ๕", "4 จาก 10 ข้อ"])
def test_a_part_stays_with_its_whole(part: str) -> None:
    assert part in _whole(f"ทำแล้ว {part} ในรอบนี้")


def test_a_word_is_not_broken_before_its_own_end() -> None:
    """The ที่ of วันที่ is the end of a word, not one that begins with a number."""
    made = str(whole_terms("วันที่ 2 แห่งอยู่นอกรอบ"))
    assert "วัน<span" not in made


def test_nothing_is_an_empty_text() -> None:
    assert str(whole_terms(None)) == ""
    assert str(whole_terms("")) == ""


def test_emphasis_gives_the_part_its_tone() -> None:
    (part,) = [
        each for each in elements_of(str(emphasised("มี ⟦3 จาก 5 ตัวชี้วัด⟧ เท่านั้น", "develop"))) if each.has("develop")
    ]
    assert part.text == "3 จาก 5 ตัวชี้วัด"
    assert "⟦" not in str(emphasised("⟦ก⟧ ⟦ข⟧", "urgent"))
    assert "<span" not in str(emphasised("ไม่มีส่วนที่เน้น", "urgent"))


def test_emphasis_of_hostile_words_is_words() -> None:
    made = str(emphasised(f"⟦{TAGS[0]}⟧ {TAGS[1]}", "develop"))
    assert [each.tag for each in elements_of(made)] == ["span"]
    assert elements_of(made)[0].text == TAGS[0]


@pytest.mark.parametrize("page", PAGES)
def test_an_address_leads_to_its_page(page: str) -> None:
    assert way_of(href(page)).page == page
    assert way_of(href(page, "findings")).place == "findings"
    assert way_of(href(page, indicator=8, unit=None)).said == (("indicator", "8"),)


def test_the_first_page_is_the_root() -> None:
    assert href("executive") == "./"
    assert href("executive", "source", year=2564) == "./?year=2564#source"


@settings(max_examples=100)
@given(TEXTS)
def test_an_address_says_what_it_was_given(value: str) -> None:
    made = href("measures", unit=value, year=2564)
    assert dict(parse_qsl(urlsplit(made).query, keep_blank_values=True)) == {"unit": value, "year": "2564"}
    assert urlsplit(made).path == "./measures"
    assert not re.search(r"[<>\"'\s]", made)


@pytest.mark.parametrize("kind", ["problem", "note", "done"])
def test_a_message_is_words(kind: str) -> None:
    made = render("message", kind=kind, lines=["<script>alert(1)</script>", "![x](https://outside.example)"])
    assert "<script" not in made
    assert "![x](https://outside.example)" in made


def test_a_value_that_a_template_lacks_is_no_silent_blank() -> None:
    with pytest.raises(Exception, match="undefined"):
        render("message", kind="note")


@pytest.mark.parametrize("place", range(4))
def test_a_value_is_escaped_where_the_template_says_nothing_about_it(place: int) -> None:
    hostile = '"><script>alert(1)</script>'
    texts = [hostile if number == place else "ก" for number in range(4)]
    made = render("head", head=Head(texts[0], (texts[1],), texts[2], texts[3], is_synthetic=False))
    assert "<script" not in made
    assert hostile not in made
    assert hostile in "".join(each.text for each in elements_of(made) if each.tag == "div")


def test_every_status_has_a_shape_and_no_two_of_a_kind_share_one() -> None:
    kinds = (
        ("done", "in_progress", "not_started", "no_data", "not_stated", "overdue"),
        ("urgent", "develop", "good", "strength", "no_data"),
        ("high", "medium", "low"),
        ("document", "analyst", "wording"),
    )
    for kind in kinds:
        assert len({MARKS[status] for status in kind}) == len(kind)
