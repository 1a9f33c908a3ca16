"""Typed words are stored without what nobody can see and what turns the line around them."""

from __future__ import annotations

import pytest

from ita_analysis.entries import Signature
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.store.links import set_link
from ita_analysis.store.people import set_person
from ita_analysis.store.rounds import Round, submit
from ita_analysis.store.worded import line, on_one_line, required, tidy, worded
from tests.store.entered import ENTRY, ROUND, SIGNATURE, TURNING, YEAR, Entered
from tests.store.files import rows


@pytest.mark.parametrize("mark", TURNING, ids=ascii)
def test_a_mark_of_direction_is_left_out_of_every_kind_of_text(mark: str) -> None:
    text = f"{mark} สมชาย{mark} ใจดี\0{mark}\n"
    assert {tidy(text), worded(text, "note"), on_one_line(text), line(text, "file")} == {"สมชาย ใจดี"}
    assert required(text, "note", "signature_missing") == "สมชาย ใจดี"
    with pytest.raises(StoreError):
        required(f" {mark}", "note", "signature_missing")


def test_all_else_of_a_text_stays() -> None:
    text = "ก\u200bข مرحبا 👩\u200d👧\n\tน้ํา"
    assert tidy(text) == text


def test_who_signs_and_who_is_appointed_turns_no_line(entered: Entered) -> None:
    turned = "สมชาย\u202e ใจดี\u2066"
    entered.save(ENTRY)
    signature = Signature(turned, turned, SIGNATURE.on)
    submit(entered.opened, Round(entered.code, YEAR, ROUND), signature, who=DESK)
    set_person(entered.opened, Person("viewer", "a@trat.go.th", turned, turned), is_active=True, seen=None, who=DESK)
    set_link(entered.opened, entered.water, 8, turned, seen=None, who=DESK)
    stored = rows(
        entered.opened,
        "select signed_name, signed_position from round where state = 'submitted'"
        " union all select name, position from person union all select reason, reason from link_change",
    )
    assert stored == [("สมชาย ใจดี", "สมชาย ใจดี")] * 3
