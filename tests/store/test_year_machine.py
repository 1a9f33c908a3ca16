"""Officers do whatever comes, in any order: the store always says what a second implementation in plain dicts says.

What is refused is refused for a reason that the second one knows too, and changes nothing; a locked round shows what it
showed; the history tells every row; nothing breaks a check.
"""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.store.year_machine import YearMachine


def test_whatever_officers_do_the_store_says_what_the_model_says(built: dict[str, Path], tmp_path: Path) -> None:
    machine = type("Machine", (YearMachine,), {"start": built["empty"], "folder": tmp_path})
    told = settings(
        max_examples=12,
        stateful_step_count=25,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(machine, settings=told)
