"""The screen part that puts a backup back: which one, what would change, and a second act before anything is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError, StoreError
from ita_analysis.sentences import backups as sentences
from ita_analysis.store import keeping
from ita_analysis.store.backup import look
from ita_analysis.store.manifest import Manifest, Source, name_of, refuse_newer
from ita_analysis.store.restoring import put_back
from ita_analysis.texts import explain, say
from ita_analysis.ui.asking import ask
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens.backups import WIDTH
from ita_analysis.ui.visiting import visitor

MOST_BYTES = 150 * 2**20
_FROM, _ASKED, _SAID = "restore_from", "restore_asked", "restore_said"
_OWN = Path()  # the choice of a file that the reader has


@dataclass(frozen=True)
class Chosen:
    """A backup that was chosen: where it is, and what it says of itself."""

    source: Source
    manifest: Manifest


def offer() -> None:
    """Offer to put a backup in the place of the data: one that is kept, or a file that the reader has."""
    show("section", title=say("backups.restore_title"), text=say("backups.restore"))
    if asked := st.session_state.pop(_ASKED, ()):
        with st.spinner(say("backups.putting_back")):
            _put_back(*asked)
        st.rerun()
    if said := st.session_state.pop(_SAID, ()):
        tell(*said)
    try:
        chosen = _choose()
    except ItaError as error:
        tell("problem", explain(error))
        return
    if chosen:
        _show_what_changes(chosen)


def _choose() -> Chosen | None:
    kept = {each.path: sentences.named(each.manifest) for each in keeping.listed(paths.database()) if each.manifest}
    words: dict[Path, str] = {**kept, _OWN: say("backups.own_file")}
    path = st.selectbox(
        say("backups.restore_from"), list(words), index=None, placeholder=say("backups.not_chosen"),
        format_func=words.__getitem__, key=_FROM, width=WIDTH,
    )  # fmt: skip
    source = _own_file() if path == _OWN else path
    if source is None:
        return None
    manifest = look(source)
    refuse_newer(manifest, name_of(source))
    return Chosen(source, manifest)


def _own_file() -> Source | None:
    limit = MOST_BYTES // 2**20
    # Any file may be given: Streamlit refuses other endings in English, the reader in Thai and with a reason.
    upload = st.file_uploader(say("backups.upload", limit=limit), key="restore_file")
    if upload and upload.size > MOST_BYTES:
        raise StoreError("backup_too_large", file=upload.name, limit=limit)
    return upload


def _show_what_changes(chosen: Chosen) -> None:
    """Show what the backup holds beside what is stored, and the two acts that put it back."""
    now = {str(name): int(count) for name, count in ask("amounts").iloc[0].items()}
    title = "" if isinstance(chosen.source, Path) else sentences.named(chosen.manifest)
    show("amounts", title=title, rows=sentences.amounts(chosen.manifest, now))
    if _is_there(chosen):
        tell("note", say("backups.identical"))
        return
    state = keeping.state(paths.database())
    # Ticked for this backup in the place of these data; of others it would say nothing.
    is_sure = st.checkbox(say("backups.sure", **now), key=f"restore_sure_{state}_{chosen.manifest.made_at}")
    st.button(say("backups.put_back"), key="put_back", disabled=not is_sure, on_click=_ask, args=(chosen, state))


def _ask(chosen: Chosen, seen: str | None) -> None:
    """Note what was clicked upon; it is done where the page tells of it, as it may take a while."""
    st.session_state[_ASKED] = (chosen, seen)


def _put_back(chosen: Chosen, seen: str | None) -> None:
    """Put a backup back, and note what is to be said of it when the page shows the data as they are then."""
    if _is_there(chosen):  # the second of two clicks
        return
    try:
        kept = put_back(chosen.source, paths.database(), seen, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    when, before = sentences.made_at(chosen.manifest), sentences.made_at(look(kept))
    st.session_state[_FROM] = None
    st.session_state[_SAID] = ("done", say("backups.restored", when=when, kept=before))


def _is_there(chosen: Chosen) -> bool:
    """Return whether the data are those of the backup already."""
    return chosen.manifest.state is not None and chosen.manifest.state == keeping.state(paths.database())
