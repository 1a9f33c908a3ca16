"""A backup is put back from the page: seen first, confirmed by a second act, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_analysis.errors import StoreError
from ita_analysis.paths import DATA
from ita_analysis.people import DESK
from ita_analysis.sentences.backups import made_at, named
from ita_analysis.store.backup import back_up, look
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import folder_of, keep, kept
from ita_analysis.store.restoring import put_back
from ita_analysis.texts import explain, say
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.screens import restoring
from tests.store.files import Tables, counts, rows, tables
from tests.store.invented import agency, small_report, store
from tests.store.test_backup import SPOILT
from tests.ui.screen import Screen, visit

KINDS = ("agency", "report", "measure", "progress", "score")


@pytest.fixture
def saved(shipped_file: Path, tmp_path: Path) -> Path:
    """A backup of two reports, to which a third was added since; it lies where the reader keeps it."""
    store(ready(shipped_file), small_report(agency(9), scores={6: 71.25}))
    made = back_up(shipped_file, tmp_path / "สำรอง.zip", "hand")
    store(ready(shipped_file), small_report(agency(1)))
    return made


def _choose(path: Path | None = None) -> Screen:
    """Choose a backup that is kept, or a file of the reader's own, without giving it yet."""
    shown = visit("backups")
    shown.at.selectbox(key="restore_from").set_value(path or Path()).run()
    return shown


def _give(file: Path, shown: Screen | None = None) -> Screen:
    shown = shown or _choose()
    shown.at.file_uploader(key="restore_file").set_value((file.name, file.read_bytes(), "")).run()
    return shown


def _tick(shown: Screen) -> Screen:
    (box,) = shown.at.checkbox
    box.check().run()
    return shown


def _click(shown: Screen) -> Screen:
    shown.at.button(key="put_back").click().run()
    return shown


def _rows(file: Path) -> Tables:
    return {name: found for name, found in tables(ready(file)).items() if name != "data_version"}


def test_nothing_is_chosen_at_first_and_nothing_can_be_clicked(shipped_file: Path) -> None:
    ready(shipped_file)
    keep(shipped_file, "hand")
    shown = visit("backups")
    assert shown.at.selectbox(key="restore_from").value is None
    assert list(shown.at.checkbox) == []
    assert [each.key for each in shown.at.button] == ["back_up_now"]


@pytest.mark.usefixtures("shipped_file")
def test_a_new_program_takes_a_file_without_any_backup_of_its_own() -> None:
    assert visit("backups").at.selectbox(key="restore_from").options == [say("backups.own_file")]


def test_what_a_backup_holds_stands_beside_what_is_stored(shipped_file: Path) -> None:
    ready(shipped_file)
    made = keep(shipped_file, "day")
    before = counts(ready(shipped_file))
    store(ready(shipped_file), small_report(agency(1), scores={6: 71.25}))
    after = counts(ready(shipped_file))
    shown = _choose(made)
    assert shown.problems == []
    assert say("backups.own_file") in shown.at.selectbox(key="restore_from").options
    assert named(look(made)) in shown.at.selectbox(key="restore_from").options
    expected = [
        [
            say(f"backups.amount.{kind}"),
            str(before[kind]),
            str(after[kind]),
            say("backups.fewer", count=after[kind] - before[kind]),
        ]
        for kind in KINDS
    ]
    assert shown.rows(say("backups.after")) == expected
    (box,) = shown.at.checkbox
    assert box.label == say("backups.sure", **{kind: after[kind] for kind in KINDS})
    assert not box.value


def test_it_takes_a_tick_and_a_click(saved: Path, shipped_file: Path) -> None:
    before = _rows(shipped_file)
    shown = _give(saved)
    assert named(look(saved)) in shown.text
    assert shown.at.button(key="put_back").disabled
    assert not _tick(shown).at.button(key="put_back").disabled
    assert _rows(shipped_file) == before, "a tick alone does nothing"
    assert _click(shown).problems == []
    assert rows(ready(shipped_file), "select count(*) from report") == [(2,)]
    (made,) = kept(shipped_file)
    assert look(made).reason == "restore"
    assert shown.told("done") == [say("backups.restored", when=made_at(look(saved)), kept=made_at(look(made)))]
    assert shown.at.selectbox(key="restore_from").value is None
    assert say("backups.reason.restore") in shown.text


def test_what_was_replaced_comes_back_as_well(shipped_file: Path) -> None:
    ready(shipped_file)
    first = keep(shipped_file, "hand")
    store(ready(shipped_file), small_report(agency(1)))
    after = _rows(shipped_file)
    _click(_tick(_choose(first)))
    made = kept(shipped_file)[0]
    shown = visit("backups")
    assert say("backups.same_as", when=made_at(look(first))) in shown.standfirst
    shown = _click(_tick(_choose(made)))
    assert shown.problems == []
    assert _rows(shipped_file) == after
    assert say("backups.same_as", when=made_at(look(made))) in shown.standfirst


def test_a_backup_that_the_data_are_those_of_is_not_offered(shipped_file: Path) -> None:
    ready(shipped_file)
    shown = _choose(keep(shipped_file, "hand"))
    assert shown.told("note") == [say("backups.identical")]
    assert list(shown.at.checkbox) == []


def test_the_second_of_two_clicks_does_nothing(shipped_file: Path) -> None:
    ready(shipped_file)
    made = keep(shipped_file, "hand")
    store(ready(shipped_file), small_report(agency(1)))
    shown = _tick(_choose(made))
    put_back(made, shipped_file, who=DESK)
    before = kept(shipped_file)
    assert _click(shown).problems == []
    assert kept(shipped_file) == before


def test_what_changed_since_it_was_shown_is_shown_again_first(saved: Path, shipped_file: Path) -> None:
    shown = _tick(_give(saved))
    store(ready(shipped_file), small_report(agency(2)))
    before = _rows(shipped_file)
    assert _click(shown).problems == [explain(StoreError("restore_changed_meanwhile"))]
    assert _rows(shipped_file) == before
    (box,) = shown.at.checkbox
    assert not box.value, "the tick was about other data"
    now = counts(ready(shipped_file))
    assert box.label == say("backups.sure", **{kind: now[kind] for kind in KINDS})
    assert _click(_tick(shown)).problems == []
    assert rows(ready(shipped_file), "select count(*) from report") == [(2,)]


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_no_backup_is_refused_with_the_reason(
    spoil: Callable[[Path], None], saved: Path, shipped_file: Path
) -> None:
    before = _rows(shipped_file)
    spoil(saved)
    shown = _give(saved)
    if not shown.problems:  # what it says of itself is whole
        _click(_tick(shown))
    (said,) = shown.problems
    assert has_thai(said)
    assert saved.name in said
    assert shown.traces == []
    assert _rows(shipped_file) == before


@pytest.mark.parametrize(
    "name", ["รายงาน.docx", "../../etc/passwd", "<script>alert()</script>.zip", f"{'ก' * 300}.zip"]
)
@pytest.mark.usefixtures("shipped_file")
def test_a_file_of_another_kind_is_refused_by_its_name(name: str) -> None:
    shown = _choose()
    content = (DATA / "khao-saming" / "agency.csv").read_bytes()
    shown.at.file_uploader(key="restore_file").set_value((name, content, "")).run()
    (said,) = shown.problems
    assert name.rpartition("/")[2].rpartition("<")[2] in said
    assert shown.traces == []


def test_a_file_that_is_too_large_is_told_where_else_to_go(
    saved: Path, shipped_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "MOST_BYTES", 2**20)
    with saved.open("ab") as file:
        file.write(b"0" * 2**20)
    (said,) = _give(saved).problems
    assert said == explain(StoreError("backup_too_large", file=saved.name, limit=1))
    assert list(kept(shipped_file)) == []


def test_where_the_data_cannot_be_kept_before_they_stay(saved: Path, shipped_file: Path) -> None:
    shown = _tick(_give(saved))
    folder_of(shipped_file).write_text("a file of that name")
    before = _rows(shipped_file)
    (said,) = _click(shown).problems
    assert folder_of(shipped_file).name in said
    assert _rows(shipped_file) == before


def test_who_looks_at_another_page_sees_the_data_put_back_next(saved: Path, shipped_file: Path) -> None:
    name = agency(1).name
    ((code,),) = rows(ready(shipped_file), "select agency_code from agency where name_th = $1", name)
    other = visit("agencies")
    assert name in other.text
    put_back(saved, shipped_file, who=DESK)
    other.at.run()
    assert other.problems == []
    assert name not in other.text
    assert visit("measures", agency=str(code), year="2564").traces == [], "an address that led to what is gone"


def test_a_click_upon_data_that_are_gone_stores_nothing(saved: Path, shipped_file: Path) -> None:
    """A number of a measure may mean another one now; the page says so, shows what is, and takes the next click."""
    other = visit("coverage", agency="khao-saming", year="2564")
    other.at.text_area(key="link_reason").set_value("ตรงกับตัวชี้วัดนี้").run()
    put_back(saved, shipped_file, who=DESK)
    before = _rows(shipped_file)
    other.at.button(key="set_link").click().run()
    assert other.problems == [explain(StoreError("data_put_back"))]
    assert _rows(shipped_file) == before
    other.at.button(key="set_link").click().run()
    assert other.problems == []
    assert _rows(shipped_file) != before
