"""The table of the screen where agencies are looked for: all that were found, not only a page of them."""

from __future__ import annotations

import pandas as pd

from ita_analysis.documents.tables import About, Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import agencies as sentences
from ita_analysis.texts import say
from ita_analysis.ui.asking import ask, today
from ita_analysis.ui.heads import text_of
from ita_analysis.ui.screens.agencies import Wanted

MOST = 10_000


def about(wanted: Wanted) -> About:
    """Return what was looked for; the files say that all is made up where no real agency is among what was found."""
    return About(
        page=say("page.agencies"),
        agency="",
        agency_short="",
        fiscal_year_be=None,
        filters=wanted.said,
        data_of="",
        exported_on=today(),
        is_synthetic=bool(_found(wanted)["is_synthetic"].all()),
    )


def agencies(wanted: Wanted) -> Sheet:
    """Return a row per agency that was found, in the order of the alphabet, real ones first; at most MOST."""
    found = _found(wanted)
    return sheet(
        say("filter.agency"),
        _caption(found, wanted),
        rows_of(found),
        (say("filter.agency"), "text", lambda row: row.name_th),
        (say("export.column.district"), "text", lambda row: text_of(row.district_th)),
        (say("filter.province"), "text", lambda row: text_of(row.province_th)),
        (say("filter.type"), "text", lambda row: text_of(row.type_th) or say("agencies.other")),
        (say("column.latest_year"), "text", lambda row: str(row.latest_year_be)),
        (say("export.column.synthetic"), "text", lambda row: say("export.yes" if row.is_synthetic else "export.no")),
    )


def _caption(found: pd.DataFrame, wanted: Wanted) -> str:
    count = int(found["found_count"].iloc[0]) if len(found) else 0
    sought = wanted.sought
    words = sentences.headline(count, sought.words, is_narrowed=bool(sought.province_th or sought.type_code))
    return say("export.first_of", words=words, most=MOST) if count > len(found) else words


def _found(wanted: Wanted) -> pd.DataFrame:
    return ask("agencies_found", wanted.sought, MOST)


TABLES = (agencies,)
