"""Colours, axes and letters that all figures share, in light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import plotly.graph_objects as go

Figure: TypeAlias = "go.Figure"
FONT = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', sans-serif"
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


@dataclass(frozen=True)
class Palette:
    """The colours of one viewing mode."""

    paper: str
    ink: str
    muted: str
    line: str
    band: str
    accent: str
    accent_tint: str
    develop: str
    hatch: str


LIGHT = Palette("#FFFFFF", "#13202F", "#4B5B6D", "#D3DAE3", "#F4F6F9", "#17366B", "#E9EFF8", "#A34A06", "#9AA6B5")
DARK = Palette("#0E1723", "#E9EEF4", "#B4C0CF", "#31435A", "#172435", "#A9C8F7", "#1B2C45", "#F5B876", "#75869A")


def palette(mode: str | None) -> Palette:
    """Return the colours of a viewing mode: `dark`, or anything else for light."""
    return DARK if mode == "dark" else LIGHT


def layout(colours: Palette, height: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own words
    """Return the layout every figure starts from; the paper is solid, so that a changed mode stays readable."""
    base: dict[str, Any] = {
        "height": height,
        "font": {"family": FONT, "size": 15, "color": colours.ink},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"font": {"family": FONT, "size": 15}},
    }
    return base | more
