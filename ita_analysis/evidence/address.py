"""A URL taken apart, or the rule it breaks; and the one spelling that two spellings of the same page share.

Browsers, servers and libraries read a crooked URL in different ways, so what is crooked is refused and never mended.
"""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

from ita_analysis.evidence.networks import Unnumbered, numbered
from ita_analysis.thai.text import clean
from ita_analysis.vocabulary import pattern

UrlRule = Literal[
    "url_long",
    "url_spaces",
    "url_hidden",
    "own_disk",
    "scheme_missing",
    "scheme_other",
    "host_missing",
    "user_in_url",
    "url_unreadable",
]
LONGEST_URL = 2000
PORTS = {"http": 80, "https": 443}
_DISK = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):(?![0-9]+(?:[/?#]|$))", re.IGNORECASE)
_PARTS = re.compile(
    r"(?P<scheme>https?)://(?P<place>[^/?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?",
    re.IGNORECASE,
)
_HOST_AND_PORT = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[^:\[\]]+)(?::(?P<port>[0-9]{0,5}))?", re.IGNORECASE)
_NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}")
_ROUTE = re.compile(r"[!/].")  # a part behind # that a script of the page turns into a page of its own
_UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")


@dataclass(frozen=True)
class Address:
    """A URL that is open to the web: http or https, a host in small ASCII letters, and what follows it as typed.

    `port` is None where it is the scheme's own; an IPv6 host stands without its brackets.
    """

    scheme: str
    host: str
    port: int | None = None
    path: str = ""
    query: str = ""
    fragment: str = ""

    @property
    def place(self) -> str:
        """Return host and port as a URL writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host

    @property
    def origin(self) -> str:
        """Return scheme, host and port as a URL writes them."""
        return f"{self.scheme}://{self.place}"

    @property
    def asked(self) -> str:
        """Return the URL as a server is asked for it: ASCII, without what stands behind #."""
        path = escaped(self.path) or "/"
        return self.origin + path + (f"?{escaped(self.query)}" if self.query else "")

    @property
    def shown_host(self) -> str:
        """Return the host as a person reads it: Thai letters for `xn--`, where they can be had."""
        return host_in_letters(self.host)

    @property
    def is_home(self) -> bool:
        """Return whether this is a site's front page."""
        return (
            not self.query
            and not _ROUTE.match(self.fragment)
            and bool(pattern("evidence", "home").fullmatch(self.path))
        )


def read(url: str) -> Address | UrlRule:
    """Return a URL taken apart, or the first rule that it breaks; spaces around it do not count."""
    url = url.strip()
    if wrong := _letters(url) or _scheme(url):
        return wrong
    parts = _PARTS.fullmatch(url)
    if parts is None or not parts["place"]:
        return "host_missing"
    if "@" in parts["place"]:
        return "user_in_url"
    found = _host_and_port(parts["place"])
    if found is None or "\\" in url:
        return "url_unreadable"
    host, port = found
    scheme = parts["scheme"].lower()
    own_port = None if port == PORTS[scheme] else port
    return Address(scheme, host, own_port, parts["path"], parts["query"] or "", parts["fragment"] or "")


def normalised(url: str) -> str:
    """Return the spelling that two URLs of one page share; what is no URL comes back without the spaces around it.

    Without the letters' case in scheme and host, own port, last slash, place within the page, and words that only
    track the reader.
    """
    address = read(url)
    if isinstance(address, str):
        return url.strip()
    words = [word for word in _one_spelling(address.query).split("&") if word and not _is_tracking(word)]
    query = f"?{'&'.join(words)}" if words else ""
    route = f"#{_one_spelling(address.fragment)}" if _ROUTE.match(address.fragment) else ""
    return f"{address.origin}{_one_spelling(address.path).rstrip('/')}{query}{route}"


def host_of(text: str) -> str:
    """Return the host of a URL or of a host as people write it (www.example.go.th); nothing where there is none."""
    text = text.strip()
    address = read(text if "//" in text else f"https://{text}")
    return "" if isinstance(address, str) else address.host


def host_in_letters(host: str) -> str:
    """Return a host with the letters that its `xn--` stands for; as it is where they cannot be had."""
    import idna

    try:
        return clean(idna.decode(host)) if "xn--" in host else host
    except UnicodeError:
        return host


def escaped(text: str) -> str:
    """Return a text with its letters beyond ASCII, its spaces and its controls as %xx."""
    return quote(text, safe=string.punctuation)


def _letters(url: str) -> UrlRule | None:
    if len(url) > LONGEST_URL:
        return "url_long"
    if any(letter.isspace() for letter in url):
        return "url_spaces"
    return "url_hidden" if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in url) else None


def _scheme(url: str) -> UrlRule | None:
    if _DISK.match(url):
        return "own_disk"
    scheme = _SCHEME.match(url)
    if scheme is None:
        return "scheme_missing"
    return None if scheme["name"].lower() in PORTS else "scheme_other"


def _host_and_port(place: str) -> tuple[str, int | None] | None:
    parts = _HOST_AND_PORT.fullmatch(place)
    host = _host(parts["host"]) if parts else None
    if parts is None or host is None:
        return None
    port = int(parts["port"]) if parts["port"] else None
    return (host, port) if port is None or 0 < port < 65536 else None


def _host(typed: str) -> str | None:
    try:
        host = _in_ascii(typed.lower()).removesuffix(".")
        return numbered(host) or (host if len(host) <= 253 and _NAME.fullmatch(host) else None)
    except Unnumbered:
        return None


def _in_ascii(host: str) -> str:
    import idna

    try:
        return host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return ""


def _one_spelling(text: str) -> str:
    return escaped(re.sub("%[0-9a-f]{2}", _unescaped, re.sub("%(?![0-9a-f]{2})", "%25", text, flags=re.I), flags=re.I))


def _unescaped(escape: re.Match[str]) -> str:
    letter = unquote(escape[0])
    return letter if letter in _UNRESERVED else escape[0].upper()


def _is_tracking(word: str) -> bool:
    return bool(pattern("evidence", "tracking").fullmatch(word.partition("=")[0]))
