"""The ZIP of an agency's year: every file is in it as it is handed out alone, and each is accounted for."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import quote

import duckdb
import pandas as pd
import pytest

from ita_analysis.entries import Cited, Entry
from ita_analysis.people import DESK
from ita_analysis.publishing.files import WHOLE, made, parts
from ita_analysis.publishing.gathered import gathered
from ita_analysis.publishing.package import MANIFEST, SUMS
from ita_analysis.store.progress import save_entry
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import say
from tests.publishing.test_files import CODE, DAY, of_shipped
from tests.store.files import rows
from tests.store.invented import agency, small_report, store
from tests.store.linked import number_of
from tests.store.sheets import TEN, sheet


@pytest.fixture
def archive(shipped: duckdb.DuckDBPyConnection) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(made(of_shipped(shipped), WHOLE).content))


def test_each_file_is_the_one_that_is_handed_out_alone(
    archive: zipfile.ZipFile, shipped: duckdb.DuckDBPyConnection
) -> None:
    of = of_shipped(shipped)
    alone = [made(of, kind) for kind in parts(of)]
    assert archive.testzip() is None
    assert archive.namelist()[: len(alone)] == [each.name for each in alone]
    assert [archive.read(each.name) for each in alone] == [each.content for each in alone]
    assert len(archive.namelist()) == len(alone) + 3


def test_the_manifest_accounts_for_every_other_file(archive: zipfile.ZipFile) -> None:
    said = json.loads(archive.read(MANIFEST))
    assert (said["agency_code"], said["fiscal_year_be"], said["round_months"]) == (CODE, 2564, 6)
    assert (said["made_on"], said["is_synthetic"]) == ("2026-11-26", False)
    for told in said["files"]:
        content = archive.read(told["name"])
        assert (told["size"], told["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert {told["name"] for told in said["files"]} == {*archive.namelist()} - {MANIFEST, SUMS}


def test_the_sums_are_what_an_unpacked_file_has(archive: zipfile.ZipFile, tmp_path: Path) -> None:
    archive.extractall(tmp_path)
    lines = [line.split("  ", 1) for line in archive.read(SUMS).decode().splitlines()]
    assert [name for _, name in lines] == [name for name in archive.namelist() if name != SUMS]
    for digest, name in lines:
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


def test_names_and_days_within_are_the_same_on_every_desk(archive: zipfile.ZipFile) -> None:
    for each in archive.infolist():
        assert each.date_time == (2026, 11, 26, 0, 0, 0)
        assert "/" not in each.filename
        assert each.filename.isascii() or each.flag_bits & 0x800, "Windows reads the name as UTF-8"


def test_the_list_of_evidence_has_every_piece(shipped: duckdb.DuckDBPyConnection) -> None:
    ((number,),) = rows(shipped, "select measure_id from measure where agency_code = $1 and measure_no = 1", CODE)
    evidence = (Cited("=ประกาศ", "https://www.khaosaming.go.th/1", published_on=date(2021, 3, 1)),)
    save_entry(shipped, int(str(number)), 12, Entry("ทำแล้ว", evidence=evidence), seen=None, who=DESK)
    of = gathered(shipped, CODE, 2564, None, DAY)
    assert of
    found = zipfile.ZipFile(BytesIO(made(of, WHOLE).content))
    (name,) = [each for each in found.namelist() if each.endswith(".csv")]
    table = pd.read_csv(StringIO(found.read(name).decode("utf-8-sig")))
    assert len(table) == len(of.evidence) > 1
    (told,) = table[table[say("field.url")] == "https://www.khaosaming.go.th/1"].to_dict("records")
    assert told[say("column.cited_what")] == "'=ประกาศ", "no cell is a formula"
    assert told[say("year_tables.column.looked")] == say("cited.unlooked")


def test_no_file_leaves_under_the_name_of_a_person(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report(agency(1)), "รายงาน นายสมชาย ใจดี.docx").agency_code
    scores = sheet({("total", "total"): 80.0, **TEN}, year=2563)
    store_sheet(empty, replace(scores, file_name="คะแนน_นางสมหญิง.xlsx"), "sheet", who=DESK)
    pieces = (
        Cited("ภาพถ่าย", f"https://trat.go.th/{quote('ภาพ-นายสมศักดิ์')}.jpg"),
        Cited("ประกาศ", f"https://trat.go.th/{quote('ประกาศ')}.pdf"),
    )
    save_entry(empty, number_of(empty, code), 12, Entry("ทำแล้ว", evidence=pieces), seen=None, who=DESK)
    of = gathered(empty, code, 2564, None, DAY)
    assert of
    assert of.facts.files == (say("deck.person"),)
    archive = zipfile.ZipFile(BytesIO(made(of, WHOLE).content))
    # Papers with places to sign say what the officer wrote, word for word.
    words = {name: _words(archive.read(name)) for name in archive.namelist() if not name.endswith((".docx", ".pdf"))}
    assert not [
        (name, person)
        for name, said in words.items()
        for person in ("สมชาย", "สมหญิง", "สมศักดิ์", quote("สมศักดิ์"))
        if person in said
    ]
    listed = [said for name, said in words.items() if name.endswith((".csv", ".xlsx"))]
    assert all(f"https://trat.go.th/{quote('ประกาศ')}.pdf" in said for said in listed), "other addresses stay"
    assert all(say("deck.person") in said for said in listed)


def _words(content: bytes) -> str:
    """Return all that a file says, a package part by part."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            return " ".join(_words(package.read(name)) for name in package.namelist())
    return content.decode(errors="replace")


def test_what_was_made_before_is_taken_as_it_is(shipped: duckdb.DuckDBPyConnection) -> None:
    of = of_shipped(shipped)
    known = {kind: replace(made(of, kind), content=b"made before") for kind in parts(of)[:2]}
    found = zipfile.ZipFile(BytesIO(made(of, WHOLE, known).content))
    assert [found.read(file.name) for file in known.values()] == [b"made before"] * 2
    assert found.read(made(of, parts(of)[2]).name) == made(of, parts(of)[2]).content
