"""A slow second way to a spread: plain Python over lists of scores, written without the SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal


@dataclass(frozen=True)
class Peer:
    """An invented agency with one score."""

    code: str
    province: str | None
    kind: str | None
    is_synthetic: bool
    score: Decimal | None


def others(me: Peer, all_peers: Sequence[Peer], group: str) -> list[Decimal]:
    """Return the scores of the others of a group, in order."""
    found = []
    for each in all_peers:
        same_province = each.province is not None and each.province == me.province
        same_kind = each.kind is not None and each.kind == me.kind
        belongs = {"nation": True, "province": same_province, "type": same_kind, "near": same_province and same_kind}
        if each.code != me.code and each.is_synthetic == me.is_synthetic and belongs[group] and each.score is not None:
            found.append(each.score)
    return sorted(found)


def percentile(ordered: Sequence[Decimal], share: str) -> Decimal:
    """Return the value at position share × (n − 1), on the line between the two nearest scores."""
    at = Decimal(share) * (len(ordered) - 1)
    below = int(at.to_integral_value(ROUND_FLOOR))
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)
