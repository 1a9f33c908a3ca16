"""Hard cases for the pictures of files: years that are longer, emptier or fuller than the shipped one."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice

from ita_analysis.documents.paper.blocks import Document
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.plan import plan_document
from ita_analysis.documents.paper.result import result_document
from ita_analysis.publishing.gathered import Gathered
from ita_analysis.thai.text import to_thai

REPEATED = 60  # how often a cell says the same: it then takes more than three pages
MANY = 40


def cases(of: Gathered) -> dict[str, Document]:
    """Return the documents of hard cases, made of a year with a result, by the names of their files."""
    if of.result is None:
        raise LookupError(of.agency_code)
    return {
        "long-cell": result_document(long_cell(of.result)),
        "forty-measures": plan_document(many_measures(of.plan)),
        "no-measures": plan_document(no_measures(of.plan)),
    }


def long_cell(of: Material) -> Material:
    """Return a report in which one cell is longer than three pages."""
    first, *others = of.report.progress
    long = replace(first, detail="\n".join(islice(cycle((first.detail or first.measure).split("\n")), REPEATED)))
    return replace(of, report=replace(of.report, progress=(long, *others)))


def many_measures(of: Material) -> Material:
    """Return a plan of forty measures, each title another one."""
    told = islice(cycle(of.report.measures), MANY)
    made = (replace(each, title=f"{each.title} ({to_thai(str(number))})") for number, each in enumerate(told, 1))
    return replace(of, report=replace(of.report, measures=tuple(made)))


def no_measures(of: Material) -> Material:
    """Return a plan without any measure."""
    return replace(of, report=replace(of.report, measures=(), progress=()))
