"""The screen that brings files in: a report or a score sheet, told apart by what is in it; and templates to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ita_analysis.intake.sheets.preview import is_sheet
from ita_analysis.texts import say
from ita_analysis.ui import heads
from ita_analysis.ui.rendering import href, show
from ita_analysis.ui.screens import bringing_report, bringing_scores, score_templates

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

offer_templates = score_templates.offer_templates


def show_head() -> None:
    """Say what this page does and which files it reads."""
    head = heads.Head(say("page.bring-in"), (), say("bring_in.headline"), say("bring_in.standfirst"))
    show("head", head=head, facts=())


def choose_file() -> UploadedFile | None:
    """Return the file the reader gives."""
    # Any file may be given: Streamlit refuses other endings in English, the reader in Thai and with a reason.
    return st.file_uploader(say("bring_in.file"), key="report_file")


def show_file(upload: UploadedFile) -> None:
    """Show what a file says, whatever kind it is, and offer to store it."""
    if is_sheet(upload.getvalue()):
        bringing_scores.show_sheet(upload)
    else:
        bringing_report.show_report(upload)


def show_other_way() -> None:
    """Lead to the form for those who have no file."""
    show("way", href=href("scores"), words=say("bring_in.by_hand"))
