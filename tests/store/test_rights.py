"""Nobody writes without the right to: each function that writes refuses, and every table is as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.errors import RightMissing
from ita_analysis.people import DESK, PUBLIC, Person
from ita_analysis.store.attachments import folder_of
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import explain
from tests.store.files import Tables, tables
from tests.store.sheets import sheet
from tests.store.writes import NO_WRITES, OF_FILES, WRITES, World, done_before, functions_with_who

ELSEWHERE = Person("approver", "elsewhere@example.go.th", agency_code="elsewhere")
OF_UNIT = Person("officer", "roads@example.go.th", unit="กองช่าง")  # neither measure of the world is this unit's
# What is nobody's own: the headings that a reader knows, a file that nothing cites yet, what an address answered.
FOR_ALL_WHO = {
    "headings.remember": ("elsewhere",),
    "attachments.attach": ("elsewhere", "roads"),
    "citing.store_looks": ("roads",),
}


def _written(world: World) -> tuple[Tables, list[Path]]:
    """Return all that is stored: every table, and the files beside them."""
    return tables(world.opened), sorted(folder_of(world.file).glob("*"))


def test_every_function_that_takes_a_person_is_called_here() -> None:
    assert functions_with_who() == set(WRITES) | OF_FILES | NO_WRITES


@pytest.mark.parametrize("who", [PUBLIC, ELSEWHERE, OF_UNIT], ids=["public", "elsewhere", "roads"])
@pytest.mark.parametrize("name", WRITES)
def test_whoever_has_no_right_writes_nothing(name: str, who: Person, world: World) -> None:
    done_before(world, WRITES[name])
    before = _written(world)
    if who.email.partition("@")[0] in FOR_ALL_WHO.get(name, ()):
        WRITES[name].do(world, who)
        assert _written(world) != before
        return
    with pytest.raises(RightMissing) as refused:
        WRITES[name].do(world, who)
    assert explain(refused.value)
    assert _written(world) == before


@pytest.mark.parametrize("name", WRITES)
def test_whoever_has_every_right_writes(name: str, world: World) -> None:
    """Otherwise the refusals above might have another reason."""
    done_before(world, WRITES[name])
    before = _written(world)
    WRITES[name].do(world, DESK)
    assert _written(world) != before


def test_a_record_that_is_stored_already_is_judged_by_nobody_without_the_right(world: World) -> None:
    WRITES["building.store_record"].do(world, DESK)
    world.opened.execute("delete from step_progress where measure_id <> $1", [world.water])
    before = _written(world)
    with pytest.raises(RightMissing):
        WRITES["building.store_record"].do(world, PUBLIC)
    assert _written(world) == before


def test_a_sheet_about_nobody_is_brought_in_by_whoever_may_bring_in_those_of_all(world: World) -> None:
    before = _written(world)
    for who in (PUBLIC, ELSEWHERE):
        with pytest.raises(RightMissing):
            store_sheet(world.opened, sheet(), "sheet", who=who)
    assert _written(world) == before
