"""A ZIP with one day for all: the same contents make the same bytes, whatever wrote them and when."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from ita_analysis.documents.zipped import rezipped, zipped

CONTENTS = {"ข.txt": "ก".encode(), "a/b.xml": b"<a/>", "empty": b""}


@pytest.mark.parametrize(
    ("day", "stated"),
    [(date(2026, 11, 26), (2026, 11, 26)), (date(1979, 5, 1), (1980, 1, 1)), (date.min, (1980, 1, 1))],
)
def test_all_files_have_the_day_and_may_be_read(day: date, stated: tuple[int, int, int]) -> None:
    with ZipFile(BytesIO(zipped(CONTENTS, day))) as found:
        assert {name: found.read(name) for name in found.namelist()} == CONTENTS
        assert found.namelist() == [*CONTENTS], "in the order given"
        assert {each.date_time for each in found.infolist()} == {(*stated, 0, 0, 0)}
        assert {each.external_attr >> 16 & 0o777 for each in found.infolist()} == {0o644}
        assert {each.create_system for each in found.infolist()} == {3}, "whatever system writes it"


def test_what_another_program_wrote_becomes_the_same_bytes() -> None:
    written = BytesIO()
    with ZipFile(written, "w") as made:
        for number, (name, content) in enumerate(CONTENTS.items()):
            made.writestr(ZipInfo(name, (2001 + number, 2, 3, 4, 5, 6)), content)
    assert rezipped(written.getvalue(), date(2026, 11, 26)) == zipped(CONTENTS, date(2026, 11, 26))
