"""Each rule of evidence: what it must hold against a piece, what it must leave alone, and that none is without both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from ita_analysis.entries import Cited
from ita_analysis.evidence import Rule, doubts, normalised, traces
from ita_analysis.evidence.doubt import Refusal
from ita_analysis.thai.fiscal_year import round_span
from tests.evidence.cases import FILE, GOOD, OWN, PASSES, ROUND, STATED, TRIPS, Case

REFUSED = set(get_args(Refusal))


def rules(*pieces: Cited) -> list[tuple[int, str]]:
    found = doubts(pieces, own_hosts=OWN, round_span=ROUND, used_elsewhere={})
    return [(doubt.number, doubt.rule) for doubt in found]


def test_every_rule_has_a_piece_that_trips_it_and_one_that_does_not() -> None:
    assert {case.rule for case in TRIPS} == {case.rule for case in PASSES} == set(get_args(Rule))


@pytest.mark.parametrize("case", TRIPS, ids=str)
def test_rule_holds_against(case: Case) -> None:
    (doubt,) = [doubt for doubt in case.doubts() if doubt.rule == case.rule]
    assert doubt.severity == ("refused" if case.rule in REFUSED else "doubtful")


@pytest.mark.parametrize("case", PASSES, ids=str)
def test_rule_leaves_alone(case: Case) -> None:
    assert case.rule not in [doubt.rule for doubt in case.doubts()]


@pytest.mark.parametrize(
    "piece", [GOOD, FILE, STATED, replace(FILE, url=GOOD.url)], ids=["url", "file", "other", "both"]
)
def test_sound_evidence_is_not_doubted(piece: Cited) -> None:
    assert rules(piece) == []


def test_nothing_cited_is_nothing_to_doubt() -> None:
    assert rules() == []


def test_all_that_is_wrong_with_a_piece_is_told_at_once_and_piece_by_piece() -> None:
    crooked = Cited(" ", "https://www.facebook.com/a/1", published_on=date(2020, 1, 7))
    assert rules(GOOD, crooked, crooked, Cited("แผน")) == [
        (2, "title_missing"),
        (2, "social_media"),
        (2, "date_outside_round"),
        (3, "title_missing"),
        (3, "social_media"),
        (3, "date_outside_round"),
        (3, "used_twice"),
        (4, "nothing_cited"),
        (4, "date_missing"),
    ]


def test_a_url_is_told_one_thing_where_another_follows_from_it() -> None:
    """A drive is no site of the agency and a front page of one is no evidence: the reader mends it once."""
    assert rules(replace(GOOD, url="https://drive.google.com/")) == [(1, "private_drive")]
    assert rules(replace(GOOD, url="javascript:alert(1)")) == [(1, "scheme_other")]
    assert rules(replace(GOOD, url="https://www.dla.go.th/")) == [(1, "other_host"), (1, "home_page")]


def test_a_reason_makes_another_site_right_but_opens_no_drive() -> None:
    assert rules(STATED) == []
    assert rules(replace(STATED, url="https://drive.google.com/file/d/1/view")) == [(1, "private_drive")]


def test_a_doubt_carries_what_its_sentence_needs() -> None:
    (other,) = doubts(
        [replace(GOOD, url="https://xn--o3cw4h.com/a")], own_hosts=OWN, round_span=ROUND, used_elsewhere={}
    )
    assert other.values["host"] == "ไทย.com"
    assert other.values["own"] == ("khaosaming.go.th", "xn--22ck4bu0bw0byddw1kog.xn--o3cw4h")
    third = doubts([GOOD, STATED, GOOD], own_hosts=OWN, round_span=ROUND, used_elsewhere={})
    assert [(doubt.number, dict(doubt.values)) for doubt in third] == [(3, {"first": 1})]


def test_the_days_of_a_round_are_those_of_the_fiscal_year() -> None:
    half = round_span(2564, 6)
    assert (half.start, half.end) == ROUND


def test_a_piece_is_known_again_by_its_url_and_by_its_file() -> None:
    assert traces(replace(FILE, url=f"{GOOD.url}/#top")) == (normalised(GOOD.url), FILE.sha256)
    assert traces(Cited("ก", "no url")) == ()
