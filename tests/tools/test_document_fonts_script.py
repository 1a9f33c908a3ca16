"""The fonts of PDF files, made anew: those that lie in the program, letter for letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import document_fonts


def test_the_fonts_made_anew_are_those_that_the_program_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = document_fonts.TARGET
    monkeypatch.setattr(document_fonts, "TARGET", tmp_path)
    document_fonts.main()
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in kept.iterdir()}
