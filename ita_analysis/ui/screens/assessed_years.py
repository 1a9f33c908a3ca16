"""The fiscal years whose results can be read, typed or filled in."""

from __future__ import annotations

from ita_analysis import framework


def years() -> list[int]:
    """Return the fiscal years of the framework, the latest first; those without weights come last."""
    return sorted(framework.fiscal_years(), key=lambda year: (not framework.load(year).weights_known, -year))
