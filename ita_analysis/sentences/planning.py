"""What the screen of the plan says: how many measures it has, what they answer, and what is still without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from ita_analysis.entries import Plan
from ita_analysis.intake.plan_sheet.cells import FIELDS, cells_of
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.sentences.weak import carried_note, is_none_weak, uncovered, weak_rows
from ita_analysis.texts import say, say_count, say_some


def headline(measures: pd.DataFrame, indicators: pd.DataFrame, fiscal_year_be: int) -> Headline:
    """Return the finding about a plan: its measures, and the weak indicators that none of them answers.

    `indicators` are judged ones (`weak.judged`).
    """
    words = say_count("plan.headline", len(measures), year=fiscal_year_be)
    carried = [*carried_note(indicators)]
    if measures.empty:
        return Headline(words, "develop", SEPARATOR.join([say("plan.empty_why"), *carried]))
    told, holes = [], uncovered(indicators)
    if len(holes):
        names = listed([f"{row.indicator_no} {row.short_name_th}" for row in rows_of(holes)])
        told.append(say_some("plan.holes", len(holes), names=names))
    without = int(measures["responsible"].isna().sum())
    if without:
        told.append(say_some("measures.without_owner", without))
    return Headline(words, "", SEPARATOR.join([*(told or [_no_hole(indicators)]), *carried]))


def answers(links: pd.DataFrame) -> str:
    """Return the indicators that a measure answers."""
    return listed([f"{row.indicator_no} {row.short_name_th}" for row in rows_of(links)])


def read_only(plan: Plan) -> Iterator[dict[str, str]]:
    """Yield each field of a plan that cannot be changed."""
    for name, words in cells_of(plan).items():
        if name in FIELDS:
            yield {"label": say(f"plan_sheet.column.{name}"), "words": words or say("missing")}


def as_typed(texts: Mapping[str, str], aside: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Yield each field of the form in which something is typed and not stored, with all that windows typed in it."""
    for name in dict.fromkeys((*texts, *aside)):
        typed = [*([texts[name]] if name in texts else []), *aside.get(name, ())]
        kind, _, code = name.partition("_")
        label = say("plan.field.item_reason", code=code) if kind == "item" else say(f"plan.field.{name}")
        yield {"label": label, "words": "\n".join(each or say("typed.blank") for each in typed)}


def saved(title: str, *, is_new: bool) -> str:
    """Return what was saved."""
    return say("plan.added" if is_new else "plan.saved", title=title.strip())


def finished(rounds: pd.DataFrame) -> set[int]:
    """Return the measures all of whose steps were done in the last round that they have a result in."""
    reported = rounds[rounds["result_count"] > 0].sort_values("round_months").groupby("measure_id").tail(1)
    return {int(row.measure_id) for row in rows_of(reported) if row.step_count and row.done_count == row.step_count}


def _no_hole(indicators: pd.DataFrame) -> str:
    """Return why no weak indicator is without a measure: it may be that none is known to be weak."""
    if is_none_weak(indicators):
        return say("plan.none_weak")
    return say("plan.weak_unknown" if weak_rows(indicators).empty else "plan.covered")
