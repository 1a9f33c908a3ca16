"""An agency's year as one HTML file for its website: no server, no script, nothing asked of another host."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ita_analysis.documents.facts import Facts
from ita_analysis.documents.names import veil_of
from ita_analysis.documents.paper import plan as planned
from ita_analysis.documents.paper import result as shown
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.public_page import result, work
from ita_analysis.look import MARKS, page_variables
from ita_analysis.paths import STATIC
from ita_analysis.sentences.unbroken import emphasised, whole_terms
from ita_analysis.texts import say
from ita_analysis.thai.text import straight

_FOLDER = Path(__file__).parent
# The letters are within the file, so that the page looks alike on each device; which letters each font file has.
_RANGES = {"thai": "U+0E01-0E5B,U+200C-200D,U+25CC", "latin": "U+0000-00FF,U+2000-206F,U+2212"}
_WEIGHTS = (400, 700)


def public_page(facts: Facts, plan: Material, results: Mapping[int, Material], evidence: pd.DataFrame) -> bytes:
    """Return the page of an agency's year as UTF-8 HTML; the same data of the same day make the same bytes.

    `results` are by round, `evidence` as `queries.cited` tells it. No text that names a person is shown.
    """
    veil = veil_of(of.report for of in (plan, *results.values()))
    style, policy = _style()
    html = _template().render(
        veil=veil,
        style=style,
        policy=policy,
        **result.head(facts),
        **result.scores(facts),
        **result.weak(facts),
        **work.work(facts, plan, results),
        evidence=[*work.cited_rows(evidence, veil)],
        signed=[*work.signed(facts, results)],
        accounts=work.accounts(facts, results),
    )
    return html.encode()


@cache
def _style() -> tuple[Markup, str]:
    """Return the style sheet, and the policy that lets the browser take this one and nothing else."""
    rules = (_FOLDER / "page.css").read_text(encoding="utf-8")
    text = "\n".join([_letters(), page_variables(), rules, _widths()])
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    sources = f"style-src 'sha256-{digest}'; font-src data:; img-src data:"
    return Markup(text), f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"  # noqa: S704 - our own


def _widths() -> str:
    """Return how wide the columns of the official tables are: the page's policy lets no element state a style."""
    shares = {*planned.SHARES.values(), *shown.SHARES.values(), *shown.SHARES_WITH_EVIDENCE.values()}
    return "\n".join(f".share-{share} {{ width: {share}%; }}" for share in sorted(shares))


def _letters() -> str:
    """Return the rules of the page's letters, with the font files in them."""
    return "\n".join(_font(script, weight) for weight in _WEIGHTS for script in _RANGES)


def _font(script: str, weight: int) -> str:
    content = (STATIC / "fonts" / f"sarabun-{script}-{weight}-normal.woff2").read_bytes()
    source = f'url("data:font/woff2;base64,{base64.b64encode(content).decode()}") format("woff2")'
    about = f'font-family: "Sarabun"; font-weight: {weight}; font-display: swap; unicode-range: {_RANGES[script]}'
    return f"@font-face {{ {about}; src: {source}; }}"


@pass_context
def _told(context: Context, text: object) -> Markup:
    """Return a text as the page shows it: it names nobody, is escaped, and its terms stay whole."""
    return whole_terms(_text(context, text))


@pass_context
def _text(context: Context, text: object) -> str:
    """Return a text as it stands where no element may stand: in the title, in a picture."""
    return str(context["veil"](straight(str(text))))


def _whole(text: str) -> Markup:
    """Return the name of an agency, which may look like that of a person."""
    return whole_terms(straight(text))


def _emphasised(text: str, tone: str) -> Markup:
    return emphasised(straight(text), tone)


@cache
def _template() -> Template:
    loader = FileSystemLoader(_FOLDER)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(th=_told, text=_text, whole=_whole, emphasised=_emphasised)
    made.globals.update(say=say, MARKS=MARKS)
    return made.get_template("page.html")
