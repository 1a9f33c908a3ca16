"""What the screen of people says of who may log in, and of what each role may do."""

from __future__ import annotations

import pandas as pd
import pytest

from ita_analysis.people import RIGHTS, ROLES
from ita_analysis.queries.people import PEOPLE_COLUMNS
from ita_analysis.sentences.people import headline, roles, rows
from ita_analysis.texts import say

ADMIN = ("admin@trat.go.th", "วิไล", "ปลัด", "administrator", None, None, None, True)
OFFICER = ("officer@trat.go.th", "อรุณ", "", "officer", "x", "อบต.ตัวอย่าง", "กองช่าง", True)
GONE = ("gone@trat.go.th", "อุดม", "", "administrator", None, None, None, False)


def people(*about: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(about, columns=list(PEOPLE_COLUMNS)).astype({"is_active": bool})


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ((), say("people.headline.none")),
        ((GONE,), say("people.headline.none")),
        ((ADMIN, GONE), say("people.headline.one")),
        ((ADMIN, OFFICER), say("people.headline.many", count=2)),
    ],
)
def test_those_are_counted_who_may_log_in(about: tuple[tuple[object, ...], ...], words: str) -> None:
    assert headline(people(*about), is_set_up=True, first_administrator="").words == words


def test_a_missing_administrator_is_told_and_a_configured_one_is_named() -> None:
    missing = say("people.lead.no_administrator")
    for about in ((), (GONE,), (OFFICER,)):
        assert missing in headline(people(*about), is_set_up=False, first_administrator="").standfirst
        named = headline(people(*about), is_set_up=False, first_administrator="a@b.go.th").standfirst
        assert missing not in named
        assert "a@b.go.th" in named
    assert missing not in headline(people(ADMIN), is_set_up=False, first_administrator="").standfirst


def test_login_that_is_not_set_up_is_told() -> None:
    on, off = (headline(people(), is_set_up=each, first_administrator="").standfirst for each in (True, False))
    assert say("people.lead.on") in on
    assert say("people.lead.off") in off


def test_whoever_is_of_no_agency_is_of_all() -> None:
    admin, officer = rows(people(ADMIN, OFFICER))
    assert (admin["agency"], admin["unit"]) == (say("people.all_agencies"), say("people.all_units"))
    assert (officer["agency"], officer["unit"], officer["role"]) == ("อบต.ตัวอย่าง", "กองช่าง", say("role.officer"))


def test_each_right_is_a_row_and_each_role_has_more_than_the_one_before() -> None:
    found = roles()
    assert [row["right"] for row in found] == [say(f"people.right.{right}") for right in RIGHTS]
    counts = [sum(row["roles"][number] for row in found) for number in range(len(ROLES))]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (0, len(RIGHTS))
