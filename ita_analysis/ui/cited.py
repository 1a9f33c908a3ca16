"""Evidence as it is shown and handed out: its address or file, its day, and what the last look at it found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import RightMissing
from ita_analysis.evidence import address
from ita_analysis.queries import cited
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import evidence as sentences
from ita_analysis.store.attachments import content_of
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import heads, visiting
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.standing import Visit


def rows(year: AgencyYear, found: pd.DataFrame) -> Iterator[dict[str, object]]:
    """Yield each piece of evidence as a row to show: its address or file, its day, what the last look found."""
    for row in rows_of(shown(found)):
        looked = cited.looked(row)
        way = heads.link("entry", year, round=row.round_months, measure=row.measure_no) if is_open("entry") else ""
        yield {
            "head": f"{row.measure_no} {row.title}",
            "round": say("filter.round_label", months=row.round_months),
            "href": way,
            "words": row.words,
            "url": heads.text_of(row.url) or "",
            "is_link": isinstance(row.url, str) and not isinstance(address.read(row.url), str),
            "file": _file(row),
            "date": "" if pd.isna(row.stated_on) else long_date(row.stated_on),
            "why_other": heads.text_of(row.other_host_reason) or "",
            "mark": {"found": "done", "moved": "develop"}.get(looked.state, "overdue") if looked else "",
            "state": sentences.state(looked) if looked else "",
            "found": sentences.looked_sentence(looked) if looked else "",
            "when": sentences.looked_when(looked) if looked else "",
            "redirects": looked.redirects if looked else (),
        }


def shown(found: pd.DataFrame) -> pd.DataFrame:
    """Return evidence as the visitor may see it: the public is told that there is a file, and not what it is called."""
    if visiting.sees_names():
        return found
    hidden = say("cited.file_hidden")
    names = found["file_name"].mask(found["file_name"].notna(), hidden)
    return found.assign(words=found["words"].mask(found["is_named_by_file"].astype(bool), hidden), file_name=names)


def offer_files(found: pd.DataFrame) -> None:
    """Offer each attached file once, to those who may see personal names: nobody knows whom a file names."""
    if not visiting.sees_names():
        return
    files = {row.sha256: row for row in rows_of(found.dropna(subset="file_name").drop_duplicates("sha256"))}
    if not files:
        return
    with st.container(key="cited_files"):
        for sha256, row in files.items():
            st.download_button(
                say("cited.download", name=row.file_name), partial(content, visiting.seen(), sha256), row.file_name,
                "application/octet-stream", key=f"file_{sha256}", on_click="ignore", type="tertiary",
            )  # fmt: skip


def content(visit: Visit, sha256: str) -> bytes:
    """Return the content of an attached file; Streamlit asks for it when its button is pressed.

    Raises RightMissing where the visitor may see no personal names, or may not any more since the page was shown, and
    StoreError where the file is gone or spoilt.
    """
    if not visiting.still_sees_names(visit):
        raise RightMissing("right_file")
    return content_of(paths.database(), sha256)


def _file(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    name = heads.text_of(row.file_name) or ""
    return say("entry.cited.file_kept", name=name) if name and visiting.sees_names() else name
