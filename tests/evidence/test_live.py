"""The look at URLs against real servers: what each answer means, which way it came, how politely it was asked."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Barrier, Event

import pytest

from ita_analysis.evidence import Looked
from ita_analysis.evidence.live import look
from tests.evidence.servers import (
    LOOPBACK,
    Asked,
    Crowd,
    after,
    hang_up,
    named,
    only_get,
    only_get_silent,
    onward,
    reply,
    serving,
    silent,
)

SHORT = 0.4  # seconds of a step that is meant to run out
MARGIN = 10  # seconds that a busy machine may add; unbounded, these visits would not end at all


def seen(url: str, timeout: float = 5) -> Looked:
    (looked,) = look([url], allowed=[LOOPBACK], timeout=timeout)
    return looked


def test_a_page_that_is_served_is_found_with_one_question() -> None:
    before = datetime.now()  # noqa: DTZ005
    with serving({"/doc": reply()}) as server:
        looked = seen(server.url("/doc"))
    assert (looked.state, looked.reason, looked.status, looked.redirects) == ("found", "answered", 200, ())
    assert looked.url == looked.final_url == server.url("/doc")
    assert before <= looked.looked_at <= datetime.now()  # noqa: DTZ005
    assert server.methods == ["HEAD"]
    headers = server.asked[0][2]
    assert headers["Host"] == f"{LOOPBACK}:{server.port}"
    assert headers["User-Agent"].startswith("ita-dashboard/")
    assert set(headers) == {"Host", "User-Agent", "Accept"}


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500, 501])
def test_a_server_that_does_not_serve_head_is_asked_with_get(status: int) -> None:
    with serving({"/doc": only_get(status)}) as server:
        assert seen(server.url("/doc")).state == "found"
    assert server.methods == ["HEAD", "GET"]


def test_a_server_that_hangs_up_on_head_is_asked_with_get() -> None:
    def answer(asked: Asked) -> None:
        (reply() if asked.command == "GET" else hang_up)(asked)

    with serving({"/doc": answer}) as server:
        assert seen(server.url("/doc")).state == "found"
    assert server.methods == ["HEAD", "GET"]


def test_a_server_that_is_silent_on_head_is_asked_with_get() -> None:
    with serving({"/doc": only_get_silent}) as server:
        assert seen(server.url("/doc"), 1).state == "found"


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (204, "found", "answered"),
        (304, "failing", "odd_status"),
        (401, "refused", "sign_in"),
        (403, "refused", "forbidden"),
        (404, "gone", "missing"),
        (410, "gone", "missing"),
        (418, "failing", "odd_status"),
        (429, "refused", "too_many"),
        (451, "refused", "forbidden"),
        (500, "failing", "server_fault"),
        (503, "failing", "server_fault"),
    ],
)
def test_a_status_is_told_for_what_it_means(status: int, state: str, reason: str) -> None:
    with serving({"/doc": reply(status)}) as server:
        looked = seen(server.url("/doc"))
    assert (looked.state, looked.reason, looked.status) == (state, reason, status)


def test_a_server_that_asks_for_rest_is_not_asked_again() -> None:
    with serving({"/doc": reply(429)}) as server:
        seen(server.url("/doc"))
    assert server.methods == ["HEAD"]


def test_each_redirect_is_shown_in_its_order() -> None:
    answers = {"/a": onward("/b", 301), "/b": onward("c?x=1", 307), "/c?x=1": reply()}
    with serving(answers) as server:
        looked = seen(server.url("/a#part"))
    assert looked.redirects == (server.url("/b"), server.url("/c?x=1"))
    assert looked.final_url == looked.redirects[-1]
    assert (looked.state, looked.reason) == ("moved", "other_page")


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/เอกสาร/แผน", "/%E0%B9%80%E0%B8%AD%E0%B8%81%E0%B8%AA%E0%B8%B2%E0%B8%A3/%E0%B9%81%E0%B8%9C%E0%B8%99"),
        ("/annual plan.pdf", "/annual%20plan.pdf"),
    ],
)  # fmt: skip
def test_a_redirect_that_is_written_as_browsers_take_it_is_followed(location: str, path: str) -> None:
    with serving({"/a": onward(location), path: reply()}) as server:
        looked = seen(server.url("/a"))
    assert (looked.state, looked.reason) == ("moved", "other_page")
    assert server.asked[-1][1] == path


def test_a_redirect_that_only_adds_a_slash_leads_to_the_same_page() -> None:
    with serving({"/news": onward("/news/"), "/news/": reply()}) as server:
        looked = seen(server.url("/news"))
    assert (looked.state, looked.redirects) == ("found", (server.url("/news/"),))


def test_a_page_that_leads_home_is_lost() -> None:
    with serving({"/news/7": onward("/index.php"), "/index.php": reply()}) as server:
        assert seen(server.url("/news/7")).reason == "home_page"


def test_a_front_page_that_leads_to_another_front_page_is_found() -> None:
    with serving({"/": onward("/home"), "/home": reply()}) as server:
        assert seen(server.url("/")).reason == "answered"


def test_a_page_that_leads_to_a_sign_in_is_not_open() -> None:
    with serving({"/doc": onward("/user/login?next=/doc"), "/user/login?next=/doc": reply()}) as server:
        looked = seen(server.url("/doc"))
    assert (looked.state, looked.reason, looked.status) == ("refused", "sign_in", 200)


def test_a_sign_in_that_was_cited_itself_is_served_as_it_was_cited() -> None:
    with serving({"/login": reply()}) as server:
        assert seen(server.url("/login")).reason == "answered"


def test_a_site_with_and_without_www_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, {"example.net": [[LOOPBACK]], "www.example.net": [[LOOPBACK]]})

    def with_www(asked: Asked) -> None:
        at_www = asked.headers["Host"].startswith("www.")
        (reply() if at_www else onward(asked.server.url("/doc", "www.example.net")))(asked)

    with serving({"/doc": with_www}) as server:
        looked = seen(server.url("/doc", "example.net"))
    assert (looked.reason, len(looked.redirects)) == ("answered", 1)


def test_a_page_that_leads_to_another_site_says_so() -> None:
    with serving({"/ad": reply()}) as other, serving({"/doc": onward(other.url("/ad", "localhost"))}) as server:
        (looked,) = look([server.url("/doc")], allowed=[LOOPBACK, "localhost"])
    assert (looked.state, looked.reason) == ("moved", "other_site")


@pytest.mark.parametrize(
    ("start", "way"), [("/a", ["/b", "/a"]), ("/before", ["/a", "/b", "/a"]), ("/self", ["/self"])]
)
def test_a_loop_ends_where_it_closes(start: str, way: list[str]) -> None:
    ring = {"/before": onward("/a"), "/a": onward("/b"), "/b": onward("/a"), "/self": onward("/self")}
    with serving(ring) as server:
        looked = seen(server.url(start))
    assert (looked.state, looked.reason) == ("unreachable", "loop")
    assert looked.redirects == tuple(server.url(path) for path in way)


def test_ten_redirects_are_followed_and_the_eleventh_is_not() -> None:
    steps = {f"/{n}": onward(f"/{n + 1}") for n in range(11)}
    with serving({**steps, "/11": reply()}) as server:
        ten = seen(server.url("/1"))
        eleven = seen(server.url("/0"))
    assert (ten.state, len(ten.redirects)) == ("moved", 10)
    assert (eleven.reason, len(eleven.redirects)) == ("too_many_redirects", 11)
    assert [path for _, path, _ in server.asked].count("/11") == 1


@pytest.mark.parametrize(
    "location", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", "http://a@b.go.th/", "//%31/"]
)
def test_a_redirect_to_no_page_is_not_followed(location: str) -> None:
    with serving({"/a": onward(location)}) as server:
        looked = seen(server.url("/a"))
    assert (looked.state, looked.reason, looked.status) == ("unreachable", "redirect_unreadable", 302)
    assert len(looked.redirects) == 1


def test_a_slow_server_is_given_up_in_time() -> None:
    with serving({"/doc": silent}) as server, within(2 * SHORT + MARGIN):
        looked = seen(server.url("/doc"), SHORT)
    assert (looked.state, looked.reason, looked.status) == ("unreachable", "too_slow", None)


def test_a_server_that_drips_its_headers_is_given_up_in_time() -> None:
    def drip(asked: Asked) -> None:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        while not asked.server.over.wait(SHORT / 10):
            asked.wfile.write(b".")

    with serving({"/doc": drip}) as server, within(2 * SHORT + MARGIN):
        assert seen(server.url("/doc"), SHORT).reason == "too_slow"


def test_redirects_share_the_time_of_one_visit() -> None:
    with serving({f"/{n}": after(0.3, onward(f"/{n + 1}")) for n in range(10)}) as server:
        looked = seen(server.url("/0"), 0.7)
    assert looked.reason == "too_slow"
    assert 1 <= len(looked.redirects) <= 5


def test_a_huge_body_is_not_read() -> None:
    sent: list[int] = []

    def pour(asked: Asked) -> None:
        if asked.command == "HEAD":
            return reply(405)(asked)
        asked.send(200, {"Content-Type": "application/pdf"})
        while not asked.server.over.is_set():
            sent.append(asked.wfile.write(bytes(2**20)))
        return None

    with serving({"/huge": pour}) as server:
        assert seen(server.url("/huge")).state == "found"
    assert len(sent) < 64


def test_cookies_are_not_kept() -> None:
    with serving({"/a": reply(302, Location="/b", **{"Set-Cookie": "who=me"}), "/b": reply()}) as server:
        seen(server.url("/a"))
    assert len(server.asked) == 2
    assert not any("Cookie" in headers for _, _, headers in server.asked)


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as proxy, serving({"/doc": reply()}) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert seen(server.url("/doc")).state == "found"
    assert proxy.asked == []


def test_a_port_where_nobody_listens_does_not_answer() -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        looked = seen(f"http://{LOOPBACK}:{taken.getsockname()[1]}/")
    assert (looked.state, looked.reason, looked.status) == ("unreachable", "no_answer", None)


def test_an_answer_that_is_no_http_is_broken() -> None:
    with serving({"/doc": mail}) as server:
        assert seen(server.url("/doc")).reason == "broken_answer"


@pytest.mark.parametrize(
    "url", ["", "เอกสาร", "javascript:alert(1)", "http://", "http://a b/", "http://x\0/", "//x.go.th/"]
)
def test_what_is_no_url_is_not_asked(url: str) -> None:
    looked = seen(url)
    assert (looked.url, looked.state, looked.reason, looked.status) == (url, "unreadable", "not_a_url", None)


def test_answers_stand_in_the_order_asked_for_and_twice_is_asked_once() -> None:
    told: list[tuple[int, int]] = []
    with serving({"/a": reply(), "/b": reply(404)}) as server:
        urls = [server.url("/b"), "x", server.url("/a"), server.url("/b")]
        found = look(urls, allowed=[LOOPBACK], tell=lambda done, of: told.append((done, of)))
    assert [each.url for each in found] == urls
    assert [each.state for each in found] == ["gone", "unreadable", "found", "gone"]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [path for _, path, _ in server.asked] == ["/b", "/b", "/a"]  # HEAD and GET, then the other


@pytest.mark.parametrize("host", ["a_b.x", "-a.x", "xn--a.x", "xn--.x", "a.xn--" + "b" * 50, "1.a", "a" * 63 + ".x"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_odd_name_does_not_make_the_look_fail(monkeypatch: pytest.MonkeyPatch, scheme: str, host: str) -> None:
    named(monkeypatch, {host: [[LOOPBACK]]})
    with serving({"/": reply()}, "site" if scheme == "https" else "") as server:
        assert seen(server.url("/", host)).reason in {"answered", "certificate_chain", "certificate_name"}


def test_nothing_to_look_at_is_nothing() -> None:
    assert look([]) == []


def test_who_is_told_may_stop_the_look() -> None:
    class Stopped(Exception):
        """What a screen raises when its reader has left."""

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with serving({}) as server, pytest.raises(Stopped):
        look([server.url(f"/{n}") for n in range(50)], allowed=[LOOPBACK], tell=stop)
    assert len(server.asked) == 2  # HEAD and GET of the first


def test_who_stops_the_look_stops_it_for_the_hosts_that_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    names = [f"n{n}.example.net" for n in range(20)]
    named(monkeypatch, {name: [[LOOPBACK]] for name in names})
    with serving({"/": after(0.1, reply())}) as server, pytest.raises(KeyboardInterrupt):
        look([server.url("/", name) for name in names], allowed=[LOOPBACK], tell=stop)
    assert len(server.asked) < len(names)


def test_a_host_is_asked_one_thing_at_a_time_also_by_those_sent_to_it() -> None:
    crowd = Crowd()
    with serving({f"/{n}": after(0.03, reply()) for n in range(6)}, crowd=crowd) as server:
        sent_on = {f"/to/{n}": onward(server.url(f"/{n}")) for n in range(6)}
        with serving(sent_on) as other:
            urls = [place for n in range(3) for place in (server.url(f"/{n}"), other.url(f"/to/{n + 3}", "localhost"))]
            found = look(urls, allowed=[LOOPBACK, "localhost"])
    assert {each.status for each in found} == {200}
    assert len(server.asked) == 6
    assert crowd.most == 1


def test_hosts_are_asked_side_by_side() -> None:
    both = Barrier(2, timeout=20)

    def together(asked: Asked) -> None:
        both.wait()
        reply()(asked)

    with serving({"/": together}) as server:
        found = look([server.url("/"), server.url("/", "localhost")], allowed=[LOOPBACK, "localhost"])
    assert [each.state for each in found] == ["found", "found"]


def test_the_wait_for_a_turn_is_not_counted_as_slowness() -> None:
    """The second asks when the first has had its 0.8 seconds: 1.6 in all, of the 1.4 that a step may take."""
    with (
        serving({"/1": after(0.8, reply()), "/2": after(0.8, reply())}) as server,
        serving({"/": onward(server.url("/2"))}) as other,
    ):
        urls = [server.url("/1"), other.url("/", "localhost")]
        found = look(urls, allowed=[LOOPBACK, "localhost"], timeout=1.4)
    assert [each.status for each in found] == [200, 200]
    assert server.methods == ["HEAD", "HEAD"]


def test_a_name_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert seen("http://nobody.go.th/").reason == "no_name"


def test_a_name_server_that_does_not_answer_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    over = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(60) and [])
    with within(2 * SHORT + MARGIN):
        assert seen("http://slow.go.th/", SHORT).reason == "too_slow"
    over.set()


def test_the_next_number_of_a_name_is_tried_where_the_first_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": reply()}) as server:
        named(monkeypatch, {"two.example.net": [["127.0.0.77", LOOPBACK]]})
        (looked,) = look([server.url("/", "two.example.net")], allowed=["127.0.0.0/8"])
    assert looked.state == "found"


def mail(asked: Asked) -> None:
    asked.wfile.write(b"220 mail ready\r\n")
    asked.close_connection = True


@contextmanager
def within(seconds: float) -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds
