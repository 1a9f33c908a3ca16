"""The plan of an invented report: who, when, which weak points, which measures."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from .expected import Variant, squeezed
from .texts import holds, same_texts, same_titles
from .variants import VARIANTS, with_facts

Read = Callable[[Variant], dict[str, Any]]
WITH_MEASURES = [variant for variant in VARIANTS if variant.expected.measures]
MARKER = re.compile(r"^\s*([-–—•·o▪]\s|-(?=[ก-ฮ])|[๐-๙0-9]+[.)]\s)")


def _ids(variant: Variant) -> str:
    return variant.id


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_agency(variant: Variant, read_variant: Read) -> None:
    agency, wanted = read_variant(variant)["agency"], variant.expected
    found = tuple(squeezed(str(agency[key])) for key in ("name", "district", "province"))
    assert found == (wanted.agency, wanted.district, wanted.province), "name, district or province is wrong"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_fiscal_year(variant: Variant, read_variant: Read) -> None:
    found = read_variant(variant)["fiscal_year_be"]
    assert found == variant.expected.fiscal_year_be, "another fiscal year was read"


@pytest.mark.parametrize("variant", with_facts("round_months"), ids=_ids)
def test_round(variant: Variant, read_variant: Read) -> None:
    assert read_variant(variant)["round_months"] == variant.expected.round_months, "another round was read"


@pytest.mark.parametrize("variant", with_facts("prior_fiscal_year_be"), ids=_ids)
def test_prior_year(variant: Variant, read_variant: Read) -> None:
    found = read_variant(variant)["prior_fiscal_year_be"]
    assert found == variant.expected.prior_fiscal_year_be, "the year whose result was analysed is wrong"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_weak_indicators_and_nothing_else(variant: Variant, read_variant: Read) -> None:
    """Strengths and mere mentions are no weak points; urgent and develop are kept apart."""
    found = sorted((weak["indicator_no"], weak["kind"]) for weak in read_variant(variant)["weaknesses"])
    wanted = sorted((weak.no, weak.kind) for weak in variant.expected.weaknesses)
    assert found == wanted, "the weak indicators or their kinds differ from what the report says"


@pytest.mark.parametrize("variant", with_facts("weaknesses"), ids=_ids)
def test_a_weak_indicator_carries_the_words_of_the_report(variant: Variant, read_variant: Read) -> None:
    texts = {weak["indicator_no"]: squeezed(weak["text"]) for weak in read_variant(variant)["weaknesses"]}
    for weak in variant.expected.weaknesses:
        assert weak.word in texts.get(weak.no, ""), f"weak indicator {weak.no} lost its name {weak.word}"


@pytest.mark.parametrize("variant", [v for v in VARIANTS if v.expected.measures is not None], ids=_ids)
def test_measures(variant: Variant, read_variant: Read) -> None:
    """No section row, header, continued row or page break makes a measure."""
    found = [measure["title"] for measure in read_variant(variant)["measures"]]
    wanted = [measure.title for measure in variant.expected.measures or ()]
    assert same_titles(found, wanted), f"measures read: {found}"


@pytest.mark.parametrize("variant", WITH_MEASURES, ids=_ids)
@pytest.mark.parametrize("part", ["guidelines", "steps"])
def test_guidelines_and_steps(variant: Variant, part: str, read_variant: Read) -> None:
    for wanted, found in _pairs(variant, read_variant):
        texts = getattr(wanted, part)
        if texts is not None:
            assert same_texts(found[part], texts), f"{part} of {wanted.title}: {found[part]}"


@pytest.mark.parametrize("variant", WITH_MEASURES, ids=_ids)
def test_items_of_nested_lists_are_kept(variant: Variant, read_variant: Read) -> None:
    for wanted, found in _pairs(variant, read_variant):
        for text in wanted.holds:
            assert holds([found["guidelines"], found["steps"]], text), f"{wanted.title} lost the item {text}"


@pytest.mark.parametrize("variant", WITH_MEASURES, ids=_ids)
def test_items_have_no_marker(variant: Variant, read_variant: Read) -> None:
    for measure in read_variant(variant)["measures"]:
        for item in [*measure["guidelines"], *measure["steps"]]:
            assert not MARKER.match(item), f"a bullet or number is left before {item!r}"
            assert squeezed(item), f"an empty item in {measure['title']}"


@pytest.mark.parametrize("variant", WITH_MEASURES, ids=_ids)
def test_responsible(variant: Variant, read_variant: Read) -> None:
    for wanted, found in _pairs(variant, read_variant):
        if wanted.responsible:
            assert same_texts([found["responsible"]], wanted.responsible), f"responsible for {wanted.title}"


@pytest.mark.parametrize("variant", WITH_MEASURES, ids=_ids)
def test_rounds_of_the_plan(variant: Variant, read_variant: Read) -> None:
    for wanted, found in _pairs(variant, read_variant):
        if wanted.rounds is not None:
            assert sorted(found["rounds_months"]) == list(wanted.rounds), f"rounds of {wanted.title}"


@pytest.mark.parametrize("variant", WITH_MEASURES, ids=_ids)
def test_indicators_on_the_word_of_the_document(variant: Variant, read_variant: Read) -> None:
    """A column or section that names an ITA indicator links it; a success measure (KPI) column does not."""
    for wanted, found in _pairs(variant, read_variant):
        linked = sorted(link["no"] for link in found["indicators"] if link["basis"] == "document")
        assert linked == sorted(wanted.indicators), f"indicators that the document gives to {wanted.title}"


def _pairs(variant: Variant, read_variant: Read) -> list[tuple[Any, dict[str, Any]]]:
    """Each expected measure beside the one read in its place."""
    found = read_variant(variant)["measures"]
    wanted = variant.expected.measures or ()
    assert len(found) == len(wanted), f"{len(wanted)} measures expected, read: {[m['title'] for m in found]}"
    return list(zip(wanted, found, strict=True))
