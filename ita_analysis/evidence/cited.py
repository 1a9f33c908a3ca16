"""One piece of evidence as an officer typed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cited:
    """What a result cites: its title, where it is (a URL, an attached file, or both), and when it was published.

    `other_host_reason` says why a site that is not the agency's own is right.
    """

    title: str
    url: str = ""
    file_name: str = ""
    sha256: str = ""
    published_on: date | None = None
    other_host_reason: str = ""
