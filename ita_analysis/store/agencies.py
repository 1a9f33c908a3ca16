"""What the store itself gives an agency: a stable code for addresses, and a short name."""

from __future__ import annotations

import hashlib

from ita_analysis.records import Agency
from ita_analysis.vocabulary import words


def code_of(agency: Agency) -> str:
    """Return a code that the same name in the same province always gets; it says nothing about the agency."""
    return "a" + hashlib.sha256(f"{agency.name}|{agency.province or ''}".encode()).hexdigest()[:8]


def short_name(name: str) -> str:
    """Return the name with its kind shortened, as offices write it."""
    for short, kind in words("agency")["misspelled"].items():
        if short.endswith(".") and name.startswith(kind):
            return str(short + name.removeprefix(kind))
    return name


def agency_row(agency: Agency, code: str, *, is_synthetic: bool = False) -> dict[str, object]:
    """Return an agency as its table holds it."""
    return {
        "agency_code": code,
        "name_th": agency.name,
        "short_name_th": short_name(agency.name),
        "district_th": agency.district,
        "province_th": agency.province,
        "is_synthetic": is_synthetic,
    }
