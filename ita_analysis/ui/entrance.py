"""Signing in that fails leads to the first page, which says so: Streamlit would be silent, or say it in English."""

from __future__ import annotations

from http.cookies import SimpleCookie
from urllib.parse import parse_qs

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_IDENTITY = "_streamlit_user"
_ASKS, _CALLBACK = "auth/login", "oauth2callback"
_ERROR = 400


class Entrance:
    """Leads on whoever asked to be signed in and is not."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        root = st.get_option("server.baseUrlPath").strip("/")
        way = str(scope.get("path", "")).strip("/").removeprefix(root).strip("/")
        has_failed = False

        async def lead_on(message: Message) -> None:
            nonlocal has_failed
            if message["type"] == "http.response.start":
                has_failed = not _has_worked(way, message)
                await send(_to_first_page(root, message) if has_failed else message)
            else:
                await send({**message, "body": b""} if has_failed else message)

        await self._app(scope, receive, lead_on if _is_watched(scope, way) else send)


def _is_watched(scope: Scope, way: str) -> bool:
    """Return whether somebody asks to be signed in, or a provider answers.

    After a sign-out the provider leads to the same address, without a word.
    """
    if scope["type"] != "http":
        return False
    said = parse_qs(scope["query_string"].decode("latin-1"))
    return way == _ASKS or (way == _CALLBACK and bool({"state", "error", "code"} & set(said)))


def _has_worked(way: str, message: Message) -> bool:
    if way == _ASKS:
        return bool(message["status"] < _ERROR)
    cookies = (SimpleCookie(value.decode("latin-1")) for value in _values(message, b"set-cookie"))
    return any(_IDENTITY in each and each[_IDENTITY].value.strip('"') for each in cookies)


def _to_first_page(root: str, message: Message) -> Message:
    """Return the start of an answer that leads on; the cookies that it takes away stay taken away."""
    first = f"/{root}/" if root else "/"
    cookies = [(b"set-cookie", value) for value in _values(message, b"set-cookie")]
    headers = [(b"location", f"{first}?login=failed".encode()), (b"content-length", b"0"), *cookies]
    return {"type": message["type"], "status": 302, "headers": headers}


def _values(message: Message, wanted: bytes) -> list[bytes]:
    return [value for name, value in message["headers"] if name == wanted]
