"""The rules of cited evidence: those that need no network, and (in `live`) the look that is made only when asked."""

from ita_analysis.evidence.address import normalised
from ita_analysis.evidence.doubt import Doubt, Rule, Severity
from ita_analysis.evidence.form import LONGEST_REASON, LONGEST_TITLE, doubts, traces
from ita_analysis.evidence.looked import Looked, Reason, State
from ita_analysis.evidence.networks import ALLOWED, allowed_places

__all__ = [
    "ALLOWED",
    "LONGEST_REASON",
    "LONGEST_TITLE",
    "Doubt",
    "Looked",
    "Reason",
    "Rule",
    "Severity",
    "State",
    "allowed_places",
    "doubts",
    "normalised",
    "traces",
]
