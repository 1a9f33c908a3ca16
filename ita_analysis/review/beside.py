"""What stands beside a report and its rules need: the report of the year before, and the last look at each link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ita_analysis.records import NOWHERE, Place, Report


@dataclass(frozen=True)
class Look:
    """A link that a result cites, with what the last look at it found; `state` is None where nobody looked yet.

    `state` is that of `evidence.Looked`; `is_off_site` is None where the agency's own site is not known.
    """

    measure: str
    title: str
    url: str
    place: Place = NOWHERE
    state: str | None = None
    looked_on: date | None = None
    is_off_site: bool | None = None
    other_host_reason: str = ""


@dataclass(frozen=True)
class Beside:
    """The report of the fiscal year before and last year's total score, where they are known; the links cited."""

    last_year: Report | None = None
    looks: tuple[Look, ...] = ()
    prior_score: float | None = None


ALONE = Beside()
