"""A sign-in that fails leads to the first page, which says so; one that works, and all else, passes as it is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest
import streamlit as st
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive, Scope, Send

from ita_analysis.ui.entrance import Entrance

FAILED = "?login=failed"
SIGNED_IN, TAKEN_AWAY = "_streamlit_user=abc.def; Path=/; HttpOnly", '_streamlit_user=""; Max-Age=0; Path=/'
STATE = "_streamlit_session=xyz; Path=/"


@dataclass
class App:
    """An app that answers everything alike, as Streamlit's own routes would."""

    status: int = 302
    cookies: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope["type"])
        if scope["type"] != "http":
            return
        is_redirect = self.status == 302
        answer = RedirectResponse("/", self.status) if is_redirect else Response("Authentication error", self.status)
        for cookie in self.cookies:
            answer.raw_headers.append((b"set-cookie", cookie.encode()))
        await answer(scope, receive, send)


@dataclass(frozen=True)
class Answer:
    """What the browser gets."""

    status: int
    location: str
    cookies: tuple[str, ...]
    body: bytes


def asked(path: str, app: App, query: str = "") -> Answer:
    """Ask an app behind the entrance."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
    }
    asyncio.run(Entrance(app)(scope, receive, send))
    start, *rest = sent
    headers = [(name.decode(), value.decode()) for name, value in start["headers"]]
    cookies = tuple(value for name, value in headers if name == "set-cookie")
    body = b"".join(each["body"] for each in rest)
    (length,) = [value for name, value in headers if name == "content-length"]
    assert int(length) == len(body)
    return Answer(start["status"], dict(headers).get("location", ""), cookies, body)


def test_the_way_to_a_provider_passes() -> None:
    assert asked("/auth/login", App(302, (STATE,)), "provider=x") == Answer(302, "/", (STATE,), b"")


def test_a_provider_that_cannot_be_asked_leads_to_the_first_page() -> None:
    assert asked("/auth/login", App(400, (STATE,)), "provider=x") == Answer(302, f"/{FAILED}", (STATE,), b"")


def test_an_answer_that_signs_somebody_in_passes() -> None:
    found = asked("/oauth2callback", App(302, (STATE, SIGNED_IN)), "state=a&code=b")
    assert found == Answer(302, "/", (STATE, SIGNED_IN), b"")


@pytest.mark.parametrize("query", ["state=a&code=b", "code=b", "error=access_denied", "state=a&error=x"])
@pytest.mark.parametrize("cookies", [(), (STATE,), (TAKEN_AWAY,)], ids=["none", "state", "taken away"])
def test_an_answer_that_signs_nobody_in_is_told(query: str, cookies: tuple[str, ...]) -> None:
    """What it takes away stays taken away: else an old sign-in would go on."""
    assert asked("/oauth2callback", App(302, cookies), query) == Answer(302, f"/{FAILED}", cookies, b"")


@pytest.mark.parametrize("query", ["", "utm=x"])
def test_the_way_back_from_a_sign_out_is_no_failure(query: str) -> None:
    assert asked("/oauth2callback", App(302), query).location == "/"


@pytest.mark.parametrize("path", ["/", "/coverage", "/auth/logout", "/auth", "/oauth2callback/x", "/x/auth/login"])
def test_all_else_passes(path: str) -> None:
    assert asked(path, App(400), "state=a").status == 400


def test_below_a_path_of_its_own_it_leads_to_the_first_page_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", lambda name: {"server.baseUrlPath": "/ita/"}[name])
    assert asked("/ita/auth/login", App(400)).location == f"/ita/{FAILED}"
    assert asked("/ita/oauth2callback", App(302), "error=x").location == f"/ita/{FAILED}"
    assert asked("/auth/login", App(400)).status in {302, 400}


def test_what_is_no_request_passes() -> None:
    app = App()

    async def pass_on(*_: Message) -> Message:
        return {}

    scope = {"type": "websocket", "path": "/auth/login", "query_string": b"", "headers": []}
    asyncio.run(Entrance(app)(scope, pass_on, pass_on))  # type: ignore[arg-type]
    assert app.asked == ["websocket"]
