"""Visitors of the app: pages in a real Chromium that remember everything a page must not do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, expect, sync_playwright

from tools.chromium import NONE, find_installed
from tools.serve import HOST

Scheme = Literal["light", "dark"]
Size = Literal["laptop", "projector", "phone"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SIZES: dict[Size, tuple[int, int]] = {"laptop": (1366, 768), "projector": (1024, 768), "phone": (390, 844)}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile "
    "Safari/537.36"
)
_PATIENCE = 60_000  # milliseconds; where two walks share a slow machine a page can take its time


class Visitors:
    """Opens pages and keeps what they should not have done.

    Pages of the same device share one browser context, so that the program's files come from its cache;
    a page that `is_fresh` has a context of its own: no cookie, no cache, no memory.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._shared: dict[bool, BrowserContext] = {}
        self._pages: list[Page] = []
        self._contexts: list[BrowserContext] = []
        self._troubles: list[str] = []

    def page(self, size: Size = "laptop", scheme: Scheme = "light", *, is_fresh: bool = False) -> Page:
        """Open an empty page of a size in a viewing mode."""
        context = self._own(size) if is_fresh else self._common(size)
        page = context.new_page()
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        self._watch(page)
        self._pages.append(page)
        return page

    def leave(self) -> list[str]:
        """Close the pages of a walk; return what they should not have done."""
        self.close()
        troubles, self._troubles = self._troubles, []
        return troubles

    def close(self) -> None:
        """Close the pages of a walk, before their server goes: a page would look for it and complain."""
        for page in self._pages:
            page.close()
        for context in self._contexts:
            context.close()
        self._pages, self._contexts = [], []

    def go(self) -> None:
        """Close what pages shared."""
        for context in self._shared.values():
            context.close()

    def _own(self, size: Size) -> BrowserContext:
        context = self._context(size == "phone")
        self._contexts.append(context)
        return context

    def _common(self, size: Size) -> BrowserContext:
        is_phone = size == "phone"
        if is_phone not in self._shared:
            self._shared[is_phone] = self._context(is_phone)
        return self._shared[is_phone]

    def _context(self, is_phone: bool) -> BrowserContext:
        if is_phone:
            made = self._browser.new_context(locale="th-TH", user_agent=PHONE, is_mobile=True, has_touch=True)
        else:
            made = self._browser.new_context(locale="th-TH")
        made.set_default_timeout(_PATIENCE)
        return made

    def _watch(self, page: Page) -> None:
        def on_dialog(dialog: Dialog) -> None:
            self._troubles.append(f"a dialog: {dialog.message}")
            dialog.dismiss()

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error":
                self._troubles.append(f"console: {message.text} ({message.location['url']})")

        def on_address(url: str) -> None:
            if _is_outside(url):
                self._troubles.append(f"asked outside: {url}")

        page.on("dialog", on_dialog)
        page.on("console", on_console)
        page.on("pageerror", lambda error: self._troubles.append(f"page error: {error}"))
        page.on("request", lambda request: on_address(request.url))
        page.on("websocket", lambda socket: on_address(socket.url))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the installed Chromium."""
    program = find_installed()
    assert program, NONE
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def _is_outside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob", "about"} and parts.hostname != HOST
