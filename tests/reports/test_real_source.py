"""The one real report (อบต.เขาสมิง, FY2564, 6 months); this module is empty where it is not at hand."""

from pathlib import Path
from typing import Any

import pytest

from .expected import squeezed
from .reading import REPO_ROOT, read
from .texts import holds

SOURCES = sorted((REPO_ROOT.parent / "shared" / "source").glob("*.txt"))
DISCRETION = "มาตรการตรวจสอบการใช้ดุลพินิจ"
PUBLISH = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"
INTENT = "ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริตอย่างมีคุณธรรมและโปร่งใส"
RULES = {
    "date_outside_round",
    "outcome_is_output",
    "output_repeats_title",
    "round_not_in_plan",
    "agency_spelled_two_ways",
    "cut_off_text",
    "missing_approver",
    "weak_indicator_without_measure",
    "measure_without_weak_indicator",
}

if SOURCES:

    @pytest.fixture(scope="module", params=SOURCES[:1], ids=["khao-saming"])
    def found(request: pytest.FixtureRequest) -> dict[str, Any]:
        source: Path = request.param
        return read(source)

    def test_who_and_when(found: dict[str, Any]) -> None:
        agency = found["agency"]
        assert (agency["name"], agency["district"], agency["province"]) == (
            "องค์การบริหารส่วนตำบลเขาสมิง",
            "เขาสมิง",
            "ตราด",
        )
        assert (found["fiscal_year_be"], found["round_months"], found["prior_fiscal_year_be"]) == (
            2564,
            6,
            2563,
        )

    def test_weak_indicators(found: dict[str, Any]) -> None:
        weak = sorted((entry["indicator_no"], entry["kind"]) for entry in found["weaknesses"])
        assert weak == [(7, "develop"), (8, "develop"), (10, "develop")]

    def test_measures(found: dict[str, Any]) -> None:
        measures = found["measures"]
        assert [measure["title"] for measure in measures] == [DISCRETION, PUBLISH, INTENT]
        assert [len(measure["guidelines"]) for measure in measures] == [4, 1, 1], "guidelines"
        assert [len(measure["steps"]) for measure in measures] == [3, 2, 1], "steps"
        assert {measure["responsible"] for measure in measures} == {"สำนักปลัด"}
        assert all(sorted(measure["rounds_months"]) == [6, 12] for measure in measures)

    def test_words_of_the_plan(found: dict[str, Any]) -> None:
        first, second, third = found["measures"]
        assert first["guidelines"][0] == "จัดทำมาตรการตรวจสอบการใช้ดุลพินิจ"
        assert first["guidelines"][3].endswith("และกำหนดระบบ"), "it stops in mid-sentence, as printed"
        assert first["steps"][2].startswith("ผู้รับผิดชอบดำเนินการเผยแพร่มาตรการ")
        assert "มาตรา ๙ ของพระราชบัญญัติ" in second["guidelines"][0], "Thai digits stay as printed"
        assert second["steps"][1] == "ติดตามและตรวจสอบสถานะของข้อมูลข่าวสารให้เป็นปัจจุบัน"
        assert third["steps"][0].startswith("ผู้บริหารประกาศเจตจำนง")

    def test_progress(found: dict[str, Any]) -> None:
        rows = found["progress"]
        assert [row["measure"] for row in rows] == [DISCRETION, PUBLISH, INTENT]
        assert all(row["period"] == {"start": "2020-10-01", "end": "2021-03-31"} for row in rows)
        assert [row["stated_on"] for row in rows] == [["2020-01-07"], ["2020-01-06"], []]
        assert [squeezed(row["output"]) for row in rows] == [DISCRETION, PUBLISH, INTENT]
        assert rows[0]["outcome"].startswith("การใช้ดุลพินิจของผู้บังคับบัญชา")
        assert "รอบ ๓ เดือน" in rows[1]["outcome"]
        assert not any(row["note"] for row in rows), "the note column is empty"

    def test_who_signs(found: dict[str, Any]) -> None:
        people = [(person["role"], person["name"], person["position"]) for person in found["signatories"]]
        assert people == [("ผู้จัดทำ", "นางสาวอรพรรณ พันธุ์วิไล", "นิติกรชำนาญการ")]

    def test_all_rules_find_their_case(found: dict[str, Any]) -> None:
        rules = [finding["rule"] for finding in found["findings"]]
        assert set(rules) >= RULES, f"not found: {RULES - set(rules)}"
        assert rules.count("date_outside_round") == 2
        assert rules.count("weak_indicator_without_measure") == 1
        assert rules.count("measure_without_weak_indicator") == 1

    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            ("date_outside_round", ("๒๕๖๓", "2563")),
            ("outcome_is_output", ("รายงานผล",)),
            ("round_not_in_plan", ("๓ เดือน", "3 เดือน")),
            ("agency_spelled_two_ways", ("องค์กรบริหารส่วนตำบล",)),
            ("cut_off_text", ("กำหนดระบบ",)),
            ("weak_indicator_without_measure", ("ตัวชี้วัดที่ 8", "ตัวชี้วัดที่ ๘", "การปรับปรุง")),
            ("measure_without_weak_indicator", ("ดุลพินิจ",)),
        ],
    )
    def test_a_finding_shows_its_case(found: dict[str, Any], rule: str, words: tuple[str, ...]) -> None:
        for finding in [finding for finding in found["findings"] if finding["rule"] == rule]:
            assert any(holds(finding, word) for word in words), f"{finding} does not show its case"
            assert finding["where"], f"{finding} says no place"
            assert finding["fix"], f"{finding} says no way to mend it"
