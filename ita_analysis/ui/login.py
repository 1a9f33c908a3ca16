"""The settings of login: whether there are any, whether they hold, and which providers they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from ita_analysis.texts import say

DEFAULT = "default"  # Streamlit's name for a provider without one
_OF_ALL = ("redirect_uri", "cookie_secret")
_OF_A_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
_SHORTEST_SECRET = 32  # letters; a secret that can be guessed lets anybody sign a cookie
_CALLBACK = "/oauth2callback"


@dataclass(frozen=True)
class Login:
    """Whether people log in here: `off` without settings, `spoilt` (and `why`) where they do not hold."""

    state: Literal["off", "on", "spoilt"]
    providers: tuple[str, ...] = ()
    why: str = ""


def stated() -> Login:
    """Return the login that the secrets file states; a file that cannot be read is never taken for none."""
    if not st.secrets.load_if_toml_exists():
        is_there = any(Path(file).exists() for file in st.get_option("secrets.files"))
        return Login("spoilt", why=say("login.spoilt.unreadable")) if is_there else Login("off")
    if "auth" not in st.secrets:
        return Login("off")
    return of_settings(st.secrets["auth"])


def of_settings(auth: Any) -> Login:  # noqa: ANN401 - whatever stands in the file
    """Return the login that the section `auth` states."""
    if not isinstance(auth, Mapping):
        return Login("spoilt", why=say("login.spoilt.unreadable"))
    sections = _sections(auth)
    missing = [name for name in _OF_ALL if not _is_given(auth, name)]
    missing += [name for section in sections.values() for name in _OF_A_PROVIDER if not _is_given(section, name)]
    if missing:
        return Login("spoilt", why=say("login.spoilt.missing", names=", ".join(dict.fromkeys(missing))))
    if not str(auth["redirect_uri"]).endswith(_CALLBACK):
        return Login("spoilt", why=say("login.spoilt.redirect", ending=_CALLBACK))
    if len(str(auth["cookie_secret"])) < _SHORTEST_SECRET:
        return Login("spoilt", why=say("login.spoilt.secret", least=_SHORTEST_SECRET))
    if find_spec("authlib") is None or find_spec("httpx") is None:
        return Login("spoilt", why=say("login.spoilt.library"))
    return Login("on", tuple(sections))


def _is_given(section: Mapping[str, Any], name: str) -> bool:
    """Return whether a setting has a value: none that the example file leaves to be filled in."""
    return bool(section.get(name)) and "<" not in str(section[name])


def _sections(auth: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the settings of each provider; without any named one, those that stand in the section itself."""
    named = {name: each for name, each in auth.items() if isinstance(each, Mapping) and name != "client_kwargs"}
    return named if named and "client_id" not in auth else {DEFAULT: auth, **named}
