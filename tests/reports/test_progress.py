"""The results of an invented report: which measure, when, what came out, who signs, what is wrong."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .expected import Progress, Variant, bare, squeezed
from .texts import holds, same_titles
from .variants import VARIANTS, with_facts

Read = Callable[[Variant], dict[str, Any]]
WITH_PROGRESS = with_facts("progress")
FREE_TEXTS = ("detail", "output", "outcome", "note")


def _ids(variant: Variant) -> str:
    return variant.id


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_each_result_belongs_to_its_measure(variant: Variant, read_variant: Read) -> None:
    """Nothing is made up for a plan without results; activities merged under a measure stay with it."""
    found = [row["measure"] for row in read_variant(variant)["progress"]]
    if not variant.expected.one_row_per_measure:
        found = [title for no, title in enumerate(found) if no == 0 or bare(title) != bare(found[no - 1])]
    wanted = [row.measure for row in variant.expected.progress]
    assert same_titles(found, wanted), f"measures of the results read: {found}"


@pytest.mark.parametrize("variant", WITH_PROGRESS, ids=_ids)
@pytest.mark.parametrize("field", FREE_TEXTS)
def test_texts_stand_in_their_column(variant: Variant, field: str, read_variant: Read) -> None:
    for wanted, rows in _rows(variant, read_variant):
        text = getattr(wanted, field)
        assert holds([row[field] for row in rows], text) or not text, f"{field} of {wanted.measure}: {rows}"


@pytest.mark.parametrize("variant", WITH_PROGRESS, ids=_ids)
def test_outputs_and_outcomes_are_not_mixed(variant: Variant, read_variant: Read) -> None:
    """Two-level headers: the cell under ผลผลิต is the output, the one under ผลลัพธ์ the outcome, whole."""
    for wanted, rows in _rows(variant, read_variant):
        for field in ("output", "outcome"):
            text = getattr(wanted, field)
            if text:
                joined = "".join(squeezed(row[field] or "") for row in rows)
                assert joined == squeezed(text), f"{field} of {wanted.measure} reads {joined!r}"


@pytest.mark.parametrize("variant", WITH_PROGRESS, ids=_ids)
def test_all_that_was_said_of_a_measure_is_kept(variant: Variant, read_variant: Read) -> None:
    for wanted, rows in _rows(variant, read_variant):
        for text in wanted.said:
            assert holds([[row[field] for field in FREE_TEXTS] for row in rows], text), f"lost: {text}"


@pytest.mark.parametrize("variant", WITH_PROGRESS, ids=_ids)
def test_periods(variant: Variant, read_variant: Read) -> None:
    for wanted, rows in _rows(variant, read_variant):
        if wanted.period:
            start, end = wanted.period
            for row in rows:
                assert row["period"] == {"start": start, "end": end}, f"period of {wanted.measure}"


@pytest.mark.parametrize("variant", WITH_PROGRESS, ids=_ids)
def test_dates_stated(variant: Variant, read_variant: Read) -> None:
    """A date that does not exist (31 February) is no date; 29 February 2567 is one."""
    for wanted, rows in _rows(variant, read_variant):
        if wanted.stated_on is not None:
            found = sorted(day for row in rows for day in row["stated_on"])
            assert found == sorted(wanted.stated_on), f"dates stated for {wanted.measure}"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_signatories(variant: Variant, read_variant: Read) -> None:
    found = [(p["role"], squeezed(p["name"])) for p in read_variant(variant)["signatories"]]
    wanted = [(p.role, squeezed(p.name)) for p in variant.expected.signatories]
    assert found == wanted, "roles or names of those who sign"


@pytest.mark.parametrize("variant", with_facts("signatories"), ids=_ids)
def test_positions(variant: Variant, read_variant: Read) -> None:
    people = read_variant(variant)["signatories"]
    positions = {squeezed(p["name"]): squeezed(p["position"] or "") for p in people}
    for person in variant.expected.signatories:
        found = positions.get(squeezed(person.name), "")
        assert squeezed(person.position) in found, f"position of {person.name} reads {found!r}"
        others = [other for other in variant.expected.signatories if other != person]
        assert not any(squeezed(other.name) in found for other in others), "two people run into one"


@pytest.mark.parametrize("variant", with_facts("findings"), ids=_ids)
def test_defects_are_found(variant: Variant, read_variant: Read) -> None:
    rules = {finding["rule"] for finding in read_variant(variant)["findings"]}
    assert set(variant.expected.findings) <= rules, f"not found: {set(variant.expected.findings) - rules}"


@pytest.mark.parametrize("variant", with_facts("no_findings"), ids=_ids)
def test_sound_reports_are_not_blamed(variant: Variant, read_variant: Read) -> None:
    wrong = [f for f in read_variant(variant)["findings"] if f["rule"] in variant.expected.no_findings]
    assert not wrong, f"a finding without a cause: {wrong}"


def _rows(variant: Variant, read_variant: Read) -> Iterator[tuple[Progress, list[dict[str, Any]]]]:
    """Each expected result beside the rows read for its measure."""
    found = read_variant(variant)["progress"]
    for wanted in variant.expected.progress:
        rows = [row for row in found if bare(row["measure"]) == bare(wanted.measure)]
        assert rows, f"no result read for {wanted.measure}"
        yield wanted, rows
