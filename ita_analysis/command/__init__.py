"""The command line: each module brings its commands, and each command is a function of what was asked."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from ita_analysis.thai.fiscal_year import parse_year

Asked: TypeAlias = argparse.Namespace
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def stated_year(asked: Asked) -> int | None:
    """Return the fiscal year that was asked for in any spelling, or None."""
    return parse_year(asked.fiscal_year) if asked.fiscal_year else None
