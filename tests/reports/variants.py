"""All invented reports, and how often each difficulty must occur among them."""

from . import (
    write_docx_combined,
    write_docx_numbering,
    write_docx_plan_alone,
    write_docx_result_alone,
    write_docx_split,
    write_docx_tracked,
    write_html_combined,
    write_html_plan_alone,
    write_html_result_alone,
    write_html_split,
    write_html_word,
    write_text_combined,
    write_text_merged,
    write_text_plan_alone,
    write_text_result_alone,
    write_text_split,
)
from .expected import Variant

VARIANTS: tuple[Variant, ...] = (
    write_text_split.VARIANT,
    write_text_plan_alone.VARIANT,
    write_text_result_alone.VARIANT,
    write_text_combined.VARIANT,
    write_text_merged.VARIANT,
    write_html_word.VARIANT,
    write_html_split.VARIANT,
    write_html_plan_alone.VARIANT,
    write_html_result_alone.VARIANT,
    write_html_combined.VARIANT,
    write_docx_split.VARIANT,
    write_docx_numbering.VARIANT,
    write_docx_plan_alone.VARIANT,
    write_docx_result_alone.VARIANT,
    write_docx_combined.VARIANT,
    write_docx_tracked.VARIANT,
)

# What only one format can hold; everything else occurs in at least two formats.
IN_ONE_FORMAT = {"word_lists", "split_runs", "soft_breaks", "tracked_changes", "links", "two_spellings"}


def with_facts(*fields: str) -> list[Variant]:
    """The variants whose expectation says something about any of these fields."""
    return [variant for variant in VARIANTS if any(getattr(variant.expected, field) for field in fields)]
