"""Which numbers the public reaches, how a host can be written as a number, and what a configuration allows."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.evidence.networks import Unnumbered, allowed_places, is_allowed, is_public, numbered

PUBLIC = [
    "8.8.8.8",
    "203.150.1.1",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.0",
    "223.255.255.255",
    "2001:4860:4860::8888",
    "2a00::1",
    "64:ff9b::808:808",
]
WITHIN = [
    "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.0",
    "172.31.255.255", "192.168.0.0", "100.64.0.0", "100.127.255.255", "192.0.2.1", "198.18.0.1", "224.0.0.1",
    "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1",
    "fe80::1", "fc00::1", "fdff::1", "fec0::1", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001:0:7f00:1::",
    "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::1",
]  # fmt: skip


@pytest.mark.parametrize("number", PUBLIC)
def test_a_number_of_the_public_internet_is_public(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize("number", WITHIN)
def test_a_number_within_or_for_nobody_is_not_public(number: str) -> None:
    assert not is_public(ip_address(number))


@given(st.ip_addresses(v=4))
def test_a_number_of_ipv4_is_as_public_within_a_translated_one_and_never_within_others(number: IPv4Address) -> None:
    bits = int(number)
    assert is_public(ip_address((0x64FF9B << 96) + bits)) == is_public(ip_address(bits))
    assert not is_public(ip_address((0xFFFF << 32) + bits))
    assert not is_public(ip_address((0x2002 << 112) + (bits << 80)))


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("127.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0177.0x0.0.1", "127.0.0.1"),
        ("0x", "0.0.0.0"),
        ("10.65535", "10.0.255.255"),
        ("[0:0:0::1]", "::1"),
        ("example.go.th", None),
        ("1.2.3.4.th", None),
        ("๑๒๗.๑", None),
        ("0xg.th", None),
        ("", None),
    ],
)
def test_a_host_that_is_a_number_is_read_as_browsers_read_it(host: str, number: str | None) -> None:
    assert numbered(host) == number


@pytest.mark.parametrize(
    "host",
    [
        "256.1.1.1",
        "1.2.3.4.5",
        "4294967296",
        "1.16777216",
        "08.1",
        "a.1",
        "1_0.1",
        "-1.1",
        "1..1",
        "+1.0.0.1",
        "[::g]",
        "[1.2.3.4]",
    ],
)
def test_a_host_that_ends_like_a_number_and_is_none_is_refused(host: str) -> None:
    with pytest.raises(Unnumbered):
        numbered(host)


@pytest.mark.parametrize(
    ("setting", "places"),
    [
        ("", ()),
        (" , ,", ()),
        ("127.0.0.1:8711", ("127.0.0.1:8711",)),
        (" intranet.go.th , 10.0.0.0/8,[::1]:80 ", ("intranet.go.th", "10.0.0.0/8", "[::1]:80")),
    ],
)
def test_the_setting_is_a_list_with_commas(
    monkeypatch: pytest.MonkeyPatch, setting: str, places: tuple[str, ...]
) -> None:
    monkeypatch.setenv("ITA_EVIDENCE_ALLOWED", setting)
    assert allowed_places() == places


def test_without_the_setting_nothing_within_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_EVIDENCE_ALLOWED", raising=False)
    assert allowed_places() == ()


@pytest.mark.parametrize(
    ("entry", "host", "number", "port"),
    [
        ("intranet.go.th", "intranet.go.th", "10.0.0.5", 80),
        ("Intranet.go.th:8080", "intranet.go.th", "10.0.0.5", 8080),
        ("10.0.0.0/8", "any.go.th", "10.9.9.9", 443),
        ("10.0.0.0/8:443", "any.go.th", "10.9.9.9", 443),
        ("10.0.0.5", "10.0.0.5", "10.0.0.5", 81),
        ("10.0.0.5:81", "any.go.th", "10.0.0.5", 81),
        ("::1", "::1", "::1", 80),
        ("[::1]:8080", "localhost", "::1", 8080),
        ("fc00::/7", "any.go.th", "fd12::1", 80),
        ("10.1.2.3/8", "any.go.th", "10.0.0.1", 80),
    ],
)
def test_an_entry_allows_what_it_names(entry: str, host: str, number: str, port: int) -> None:
    assert is_allowed(ip_address(number), host, port, [entry])


@pytest.mark.parametrize(
    ("entry", "host", "number", "port"),
    [
        ("intranet.go.th", "other.go.th", "10.0.0.5", 80),
        ("intranet.go.th", "a.intranet.go.th", "10.0.0.5", 80),
        ("intranet.go.th:8080", "intranet.go.th", "10.0.0.5", 80),
        ("10.0.0.0/8", "any.go.th", "11.0.0.1", 80),
        ("10.0.0.0/8", "any.go.th", "::ffff:10.0.0.1", 80),
        ("10.0.0.5:81", "10.0.0.5", "10.0.0.5", 80),
        ("::1", "localhost", "127.0.0.1", 80),
        ("10.0.0.0/33", "any.go.th", "10.0.0.1", 80),
        ("*", "any.go.th", "10.0.0.1", 80),
        ("", "", "10.0.0.1", 80),
        (":80", "", "10.0.0.1", 80),
        ("http://intranet.go.th/", "intranet.go.th", "10.0.0.1", 80),
    ],
)
def test_an_entry_allows_nothing_else(entry: str, host: str, number: str, port: int) -> None:
    assert not is_allowed(ip_address(number), host, port, [entry])
