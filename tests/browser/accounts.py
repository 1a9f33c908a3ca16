"""A real provider of accounts on this computer, the app with login set up, and people who sign in there."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import oidc_provider_mock
from flask import Response
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from ita_analysis.people import Person
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from tests.store.files import forget
from tests.ui.signed import appoint
from tools.serve import HOST

from .screen import settle
from .servers import Server, running

SECRET = "made anew for each test of the browser"
_LOOK = re.compile(r"<link[^>]*stylesheet[^>]*>")


@dataclass(frozen=True)
class Provider:
    """A provider of accounts by its address; an account's name there is its e-mail address."""

    port: int

    @property
    def url(self) -> str:
        """Return its address."""
        return f"http://{HOST}:{self.port}"


@contextmanager
def provider(accounts: Mapping[str, Mapping[str, object]]) -> Iterator[Provider]:
    """Run a provider with accounts: by name, what it says of each."""
    users = [oidc_provider_mock.User(sub=name, claims=dict(about)) for name, about in accounts.items()]
    app = oidc_provider_mock.app(user_claims=users)
    app.after_request(_plain)
    app.add_url_rule("/favicon.ico", view_func=lambda: ("", 204))
    server = make_server(HOST, 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Provider(server.server_port)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def with_login(
    folder: Path, at: Provider, *people: Person, administrator: str = "", may_trace: bool = False
) -> Iterator[Server]:
    """Run the app with the shipped record, people in its table, and login at a provider."""
    file = folder / "ita.duckdb"
    appoint(ready(file, None), *people)
    forget(file)
    settings = folder / "secrets.toml"
    settings.write_text(_settings(at), encoding="utf-8")
    told = {"ITA_ADMINISTRATOR": administrator} if administrator else {}
    with running(folder, options=[f"--secrets.files={settings}"], told=told, may_trace=may_trace) as server:
        yield server


def sign_in(page: Page, account: str) -> None:
    """Press the button of the app, and on the provider's page that of an account; without one that which refuses."""
    page.locator(".st-key-sign_in_default button").click()
    page.get_by_role("button", name=account or "Deny").click()
    expect(page.locator(".st-key-sign_out button").or_(page.get_by_role("alert"))).to_be_visible()
    settle(page)


def sign_out(page: Page) -> None:
    """Press the button of the app, and that of the provider's page."""
    page.locator(".st-key-sign_out button").click()
    page.get_by_role("button", name="End session").click()
    expect(page.locator(".st-key-sign_in_default button")).to_be_visible()
    settle(page)


def line(page: Page) -> str:
    """Return what the line in the header says of who is here."""
    return page.locator(".visitor").inner_text().split("\n")[0]


def greeting(person: Person) -> str:
    """Return what the line says of a person."""
    return say("frame.who", name=person.name, role=say(f"role.{person.role}"))


def _plain(answer: Response) -> Response:
    """Take the look out of the provider's pages, which another host would be asked for."""
    if answer.mimetype == "text/html":
        answer.set_data(_LOOK.sub("", answer.get_data(as_text=True)))
    return answer


def _settings(at: Provider) -> str:
    return f"""[auth]
redirect_uri = "http://{HOST}:{{port}}/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "dashboard"
client_secret = "of no worth"
server_metadata_url = "{at.url}/.well-known/openid-configuration"
"""
