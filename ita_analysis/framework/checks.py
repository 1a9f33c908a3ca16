"""What has to hold in a year's tables; each broken rule is an error that names file and row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable
from decimal import Decimal
from typing import NoReturn, TypeVar

from ita_analysis.errors import FrameworkError
from ita_analysis.framework.model import Framework
from ita_analysis.framework.rows import WEAKNESS_STATUSES, Band, Sourced, WeaknessLimit

LONGEST = {"short": 24, "tile": 14}
Record = TypeVar("Record", bound=Sourced)


def check(framework: Framework) -> None:
    """Raise FrameworkError at the first rule that the tables of a year break."""
    _codes_stand_once(framework)
    _weights_add_up(framework)
    _rows_refer_to_rows(framework)
    _items_are_complete(framework)
    _items_are_grouped(framework)
    _bands_cover_all_scores(framework.bands)
    _weakness_limits_cover_all_scores(framework.weakness_limits)
    _names_fit(framework)
    _views_are_scores_of_their_instrument(framework)


def _refuse(key: str, row: Sourced, **values: object) -> NoReturn:
    raise FrameworkError(key, file=row.file, row=row.row, **values)


def _codes_stand_once(framework: Framework) -> None:
    _once(framework.instruments, lambda row: row.code)
    _once(framework.indicators, lambda row: row.no)
    _once(framework.items, lambda row: row.code)
    _once(framework.bands, lambda row: row.order)
    _once(framework.bands, lambda row: row.grade)
    _once(framework.criteria, lambda row: (row.kind, row.code))
    _once(framework.measures_items, lambda row: row.kind)
    _once(framework.sub_indicators, lambda row: row.code)
    _once(
        (row for row in framework.names if row.kind != "theme"),
        lambda row: (row.kind, row.indicator_no, row.words),
    )
    _once((row for row in framework.names if row.kind in LONGEST), lambda row: (row.kind, row.indicator_no))
    _once(framework.questions, lambda row: (row.item_code, row.sub_no))
    _once(framework.weakness_limits, lambda row: row.status)
    _once(framework.samples, lambda row: row.instrument)
    _once(framework.theme_views, lambda row: (row.theme, row.level, row.code))
    _once(framework.answers, lambda row: (row.scale, row.polarity, row.order))


def _once(rows: Iterable[Record], code: Callable[[Record], Hashable]) -> None:
    seen: set[Hashable] = set()
    for row in rows:
        if code(row) in seen:
            _refuse("framework_duplicate", row, code=code(row))
        seen.add(code(row))


def _weights_add_up(framework: Framework) -> None:
    last = framework.instruments[-1]
    weights = [row.weight for row in framework.instruments]
    if any(weight is not None for weight in weights):
        for row in framework.instruments:
            if not row.weight:
                _refuse("framework_weight_missing", row, code=row.code)
        total = sum((weight for weight in weights if weight is not None), Decimal(0))
        if total != 100:
            _refuse("framework_weights", last, year=framework.fiscal_year_be, total=total)


def _rows_refer_to_rows(framework: Framework) -> None:
    indicators = {row.no for row in framework.indicators}
    items = {row.code for row in framework.items}
    _known(framework.indicators, lambda row: row.instrument, {row.instrument for row in framework.instruments})
    _known(framework.instruments, lambda row: row.instrument, {row.instrument for row in framework.indicators})
    _known(framework.items, lambda row: row.indicator_no, indicators)
    _known(framework.names, lambda row: row.indicator_no, indicators)
    _known(framework.measures_items, lambda row: row.item_code, items)
    _known(framework.criteria, lambda row: row.item_code, items)
    _known(framework.samples, lambda row: row.instrument, {row.instrument for row in framework.instruments})
    _known(framework.questions, lambda row: row.item_code, items)


def _known(rows: Iterable[Record], code: Callable[[Record], Hashable], codes: Collection[Hashable]) -> None:
    for row in rows:
        if code(row) not in codes:
            _refuse("framework_reference", row, code=code(row))


def _items_are_complete(framework: Framework) -> None:
    counted = Counter(row.indicator_no for row in framework.items)
    for row in framework.indicators:
        if row.item_count is not None and row.item_count != counted[row.no] and row.item_count_confidence != "unsure":
            _refuse("framework_item_count", row, no=row.no, stated=row.item_count, counted=counted[row.no])


def _items_are_grouped(framework: Framework) -> None:
    means = {row.instrument: row.mean_of for row in framework.instruments}
    rules = {row.no: means[row.instrument] for row in framework.indicators}
    for item in framework.items:
        if rules[item.indicator_no] == "sub_indicators" and item.sub_indicator is None:
            _refuse("framework_sub_indicator", item, code=item.code)


def _bands_cover_all_scores(bands: tuple[Band, ...]) -> None:
    # The first band whose conditions hold is the grade: overlap is a band that an earlier one always takes,
    # a gap is a score that even the last one refuses.
    for index, band in enumerate(bands):
        if any(_takes_all_of(earlier, band) for earlier in bands[:index]):
            _refuse("framework_band_unreachable", band, grade=band.grade)
    if bands and (bands[-1].min_total > 0 or bands[-1].min_instrument is not None):
        _refuse("framework_band_gap", bands[-1], grade=bands[-1].grade)


def _takes_all_of(earlier: Band, later: Band) -> bool:
    floor = later.min_instrument or Decimal(0)
    return earlier.min_total <= later.min_total and (earlier.min_instrument or Decimal(0)) <= floor


def _weakness_limits_cover_all_scores(limits: tuple[WeaknessLimit, ...]) -> None:
    known = {row.status for row in limits}
    for status in WEAKNESS_STATUSES:
        if limits and status not in known:
            _refuse("framework_weakness_gap", limits[-1], status=status)
    floor = Decimal(0)
    for row in limits:
        if row.below is not None and row.below <= floor:
            _refuse("framework_weakness_order", row, status=row.status, below=row.below, floor=floor)
        floor = row.below or floor


def _names_fit(framework: Framework) -> None:
    for row in framework.names:
        if len(row.words) > LONGEST.get(row.kind, len(row.words)):
            _refuse("framework_name_length", row, words=row.words, longest=LONGEST[row.kind])
    spoken = {row.name_th: row.no for row in framework.indicators}
    for row in framework.names:
        if row.kind != "theme" and spoken.setdefault(row.words, row.indicator_no) != row.indicator_no:
            _refuse("framework_alias", row, words=row.words)


def _views_are_scores_of_their_instrument(framework: Framework) -> None:
    names = {row.theme: row.name_th for row in reversed(framework.theme_views)}
    indicators = {str(row.no): row.instrument for row in framework.indicators}
    items = {row.code: indicators[str(row.indicator_no)] for row in framework.items}
    groups = {row.sub_indicator: items[row.code] for row in framework.items if row.sub_indicator}
    known = {"indicator": indicators, "sub_indicator": groups, "item": items}
    _known(framework.theme_views, lambda row: row.code, {code for codes in known.values() for code in codes})
    for row in framework.theme_views:
        if known[row.level].get(row.code) != row.instrument:
            _refuse("framework_view", row, code=row.code, instrument=row.instrument)
        if names[row.theme] != row.name_th:
            _refuse("framework_theme_name", row, code=row.theme, name=names[row.theme])
