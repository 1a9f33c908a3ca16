"""Pieces of a text report: TSV tables whose cells hold HTML, blank lines between blocks."""

from collections.abc import Sequence
from pathlib import Path


def tsv(*rows: Sequence[str]) -> str:
    """A table, one line per row, cells apart by tabs."""
    return "\n".join("\t".join(row) for row in rows)


def blocks(*parts: str) -> str:
    """Blocks of text apart by an empty line."""
    return "\n\n".join(parts) + "\n"


def ul(*items: str) -> str:
    """A bulleted HTML list in one cell, with the hyphen that stays from the typed original."""
    inner = "".join(f"<li>- {item}</li>" for item in items)
    return f'<ul style="list-style-type: none">{inner}</ul>'


def ol(*items: str, first: int = 1) -> str:
    """A numbered HTML list in one cell, with the typed Thai numbers."""
    inner = "".join(f"<li>{thai(no)}. {item}</li>" for no, item in enumerate(items, start=first))
    return f'<ol style="list-style-type: none">{inner}</ol>'


def dashes(*items: str) -> str:
    """Items typed one after another with hyphens, as a cell comes out of a copied Word table."""
    return " ".join(f"- {item}" for item in items)


def numbers(*items: str, first: int = 1) -> str:
    """Items typed one after another with Thai numbers, all in one line."""
    return " ".join(f"{thai(no)}. {item}" for no, item in enumerate(items, start=first))


def thai(number: int) -> str:
    """A whole number in Thai digits."""
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def save(path: Path, text: str, encoding: str = "utf-8", newline: str = "\n") -> None:
    """Write the text with the given encoding and line ends."""
    path.write_bytes(text.replace("\n", newline).encode(encoding))
