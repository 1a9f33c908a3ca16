"""An e-mail address tells people apart: one spelling for one mailbox, and nothing that looks like another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.people import RIGHTS, ROLES, Person, address, may, may_somewhere

SPELLINGS = ("somchai@trat.go.th", "Somchai@Trat.GO.TH", "  somchai@trat.go.th\n")
NONE = (
    "", " ", "somchai", "@trat.go.th", "somchai@", "somchai@trat", "som chai@trat.go.th", "a@b@trat.go.th",
    "somchai@trat..go.th", "somchai@.th", "<somchai@trat.go.th>", "somchai@trat.go.th, other@trat.go.th",
    "สมชาย@trat.go.th", "somchai@ตราด.ไทย", "x" * 250 + "@a.th", None, 7, True, ["somchai@trat.go.th"],
)  # fmt: skip
# Letters that fold into those of another mailbox: the sign of Kelvin, a long s, the letter of full width, a sharp s.
LOOKING_LIKE = ("\u212aorn@trat.go.th", "\u017fomchai@trat.go.th", "\uff41@trat.go.th", "stra\u00dfe@trat.go.th")


@pytest.mark.parametrize("typed", SPELLINGS)
def test_upper_and_lower_case_and_blanks_around_are_one_address(typed: str) -> None:
    assert address(typed) == "somchai@trat.go.th"


@pytest.mark.parametrize("typed", NONE, ids=str)
def test_what_is_no_address_is_nothing(typed: object) -> None:
    assert address(typed) == ""


@pytest.mark.parametrize("typed", LOOKING_LIKE)
def test_letters_that_fold_into_another_s_are_refused(typed: str) -> None:
    assert address(typed) == ""


@given(st.text(max_size=60))
def test_an_address_is_its_own_address(typed: str) -> None:
    found = address(typed)
    assert address(found) == found
    assert found in {"", typed.strip().casefold()}


@given(st.sampled_from(ROLES), st.sampled_from(RIGHTS), st.sampled_from([None, "a"]), st.sampled_from([None, "กอง"]))
def test_a_right_somewhere_is_a_right_over_something(role: str, right: str, code: str | None, unit: str | None) -> None:
    person = Person(role, agency_code=code, unit=unit)  # type: ignore[arg-type]
    places = [(agency, of) for agency in (None, "a", "b") for of in (None, "กอง", "สำนัก")]
    anywhere = any(may(person, right, *place) for place in places)  # type: ignore[arg-type]
    assert may_somewhere(person, right) == anywhere  # type: ignore[arg-type]
