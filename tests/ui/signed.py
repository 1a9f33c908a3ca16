"""Visitors of AppTest who log in: the settings of login, and what a provider says of an account."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from ita_analysis.people import DESK, Person
from ita_analysis.store.people import set_person
from tests.ui.screen import APP, SECONDS, Screen

LOGIN: dict[str, Any] = {
    "redirect_uri": "https://dashboard.trat.go.th/oauth2callback",
    "cookie_secret": "made for a test, long enough and known to all",
    "client_id": "dashboard",
    "client_secret": "secret",
    "server_metadata_url": "https://accounts.trat.go.th/.well-known/openid-configuration",
}
SIGNED_OUT: dict[str, Any] = {"is_logged_in": False}
ADMIN = Person("administrator", "admin@trat.go.th", "วิไล ผู้ดูแลตัวอย่าง", "ปลัด")
VIEWER = Person("viewer", "viewer@trat.go.th", "วิชัย ผู้ดูตัวอย่าง", "กำนัน")


def account(email: str) -> dict[str, Any]:
    """Return what a provider says of an account."""
    return {"is_logged_in": True, "email": email, "email_verified": True, "name": "ชื่อในบัญชี", "provider": "default"}


def appoint(opened: Any, *people: Person, is_active: bool = True) -> None:
    """Store people."""
    for person in people:
        set_person(opened, person, is_active=is_active, seen=None, who=DESK)


def come(page: str = "executive", user: dict[str, Any] | None = None, /, **address: str) -> Screen:
    """Open a page where login is set up, signed in or out."""
    at = AppTest.from_file(APP, default_timeout=SECONDS)
    at.secrets, at.user = {"auth": LOGIN}, dict(user or SIGNED_OUT)
    at.run()  # the menu is built: a page is known by its address
    return go(Screen(at), page, **address)


def go(shown: Screen, page: str, /, **address: str) -> Screen:
    """Open another page in the same visit, as an address does."""
    from ita_analysis.ui.frame import PAGES

    if page != "executive" or shown.at.query_params:
        shown.at.switch_page(PAGES[page][1])
    shown.at.query_params = dict(address)
    shown.at.run()
    return shown


def editors(shown: Screen) -> list[str]:
    """Return what one could type into, choose, press or give a file to, but for filters and what hands files out."""
    at = shown.at
    widgets = (
        *at.button, *at.text_area, *at.text_input, *at.file_uploader, *at.checkbox, *at.multiselect, *at.radio,
        *at.selectbox,
    )  # fmt: skip
    return [str(each.key) for each in widgets if not str(each.key).startswith(("choose_", "sign_in", "sign_out"))]
