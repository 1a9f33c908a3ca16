"""The check of a stored year finds what the check of the documents made from it finds."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ita_analysis.completeness import Document, completeness
from ita_analysis.framework import MeasuresKind
from ita_analysis.intake.preview import preview_file
from ita_analysis.people import DESK
from ita_analysis.publishing.files import Kind, made
from ita_analysis.publishing.gathered import gathered
from ita_analysis.store.checking import checked
from ita_analysis.store.synthetic import load_demo
from tests.documents.told import DAY


@pytest.mark.parametrize("kind", ["plan", "report"])
@pytest.mark.parametrize(("code", "year", "months"), [("khao-saming", 2564, 6), ("demo", 2568, 12)])
def test_what_is_checked_is_what_is_printed(
    code: str, year: int, months: int, kind: MeasuresKind, shipped: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    load_demo(shipped, who=DESK)
    stored, of = checked(shipped.cursor(), code, year), gathered(shipped, code, year, months, DAY)
    assert stored is not None
    assert of is not None
    file = tmp_path / "made.docx"
    file.write_bytes(made(of, Kind("plan" if kind == "plan" else "result", "docx")).content)
    read = completeness(preview_file(file).report)
    assert _states(stored.completeness.documents, kind) == _states(read.documents, kind)


def _states(documents: tuple[Document, ...], kind: MeasuresKind) -> dict[str, tuple[str, str | None]]:
    (of_kind,) = [each for each in documents if each.kind == kind]
    told = {part.criterion.code: (part.state, part.answer.reason) for part in of_kind.parts}
    return {code: (state, None if state == "found" else reason) for code, (state, reason) in told.items()}
