"""The council's deck as PPTX: the slides of the screen with editable charts, what to say as notes, the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from ita_analysis.documents.deck import foot, notes
from ita_analysis.documents.deck.slides import Bars, Deck, Grid, Picture, Progress, Slide, Spans, Tiles
from ita_analysis.documents.pptx_file.charts import add_bars, add_progress, add_spans
from ita_analysis.documents.pptx_file.frame import LEFT, WITHIN, add_bar, add_foot, empty_file, name_notes, set_theme
from ita_analysis.documents.pptx_file.tables import add_grid, add_tiles
from ita_analysis.documents.pptx_file.words import LANGUAGE, add, add_emphasised, box, text_box
from ita_analysis.documents.zipped import rezipped
from ita_analysis.texts import say
from ita_analysis.thai.text import straight

_LONG_TITLES = ((60, 36.0), (100, 30.0))  # letters that still fit in two lines, and their size in points
_SMALLEST_TITLE = 24.0


def pptx_of(deck: Deck) -> bytes:
    """Return the deck as one PPTX file; the same deck makes the same bytes."""
    made = empty_file()
    _introduce(made.core_properties, deck)
    for number, slide in enumerate(deck.slides, 1):
        _add_slide(made, deck, slide, number)
    name_notes(made.notes_master)
    for master in (made.slide_master.part, made.notes_master.part):
        set_theme(master)
    written = BytesIO()
    made.save(written)
    return rezipped(written.getvalue(), deck.made_on)


def _introduce(properties: Any, deck: Deck) -> None:  # noqa: ANN401 - a class without a public name
    day = datetime.combine(deck.made_on, time(), UTC).replace(tzinfo=None)
    properties.title = straight(say("deck.title", agency=deck.agency, year=deck.fiscal_year_be))[:255]
    properties.subject = straight(deck.agency)[:255]
    properties.author = properties.last_modified_by = say("frame.title")
    properties.category = say("head.synthetic") if deck.is_synthetic else ""
    properties.created = properties.modified = day
    properties.language, properties.revision = LANGUAGE, 1


def _add_slide(made: Any, deck: Deck, shown: Slide, number: int) -> None:  # noqa: ANN401
    slide = made.slides.add_slide(made.slide_layouts[0])
    title = slide.shapes.title.text_frame
    title.paragraphs[0].alignment = PP_ALIGN.LEFT
    title.word_wrap, title.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    add_emphasised(title.paragraphs[0], shown.headline, _title_size(shown.title), shown.tone)
    add_bar(slide, box(LEFT, 0.35, WITHIN, 0.07), "accent")
    if shown.lead:
        lead = text_box(slide, box(LEFT, 1.9, WITHIN, 0.7))
        add(lead.paragraphs[0], shown.lead, 20 if len(shown.lead) < 110 else 18, "muted")
    if shown.picture is not None:
        _add_picture(slide, shown.picture)
    else:
        frame = text_box(slide, box(LEFT, 3.4, WITHIN, 0.8))
        add(frame.paragraphs[0], say("deck.no_picture"), 28, "muted")
    if shown.aside:
        add(text_box(slide, box(LEFT, 6.5, WITHIN, 0.35)).paragraphs[0], shown.aside, 16, "muted")
    add_foot(slide, foot(deck, number))
    _add_notes(slide, notes(deck, number))


def _add_picture(slide: Any, picture: Picture) -> None:  # noqa: ANN401
    match picture:
        case Bars():
            add_bars(slide, picture)
        case Spans():
            add_spans(slide, picture)
        case Progress():
            add_progress(slide, picture)
        case Grid():
            add_grid(slide, picture)
        case Tiles():
            add_tiles(slide, picture)


def _add_notes(slide: Any, lines: tuple[str, ...]) -> None:  # noqa: ANN401
    page = slide.notes_slide
    for holder in list(page.placeholders):
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            holder.element.getparent().remove(holder.element)
    frame = page.notes_text_frame
    frame.clear()
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        add(paragraph, line, 12, is_bold=number == 0)


def _title_size(words: str) -> float:
    return next((size for letters, size in _LONG_TITLES if len(words) <= letters), _SMALLEST_TITLE)
