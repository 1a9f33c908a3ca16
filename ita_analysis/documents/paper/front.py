"""The cover and the foreword of an official document."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.documents.paper.blocks import Cover, Heading, Paragraph, Section
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.wording import Value, month_of, told
from ita_analysis.framework import MeasuresKind, assessments
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from ita_analysis.thai.text import to_thai


def cover(of: Material, kind: MeasuresKind) -> Section:
    """Return the cover: what it is, for which assessment, whose it is, and that its data are made up where they are."""
    agency = of.report.agency
    handed_in = [
        told("document.front.item", year=year, code=code) for year, code in assessments(of.report.fiscal_year_be, kind)
    ]
    sites = [say("document.site", host=host) for host in of.sites]
    contact = tuple(filter(None, (whereabouts(of), *sites, *handed_in)))
    titles = tuple(told(f"document.{_name(kind)}.titles", **values(of)).split("\n"))
    front = Cover(titles, agency.name, contact)
    if not of.is_synthetic:
        return Section((front,))
    return Section((front, Paragraph(say("document.synthetic"), "center", is_strong=True)))


def foreword(of: Material, kind: MeasuresKind) -> Section:
    """Return the foreword, dated with the month the document is made in."""
    if of.report.measures or of.report.progress:
        opening = _opening(of, "document.front.analysed")
        text = told(f"document.{_name(kind)}.foreword", **values(of), opening=opening)
    else:
        opening = _opening(of, "document.front.analysed_here")
        text = told(f"document.{_name(kind)}.foreword_of_none", **values(of), opening=opening)
    paragraphs = [Paragraph(words) for words in (say("document.front.why"), *text.split("\n"), *_direction(of, kind))]
    signed = [Paragraph(of.report.agency.name, "center"), Paragraph(month_of(of.made_on), "center")]
    return Section((Heading(say("document.foreword")), *paragraphs, *signed))


def foot(of: Material, kind: MeasuresKind) -> str:
    """Return what stands at the foot of each page: the document, whose it is, of when its data are, when it was made.

    What stands at a foot is no part of the record: the reader does not read it back.
    """
    synthetic = [say("document.synthetic")] if of.is_synthetic else []
    name = told(f"document.{_name(kind)}.name", **values(of))
    parts = (of.report.agency.name, to_thai(of.data_of), told("document.made_on", day=of.made_on))
    return "\n".join([*synthetic, name, SEPARATOR.join(filter(None, parts))])


def values(of: Material) -> dict[str, Value]:
    """Return what the sentences of a document speak of: agency, year, year before and round."""
    report = of.report
    named: dict[str, Value] = {"agency": report.agency.name, "year": report.fiscal_year_be, "prior": of.prior_year}
    return named | {"months": report.round_months or ""}


def whereabouts(of: Material) -> str:
    """Return district and province, as far as they are known."""
    district, province = of.report.agency.district, of.report.agency.province
    if district and province:
        return say("document.where", district=district, province=province)
    if district:
        return say("document.where_district", district=district)
    return say("document.where_province", province=province) if province else ""


def _opening(of: Material, analysed: str) -> str:
    """Return what the foreword begins with: that the result of the year before was analysed, where there is one."""
    return told(analysed if of.is_analysed else "document.front.unanalysed", **values(of))


def _direction(of: Material, kind: MeasuresKind) -> Iterator[str]:
    """Yield the sentence that tells why a report is on the measures of the year before, where it is."""
    for year, code in assessments(of.report.fiscal_year_be, kind):
        if year != of.report.fiscal_year_be:
            yield told("document.front.of_prior", year=year, code=code, measures_year=of.report.fiscal_year_be)


def _name(kind: MeasuresKind) -> str:
    return "plan" if kind == "plan" else "result"
