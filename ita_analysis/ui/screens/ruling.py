"""The form by which readers change the rule of weakness of an assessed year, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import WeaknessRule, typed_rule
from ita_analysis.sentences.weak import StatedRule
from ita_analysis.sentences.weaknesses import limits_in_words, rule_account
from ita_analysis.store.rules import LONGEST_REASON, set_rule
from ita_analysis.texts import explain, say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, ask, look_later, to_store
from ita_analysis.ui.rendering import show, show_kept, tell
from ita_analysis.ui.visiting import may_here, visitor

_SAID = "rule_said"
_LIMITS = ("urgent", "develop", "good")


def show_form(year: AgencyYear) -> None:
    """Show the rule in something folded, with a form for those who may change it; what was typed stays until saved."""
    prior, stated = year.prior_fiscal_year_be, judging.stated_rule(year)
    title = say("rule.form" if may_here("bring") else "rule.stated", year=prior)
    with st.expander(title, key="rule_form"):
        show("words", words=say("rule.about", year=prior), place="rule")
        show("words", words=rule_account(stated))
        if may_here("bring"):
            _offer(prior, stated)
        show_kept("rule_changes", _changes, prior)


def _offer(prior: int, stated: StatedRule) -> None:
    _tell_what_was_done()
    _ask_for_limits(prior, stated.rule)
    st.text_area(say("rule.reason"), key=f"rule_reason_{prior}", max_chars=LONGEST_REASON)
    with st.container(horizontal=True):
        about = (prior, stated.change_id)
        st.button(say("rule.save"), key="rule_save", type="primary", on_click=_save, args=about)
        if stated.is_own:
            st.button(say("rule.back"), key="rule_back", on_click=_back, args=about)


def _ask_for_limits(prior: int, rule: WeaknessRule | None) -> None:
    shown = limits_in_words(rule) if rule else ("", "", "")
    with st.container(key="limits_of_rule"):
        for name, limit in zip(_LIMITS, shown, strict=True):
            key = f"rule_{name}_{prior}"
            st.session_state.setdefault(key, limit)
            st.text_input(say(f"rule.{name}"), key=key, max_chars=12)


def _save(prior: int, seen: int) -> None:
    try:
        rule = typed_rule(*(str(st.session_state[f"rule_{name}_{prior}"]) for name in _LIMITS))
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    _store(prior, seen, rule)


def _back(prior: int, seen: int) -> None:
    _store(prior, seen, None)


def _store(prior: int, seen: int, rule: WeaknessRule | None) -> None:
    reason = f"rule_reason_{prior}"
    try:
        with to_store() as opened:
            set_rule(opened, prior, rule, str(st.session_state[reason]), seen=seen, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    finally:
        look_later()
    for name in _LIMITS:  # the form shows what holds now
        del st.session_state[f"rule_{name}_{prior}"]
    st.session_state[reason] = ""
    st.session_state[_SAID] = ("done", say("rule.saved" if rule else "rule.is_back"))


def _tell_what_was_done() -> None:
    kind, words = st.session_state.pop(_SAID, (None, ""))
    if kind:
        tell(kind, words)


def _changes(prior: int) -> Mapping[str, object] | None:
    rows = [
        {"when": long_date(row.changed_at), "limits": limits(row), "reason": row.reason}
        for row in rows_of(ask("rule_changes", prior))
    ]
    return {"rows": rows} if rows else None


def limits(row: object) -> str:
    """Return the limits of a change of the rule in words; the default where it was put back."""
    found = [getattr(row, f"{name}_below") for name in _LIMITS]
    return " / ".join(found) if all(isinstance(each, str) for each in found) else say("rule.default")
