"""Streamlit's own scripts as the server sends them: compressed, whole, kept for good; no other file by that way."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from ita_analysis.ui import serving
from tests.ui.answering import Asked, answering

STATIC = Path(streamlit.__file__).parent / "static"
SCRIPTS = sorted(STATIC.rglob("index.*.js"))[:2] + sorted(STATIC.rglob("*.css"))[:2]
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture(scope="module")
def asked() -> Iterator[Asked]:
    """A server of Streamlit's files behind what the program puts before them."""
    files = Mount("/static", StaticFiles(directory=STATIC))
    with answering(Starlette(routes=[files], middleware=serving.middleware())) as asked:
        yield asked


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_bundle_is_compressed_whole_and_kept(file: Path, asked: Asked) -> None:
    answer, body = asked(f"/static/{file.relative_to(STATIC).as_posix()}", GZIP)
    assert answer.status == 200
    assert answer.getheader("Content-Encoding") == "gzip"
    assert gzip.decompress(body) == file.read_bytes()
    assert "immutable" in (answer.getheader("Cache-Control") or "")
    assert answer.getheader("Vary") == "Accept-Encoding"
    assert len(body) == int(answer.getheader("Content-Length") or 0)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_browser_that_takes_no_gzip_gets_it_plain(file: Path, asked: Asked) -> None:
    answer, body = asked(f"/static/{file.relative_to(STATIC).as_posix()}", {"Accept-Encoding": "identity"})
    assert answer.status == 200
    assert answer.getheader("Content-Encoding") is None
    assert body == file.read_bytes()


@pytest.mark.parametrize(
    "path", ["/static/../__init__.py", "/static/%2e%2e/version.py", "/static/js/none.js", "/static/"]
)
def test_no_other_file_is_given(path: str, asked: Asked) -> None:
    answer, _ = asked(path, GZIP)
    assert answer.status == 404
