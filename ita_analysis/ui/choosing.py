"""Filters: what the reader chose stands in the address, so that a link shows the same and a reload changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import streamlit as st

from ita_analysis.texts import say
from ita_analysis.ui.asking import AgencyYear, agency_years, ask
from ita_analysis.ui.rendering import href

ALL = "all"
_IN_WORDS = "filters_in_words"
MOST_OFFERED = 50  # agencies in a list; more are looked for on a page of their own
Label = Callable[[str], str]


@dataclass(frozen=True)
class Filters:
    """What the reader filtered for, each None where all is wanted; the names are those in the address."""

    indicator: str | None = None
    unit: str | None = None
    round: str | None = None
    status: str | None = None
    group: str | None = None
    grade: str | None = None
    order: str | None = None
    document: str | None = None
    severity: str | None = None
    decision: str | None = None

    @property
    def months(self) -> int | None:
        """Return the round in months."""
        return int(self.round) if self.round else None

    @property
    def indicator_no(self) -> int | None:
        """Return the indicator's number."""
        return int(self.indicator) if self.indicator else None


def agency_year() -> AgencyYear | None:
    """Return the agency and fiscal year of the page, chosen in the address or by the reader; None without any data."""
    if not are_many() and not offered():
        return None
    with st.container(key="about"):
        code = _agency()
        years = agency_years(code)
        labels = [str(year.fiscal_year_be) for year in years]
        chosen = choice("year", say("filter.year"), labels, year_label, is_kept=True)
    return next(year for year in years if str(year.fiscal_year_be) == chosen)


def filters(offered: Mapping[str, tuple[Sequence[str], Label]], every: Mapping[str, str] | None = None) -> Filters:
    """Return what the reader filters for, of the codes that are offered under each name with their labels.

    `every` names the words of the catalogue that stand for no choice, where they are not those for all.
    """
    with st.container(key="filters"):
        chosen = {
            name: _one_of(name, codes, label, (every or {}).get(name, "filter.all"))
            for name, (codes, label) in offered.items()
        }
    return Filters(**chosen)


def one_round(months: Iterable[int]) -> Filters:
    """Return the round that the reader chooses of some, none being the latest; of a single one nothing is asked."""
    codes = [str(each) for each in sorted(set(months))]
    if len(codes) < 2:
        return Filters()
    offered = {"round": (codes, lambda code: say("filter.round_label", months=code))}
    return filters(offered, {"round": "filter.latest_round"})


def in_words(wanted: Filters) -> tuple[str, ...]:
    """Return the filters that are set, each by its name and in the words that the reader chose it by."""
    said = st.session_state.get(_IN_WORDS, {})
    names = {name: code for name, code in vars(wanted).items() if code}
    return tuple(say("export.filter", name=say(f"filter.{name}"), value=said.get(name, names[name])) for name in names)


def one_of(name: str, codes: Sequence[str], label: Label) -> str | None:
    """Return which code the address or the reader chooses under a name, None where all are wanted."""
    return _one_of(name, codes, label, "filter.all")


def words_sought(name: str) -> str:
    """Return what the reader looks for in their own words, as the address says it."""
    st.session_state[f"choose_{name}"] = st.query_params.get(name, "")
    st.text_input(say(f"filter.{name}"), key=f"choose_{name}", on_change=_to_address, args=(name, ""))
    return st.query_params.get(name, "")


def are_many() -> bool:
    """Return whether there is something to say about more agencies than a list offers."""
    if int(ask("agencies_at_least")["agency_count"].iloc[0]) > MOST_OFFERED:
        return True
    return len(offered()) > MOST_OFFERED


def offered() -> dict[str, str]:
    """Return the names of the agencies there is something to say about, by code; one more than a list offers tells."""
    return dict(ask("agencies_offered", MOST_OFFERED + 1).itertuples(index=False))


def way_to_others(page: str, code: str, year: int) -> str:
    """Return the address where another of many agencies is looked for, nothing where a list offers them all."""
    if not are_many():
        return ""
    return href("agencies", agency=code, year=year, back=page)


def passed() -> tuple[tuple[str, str], ...]:
    """Return the filters that the address names, for the way back from a source cell."""
    names = ("measure", *(field.name for field in fields(Filters)))
    return tuple((name, value) for name in names if (value := st.query_params.get(name)))


def stated(name: str) -> str | None:
    """Return what the address says under a name, or None."""
    return st.query_params.get(name)


def pick(name: str, code: str | None) -> None:
    """Put what a reader clicked on into the address; the same again, or nothing, takes the filter out."""
    if code is None or st.query_params.get(name) == code:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = code


def _agency() -> str:
    """Return the agency's code; of a few agencies the reader chooses here, of many on a page of its own."""
    if not are_many():
        names = offered()
        return choice("agency", say("filter.agency"), list(names), names.__getitem__, is_kept=True)
    said = st.query_params.get("agency") or st.session_state.get("kept_agency")
    code = str(said) if said and agency_years(str(said)) else next(iter(offered()))
    st.session_state["kept_agency"] = code
    if st.query_params.get("agency") != code:
        st.query_params["agency"] = code
    return code


def _one_of(name: str, options: Sequence[str], label: Label, every: str) -> str | None:
    def words(code: str) -> str:
        return say(every) if code == ALL else label(code)

    chosen = choice(name, say(f"filter.{name}"), [ALL, *options], words)
    st.session_state.setdefault(_IN_WORDS, {})[name] = words(chosen)
    return None if chosen == ALL else chosen


def choice(
    name: str, label: str, options: Sequence[str], words: Label, default: str = "", *, is_kept: bool = False
) -> str:
    """Return a choice; the address is the truth, then (if `is_kept`) what this visitor chose on another page.

    Without either it is the default, or the first of the options.
    """
    default = default or options[0]
    said = st.query_params.get(name) or (st.session_state.get(f"kept_{name}") if is_kept else None)
    current = str(said) if said in options else default
    if is_kept:
        st.session_state[f"kept_{name}"] = current
        if len(options) > 1 and st.query_params.get(name) != current:
            st.query_params[name] = current
    if len(options) > 1:
        st.session_state[f"choose_{name}"] = current
        st.selectbox(
            label, options, format_func=words, key=f"choose_{name}", on_change=_to_address, args=(name, default)
        )
    return current


def _to_address(name: str, default: str) -> None:
    chosen = st.session_state[f"choose_{name}"]
    st.session_state[f"kept_{name}"] = chosen
    st.query_params.pop("page", None)  # of a list that is another one now
    if chosen == default and name not in {"agency", "year"}:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen


def chosen_before(name: str, options: Sequence[str]) -> str:
    """Return what this visitor chose on another page, where it is one of the options; else nothing.

    A page that begins with it writes nothing into the address: the browser's way back would lead to the page itself.
    """
    kept = str(st.session_state.get(f"kept_{name}"))
    return kept if kept in options else ""


def year_label(code: str) -> str:
    """Return a year in words."""
    return say("filter.year_label", year=code)
