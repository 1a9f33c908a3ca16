"""A browser as the server knows it: AppTest has none at the other end, so that nothing would say where it asks from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pytest
from streamlit.runtime import context
from streamlit.runtime.session_manager import ClientContext

HERE = "127.0.0.1"


@dataclass
class Client(ClientContext):
    """A browser: by default one on the computer that the server runs on."""

    remote_ip: str | None = HERE
    named: Mapping[str, str] = field(default_factory=lambda: {"Host": f"{HERE}:8501", "Origin": f"http://{HERE}:8501"})

    @property
    def headers(self) -> Iterable[tuple[str, str]]:
        """Return what it sends along."""
        return self.named.items()

    @property
    def cookies(self) -> Mapping[str, str]:
        """Return nothing: who is signed in is said by AppTest."""
        return {}


def ask_from(client: Client | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all pages be asked for from a browser; None: from one that has gone."""
    monkeypatch.setattr(context, "_get_client_context", lambda: client)
