"""One URL visited: from redirect to redirect, each judged anew, to what is served at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urljoin

from ita_analysis.evidence.address import LONGEST_URL, Address, escaped, normalised, read
from ita_analysis.evidence.asking import Answer, Asker, Manners
from ita_analysis.evidence.looked import MOST_REDIRECTS, STATES, Looked, Reason
from ita_analysis.evidence.places import is_one_site, kind_of

_REASONS: dict[int, Reason] = {
    401: "sign_in",
    403: "forbidden",
    404: "missing",
    407: "sign_in",
    410: "missing",
    429: "too_many",
    451: "forbidden",
}


def visit(url: str, manners: Manners) -> Looked:
    """Return what a URL answers in the end; no URL and no answer raises."""
    address = read(url)
    if isinstance(address, str):
        return _looked(url, Answer(None), (), "not_a_url")
    asker, at, redirects = Asker(manners), address, list[str]()
    asked = {address.asked}
    while True:
        answer = asker.ask(at)
        if answer.fault or not _is_redirect(answer):
            return _looked(url, answer, redirects, _reason(address, at, answer, redirects))
        target = _target(at, answer.location)
        onward = read(target)
        redirects.append(target if isinstance(onward, Address) else escaped(target)[:LONGEST_URL])
        if isinstance(onward, str):
            return _looked(url, answer, redirects, "redirect_unreadable")
        if onward.asked in asked:
            return _looked(url, answer, redirects, "loop")
        if len(redirects) > MOST_REDIRECTS:
            return _looked(url, answer, redirects, "too_many_redirects")
        asked.add(onward.asked)
        at = onward


def verdict(first: Address, last: Address, status: int) -> Reason:
    """Return what a last answer means for the address that was cited; a page that moved home was lost."""
    if not 200 <= status < 300:
        return _REASONS.get(status, "server_fault" if status >= 500 else "odd_status")
    if kind_of(last) == "sign_in" and kind_of(first) != "sign_in":
        return "sign_in"
    if not is_one_site(first.host, last.host):
        return "other_site"
    if _page(first) == _page(last) or (first.is_home and last.is_home):
        return "answered"
    return "home_page" if last.is_home else "other_page"


def _is_redirect(answer: Answer) -> bool:
    return answer.status is not None and 300 <= answer.status < 400 and bool(answer.location)


def _target(at: Address, location: str) -> str:
    # Servers write spaces into the place they send us on to, and browsers take them.
    words = location.strip().replace(" ", "%20")
    try:
        return urljoin(at.asked, words)
    except ValueError:
        return words


def _reason(first: Address, last: Address, answer: Answer, redirects: Sequence[str]) -> Reason:
    if answer.fault == "inner_address" and redirects:
        return "inner_redirect"
    return answer.fault or verdict(first, last, answer.status or 0)


def _page(address: Address) -> str:
    """Return what http and https, and a site with and without www, share."""
    return normalised(address.asked).partition("://")[2].removeprefix("www.")


def _looked(url: str, answer: Answer, redirects: Sequence[str], reason: Reason) -> Looked:
    now = datetime.now()  # noqa: DTZ005 - the clock of this desk
    last = redirects[-1] if redirects else url
    return Looked(url, now, STATES[reason], answer.status, tuple(redirects), last, reason)
