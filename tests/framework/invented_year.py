"""FY2570 as somebody might write it one day: other weights, an eleventh indicator, own bands. Rows only."""

from __future__ import annotations

from pathlib import Path

from tests.framework.folders import append

YEAR = {"fiscal_year_be": 2570}
SPAN = {"first_fiscal_year_be": 2570, "last_fiscal_year_be": ""}
OIT_ITEMS = {
    9: {"9.1": ["O1", "O2"], "9.2": ["O3"]},
    10: {"10.1": ["O4", "O5"]},
    11: {"11.1": ["O6"], "11.2": ["O7", "O8"]},
}


def add_to(folder: Path) -> None:
    _instruments(folder)
    for no in range(1, 12):
        _indicator(folder, no)
    for order, (grade, total, floor) in enumerate(
        [("gold", 80, 60), ("silver", 80, ""), ("bronze", 40, ""), ("none", 0, "")]
    ):
        cells = {"order": order, "grade": grade, "label_th": grade, "min_total": total, "min_instrument": floor}
        append(folder, "bands", every_instrument="yes" if floor else "no", **cells, **SPAN)
    for status, below in [("strength", ""), ("good", 80), ("develop", 60), ("urgent", 40.5)]:
        append(folder, "weakness_rules", status=status, below=below, **SPAN)
    append(folder, "names", indicator_no=11, kind="tile", words="ตัวใหม่", **SPAN)
    append(folder, "plan_items", kind="plan", item_code="O7", measures_year_offset=0, **YEAR)
    append(folder, "criteria", kind="plan", item_code="O7", criterion_code="measures", text_th="มีมาตรการ", **SPAN)


def _instruments(folder: Path) -> None:
    for tool, part, weight, rule in [
        ("IIT", "", 25, "items"),
        ("EIT", 1, 10, "items"),
        ("EIT", 2, 15, "items"),
        ("OIT", "", 50, "sub_indicators"),
    ]:
        append(folder, "instruments", instrument=tool, part=part, weight=weight, mean_of=rule, name_th=tool, **YEAR)


def _indicator(folder: Path, no: int) -> None:
    tool = "IIT" if no <= 5 else "EIT" if no <= 8 else "OIT"
    groups = OIT_ITEMS.get(no, {"": [f"{tool[0].lower()}{no}"]})
    count = sum(map(len, groups.values()))
    append(
        folder,
        "indicators",
        indicator_no=no,
        instrument=tool,
        name_th=f"ตัวชี้วัด {no}",
        item_count=count,
        item_count_confidence="sure",
        **YEAR,
    )
    for group, codes in groups.items():
        for code in codes:
            append(folder, "items", item_code=code, indicator_no=no, sub_indicator=group, topic_th=code, **YEAR)
