"""What the reader does not understand stands in `unread`; what it gives out is clean text."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .expected import Variant
from .reading import REPO_ROOT, preview, read
from .texts import MAIN_FIELDS, holds, strings
from .variants import VARIANTS, with_facts

Read = Callable[[Variant], dict[str, Any]]
TAG = re.compile(r"</?(b|i|p|[uo]l|li|br|div|span|font|o:p|img|i?frame|script|table|t[rdh])\b[^>]*>", re.I)
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u00a0\t]")
KEYS = {
    "agency", "fiscal_year_be", "round_months", "prior_fiscal_year_be", "weaknesses", "measures", "progress",
    "signatories", "findings", "unread",
}  # fmt: skip
ITEM_KEYS = {
    "weaknesses": {"indicator_no", "text", "kind"},
    "measures": {"title", "guidelines", "steps", "responsible", "rounds_months", "indicators"},
    "progress": {"measure", "detail", "period", "stated_on", "output", "outcome", "note"},
    "signatories": {"role", "name", "position"},
    "findings": {"rule", "severity", "where", "quote", "fix"},
    "unread": {"where", "text"},
}


def _ids(variant: Variant) -> str:
    return variant.id


@pytest.mark.parametrize("variant", with_facts("unread"), ids=_ids)
def test_what_is_not_understood_is_listed(variant: Variant, read_variant: Read) -> None:
    found = read_variant(variant)
    unread = [entry["text"] for entry in found["unread"]] + [measure["budget"] or "" for measure in found["measures"]]
    for text in variant.expected.unread:
        assert holds(unread, text), f"{text!r} was dropped: unread holds {unread}"


@pytest.mark.parametrize("variant", with_facts("kept"), ids=_ids)
def test_no_content_disappears(variant: Variant, read_variant: Read) -> None:
    for text in variant.expected.kept:
        assert holds(read_variant(variant), text), f"{text!r} stands nowhere in what was read"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_places_are_named(variant: Variant, read_variant: Read) -> None:
    found = read_variant(variant)
    for entry in [*found["unread"], *found["findings"]]:
        assert re.search("[ก-๙]", entry["where"]), f"the place is not said in Thai: {entry}"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_shape_of_the_answer(variant: Variant, read_variant: Read) -> None:
    found = read_variant(variant)
    assert found.keys() >= KEYS, f"missing: {KEYS - found.keys()}"
    assert found["agency"].keys() >= {"name", "district", "province"}
    for key, item_keys in ITEM_KEYS.items():
        for item in found[key]:
            assert item.keys() >= item_keys, f"{key}: missing {item_keys - item.keys()}"
    for row in found["progress"]:
        period = row["period"] or {}
        for day in [*row["stated_on"], *(day for day in (period.get("start"), period.get("end")) if day)]:
            assert 1990 < date.fromisoformat(day).year < 2100, f"{day} is not a date of the common era"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_text_is_clean(variant: Variant, read_variant: Read) -> None:
    """NFC, one spelling of ำ, no invisible letters, no runs of blanks."""
    found = read_variant(variant)
    for text in strings([found[field] for field in MAIN_FIELDS]):
        assert text == unicodedata.normalize("NFC", text), f"not NFC: {text!r}"
        assert not INVISIBLE.search(text), f"invisible or non-breaking characters in {text!r}"
        assert not re.search("\u0e4d[\u0e48-\u0e4b]?\u0e32", text), f"ำ in two letters: {text!r}"
        assert "  " not in text, f"blanks too many: {text!r}"
        assert text == text.strip(), f"blanks around {text!r}"


@pytest.mark.parametrize("variant", [v for v in VARIANTS if not v.expected.has_typed_tags], ids=_ids)
def test_no_html_comes_out(variant: Variant, read_variant: Read) -> None:
    found = read_variant(variant)
    fields = MAIN_FIELDS if "hostile" in variant.claims else tuple(found)
    for text in strings([found[field] for field in fields]):
        assert not TAG.search(text), f"an HTML tag came out: {text!r}"


@pytest.mark.parametrize("suffix_of", ["txt", "html", "docx"])
def test_preview_says_in_words_what_was_read(suffix_of: str, tmp_path: Path) -> None:
    variant = next(v for v in VARIANTS if v.id.startswith(suffix_of) and v.expected.measures)
    path = tmp_path / variant.file_name
    variant.write(path)
    answer = preview(path)
    assert answer.code == 0, answer.said
    assert holds(answer.out, variant.expected.agency), "the agency is not shown"
    for measure in variant.expected.measures or ():
        assert holds(answer.out, measure.title), f"{measure.title} is not shown"


def test_preview_writes_nothing_and_answers_the_same_again(tmp_path: Path) -> None:
    variant = VARIANTS[0]
    path = tmp_path / variant.file_name
    variant.write(path)
    before = _files(tmp_path), _files(REPO_ROOT / "data")
    first, second = read(path), read(path)
    assert first == second, "the same file read twice gives two answers"
    assert (_files(tmp_path), _files(REPO_ROOT / "data")) == before, "preview wrote or changed a file"


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file below a folder; nothing where there is no folder."""
    return {str(p): (p.stat().st_size, p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}
