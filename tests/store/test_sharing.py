"""Many use the database at once; one who has to be alone waits for them, and they for that one; none for ever."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ita_analysis.errors import StoreError
from ita_analysis.store import sharing
from ita_analysis.store.sharing import alone, using


@pytest.fixture
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment only."""
    monkeypatch.setattr(sharing, "PATIENCE", 0.05)


def _use() -> str:
    with using():
        return "used"


def test_many_use_it_at_once() -> None:
    met = threading.Barrier(16, timeout=10)

    def use(_: int) -> None:
        with using():
            met.wait()

    with ThreadPoolExecutor(16) as threads:
        assert len(list(threads.map(use, range(16)))) == 16


def test_one_who_is_alone_has_nobody_beside() -> None:
    inside, seen = [0], set()
    begun = threading.Event()

    def use(_: int) -> None:
        begun.set()
        with using():
            inside[0] += 1
            seen.add(is_alone.is_set())
            inside[0] -= 1

    is_alone = threading.Event()
    with ThreadPoolExecutor(8) as threads:
        users = threads.map(use, range(400))
        begun.wait(10)
        for _ in range(20):
            with alone():
                is_alone.set()
                assert inside == [0]
                is_alone.clear()
        list(users)
    assert seen == {False}


def test_who_uses_it_may_use_it_again_and_be_alone_where_nobody_else_does() -> None:
    with using(), using(), alone(), using():
        pass
    with ThreadPoolExecutor(1) as other:
        assert other.submit(_use).result(10) == "used"


@pytest.mark.usefixtures("_hasty")
def test_one_who_waits_in_vain_says_so_and_lets_others_on() -> None:
    begun, done = threading.Event(), threading.Event()

    def use() -> str:
        with using():
            begun.set()
            done.wait(10)
            with using():  # while somebody waits to be alone
                return "used"

    with ThreadPoolExecutor(2) as threads:
        user = threads.submit(use)
        begun.wait(10)
        with pytest.raises(StoreError) as refused, alone():
            pass
        assert refused.value.key == "restore_busy"
        assert threads.submit(_use).result(10) == "used"
        done.set()
        assert user.result(10) == "used"


def test_two_cannot_be_alone_at_once() -> None:
    def be_alone() -> str:
        try:
            with alone():
                return "alone"
        except StoreError as error:
            return error.key

    with ThreadPoolExecutor(1) as other, alone():
        assert other.submit(be_alone).result(10) == "restore_under_way"
    assert be_alone() == "alone"


def test_what_goes_wrong_meanwhile_leaves_nobody_waiting() -> None:
    for hold in (using, alone):
        with pytest.raises(ZeroDivisionError), hold():
            raise ZeroDivisionError
    with ThreadPoolExecutor(1) as other, alone():
        waiting = other.submit(_use)
        with pytest.raises(TimeoutError):
            waiting.result(0.05)
    assert waiting.result(10) == "used"
