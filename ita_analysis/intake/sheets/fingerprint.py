"""What two files of the same scores share, whatever their format and the order of their rows and columns."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pandas as pd

from ita_analysis.intake.sheets.stated import Head

_PLACES = 10**6


def fingerprint(heads: list[Head], scores: pd.DataFrame) -> str:
    """Return a digest of agency, year, level, code and score; scores count to six decimals."""
    names = [
        json.dumps([head.agency.name, head.agency.province or "", head.year], ensure_ascii=False) for head in heads
    ]
    codes = (scores["level"] + ":" + scores["code"]).to_numpy() if len(scores) else np.array([], dtype=object)
    code_names, code_ranks = np.unique(codes.astype(str), return_inverse=True)
    head_names, head_ranks = np.unique(np.array(names, dtype=str), return_inverse=True)
    ranks = head_ranks[scores["result_no"].to_numpy(dtype="int64")] if len(scores) else np.array([], dtype="int64")
    hundredths = np.rint(scores["score"].to_numpy(dtype="float64") * _PLACES).astype("<i8")
    order = np.lexsort((hundredths, code_ranks, ranks))
    digest = hashlib.sha256(json.dumps([head_names.tolist(), code_names.tolist()], ensure_ascii=False).encode())
    for part in (ranks.astype("<i8"), code_ranks.astype("<i8"), hundredths):
        digest.update(np.ascontiguousarray(part[order]).tobytes())
    return digest.hexdigest()
