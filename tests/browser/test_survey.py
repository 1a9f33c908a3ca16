"""Answers come in: looked at, stored apart from the official result, and the empty table is there to download."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from ita_analysis.intake.survey import read_survey
from ita_analysis.texts import say
from tests.intake.survey.exports import as_csv, people, table
from tests.scoring import survey_oracle as oracle

from .screen import headline, main, settle, upload, visit
from .servers import Server


def test_answers_are_looked_at_stored_and_shown_apart(storing_server: Server, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "คำตอบ.csv"
    file.write_bytes(as_csv(table("IIT", people("IIT", 24))))
    score = oracle.scores("IIT", people("IIT", 24))["IIT"]
    visit(page, storing_server, "/survey")
    expect(headline(page)).to_have_text(say("survey.headline.none", tool="IIT", year=2564))

    upload(page, file)
    expect(main(page).locator("#preview")).to_contain_text(str(score))
    main(page).get_by_label(say("survey.population")).fill("๑๒๐")
    expect(main(page).get_by_text(say("survey.sample.short", minimum=30, missing=6))).to_be_visible()
    main(page).get_by_role("button", name=say("survey.store")).click()
    expect(headline(page)).to_have_text(say("survey.headline.scored", tool="IIT", year=2564, score=score, count=24))
    expect(main(page).locator("#own")).to_contain_text(say("survey.self"))

    page.reload()
    settle(page)
    expect(main(page).locator("#own")).to_contain_text(str(score))
    visit(page, storing_server, "/")
    expect(main(page).get_by_text(str(score))).to_have_count(0)


def test_an_empty_table_is_downloaded_and_reads_back_when_filled(server: Server, page: Page) -> None:
    visit(page, server, "/survey?tool=EIT")
    with page.expect_download() as waiting:
        main(page).get_by_role("button", name=say("survey.template_csv")).click()
    name = say("survey_template.file", tool="EIT", year=2564)
    assert waiting.value.suggested_filename == f"{name}.csv"
    content = Path(waiting.value.path()).read_bytes()
    line = ",".join(["", *people("EIT", 1)[0].values()])
    assert read_survey("ก.csv", content + line.encode(), 2564, "EIT").findings == ()
