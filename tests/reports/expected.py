"""What a reader must find in one report: facts only, None where the document leaves the answer open."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

URGENT = "urgent"
DEVELOP = "develop"
ISO_RANGE = tuple[str, str]


@dataclass(frozen=True)
class Weak:
    """One indicator the document itself calls weak; `word` is part of the name it printed."""

    no: int
    kind: str
    word: str


@dataclass(frozen=True)
class Measure:
    """One measure of the plan; `holds` are texts to be found among its guidelines and steps, in any cut."""

    title: str
    guidelines: tuple[str, ...] | None = ()
    steps: tuple[str, ...] | None = ()
    responsible: tuple[str, ...] = ()
    rounds: tuple[int, ...] | None = None
    indicators: tuple[int, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """The result of one measure; `said` may stand in any of its text fields."""

    measure: str
    said: tuple[str, ...] = ()
    detail: str = ""
    output: str = ""
    outcome: str = ""
    note: str = ""
    period: ISO_RANGE | None = None
    stated_on: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Signatory:
    """One person who signs: the role as printed, the name without brackets, the position."""

    role: str
    name: str
    position: str


@dataclass(frozen=True)
class Expected:
    """The key facts of one invented report."""

    agency: str
    district: str
    province: str
    fiscal_year_be: int
    round_months: int | None = None
    prior_fiscal_year_be: int | None = None
    weaknesses: tuple[Weak, ...] = ()
    measures: tuple[Measure, ...] | None = ()
    progress: tuple[Progress, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    findings: tuple[str, ...] = ()
    no_findings: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    one_row_per_measure: bool = True
    has_typed_tags: bool = False


@dataclass(frozen=True)
class Variant:
    """One report: its file name, how it is written, what it tries, what must be found."""

    id: str
    file_name: str
    write: Callable[[Path], None]
    covers: str
    expected: Expected

    @property
    def claims(self) -> frozenset[str]:
        """The difficulties it has, one word each."""
        return frozenset(self.covers.split())


def squeezed(text: str) -> str:
    """The text without white space: a line break in a cell may be read as a space or as nothing."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def bare(title: str) -> str:
    """A title squeezed and without a printed row number, which a reader may keep or drop."""
    return re.sub(r"^[0-9๐-๙]+[.)]", "", squeezed(title))
