"""What a form hands over, an entry, a plan, days, scores, as JSON and back again: equal to what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ita_analysis.entries import Cited, Entry, Plan
from ita_analysis.thai.fiscal_year import Span

_RECORDS: dict[str, type] = {kind.__name__: kind for kind in (Cited, Entry, Plan, Span)}


def to_json(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return a value as JSON can say it; what JSON has no kind for is named by its kind."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, tuple):
        return {"tuple": [to_json(each) for each in value]}
    if isinstance(value, Mapping):
        return {"mapping": [[to_json(key), to_json(each)] for key, each in value.items()]}
    name = type(value).__name__
    if _RECORDS.get(name) is not type(value):
        raise TypeError(name)
    return {name: {key: to_json(each) for key, each in vars(value).items()}}


def of_json(said: Any) -> Any:  # noqa: ANN401 - JSON, and what it says
    """Return the value that JSON says; raises ValueError where it says none that this program knows."""
    if not isinstance(said, dict):
        return said
    try:
        ((kind, told),) = said.items()
        if kind in _RECORDS:
            return _RECORDS[kind](**{key: of_json(each) for key, each in told.items()})
        return _KINDS[kind](told)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError("content") from error


_KINDS: dict[str, Callable[[Any], Any]] = {
    "date": date.fromisoformat,
    "decimal": Decimal,
    "tuple": lambda told: tuple(of_json(each) for each in told),
    "mapping": lambda told: {of_json(key): of_json(each) for key, each in told},
}
