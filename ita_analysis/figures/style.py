"""Colours, axes and letters that all figures share.

Figures are drawn in the colours of light; the style sheet turns each into that of the viewing mode (`look`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ita_analysis.look import in_figure

if TYPE_CHECKING:
    import plotly.graph_objects as go

Figure: TypeAlias = "go.Figure"
FONT = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', sans-serif"
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
INK, MUTED, LINE, SURFACE = (in_figure(name) for name in ("ink", "muted", "line", "surface"))
ACCENT, ACCENT_TINT, DEVELOP, URGENT = (in_figure(name) for name in ("accent", "accent_tint", "develop", "urgent"))
STRENGTH, MISSING = (in_figure(name) for name in ("strength", "missing_mark"))
HATCH = {"shape": "/", "fgcolor": MISSING, "bgcolor": SURFACE, "size": 7, "solidity": 0.18}
HATCHED = {"color": SURFACE, "pattern": HATCH, "line": {"color": MISSING, "width": 1}}
WHOLE = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}  # a click dims no mark


def layout(height: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own words
    """Return the layout every figure starts from; paper and ground are the page itself."""
    base: dict[str, Any] = {
        "height": height,
        "font": {"family": FONT, "size": 15, "color": INK},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"font": {"family": FONT, "size": 15, "color": INK}, "bgcolor": SURFACE, "bordercolor": MUTED},
    }
    return base | more


def note(text: str, **where: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own words
    """Return a text on the figure; `size` and `colour` are its letters', the rest says where it stands."""
    font = {"size": where.pop("size", 15), "color": where.pop("colour", INK)}
    return {"text": text, "showarrow": False, "font": font, **where}
