"""A site's certificate is checked against the name in the URL, and what is wrong with it is told.

The certificates were made by OpenSSL for a hundred years (one for the year 2020), for `localhost` and for
`evidence.example.net`; their keys open nothing but these servers.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ita_analysis.evidence.live import look
from ita_analysis.evidence.transport import trusted_certificates
from tests.evidence.servers import CERTIFICATES, LOOPBACK, named, reply, serving

ALLOWED = [LOOPBACK, "::1"]


@pytest.fixture
def _trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """OpenSSL's own setting names the authority that signs the certificates of the tests."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    trusted_certificates.cache_clear()
    yield
    trusted_certificates.cache_clear()


@pytest.mark.usefixtures("_trusting")
@pytest.mark.parametrize(
    ("certificate", "host", "reason"),
    [
        ("site", "localhost", "answered"),
        ("site", LOOPBACK, "certificate_name"),
        ("expired", "localhost", "certificate_expired"),
        ("own", "localhost", "certificate_own"),
    ],
)
def test_a_certificate_is_judged_by_name_date_and_authority(certificate: str, host: str, reason: str) -> None:
    with serving({"/": reply()}, certificate) as server:
        (looked,) = look([server.url("/", host)], allowed=ALLOWED)
    assert looked.reason == reason
    assert len(server.asked) == (reason == "answered")


def test_an_authority_that_nobody_trusts_is_told() -> None:
    with serving({"/": reply()}, "site") as server:
        (looked,) = look([server.url("/", "localhost")], allowed=ALLOWED)
    assert (looked.state, looked.reason, looked.status) == ("unreachable", "certificate_chain", None)
    assert server.asked == []


@pytest.mark.usefixtures("_trusting")
def test_the_number_that_is_asked_does_not_change_the_name_that_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, {"evidence.example.net": [[LOOPBACK]], "other.example.net": [[LOOPBACK]]})
    with serving({"/": reply()}, "site") as server:
        urls = [server.url("/", "evidence.example.net"), server.url("/", "other.example.net")]
        right, wrong = look(urls, allowed=ALLOWED)
    assert right.reason == "answered"
    assert wrong.reason == "certificate_name"
    assert [headers["Host"] for _, _, headers in server.asked] == [f"evidence.example.net:{server.port}"]


def test_a_server_that_speaks_no_tls_is_told() -> None:
    with serving({"/": reply()}) as server:
        (looked,) = look([server.url("/").replace("http:", "https:")], allowed=ALLOWED, timeout=2)
    assert looked.reason == "not_secure"
