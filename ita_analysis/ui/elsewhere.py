"""Addresses that are none of ours lead to the first page: Streamlit would say in English that they do not exist."""

from __future__ import annotations

import streamlit as st
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ita_analysis.ui.frame import PAGES


class Elsewhere:
    """Leads on whoever would get a page's HTML at an address that is no page's."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        root = st.get_option("server.baseUrlPath").strip("/")
        is_led_on = False

        async def lead_on(message: Message) -> None:
            nonlocal is_led_on
            if message["type"] == "http.response.start":
                is_led_on = _is_page(dict(message["headers"]))
                if is_led_on:
                    await RedirectResponse(f"/{root}")(scope, receive, send)
            if not is_led_on:
                await send(message)

        await self._app(scope, receive, send if _is_ours(scope, root) else lead_on)


def _is_page(headers: dict[bytes, bytes]) -> bool:
    """Return whether an answer is a page to show, and no file to keep such as the page for the agency's website."""
    is_file = headers.get(b"content-disposition", b"").startswith(b"attachment")
    return b"text/html" in headers.get(b"content-type", b"") and not is_file


def _is_ours(scope: Scope, root: str) -> bool:
    if scope["type"] != "http":
        return True
    path = str(scope["path"]).strip("/")
    return path.removeprefix(root).strip("/") in {"", *PAGES}
