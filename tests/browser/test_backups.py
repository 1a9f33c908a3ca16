"""The data are kept by a click, the file is taken away by the browser, and from it they come back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from ita_analysis.store import database
from ita_analysis.store.backup import look, restore
from ita_analysis.texts import say
from tests.store.files import rows

from .screen import main, visit
from .servers import Server
from .shipped import AGENCY


def test_the_data_are_kept_by_a_click_taken_away_and_restored(
    storing_server: Server, page: Page, tmp_path: Path
) -> None:
    visit(page, storing_server, "/backups")
    main(page).get_by_role("button", name=say("backups.now")).click()
    expect(main(page).get_by_text(say("backups.current"))).to_be_visible()
    with page.expect_download() as waited:
        main(page).get_by_role("button", name=say("backups.download")).click()
    taken = tmp_path / waited.value.suggested_filename
    waited.value.save_as(taken)
    assert taken.suffix == ".zip"
    with database.connect(restore(taken, tmp_path / "restored.duckdb")) as copy:
        assert (AGENCY,) in rows(copy, "select name_th from agency")
        assert len(rows(copy, "from measure")) == look(taken).tables["measure"].rows > 0
