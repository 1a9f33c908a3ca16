"""Which questions each page asks of the database, and the processor time of each, at its best of five."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.testing.v1 import AppTest

from ita_analysis.paths import PROJECT
from ita_analysis.store import database
from ita_analysis.store.building import ready
from ita_analysis.store.people import CONFIGURED
from ita_analysis.ui import asking
from ita_analysis.ui.frame import PAGES

_TIMES = 5
# All pages are open to an administrator alone; AppTest has no browser that could sit at this PC.
_ADMINISTRATOR = "administrator@agency.example"
_LOGIN = {
    "redirect_uri": "http://127.0.0.1:8501/oauth2callback",
    "cookie_secret": "of no server at all, and so known",
    "client_id": "questions",
    "client_secret": "questions",
    "server_metadata_url": "http://127.0.0.1/",
}
Question = Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class Asked:
    """A question that a page asked, with its milliseconds of processor time: those of a crowded machine too."""

    question: str
    cpu_ms: float


def asked_by_pages(file: Path, address: Mapping[str, str]) -> dict[str, list[Asked]]:
    """Return the questions of each page, the slowest first."""
    with _served(file):
        found = {page: _asked(page, address) for page in PAGES}
    database.close(file)
    return found


def _asked(page: str, address: Mapping[str, str]) -> list[Asked]:
    """Show a page as the first visitor sees it, then ask its questions again."""
    with _heard() as heard:
        at = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
        at.secrets, at.user = {"auth": _LOGIN}, {"is_logged_in": True, "email": _ADMINISTRATOR}
        at.run()
        st.cache_resource.clear()
        heard.clear()
        at.switch_page(PAGES[page][1])
        at.query_params = dict(address)
        at.run()
    opened = ready(Path(os.environ["ITA_DATABASE"]))
    told = [Asked(name, _cpu_ms(partial(asking.QUESTIONS[name], opened, *about))) for name, about in heard]
    return sorted(told, key=lambda each: -each.cpu_ms)


def _cpu_ms(work: Callable[[], object]) -> float:
    samples = []
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        samples.append((time.process_time() - start) * 1000)
    return min(samples)


@contextmanager
def _heard() -> Iterator[list[tuple[str, tuple[Any, ...]]]]:
    """Listen to what is asked."""
    heard: list[tuple[str, tuple[Any, ...]]] = []
    known = dict(asking.QUESTIONS)

    def listening(name: str, question: Question) -> Question:
        def answer(opened: Any, *about: Any) -> pd.DataFrame:  # noqa: ANN401 - as the question has it
            heard.append((name, about))
            return question(opened, *about)

        return answer

    asking.QUESTIONS.update({name: listening(name, question) for name, question in known.items()})
    try:
        yield heard
    finally:
        asking.QUESTIONS.update(known)


@contextmanager
def _served(file: Path) -> Iterator[None]:
    told = {"ITA_DATABASE": str(file), CONFIGURED: _ADMINISTRATOR}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value:
                os.environ[name] = value
