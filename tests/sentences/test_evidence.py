"""What the rules of evidence and the look at a URL say: a sentence for each, with what to do next and no bare value."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, datetime
from typing import get_args

import pytest

from ita_analysis.evidence import Doubt, Looked, Reason, Severity, State
from ita_analysis.evidence.looked import STATES
from ita_analysis.paths import PROJECT
from ita_analysis.sentences.evidence import doubt_sentence, looked_sentence, looked_when, severity, state
from ita_analysis.texts import say
from tests.evidence.cases import TRIPS, Case

ADVICE = re.compile("โปรด|ให้")
BARE = re.compile(r"\bNone\b|[{}]|\(\)|\d{4}-\d\d-\d\d|xn--")


def looked(reason: Reason, status: int | None = None, to: str = "https://xn--m3ck7a0cwh.xn--o3cw4h/a") -> Looked:
    moment = datetime(2026, 11, 26, 9, 5)  # noqa: DTZ001
    return Looked("https://a.go.th/", moment, STATES[reason], status, (to,), to, reason)


@pytest.mark.parametrize("case", TRIPS, ids=str)
def test_every_doubt_says_what_is_wrong_and_what_to_do(case: Case) -> None:
    for doubt in case.doubts():
        words = doubt_sentence(doubt)
        assert ADVICE.search(words)
        assert not BARE.search(words), words


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_look_says_what_was_found_and_what_to_do(reason: Reason) -> None:
    words = looked_sentence(looked(reason))
    assert ADVICE.search(words)
    assert not BARE.search(words), words


def test_every_reason_belongs_to_a_state_and_every_state_has_one() -> None:
    assert set(STATES) == set(get_args(Reason))
    assert set(STATES.values()) == set(get_args(State))


def test_dates_and_hosts_are_said_as_people_read_them() -> None:
    days = {"date": date(2020, 1, 7), "start": date(2020, 10, 1), "end": date(2021, 3, 31)}
    assert "7 ม.ค. 2563 ไม่อยู่ในรอบ 1 ต.ค. 2563 ถึง 31 มี.ค. 2564" in doubt_sentence(Doubt(1, "date_outside_round", days))
    other = Doubt(1, "other_host", {"host": "a.com", "own": ("b.go.th", "xn--m3ck7a0cwh.xn--o3cw4h")})
    assert "a.com ไม่ใช่เว็บไซต์ของหน่วยงาน (b.go.th และ ตำบล.ไทย)" in doubt_sentence(other)
    assert "ตำบล.ไทย" in looked_sentence(looked("other_site", 200))


def test_a_hostile_value_is_words_and_no_field() -> None:
    assert "{host}<b>" in doubt_sentence(Doubt(2, "used_elsewhere", {"where": "{host}<b>"}))


def test_a_setting_is_named_where_it_opens_the_way() -> None:
    assert "ITA_EVIDENCE_ALLOWED" in looked_sentence(looked("inner_address"))


def test_a_look_says_when_and_with_which_number_it_was_answered() -> None:
    assert looked_when(looked("missing", 404)) == "ตรวจเมื่อ 26 พฤศจิกายน 2569 เวลา 09:05 น. · รหัสตอบ 404"
    assert looked_when(looked("no_name")) == "ตรวจเมื่อ 26 พฤศจิกายน 2569 เวลา 09:05 น."


def test_states_and_severities_are_told_apart_by_words() -> None:
    assert len({say(f"evidence.live.{each}") for each in get_args(State)}) == len(get_args(State))
    assert {severity(Doubt(1, "title_missing")), severity(Doubt(1, "date_missing"))} == {
        say(f"evidence.severity.{each}") for each in get_args(Severity)
    }
    assert state(looked("missing")) == say("evidence.live.gone")


def test_sentences_and_rules_load_no_library_of_the_network() -> None:
    """A page that only shows evidence starts without them; a fifth of a second."""
    asked = "import sys, ita_analysis.sentences.evidence; sys.exit('httpx' in sys.modules or 'httpcore' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=PROJECT, check=False).returncode == 0
