"""What a look at a cited URL found: whether it can be opened, by which way, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

State = Literal["found", "moved", "gone", "refused", "failing", "unreachable", "not_allowed", "unreadable"]
Reason = Literal[
    "answered",
    "other_page",
    "other_site",
    "home_page",
    "missing",
    "sign_in",
    "forbidden",
    "too_many",
    "server_fault",
    "odd_status",
    "no_name",
    "no_answer",
    "too_slow",
    "broken_answer",
    "certificate_expired",
    "certificate_own",
    "certificate_chain",
    "certificate_name",
    "certificate_other",
    "not_secure",
    "loop",
    "too_many_redirects",
    "redirect_unreadable",
    "inner_address",
    "inner_redirect",
    "not_a_url",
]
MOST_REDIRECTS = 10  # that a visit follows
STATES: dict[Reason, State] = {
    "answered": "found",
    "other_page": "moved",
    "other_site": "moved",
    "home_page": "moved",
    "missing": "gone",
    "sign_in": "refused",
    "forbidden": "refused",
    "too_many": "refused",
    "server_fault": "failing",
    "odd_status": "failing",
    "no_name": "unreachable",
    "no_answer": "unreachable",
    "too_slow": "unreachable",
    "broken_answer": "unreachable",
    "certificate_expired": "unreachable",
    "certificate_own": "unreachable",
    "certificate_chain": "unreachable",
    "certificate_name": "unreachable",
    "certificate_other": "unreachable",
    "not_secure": "unreachable",
    "loop": "unreachable",
    "too_many_redirects": "unreachable",
    "redirect_unreadable": "unreachable",
    "inner_address": "not_allowed",
    "inner_redirect": "not_allowed",
    "not_a_url": "unreadable",
}


@dataclass(frozen=True)
class Looked:
    """What one URL answered when it was asked, by the clock of this desk.

    `status` is the last answer's, None where none came; `redirects` are the URLs it was sent on to, in order, the last
    of them perhaps not asked; `final_url` is the last one that was asked, or was to be.
    """

    url: str
    looked_at: datetime
    state: State
    status: int | None
    redirects: tuple[str, ...]
    final_url: str
    reason: Reason
