"""One spelling for the URLs of one page, and what holds of it whatever is typed."""

from __future__ import annotations

import socket
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_analysis.entries import Cited
from ita_analysis.evidence import doubts, normalised
from ita_analysis.evidence.address import Address, host_of, read
from ita_analysis.evidence.live import look
from ita_analysis.evidence.places import is_own, own
from tests.evidence.cases import GOOD, LONG, OWN, ROUND, RTL

anything = st.text(st.characters(exclude_categories=()))
labels = st.text("abcXYZ019-_กขคำไ", min_size=1, max_size=12)
hosts = st.one_of(
    st.lists(labels, min_size=1, max_size=4).map(".".join),
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(lambda number: f"[{number}]"),
)
tails = st.text("/?#&=%.:@!~ab12utm_source-กุ้ง😀", max_size=40)
urls = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["http", "https", "HTTP", "Https"]),
    hosts,
    st.sampled_from(["", ":80", ":443", ":8080", ":"]),
    st.one_of(st.just(""), st.sampled_from("/?#").flatmap(lambda sign: tails.map(lambda tail: sign + tail))),
)
typed = st.one_of(anything, urls, urls.map(lambda url: f" {url}\n"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://WWW.Example.go.th/a", "https://www.example.go.th/a/"),
        ("http://example.go.th:80", "http://example.go.th/"),
        ("https://example.go.th:443/a#b", "https://example.go.th/a"),
        ("https://example.go.th/a?fbclid=1&id=2&utm_medium=x", "https://example.go.th/a?id=2"),
        ("https://example.go.th/แผน", "https://example.go.th/%e0%b9%81%e0%b8%9c%e0%b8%99"),
        ("https://example.go.th/%7Ea%2db", "https://example.go.th/~a-b"),
        ("https://องค์การ.ไทย/a", "https://xn--12cfi8ixb7a0o.xn--o3cw4h/a"),
        ("https://example.go.th./a", "https://example.go.th/a"),
        ("http://0x7f.1/", "http://127.0.0.1"),
        ("http://[0:0::1]/a", "http://[::1]/a"),
        ("https://example.go.th/a?", "https://example.go.th/a"),
    ],
)
def test_two_spellings_of_one_page_are_one(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.go.th/a", "http://example.go.th/a"),
        ("https://example.go.th/a", "https://www.example.go.th/a"),
        ("https://example.go.th/a", "https://example.go.th/A"),
        ("https://example.go.th/a?id=1", "https://example.go.th/a?id=2"),
        ("https://example.go.th/a?id=1&x=2", "https://example.go.th/a?x=2&id=1"),
        ("https://example.go.th/a%2Fb", "https://example.go.th/a/b"),
        ("https://example.go.th:8443/a", "https://example.go.th/a"),
        ("https://example.go.th/#/a", "https://example.go.th/#/b"),
        ("https://example.go.th/a?utm=1", "https://example.go.th/a"),
    ],
)
def test_two_pages_keep_two_spellings(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_what_is_no_url_stays_as_it_is() -> None:
    assert normalised("  แผน ก \n") == "แผน ก"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.example.go.th/", "www.example.go.th"),
        ("EXAMPLE.go.th", "example.go.th"),
        (" example.go.th/th/home ", "example.go.th"),
        ("ตำบล.ไทย", "xn--m3ck7a0cwh.xn--o3cw4h"),
        ("", ""),
        ("ยังไม่มีเว็บไซต์ เป็นของตนเอง", ""),
    ],
)
def test_a_host_is_read_as_people_write_it(text: str, host: str) -> None:
    assert host_of(text) == host


@settings(max_examples=150)
@given(typed)
@example("http://a/%%34%31")
@example("http://a?%75tm_x=1&b")
@example("http://a//#/")
def test_the_one_spelling_is_its_own(url: str) -> None:
    assert normalised(normalised(url)) == normalised(url)


@settings(max_examples=100)
@given(urls)
def test_the_one_spelling_leads_to_the_same_place(url: str) -> None:
    address, again = read(url), read(normalised(url))
    if isinstance(address, Address) and again != "url_long":
        assert isinstance(again, Address)
        assert (again.scheme, again.host, again.port) == (address.scheme, address.host, address.port)


@settings(max_examples=100)
@given(typed)
@example("\0")
@example(LONG)
@example(RTL)
@example("http://\ud800/")
@example("http://[")
@example("http://xn--/")
@example("http://xn--a.xn--" + "b" * 60 + "/")
def test_a_url_that_passes_is_of_the_web_and_has_a_host(url: str) -> None:
    """Judged by another reader of URLs: the one of the standard library."""
    found = doubts([replace(GOOD, url=url)], own_hosts=OWN, round_span=ROUND, used_elsewhere={})
    if url.strip() and not any(doubt.severity == "refused" for doubt in found):
        parts = urlsplit(url.strip())
        assert parts.scheme in {"http", "https"}
        assert parts.hostname
        assert parts.username is parts.password is None
        address = read(url)
        assert isinstance(address, Address)
        assert address.asked.isascii()
        assert address.host.isascii()


@settings(max_examples=100)
@given(
    st.lists(st.builds(Cited, typed, typed, anything, st.none() | st.dates(), anything), max_size=4),
    st.lists(typed, max_size=3),
)
def test_no_words_make_the_rules_fail(pieces: list[Cited], own_hosts: list[str]) -> None:
    found = doubts(pieces, own_hosts=own_hosts, round_span=ROUND, used_elsewhere={})
    assert all(1 <= doubt.number <= len(pieces) for doubt in found)
    assert [doubt.number for doubt in found] == sorted(doubt.number for doubt in found)


@pytest.mark.parametrize("text", ["\0" * 100_000, RTL * 100_000, "😀" * 100_000, "http://" + "." * 100_000, LONG])
def test_a_hundred_thousand_letters_are_refused_and_not_read(text: str) -> None:
    found = doubts([Cited(text, text, text, None, text)], own_hosts=[text], round_span=ROUND, used_elsewhere={})
    assert {"title_long", "url_long", "reason_long"} <= {doubt.rule for doubt in found}


@settings(max_examples=100)
@given(hosts)
def test_a_host_below_an_own_one_is_own_and_one_beside_it_is_not(host: str) -> None:
    for each in own([host]):
        if ":" not in each:
            assert is_own(f"a.b.{each}", [each])
            assert not is_own(f"not{each}", [each])
            assert not is_own(f"{each}.evil.com", [each])


@settings(max_examples=80)
@given(typed)
@example("http://xn--a.go.th/")
def test_no_words_make_the_look_fail(url: str) -> None:
    """Every name and number leads within here, so that nothing leaves the machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", lambda *_, **__: [(None, None, None, "", ("10.0.0.1", 80))])
        (looked,) = look([url], timeout=5)
    assert looked.url == url
    assert looked.state == ("unreadable" if isinstance(read(url), str) else "not_allowed")
