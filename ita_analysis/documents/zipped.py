"""A ZIP with one day for all that is in it: the time of writing, or the desk of it, would change its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = date(1980, 1, 1)  # that a ZIP can state
_ANY_MAY_READ = 0o100644 << 16  # where the ZIP is unpacked by a system with rights
_UNIX = 3


def zipped(contents: Mapping[str, bytes], day: date) -> bytes:
    """Return a ZIP of some files by name, in their order, all of one day; a day before 1980 is stated as its first."""
    written = BytesIO()
    stated = max(day, _FIRST_DAY)
    with ZipFile(written, "w") as made:
        for name, content in contents.items():
            entry = ZipInfo(name, (stated.year, stated.month, stated.day, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _ANY_MAY_READ, _UNIX
            made.writestr(entry, content)
    return written.getvalue()


def rezipped(package: bytes, day: date) -> bytes:
    """Return a ZIP that a library wrote with the same parts, all of one day."""
    with ZipFile(BytesIO(package)) as read:
        return zipped({name: read.read(name) for name in read.namelist()}, day)
