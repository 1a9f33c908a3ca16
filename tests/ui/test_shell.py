"""What the server sends around Streamlit's files: each page's shell in Thai, the look, the script; all compressed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from starlette.applications import Starlette

from ita_analysis import look
from ita_analysis.paths import STATIC
from ita_analysis.texts import LANGUAGE, catalogue, say
from ita_analysis.ui import serving
from ita_analysis.ui.frame import PAGES
from tests.ui.answering import Asked, answering

COMPRESSED = {"Accept-Encoding": "gzip"}
OURS = {"/look/look.css": serving.style, "/look/screen.js": serving.script}
OUTSIDE = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w.-]+\.\w+")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
DEEP = [f"/{name}" for name in PAGES if name != "executive"]


class _Shell(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, str] = {}
        self.feed(serving.shell())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self.tags[-1][0] if self.tags else "", data.strip())

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def asked() -> Iterator[Asked]:
    """A server that answers what the program answers itself."""
    with answering(Starlette(routes=serving.routes(), middleware=serving.middleware())) as asked:
        yield asked


def test_the_language_of_every_page_is_declared() -> None:
    shell = _Shell()
    assert [each["lang"] for each in shell.of("html")] == [LANGUAGE] == ["th"]
    assert shell.words["title"] == say("frame.title")
    assert shell.words["noscript"] == say("frame.no_script")


def test_the_shell_is_that_of_streamlit_still() -> None:
    shell = _Shell()
    own = serving._SHELL.read_text(encoding="utf-8")
    scripts = re.findall(r'<script type="module"[^>]*src="([^"]+)"', own)
    assert scripts
    assert set(scripts) <= {each.get("src") for each in shell.of("script")}
    assert re.search(r'id="root"', serving.shell())


def test_the_browser_is_told_where_the_server_is_before_anything_else() -> None:
    """Else it looks for it below each page's own address, and finds 404."""
    shell = serving.shell()
    said = shell.index("BACKEND_BASE_URL")
    assert said < min(found for name in ("<link", "<meta", "src=") if (found := shell.find(name)) >= 0)


@pytest.mark.parametrize("path", OURS)
def test_look_and_script_are_asked_for_by_their_digest(path: str) -> None:
    shell = _Shell()
    asked = [each.get("href") or each.get("src") or "" for tag in ("link", "script") for each in shell.of(tag)]
    digest = sha256(OURS[path]().encode()).hexdigest()
    (address,) = [each for each in asked if each.startswith(path)]
    found = re.fullmatch(re.escape(path) + r"\?([0-9a-f]{8,})", address)
    assert found, address
    assert digest.startswith(found[1])


def test_fonts_that_are_asked_for_early_are_there() -> None:
    fonts = [each["href"] for each in _Shell().of("link") if each.get("as") == "font"]
    assert fonts
    for font in fonts:
        assert (STATIC / str(font).split("/static/", 1)[1]).is_file(), font


@pytest.mark.parametrize("text", [serving.shell, serving.style, serving.script], ids=["shell", "style", "script"])
def test_nothing_names_an_outside_host(text: Callable[[], str]) -> None:
    assert OUTSIDE.findall(COMMENT.sub("", text())) == []


def test_the_look_holds_all_tokens_and_rules() -> None:
    style = serving.style()
    assert look.css_variables() in style
    assert look.figure_rules() in style
    used = set(re.findall(r"var\((--[\w-]+)", style))
    stated = set(re.findall(r"(--[\w-]+)\s*:", style)) | {"--count", "--share"}  # the templates set these
    assert used <= stated, "a rule names a token that is not there"
    assert style.count("{") == style.count("}")


def test_a_rule_holds_no_colour_of_its_own() -> None:
    own = serving.style().replace(look.css_variables(), "").replace(look.figure_rules(), "")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl)a?\(", own) == []


def test_the_script_holds_the_words_that_stand_for_english_ones() -> None:
    script = serving.script()
    english = {key.removeprefix("widget."): text for key, text in catalogue().items() if key.startswith("widget.")}
    assert json.dumps(english, ensure_ascii=False) in script
    assert "WORDS" not in script


@pytest.mark.parametrize("path", ["/", *DEEP])
def test_every_page_answers_with_the_shell(path: str, asked: Asked) -> None:
    for address in (path, f"{path}?agency=khao-saming&year=2564"):
        answer, body = asked(address)
        assert answer.status == 200
        assert (answer.getheader("Content-Type") or "").startswith("text/html")
        assert body.decode() == serving.shell()
        assert answer.getheader("Cache-Control") == "no-cache", "a new version would not be seen"


@pytest.mark.parametrize("query", ["", "?agency=khao-saming&year=2564", "?unit=%E0%B8%81%20%26x"])
def test_the_name_of_the_first_page_leads_to_the_root(query: str, asked: Asked) -> None:
    answer, _ = asked(f"/executive{query}")
    assert answer.status in {302, 303, 307, 308}
    assert answer.getheader("Location") == f"./{query}"


@pytest.mark.parametrize("path", OURS)
def test_look_and_script_are_kept_for_good(path: str, asked: Asked) -> None:
    answer, body = asked(path)
    assert answer.status == 200
    assert body.decode() == OURS[path]()
    assert "immutable" in (answer.getheader("Cache-Control") or "")
    kind = "text/css" if path.endswith("css") else "text/javascript"
    assert answer.getheader("Content-Type") == f"{kind}; charset=utf-8"


@pytest.mark.parametrize("path", ["/", *OURS])
def test_an_answer_is_compressed_where_the_browser_can_read_it(path: str, asked: Asked) -> None:
    answer, body = asked(path, COMPRESSED)
    assert answer.getheader("Content-Encoding") == "gzip"
    plain, whole = asked(path, {"Accept-Encoding": "identity"})
    assert plain.getheader("Content-Encoding") is None
    assert gzip.decompress(body) == whole
    assert len(body) < len(whole) * 0.7


def test_an_unknown_address_is_not_ours(asked: Asked) -> None:
    answer, _ = asked("/look/other.css")
    assert answer.status == 404
