"""Sentences as a Thai reader meets them: clean characters, paired quotes, no foreign word by mistake."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from ita_analysis.texts import catalogue
from ita_analysis.thai.text import clean, has_thai

# Names that Thai officers read and write in Latin letters.
NAMES = {"ITA", "IIT", "EIT", "OIT", "O1", "O12", "O42", "O43", "Word", "Excel", "PowerPoint", "MB"}
NAMES |= {"Google", "Microsoft", "Forms", "LimeSurvey"}
NAMES |= {"Alt", "Enter", "S"}  # keys of the keyboard
FORMATS = {"HTML", "DOCX", "PDF", "PPTX", "XLSX", "RTF", "CSV", "JSON", "ZIP", "docx", "doc", "xls"}
TERMS = {"Alt", "Enter", "URL", "http", "https", "UTF-8", "SHA-256", "JavaScript", "OIDC"}
# What a person has to find on disk, by its name there.
ADDRESSES = {"data/reference/framework", "bands.csv", "mean_of"}
ADDRESSES |= {"www.khaosaming.go.th", "secrets.toml", "redirect_uri", "cookie_secret", "Authlib", "httpx"}
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[./_-][A-Za-z0-9]+)*")
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("⟦", "⟧"))
# A figure breaks its lines by this sign alone; nothing else in the catalogue is markup.
LINE_END = "<br>"


def words_of(sentence: str) -> str:
    """Return a sentence with a digit in the place of each field."""
    parsed = [(literal, field) for literal, field, _, _ in Formatter().parse(sentence)]
    return "".join(literal if field is None else literal + "๐" for literal, field in parsed)


def lines_of(key: str) -> str:
    """Return the sentence of a key; that of a figure without the signs that end its lines."""
    return catalogue()[key].replace(LINE_END, " ") if key.startswith("figure.") else catalogue()[key]


def foreign_words(sentence: str) -> set[str]:
    return set(WORD.findall(words_of(sentence))) - NAMES - FORMATS - TERMS - ADDRESSES


def is_all_fields(sentence: str) -> bool:
    """Return whether a sentence is made of its values alone, or of room to write one, with signs between them."""
    words = words_of(sentence)
    return not re.search(r"[^\W๐]", words) and ("๐" in words or "……" in words)


def unpaired(sentence: str) -> list[str]:
    """Return the pairs of signs that do not open and close in turn."""
    found = []
    for opening, closing in PAIRS:
        signs = "".join(sign for sign in words_of(sentence) if sign in opening + closing)
        if signs != (opening + closing) * (len(signs) // 2):
            found.append(opening + closing)
    return found


def odd_fields(sentence: str) -> list[str]:
    """Return the fields that are no plain name: empty, numbered, of an object, or converted."""
    parsed = [(name, conversion) for _, name, _, conversion in Formatter().parse(sentence)]
    return [name for name, converted in parsed if name is not None and (converted or not name.isidentifier())]


def odd_signs(sentence: str) -> set[str]:
    """Return signs of a typewriter, three dots for an ellipsis, and spaces beside the wrong sign."""
    words = words_of(sentence)
    return set(re.findall(r"[\"'`]|\.\.\.| [,:)”]|[(“] |  ", words))


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_sentence_is_clean_thai(key: str) -> None:
    sentence = lines_of(key)
    assert sentence == clean(sentence)
    assert has_thai(sentence) or is_all_fields(sentence)
    assert foreign_words(sentence) == set()


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_sentence_pairs_its_quotes_and_brackets(key: str) -> None:
    assert unpaired(catalogue()[key]) == []
    assert odd_signs(catalogue()[key]) == set()


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_sentence_holds_no_markup(key: str) -> None:
    assert re.findall(r"[<>]|&\w+;", lines_of(key)) == []


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_fields_of_a_sentence_are_plain_names(key: str) -> None:
    assert odd_fields(catalogue()[key]) == []


@pytest.mark.parametrize("key", sorted(key for key in catalogue() if key.startswith("error.")))
def test_an_error_says_what_to_do_or_what_has_to_hold(key: str) -> None:
    assert re.search("โปรด|ให้|ต้อง", catalogue()[key])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("เปิด file ไม่ได้", {"file"}),
        ("Export เป็น PDF", {"Export"}),
        ("ตาราง {file} ใน Word (.docx)", set()),
        ("แฟ้ม data/other.csv", {"data/other.csv"}),
    ],
)
def test_a_foreign_word_is_told_from_a_name_and_from_a_field(sentence: str, words: set[str]) -> None:
    assert foreign_words(sentence) == words


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [("“ก", ["“”"]), ("”ก“", ["“”"]), ("““ก””", ["“”"]), ("(ก", ["()"]), ("“ก” (ข)", []), ("⟧ก⟦", ["⟦⟧"])],
)
def test_an_unpaired_sign_is_told(sentence: str, pairs: list[str]) -> None:
    assert unpaired(sentence) == pairs


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [("{}", [""]), ("{0}", ["0"]), ("{a.b}", ["a.b"]), ("{a!r}", ["a"]), ("{count:,}", [])],
)
def test_an_odd_field_is_told(sentence: str, fields: list[str]) -> None:
    assert odd_fields(sentence) == fields


@pytest.mark.parametrize(
    ("sentence", "expected"), [("{place}", True), ("{a} · {b}", True), ("{a} b", False), ("·", False)]
)
def test_a_sentence_of_values_alone_is_told(sentence: str, expected: bool) -> None:
    assert is_all_fields(sentence) is expected


@pytest.mark.parametrize("sentence", ['ไฟล์ "ก"', "ก  ข", "( ก)", "ก ,ข", "ก..."])
def test_an_odd_sign_is_told(sentence: str) -> None:
    assert odd_signs(sentence)
