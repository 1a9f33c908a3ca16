"""For every rule of evidence: the pieces that trip it, and the nearest ones that must not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ita_analysis.entries import Cited
from ita_analysis.evidence import Doubt, doubts

OWN = ("https://www.khaosaming.go.th/", "ตำบลเขาสมิง.ไทย")
ROUND = (date(2020, 10, 1), date(2021, 3, 31))
PAGE = "https://www.khaosaming.go.th/news/7"
GOOD = Cited("ประกาศแผนมาตรการ", PAGE, published_on=date(2021, 1, 7))
FILE = replace(GOOD, url="", sha256="ab" * 32)
ELSEWHERE = {"https://www.khaosaming.go.th/report": "มาตรการที่ 2 รอบ 6 เดือน", "cd" * 32: "มาตรการที่ 3"}
RTL, ZERO_WIDTH, LONG = "\u202e", "\u200b", "ก" * 100_000


@dataclass(frozen=True)
class Case:
    """One list of pieces for one rule; its last piece is the one that the rule is about."""

    rule: str
    name: str
    pieces: tuple[Cited, ...]
    own: tuple[str, ...] = OWN

    def __str__(self) -> str:
        """Return the name of the case in the list of tests."""
        return f"{self.rule}: {self.name}"

    def doubts(self) -> list[Doubt]:
        """Return what the rules hold against the last piece."""
        found = doubts(self.pieces, own_hosts=self.own, round_span=ROUND, used_elsewhere=ELSEWHERE)
        return [doubt for doubt in found if doubt.number == len(self.pieces)]


def _at(rule: str, *urls: str) -> list[Case]:
    return [Case(rule, repr(url)[:60], (replace(GOOD, url=url),)) for url in urls]


def _piece(rule: str, name: str, piece: Cited, *before: Cited, own: tuple[str, ...] = OWN) -> Case:
    return Case(rule, name, (*before, piece), own)


def _on(rule: str, *days: date | None) -> list[Case]:
    return [Case(rule, str(day), (replace(GOOD, published_on=day),)) for day in days]


STATED = replace(GOOD, url="https://www.dla.go.th/circular/9", other_host_reason="หนังสือสั่งการของกรม")
TRIPS = [
    _piece("nothing_cited", "neither URL nor file", replace(GOOD, url="")),
    _piece("nothing_cited", "only spaces", replace(GOOD, url=" \n")),
    *(_piece("title_missing", repr(title), replace(GOOD, title=title)) for title in ("", "  ", "-", "...", ZERO_WIDTH)),
    _piece("title_long", "by one letter", replace(GOOD, title="ก" * 301)),
    _piece("title_long", "a whole book", replace(GOOD, title=LONG)),
    _piece("reason_long", "by one letter", replace(STATED, other_host_reason="ก" * 2001)),
    *(
        _piece("words_hidden", repr(sign), replace(GOOD, title=f"ประกาศ{sign}"))
        for sign in (RTL, "\0", "\x1b", "\ud800")
    ),
    _piece("words_hidden", "in the reason", replace(STATED, other_host_reason=f"ส่วนกลาง{RTL}")),
    *_at("url_long", f"{PAGE}?{'a' * 2000}", LONG, " " + "x" * 2001),
    *_at(
        "url_spaces",
        "https://khaosaming.go.th/a b",
        f"{PAGE}\n{PAGE}",
        "https://khaosaming.go.th/a\tb",
        f"{PAGE}\u00a0x",
    ),
    *_at("url_hidden", f"{PAGE}\0", f"{PAGE}{RTL}fdp", f"https://khaosaming{ZERO_WIDTH}.go.th/", f"{PAGE}\ud800"),
    *_at("own_disk", r"C:\เอกสาร\a.pdf", "d:/a.pdf", r"\\server\share\a.pdf", "file:///srv/a.pdf", "FILE:a.pdf"),
    *_at(
        "scheme_missing",
        "www.khaosaming.go.th/a",
        "khaosaming.go.th:8080/a",
        "//khaosaming.go.th/a",
        "ประกาศ",
        "/a.pdf",
    ),
    *_at("scheme_other", "javascript:alert(1)", "data:text/html,a", "ftp://khaosaming.go.th/a", "mailto:a@b.go.th"),
    *_at(
        "scheme_other", "JavaScript:alert(1)", "htps://khaosaming.go.th/a", "vbscript:x", "view-source:https://a.go.th/"
    ),
    *_at("host_missing", "https://", "https:///a", "http:khaosaming.go.th", "https:/khaosaming.go.th/a", "http://?q=1"),
    *_at(
        "user_in_url",
        "https://me:secret@khaosaming.go.th/a",
        "https://khaosaming.go.th@evil.example.com/",
        "http://@x.go.th/",
    ),
    *_at(
        "url_unreadable",
        "https://khaosaming..go.th/",
        "https://.go.th/",
        "https://khaosaming.go.th:99999/",
        "https://a:b:c/",
    ),
    *_at("url_unreadable", "https://khaosaming.go.th:x/", "https://[::1/", "https://[gg::1]/", "https://256.1.1.1/"),
    *_at(
        "url_unreadable",
        "https://1.2.3.4.5/",
        "https://%31%32%37.0.0.1/",
        "https://kha!osaming.go.th/",
        "https://x.go.th:0/",
    ),
    *_at(
        "url_unreadable",
        "https://evil.example.com\\.khaosaming.go.th/",
        "https://khaosaming.go.th/a\\b",
        f"https://{'ก' * 300}.go.th/",
        "https://😀.go.th/",
    ),
    *_at("inner_address", "http://localhost/a", "http://127.0.0.1/a", "http://192.168.1.10/a", "http://10.1.2.3/a"),
    *_at(
        "inner_address",
        "http://server/a",
        "http://intranet.local/a",
        "http://[::1]/a",
        "http://[fd00::1]/a",
        "http://0x7f.1/a",
    ),
    *_at(
        "inner_address", "http://2130706433/a", "http://100.64.0.1/a", "http://169.254.1.1/a", "http://nas.lan:5000/a"
    ),
    *_at("search_result", "https://www.google.com/search?q=ita", "https://www.google.co.th/url?q=https://x.go.th/"),
    *_at(
        "search_result",
        "https://www.bing.com/search?q=ita",
        "https://duckduckgo.com/?q=ita",
        "https://th.search.yahoo.com/search?p=a",
    ),
    *_at(
        "private_drive",
        "https://drive.google.com/file/d/1/view",
        "https://docs.google.com/document/d/1/edit?usp=sharing",
    ),
    *_at(
        "private_drive",
        "https://onedrive.live.com/?id=1",
        "https://1drv.ms/b/s!A",
        "https://x-my.sharepoint.com/:b:/g/a",
    ),
    *_at(
        "private_drive",
        "https://www.dropbox.com/s/abc/a.pdf",
        "https://www.icloud.com/iclouddrive/0a",
        "https://mail.google.com/mail/u/0/",
    ),
    *_at(
        "sign_in",
        "https://www.khaosaming.go.th/wp-login.php?redirect_to=a",
        "https://khaosaming.go.th/admin/login",
        "https://accounts.google.com/x",
    ),
    *_at(
        "social_media",
        "https://www.facebook.com/khaosaming/posts/1",
        "https://m.facebook.com/story.php?id=1",
        "https://youtu.be/a",
    ),
    *_at("social_media", "https://x.com/a/status/1", "https://lin.ee/abc", "https://www.tiktok.com/@a/video/1"),
    *_at(
        "short_link",
        "https://bit.ly/3abc",
        "http://tinyurl.com/abc",
        "https://shorturl.asia/abc",
        "https://forms.gle/abc",
    ),
    *_at(
        "home_page",
        "https://www.khaosaming.go.th",
        "https://khaosaming.go.th/index.php",
        "http://khaosaming.go.th/#top",
        "https://ตำบลเขาสมิง.ไทย/",
    ),
    *_at(
        "other_host",
        "https://www.dla.go.th/circular/9",
        "https://khaosaming.go.th.evil.com/a",
        "https://evilkhaosaming.go.th/a",
    ),
    *_at("other_host", "https://ตำบลเขาสมิง.com/a", "https://docs.google.com/document/d/e/1/pub", "https://8.8.8.8/a"),
    _piece("other_host", "a reason of dashes", replace(STATED, other_host_reason=" - ")),
    _piece("own_host_unknown", "no host stated", GOOD, own=()),
    _piece(
        "own_host_unknown", "only hosts that all share", GOOD, own=("go.th", "www.go.th", "localhost", "รัฐบาล.ไทย", "")
    ),
    *_on("date_missing", None),
    *_on(
        "date_outside_round", date(2020, 9, 30), date(2021, 4, 1), date(2020, 1, 7), date(1, 1, 1), date(9999, 12, 31)
    ),
    _piece("used_twice", "letter by letter", GOOD, GOOD),
    *(
        _piece("used_twice", repr(url), replace(GOOD, url=url), GOOD)
        for url in (
            f"{PAGE}/",
            f"{PAGE}#top",
            f"{PAGE}?utm_source=line&fbclid=x",
            "HTTPS://WWW.KHAOSAMING.GO.TH:443/news/7",
            f" {PAGE} ",
        )
    ),
    _piece("used_twice", "the same file by another title", replace(FILE, title="ประกาศฉบับเดิม"), FILE),
    _piece(
        "used_elsewhere",
        "a URL in another spelling",
        replace(GOOD, url="https://www.khaosaming.go.th/report/?fbclid=1"),
    ),
    _piece("used_elsewhere", "a file", replace(FILE, sha256="cd" * 32)),
]
PASSES = [
    _piece("nothing_cited", "a file alone", FILE),
    _piece("nothing_cited", "a URL alone", GOOD),
    _piece("title_missing", "one letter", replace(GOOD, title="ก")),
    _piece("title_long", "of 300 letters", replace(GOOD, title="ก" * 300)),
    _piece("reason_long", "of 2,000 letters", replace(STATED, other_host_reason="ก" * 2000)),
    _piece(
        "words_hidden", "lines, tabs, and the spaces of Word", replace(GOOD, title=f"ประกาศ\n\tแผน{ZERO_WIDTH}มาตรการ")
    ),
    *_at("url_long", f"{PAGE}?{'a' * (1999 - len(PAGE))}", f"{PAGE}{' ' * 3000}"),
    *_at("url_spaces", f" {PAGE}\n", "https://khaosaming.go.th/a%20b"),
    *_at(
        "url_hidden", "https://khaosaming.go.th/%00", "https://khaosaming.go.th/แผน/น้ำ", "https://khaosaming.go.th/👍"
    ),
    *_at("own_disk", "https://khaosaming.go.th/file:/c:/a.pdf", "https://khaosaming.go.th/C:/a"),
    *_at("scheme_missing", "HTTP://khaosaming.go.th/a", "http://khaosaming.go.th:8080/a"),
    *_at("scheme_other", "https://khaosaming.go.th/javascript:alert(1)", "HtTpS://khaosaming.go.th/a"),
    *_at("host_missing", "https://khaosaming.go.th"),
    *_at(
        "user_in_url",
        "https://khaosaming.go.th/@me",
        "https://khaosaming.go.th/a?mail=a@b.go.th",
        "https://khaosaming.go.th#a@b",
    ),
    *_at(
        "url_unreadable",
        "https://KHAOSAMING.go.th./a",
        "https://khao_saming.khaosaming.go.th/a",
        "https://khaosaming.go.th:65535/",
    ),
    *_at(
        "url_unreadable",
        "https://khaosaming.go.th:/a",
        "https://[2001:4860:4860::8888]/a",
        "https://1.1.1.1.khaosaming.go.th/a",
    ),
    *_at(
        "inner_address",
        "https://8.8.8.8/a",
        "https://[2001:4860:4860::8888]/a",
        "https://local.khaosaming.go.th/a",
        "https://172.32.0.1/a",
    ),
    *_at(
        "search_result",
        "https://khaosaming.go.th/search?q=ita",
        "https://sites.google.com/view/search-ita",
        "https://www.google.com/maps",
    ),
    *_at(
        "private_drive",
        "https://docs.google.com/document/d/e/1/pub",
        "https://docs.google.com/forms/d/e/1/viewform",
        "https://drive.go.th/a",
    ),
    *_at("private_drive", "https://www.dropbox.com/s/abc/a.pdf?dl=1", "https://khaosaming.go.th/drive.google.com/edit"),
    *_at(
        "sign_in",
        "https://khaosaming.go.th/catalogin",
        "https://khaosaming.go.th/news?from=/login/",
        "https://khaosaming.go.th/login-manual.pdf",
    ),
    *_at(
        "social_media",
        "https://notfacebook.com/a",
        "https://facebook.com.go.th/a",
        "https://khaosaming.go.th/facebook.com",
    ),
    _piece(
        "social_media",
        "where it is the agency's own",
        replace(GOOD, url="https://www.facebook.com/a/b"),
        own=("facebook.com",),
    ),
    *_at("short_link", "https://rabbit.ly/a", "https://bit.ly.go.th/a"),
    *_at(
        "home_page",
        "https://khaosaming.go.th/index.php?id=7",
        "https://khaosaming.go.th/#/news/7",
        "https://khaosaming.go.th/#!news",
    ),
    *_at("home_page", "https://khaosaming.go.th/homes", "https://khaosaming.go.th/th/home.pdf", PAGE),
    *_at(
        "other_host",
        "https://data.khaosaming.go.th/a",
        "http://WWW.KhaoSaming.go.th:8080/a",
        "https://khaosaming.go.th./a",
    ),
    *_at("other_host", "https://ตำบลเขาสมิง.ไทย/a", "https://xn--22ck4bu0bw0byddw1kog.xn--o3cw4h/a"),
    _piece("other_host", "a stated other", STATED),
    _piece("other_host", "no own host stated", GOOD, own=()),
    _piece("own_host_unknown", "a stated other", STATED, own=()),
    _piece("own_host_unknown", "one that is stated", GOOD, own=("go.th", "khaosaming.go.th")),
    *_on("date_missing", date(2021, 1, 7)),
    *_on("date_outside_round", *ROUND, None),
    *(
        _piece("used_twice", repr(url), replace(GOOD, url=url), GOOD)
        for url in (
            "https://www.khaosaming.go.th/News/7",
            f"{PAGE}?page=2",
            f"{PAGE}0",
            "https://www.khaosaming.go.th:8443/news/7",
            f"{PAGE}#/a",
        )
    ),
    _piece("used_twice", "two files", replace(FILE, sha256="ef" * 32), FILE),
    _piece("used_twice", "two places that are no URL", replace(GOOD, url="x"), replace(GOOD, url="x")),
    _piece("used_elsewhere", "the next page", replace(GOOD, url="https://www.khaosaming.go.th/report2")),
]
