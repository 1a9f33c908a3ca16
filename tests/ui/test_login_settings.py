"""The settings of login: whole, absent, or spoilt; what cannot be read is never taken for none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import Secrets

from ita_analysis.paths import PROJECT
from ita_analysis.texts import say
from ita_analysis.ui import login
from ita_analysis.ui.login import Login, of_settings
from tests.ui.signed import LOGIN

PROVIDER = {name: LOGIN[name] for name in ("client_id", "client_secret", "server_metadata_url")}
SHARED = {name: LOGIN[name] for name in ("redirect_uri", "cookie_secret")}


def stated_in(file: Path, monkeypatch: pytest.MonkeyPatch) -> Login:
    """Return the login that a secrets file states, as a program that has just begun reads it."""
    monkeypatch.setattr(st, "secrets", Secrets())
    files = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(file)])
    try:
        return login.stated()
    finally:
        config.set_option("secrets.files", files)


def test_whole_settings_hold() -> None:
    assert of_settings(LOGIN) == Login("on", ("default",))
    assert of_settings({**LOGIN, "client_kwargs": {"prompt": "login"}}) == Login("on", ("default",))


def test_several_providers_may_be_named() -> None:
    assert of_settings({**SHARED, "google": PROVIDER, "microsoft": PROVIDER}) == Login("on", ("google", "microsoft"))
    assert of_settings({**LOGIN, "thaid": PROVIDER}) == Login("on", ("default", "thaid"))


@pytest.mark.parametrize("name", LOGIN)
@pytest.mark.parametrize("value", [None, "", "<ได้จากผู้ให้บริการ>"])
def test_a_setting_that_is_missing_or_still_the_example_s_is_named(name: str, value: object) -> None:
    found = of_settings({**LOGIN, name: value})
    assert found.state == "spoilt"
    assert name in found.why


@pytest.mark.parametrize("name", PROVIDER)
def test_each_named_provider_needs_its_own(name: str) -> None:
    lacking = {each: value for each, value in PROVIDER.items() if each != name}
    assert name in of_settings({**SHARED, "google": PROVIDER, "microsoft": lacking}).why


@pytest.mark.parametrize("uri", ["https://dashboard.trat.go.th", "https://dashboard.trat.go.th/oauth2callback/"])
def test_the_address_that_a_provider_leads_back_to_has_its_ending(uri: str) -> None:
    assert "/oauth2callback" in of_settings({**LOGIN, "redirect_uri": uri}).why


@pytest.mark.parametrize("secret", ["x", "xxx", "secret", "a" * 31])
def test_a_secret_that_can_be_guessed_lets_nobody_in(secret: str) -> None:
    assert of_settings({**LOGIN, "cookie_secret": secret}) == Login("spoilt", why=say("login.spoilt.secret", least=32))
    assert of_settings({**LOGIN, "cookie_secret": "a" * 32}).state == "on"


@pytest.mark.parametrize("auth", ["", "yes", 1, True, [], {}])
def test_a_section_that_says_nothing_is_spoilt(auth: Any) -> None:
    assert of_settings(auth).state == "spoilt"


def test_without_a_file_there_is_no_login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stated_in(tmp_path / "secrets.toml", monkeypatch) == Login("off")


def test_a_file_about_other_things_is_no_login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text('[mail]\nserver = "x"\n', encoding="utf-8")
    assert stated_in(file, monkeypatch) == Login("off")


@pytest.mark.parametrize("words", ["[auth", "auth = = 1", "[auth]\n[auth]\n", "[auth]\nclient_id = 'x\n"])
def test_a_file_that_cannot_be_read_is_not_taken_for_none(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text(words, encoding="utf-8")
    assert stated_in(file, monkeypatch) == Login("spoilt", why=say("login.spoilt.unreadable"))


def test_an_empty_section_is_not_taken_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text("[auth]\n", encoding="utf-8")
    assert stated_in(file, monkeypatch).state == "spoilt"


def test_the_example_as_it_is_lets_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    found = stated_in(PROJECT / ".streamlit" / "secrets.example.toml", monkeypatch)
    assert found.state == "spoilt"
    assert all(name in found.why for name in LOGIN)
