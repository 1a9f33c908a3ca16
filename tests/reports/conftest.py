"""Each report is written and read once per test run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .expected import Variant
from .reading import read

Reading = dict[str, Any]


@pytest.fixture(scope="session")
def read_variant(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Variant], Reading]:
    """A function that writes a variant, reads it, and remembers what was read or why it was refused."""
    readings: dict[str, Reading | AssertionError] = {}

    def reading(variant: Variant) -> Reading:
        if variant.id not in readings:
            path: Path = tmp_path_factory.mktemp(variant.id) / variant.file_name
            variant.write(path)
            try:
                readings[variant.id] = read(path)
            except AssertionError as refusal:
                readings[variant.id] = refusal
        found = readings[variant.id]
        if isinstance(found, AssertionError):
            raise found
        return found

    return reading
