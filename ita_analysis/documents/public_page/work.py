"""What the page says of the work of the year: plan, results by round, evidence, who signed as what, and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

import pandas as pd

from ita_analysis.documents import sources
from ita_analysis.documents.facts import Facts
from ita_analysis.documents.names import Veil
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.plan import plan_table
from ita_analysis.documents.paper.result import result_table
from ita_analysis.documents.public_page.pictures import step_squares
from ita_analysis.evidence import address
from ita_analysis.queries import cited
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import evidence as sentences
from ita_analysis.sentences import rounds
from ita_analysis.sentences.weak import weak_rows
from ita_analysis.sentences.weaknesses import rule_account
from ita_analysis.store.worded import is_said
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.fiscal_year import round_span

Values = dict[str, object]
_LOOKED = {"found": "done", "moved": "develop"}


def work(facts: Facts, plan: Material, results: Mapping[int, Material]) -> Values:
    """Return the official table of the plan, and of each reported round with its steps; None without a measure."""
    return {
        "plan": plan_table(plan) if plan.report.measures else None,
        "rounds": [_round(facts, months, results[months]) for months in sorted(results)],
    }


def cited_rows(evidence: pd.DataFrame, veil: Veil) -> Iterator[Values]:
    """Yield each piece of evidence; `href` is an address of the web that names nobody, or nothing."""
    for row in rows_of(evidence):
        url = row.url if isinstance(row.url, str) else ""
        looked = cited.looked(row)
        yield {
            "measure": f"{row.measure_no} {row.title}",
            "round": say("filter.round_label", months=int(row.round_months)),
            "words": row.words if isinstance(row.words, str) and is_said(row.words) else say("missing"),
            "href": url.strip() if _may_link(url, veil) else "",
            "url": unquote(url),
            "file": say("public.evidence.file", name=row.file_name) if isinstance(row.file_name, str) else "",
            "on": say("missing") if pd.isna(row.stated_on) else long_date(row.stated_on),
            "mark": _LOOKED.get(looked.state, "overdue") if looked else "",
            "state": sentences.state(looked) if looked else say("cited.unlooked" if url else "cited.no_url"),
            "when": say("public.evidence.looked", date=long_date(looked.looked_at.date())) if looked else "",
        }


def signed(facts: Facts, results: Mapping[int, Material]) -> Iterator[Values]:
    """Yield who signed each reported round: role, position and day, never a name; the approver also where none is."""
    for months, of in sorted(results.items()):
        (state, *_) = facts.rounds.loc[facts.rounds["round_months"] == months, "round_state"]
        about = {"round": say("filter.round_label", months=months), "state": say(f"public.state.{state}")}
        approver, missing = say("document.role.approved"), say("missing")
        for who in of.report.signatories:
            on = of.signed_on.get(who.role or "")
            told = {"role": who.role or missing, "position": who.position or missing}
            yield {**about, **told, "on": long_date(on) if on else missing}
        if approver not in {who.role for who in of.report.signatories}:
            yield {**about, "role": approver, "position": say("public.approval.none"), "on": missing}


def accounts(facts: Facts, results: Mapping[int, Material]) -> list[tuple[str, list[str]]]:
    """Return where the numbers were read, by what they are of."""
    steps = [line for months in sorted(results) for line in sources.of_steps(facts, months)]
    scores = [*sources.of_files(facts), *sources.of_scores(facts), *_scored(facts)]
    found = (
        (say("source.score.title", year=facts.prior), scores),
        (say("source.rule.title"), [rule_account(facts.rule)]),
        (say("source.coverage.title"), [say("source.coverage.formula"), *_coverage(facts)]),
        (say("source.steps.title"), [say("source.steps.formula"), *steps] if steps else []),
    )
    return [(title, lines) for title, lines in found if lines]


def _round(facts: Facts, months: int, of: Material) -> Values:
    span = round_span(facts.fiscal_year_be, months)
    found = rounds.headline(facts.rounds, months)
    return {
        "months": months,
        "span": say("public.round.span", start=long_date(span.start), end=long_date(span.end)),
        "headline": found.words,
        "tone": found.tone,
        "standfirst": found.standfirst,
        "squares": step_squares(facts, months),
        "table": result_table(of),
    }


def _scored(facts: Facts) -> Iterator[str]:
    """Yield where the score of each indicator was read, but for those that the coverage tells of."""
    rows = facts.indicators[facts.indicators["score"].notna() & ~facts.indicators["is_weak"]]
    yield from sources.of_indicators(facts, rows)


def _coverage(facts: Facts) -> Iterator[str]:
    yield from sources.of_indicators(facts, weak_rows(facts.indicators))
    yield from sources.of_links(facts)


def _may_link(url: str, veil: Veil) -> bool:
    return bool(url) and not isinstance(address.read(url), str) and not veil.hides(unquote(url))
