"""What the server sends around Streamlit's own files: each page's shell in Thai, the look, a script."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ita_analysis import look
from ita_analysis.texts import LANGUAGE, catalogue, say
from ita_analysis.ui.bundles import Bundles
from ita_analysis.ui.elsewhere import Elsewhere
from ita_analysis.ui.entrance import Entrance
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.rendering import HOME

_ASSETS = Path(__file__).parent / "assets"
_SHELL = Path(st.__file__).parent / "static" / "index.html"
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASKED_EACH_TIME = {"Cache-Control": "no-cache"}


def routes() -> list[Route]:
    """Return the addresses that this program answers itself: its pages' shell, its look and its script."""
    pages = [Route(f"/{name}", _shell) for name in PAGES if name != HOME]
    # The first page lives at the root; under its own name Streamlit would say in English that it does not exist.
    home = [Route("/", _shell), Route(f"/{HOME}", _to_home)]
    return [*home, *pages, Route("/look/look.css", _look), Route("/look/screen.js", _script)]


def middleware() -> list[Middleware]:
    """Return what every answer passes through."""
    return [Middleware(Entrance), Middleware(Elsewhere), Middleware(Bundles)]


@cache
def style() -> str:
    """Return the look as a style sheet: the tokens, then the rules."""
    rules = [file.read_text(encoding="utf-8") for file in sorted(_ASSETS.glob("*.css"))]
    return "\n".join([look.css_variables(), look.figure_rules(), *rules])


@cache
def script() -> str:
    """Return what the browser runs beside Streamlit, with the words it puts in place of Streamlit's English ones."""
    words = {key.removeprefix("widget."): text for key, text in catalogue().items() if key.startswith("widget.")}
    return (_ASSETS / "screen.js").read_text(encoding="utf-8").replace("WORDS", json.dumps(words, ensure_ascii=False))


@cache
def shell() -> str:
    """Return the HTML that every page starts from: Streamlit's, in Thai, with the look and the script."""
    base = st.get_option("server.baseUrlPath").strip("/")
    root = f"/{base}/" if base else "/"
    html = _SHELL.read_text(encoding="utf-8")
    html = re.sub(r"<html lang=\"\w+\"", f'<html lang="{LANGUAGE}"', html)
    html = re.sub(r"<title>.*?</title>", f"<title>{say('frame.title')}</title>", html)
    html = re.sub(r"<noscript>.*?</noscript>", f"<noscript>{say('frame.no_script')}</noscript>", html, flags=re.DOTALL)
    html = re.sub(r"<link\s+rel=\"preload\"[^>]*SourceSans[^>]*>", _fonts(root), html)
    # Said where the server is, the browser does not look for it below every page's address.
    where = f"<script>window.__streamlit = {{ BACKEND_BASE_URL: location.origin + {json.dumps(root)} }};</script>"
    ours = (
        f'<link rel="stylesheet" href="{root}look/look.css?{_digest(style())}">'
        f'<script defer src="{root}look/screen.js?{_digest(script())}"></script>'
    )
    return html.replace("<head>", f"<head>{where}", 1).replace("</head>", f"{ours}</head>", 1)


def _fonts(root: str) -> str:
    names = (f"sarabun-{letters}-{weight}-normal.woff2" for weight in (400, 700) for letters in ("thai", "latin"))
    start = f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{root}app/static/fonts/'
    return "".join(f'{start}{name}">' for name in names)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


async def _shell(_: Request) -> Response:
    return HTMLResponse(shell(), headers=_ASKED_EACH_TIME)


async def _to_home(request: Request) -> Response:
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


async def _look(_: Request) -> Response:
    return Response(style(), media_type="text/css", headers=_KEPT)


async def _script(_: Request) -> Response:
    return Response(script(), media_type="text/javascript", headers=_KEPT)
