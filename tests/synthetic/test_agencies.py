"""The agencies of the invented nation: the same each time, of every kind, in every province, nobody's names."""

from __future__ import annotations

from collections import Counter

from ita_analysis.synthetic.agencies import AGENCY_COUNT, agencies
from ita_analysis.vocabulary import words

KINDS = {kind["prefix"]: kind["count"] for kind in words("synthetic")["kind"]}


def _kind(name: str) -> str:
    return max((prefix for prefix in KINDS if name.startswith(prefix)), key=len)


def test_the_nation_has_as_many_of_each_kind_as_its_table_says() -> None:
    found = agencies()
    assert len(found) == AGENCY_COUNT == sum(KINDS.values()) == 8300
    assert Counter(_kind(each.name) for each in found) == KINDS


def test_no_two_agencies_share_a_name_and_each_says_that_it_is_invented() -> None:
    names = [each.name for each in agencies()]
    assert len(set(names)) == len(names)
    assert [name for name in names if "สังเคราะห์" not in name] == []


def test_every_province_and_bangkok_has_agencies_and_each_province_its_own_two() -> None:
    provinces = {*words("identity")["provinces"]}
    found = agencies()
    assert {each.province for each in found} == provinces | {words("identity")["bangkok"]}
    for kind in ("องค์การบริหารส่วนจังหวัด", "จังหวัด"):
        assert {each.province for each in found if _kind(each.name) == kind} == provinces


def test_the_same_seed_gives_the_same_agencies_and_another_seed_others() -> None:
    again = agencies.__wrapped__(AGENCY_COUNT)
    assert again == agencies()
    assert agencies(seed=1) != agencies()


def test_a_small_nation_has_every_large_kind() -> None:
    small = agencies(100)
    assert len(small) == 100
    assert {_kind(each.name) for each in small} >= {"องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง"}
    assert set(small) <= set(agencies())
