"""What lies within the own machine or network is never asked, by whatever way a URL leads there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ita_analysis.evidence.live import look
from tests.evidence.servers import LOOPBACK, Served, named, onward, reply, serving

NUMBERS_OF_LOOPBACK = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "１２７.０.０.１",
    "[::ffff:127.0.0.1]",
]
ELSEWHERE_WITHIN = [
    "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[fec0::1]", "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]", "[::ffff:10.0.0.1]", "[::127.0.0.1]", "localhost", "LOCALHOST.",
]  # fmt: skip


@pytest.fixture
def server() -> Iterator[Served]:
    with serving({"/doc": reply()}) as served:
        yield served


@pytest.mark.parametrize("host", [*NUMBERS_OF_LOOPBACK, *ELSEWHERE_WITHIN])
def test_a_place_within_is_refused_unless_it_is_allowed(server: Served, host: str) -> None:
    (looked,) = look([server.url("/doc", host)], timeout=2)
    assert (looked.state, looked.reason, looked.status) == ("not_allowed", "inner_address", None)
    assert server.asked == []


@pytest.mark.parametrize("host", NUMBERS_OF_LOOPBACK[:-1])
def test_every_spelling_of_an_allowed_number_is_allowed(server: Served, host: str) -> None:
    (looked,) = look([server.url("/doc", host)], allowed=["127.0.0.0/8"])
    assert looked.state == "found"


@pytest.mark.parametrize("host", [*NUMBERS_OF_LOOPBACK, *ELSEWHERE_WITHIN])
def test_a_redirect_from_an_allowed_place_to_one_within_is_refused(server: Served, host: str) -> None:
    with serving({"/a": onward(server.url("/doc", host))}) as first:
        (looked,) = look([first.url("/a")], allowed=[f"{LOOPBACK}:{first.port}"], timeout=2)
    assert (looked.state, looked.reason) == ("not_allowed", "inner_redirect")
    assert len(looked.redirects) == 1
    assert server.asked == []


def test_an_allowed_port_opens_no_other(server: Served) -> None:
    (looked,) = look([server.url("/doc")], allowed=[f"{LOOPBACK}:{server.port + 1}"])
    assert looked.state == "not_allowed"
    (looked,) = look([server.url("/doc")], allowed=[f"{LOOPBACK}:{server.port}"])
    assert looked.state == "found"


def test_a_name_that_leads_within_is_refused(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, {"inner.example.net": [[LOOPBACK]]})
    (looked,) = look([server.url("/doc", "inner.example.net")])
    assert looked.state == "not_allowed"
    assert server.asked == []


@pytest.mark.parametrize("numbers", [["203.0.114.5", LOOPBACK], [LOOPBACK, "203.0.114.5"]])
def test_a_name_with_one_number_within_is_refused_whole(
    server: Served, monkeypatch: pytest.MonkeyPatch, numbers: list[str]
) -> None:
    named(monkeypatch, {"mixed.example.net": [numbers]})
    (looked,) = look([server.url("/doc", "mixed.example.net")])
    assert looked.state == "not_allowed"
    assert server.asked == []


def test_an_allowed_name_may_lead_within_and_keeps_its_name(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, {"intranet.example.net": [[LOOPBACK]]})
    (looked,) = look([server.url("/doc", "intranet.example.net")], allowed=["intranet.example.net"])
    assert looked.state == "found"
    assert server.asked[0][2]["Host"] == f"intranet.example.net:{server.port}"


def test_a_name_is_resolved_once_and_the_judged_number_is_the_one_that_is_asked(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second answer of the name server would lead to a number where nobody listens, and the look would fail."""
    resolved = named(monkeypatch, {"turning.example.net": [[LOOPBACK], ["127.0.0.99"]]})
    (looked,) = look([server.url("/doc", "turning.example.net")], allowed=[LOOPBACK])
    assert looked.state == "found"
    assert resolved == ["turning.example.net"]


def test_a_name_that_turns_within_between_two_hops_is_refused_at_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    resolved = named(monkeypatch, {"turning.example.net": [[LOOPBACK], ["127.0.0.99"]]})
    with serving({"/a": onward("/b"), "/b": reply()}) as server:
        (looked,) = look([server.url("/a", "turning.example.net")], allowed=[LOOPBACK])
    assert (looked.state, looked.reason) == ("not_allowed", "inner_redirect")
    assert [path for _, path, _ in server.asked] == ["/a"]
    assert len(resolved) == 2
