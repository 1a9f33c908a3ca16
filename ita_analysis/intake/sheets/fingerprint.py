"""What two files of the same scores share, whatever their format and the order of their rows and columns."""

from __future__ import annotations

import hashlib
import json

import numpy as np

from ita_analysis.intake.sheets.stated import Head, Table

_PLACES = 10**6


def fingerprint(heads: list[Head], scores: Table) -> str:
    """Return a digest of agency, year, level, code and score; scores count to six decimals."""
    names = [json.dumps([each.agency.name, each.agency.province, each.year], ensure_ascii=False) for each in heads]
    used = np.unique(scores.code)
    codes = {int(number): ":".join(scores.codes[number]) for number in used.tolist()}
    head_ranks, code_ranks = _ranks(dict(enumerate(names))), _ranks(codes)
    parts = [
        np.array([head_ranks[number] for number in scores.head.tolist()], dtype="<i8"),
        np.array([code_ranks[number] for number in scores.code.tolist()], dtype="<i8"),
        np.rint(scores.score * _PLACES).astype("<i8"),
    ]
    order = np.lexsort(tuple(reversed(parts)))
    told = json.dumps([sorted(set(names)), sorted(codes.values())], ensure_ascii=False)
    digest = hashlib.sha256(told.encode())
    for part in parts:
        digest.update(part[order].tobytes())
    return digest.hexdigest()


def _ranks(names: dict[int, str]) -> dict[int, int]:
    order = {name: rank for rank, name in enumerate(sorted(set(names.values())))}
    return {number: order[name] for number, name in names.items()}
