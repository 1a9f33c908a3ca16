"""The fields that a reader may choose from for a column that no word of ours fits."""

from __future__ import annotations

from ita_analysis import framework
from ita_analysis.texts import say

NAMING_FIELDS = ("agency", "province", "district", "fiscal_year")
WHOLE_FIELDS = ("total", "grade")
LONG_FIELDS = ("code", "score", "level")
PLAIN_FIELDS = (*NAMING_FIELDS, *WHOLE_FIELDS, *LONG_FIELDS, "none")


def fields_of(fiscal_year_be: int) -> dict[str, str]:
    """Return the fields of a fiscal year with their labels, in the order a list shows them.

    Raises FrameworkError where the year has no framework.
    """
    pack = framework.load(fiscal_year_be)
    tools = dict.fromkeys([*pack.parts, *(each.code for each in pack.instruments)])
    return {
        **{name: say(f"sheet_field.{name}") for name in ("none", *NAMING_FIELDS, *WHOLE_FIELDS)},
        **{f"instrument:{code}": say("sheet_field_of.instrument", code=code) for code in tools},
        **{
            f"indicator:{each.no}": say("sheet_field_of.indicator", no=each.no, name=pack.name(each.no))
            for each in pack.indicators
        },
        **{f"item:{each.code}": say("sheet_field_of.item", code=each.code, topic=each.topic_th) for each in pack.items},
        **{name: say(f"sheet_field.{name}") for name in LONG_FIELDS},
    }
