"""How everything looks: colours in light and dark, letters, spaces; pure, and in one place."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LIGHT, DARK = 0, 1
# The shape that says a status beside its colour and its word.
MARKS = {
    "done": "●", "in_progress": "◐", "not_started": "○", "no_data": "⊖", "not_stated": "▨", "overdue": "▲",
    "urgent": "▲", "develop": "◆", "good": "●", "strength": "★", "high": "▲", "medium": "◆", "low": "○",
    "document": "●", "analyst": "○", "wording": "◌", "found": "●", "doubtful": "◆", "missing": "▲",
    "open": "○", "accepted": "●", "dismissed": "–",
}  # fmt: skip


@cache
def tokens() -> dict[str, Any]:
    """Return all tokens as their file states them, read once."""
    return tomllib.loads((Path(__file__).parent / "tokens.toml").read_text(encoding="utf-8"))


def colour(name: str, mode: int) -> str:
    """Return a colour as #RRGGBB; `mode` is LIGHT or DARK."""
    return str(tokens()["colour"][name][mode])


def in_figure(name: str) -> str:
    """Return the colour by which a figure names a token: that of light, which the style sheet turns into a variable."""
    if name not in tokens()["figure"]["colours"]:
        raise KeyError(name)
    return colour(name, LIGHT)


def figure_rules() -> str:
    """Return the rules that give the parts of a drawn figure the colours of the viewing mode.

    Plotly writes colours into each element's style; a figure is drawn in the colours of light, and whatever stands in
    one of them follows the mode, also when it changes under an open page.
    """
    rules = [".js-plotly-plot .main-svg { background: transparent !important; }"]
    for name in tokens()["figure"]["colours"]:
        written = _as_rgb(in_figure(name))
        rules += [
            f'.js-plotly-plot :is([style*="{part}: {written}"], [{part}="{written}"]) '
            f"{{ {part}: var(--{_dashed(name)}) !important; }}"
            for part in ("fill", "stroke")
        ]
    return "\n".join(rules)


def css_variables() -> str:
    """Return all tokens as CSS variables; colours follow the viewing mode without the server's help."""
    lines = [f"--{_dashed(name)}: light-dark({light}, {dark});" for name, (light, dark) in tokens()["colour"].items()]
    return f":root {{ {' '.join([*lines, *_sizes()])} }}"


def page_variables() -> str:
    """Return all tokens as CSS variables for older browsers too: dark by the reader's wish, never on paper."""
    light, dark = (_colours(mode) for mode in (LIGHT, DARK))
    in_dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {' '.join(dark)} }} }}"
    return f":root {{ {' '.join([*light, *_sizes()])} }}\n{in_dark}"


def _colours(mode: int) -> list[str]:
    return [f"--{_dashed(name)}: {colour(name, mode)};" for name in tokens()["colour"]]


def _sizes() -> list[str]:
    lines = []
    for name, letters in tokens()["letters"].items():
        lines.append(f"--{_dashed(name)}-size: {letters['size']}; --{_dashed(name)}-line: {letters['line']};")
    return [*lines, *(f"--space-{name}: {size};" for name, size in tokens()["space"].items())]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #RRGGBB colours, 1 to 21, as WCAG 2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour_code: str) -> float:
    parts = (int(colour_code[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _as_rgb(code: str) -> str:
    return f"rgb({', '.join(str(int(code[start : start + 2], 16)) for start in (1, 3, 5))})"


def _dashed(name: str) -> str:
    return name.replace("_", "-")
