"""What an assessor looks for in the plan and in the report of a fiscal year: found, missing or doubtful, and its worth.

What is asked is data of the framework; here is only how each part of it is looked for.
"""

from ita_analysis.completeness.documents import completeness, completeness_of_file
from ita_analysis.completeness.part import Completeness, Document, Part, Reason, State

__all__ = ["Completeness", "Document", "Part", "Reason", "State", "completeness", "completeness_of_file"]
