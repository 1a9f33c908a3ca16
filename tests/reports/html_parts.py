"""Pieces of an HTML report."""

from collections.abc import Iterable
from pathlib import Path


def page(body: str, charset: str = "utf-8", head: str = "") -> str:
    """A whole page around a body."""
    return (
        f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
        f"<title>รายงาน</title>\n{head}\n</head>\n<body lang=TH>\n{body}\n</body>\n</html>\n"
    )


def cells(*contents: str, tag: str = "td") -> str:
    """Plain cells side by side."""
    return "".join(f"<{tag}>{content}</{tag}>" for content in contents)


def row(*contents: str, tag: str = "td") -> str:
    """A row of plain cells."""
    return f"<tr>{cells(*contents, tag=tag)}</tr>\n"


def ul(*items: str) -> str:
    """A bulleted list."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def ol(*items: str) -> str:
    """A numbered list, numbers drawn by the browser."""
    return "<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>"


def word_paragraph(text: str, bold: bool = False) -> str:
    """A paragraph as Word's own HTML export nests it: span in span, o:p at the end."""
    inner = f"<span lang=TH style='font-size:16.0pt;font-family:\"TH SarabunIT๙\",sans-serif'>{text}</span>"
    inner = f"<b>{inner}</b>" if bold else inner
    return f"<p class=MsoNormal style='margin-bottom:0cm'>{inner}<span><o:p></o:p></span></p>\n"


def word_list(items: Iterable[tuple[str, str]]) -> str:
    """A list as Word exports it: paragraphs whose marker is a span of non-breaking spaces."""
    return "".join(
        "<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
        f"<span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times New Roman\"'>"
        f"&nbsp;&nbsp;&nbsp; </span></span><span lang=TH>{text}</span></p>\n"
        for marker, text in items
    )


def save(path: Path, html: str, encoding: str = "utf-8") -> None:
    """Write the page in the given encoding."""
    path.write_bytes(html.encode(encoding))
