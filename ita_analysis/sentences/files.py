"""What the screen of files says first: whether there is all of it to hand out."""

from __future__ import annotations

from ita_analysis.completeness import Completeness
from ita_analysis.sentences import completeness
from ita_analysis.sentences.parts import Headline
from ita_analysis.sentences.unbroken import plain
from ita_analysis.texts import say


def headline(months: int | None, found: Completeness, finding_count: int, *, has_plan: bool) -> Headline:
    """Return which documents can be handed out, and below it what the check of them finds.

    `months` is the round of the report, None where none has a result.
    """
    checked = completeness.headline(found, finding_count, is_empty=not has_plan)
    said = " · ".join(filter(None, (plain(checked.words), checked.standfirst)))
    if not has_plan:
        return Headline(say("files.headline.no_plan"), "develop", say("completeness.headline.empty_why"))
    if months is None:
        return Headline(say("files.headline.no_round"), "develop", said)
    if missing := found.count("missing"):
        return Headline(say("files.headline.missing", count=missing), "urgent", said)
    return Headline(say("files.headline.ready"), "", said)
