"""Which document a file holds: a plan that stands alone is checked as a plan, results alone as a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.completeness import completeness_of_file
from ita_analysis.intake.preview import preview_file

from .expected import Variant
from .variants import VARIANTS


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.id)
def test_a_file_is_checked_for_what_it_holds(variant: Variant, tmp_path: Path) -> None:
    path = tmp_path / variant.file_name
    variant.write(path)
    report = preview_file(path, variant.expected.fiscal_year_be).report
    alone = {kind: f"{name}_alone" in variant.claims for kind, name in (("plan", "plan"), ("report", "result"))}
    wanted = [kind for kind in alone if alone[kind]] or [*alone]
    found = completeness_of_file(report)
    assert [each.kind for each in found.documents] == wanted
    assert [each.kind for each in found.left_out] == [kind for kind in alone if kind not in wanted]
    for kind in ("plan", "report"):
        assert [each.kind for each in completeness_of_file(report, kind).documents] == [kind]
