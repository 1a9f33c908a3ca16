"""Agencies of one name in one province, told apart by their districts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.stated import Head
from ita_analysis.vocabulary import words


def name_apart(heads: list[Head], faults: Faults) -> None:
    """Put the district into the names of agencies of one name and province but of more than one district; it is told.

    An agency is known by name and province; without the district two of them would be taken for one.
    """
    districts: dict[tuple[str, str | None], set[str | None]] = defaultdict(set)
    for head in heads:
        districts[head.agency.name, head.agency.province].add(head.agency.district)
    for head in heads:
        agency = head.agency
        if agency.district and len(districts[agency.name, agency.province] - {None}) > 1:
            head.agency = replace(agency, name=f"{agency.name} {words('sheet')['district_word']}{agency.district}")
            faults.add("agency_namesakes", head.row, head.column_no, agency.name, name=head.agency.name)
