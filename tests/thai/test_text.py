"""Thai characters: what two spellings of one word share, and what two words must not share."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.thai.text import clean, first_letters, flat, has_thai, key, straight, to_arabic, to_thai

LAWS = settings(max_examples=150)

TONE, NIKHAHIT, SARA_AA, SARA_AM = "\u0e49", "\u0e4d", "\u0e32", "\u0e33"
NBSP, ZERO_WIDTH_SPACE, WORD_JOINER, SOFT_HYPHEN = "\u00a0", "\u200b", "\u2060", "\u00ad"
BYTE_ORDER_MARK = "\ufeff"
INVISIBLE = [ZERO_WIDTH_SPACE, "\u200c", "\u200d", WORD_JOINER, BYTE_ORDER_MARK, SOFT_HYPHEN]

THAI = [chr(code) for code in range(0x0E01, 0x0E5C) if unicodedata.category(chr(code)) != "Cn"]
AROUND = [" ", "\n", "\r\n", "\t", NBSP, "\u2028", "\x0b", *"aZ09(“”).-", "e\u0301", *INVISIBLE]
TEXTS = st.lists(st.sampled_from([*THAI, *AROUND]), max_size=30).map("".join)

WORDS = [
    "มาตรการ",
    "เผยแพร่",
    "ข้อมูล",
    "องค์การ",
    "น้ำ",
    "ปี",
    "๒๕๖๔",
    "ที่",
    "ผู้รับผิดชอบ",
    "ดุลพินิจ",
    "โปร่งใส",
    "O42",
    "ฯลฯ",
]
BETWEEN = [
    "",
    " ",
    "  ",
    "\n",
    NBSP,
    ZERO_WIDTH_SPACE,
    " - ",
    ", ",
    "“",
    "” ",
    "(",
    ") ",
    "/",
    ": ",
    ".",
    "_",
    "…",
    "•",
]


@LAWS
@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@LAWS
@given(TEXTS)
def test_cleaned_text_is_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


@LAWS
@given(TEXTS)
def test_cleaned_text_has_single_spaces_no_invisible_characters_and_no_blank_ends(text: str) -> None:
    cleaned = clean(text)
    assert not set(cleaned) & {*INVISIBLE, NBSP, "\r", "\t", "\u2028", "\x0b"}
    assert "  " not in cleaned
    assert all(line == line.strip() for line in cleaned.split("\n"))


@LAWS
@given(TEXTS)
def test_flat_text_is_cleaned_text_on_one_line(text: str) -> None:
    assert "\n" not in flat(text)
    assert flat(text) == flat(clean(text)) == flat(flat(text))
    assert flat(text).split() == clean(text).split()


@pytest.mark.parametrize(
    "written",
    [
        "น" + TONE + SARA_AM,
        "น" + SARA_AM + TONE,
        "น" + NIKHAHIT + TONE + SARA_AA,
        "น" + TONE + NIKHAHIT + SARA_AA,
        "น" + TONE + ZERO_WIDTH_SPACE + SARA_AM,
        "น" + NIKHAHIT + ZERO_WIDTH_SPACE + TONE + SARA_AA,
        BYTE_ORDER_MARK + "น" + TONE + SARA_AM + SOFT_HYPHEN,
    ],
    ids=ascii,
)
def test_every_way_to_type_water_is_one_word(written: str) -> None:
    assert clean(written) == "น้ำ"


@pytest.mark.parametrize("written", ["ทํา", "ทำ", "ท\u200bํา"], ids=ascii)
def test_sara_am_without_a_tone_is_whole_too(written: str) -> None:
    assert clean(written) == "ท" + SARA_AM


def test_two_sara_e_typed_for_one_sara_ae_are_mended() -> None:
    assert clean("เเผน") == "แผน"


@pytest.mark.parametrize(
    "damaged",
    ["e" + ZERO_WIDTH_SPACE + "\u0301", "ก\u0e48" + ZERO_WIDTH_SPACE + "\u0e38"],
    ids=["accent", "tone before sara u"],
)
def test_an_invisible_character_between_two_marks_does_not_hide_their_order(damaged: str) -> None:
    assert clean(damaged) == unicodedata.normalize("NFC", damaged.replace(ZERO_WIDTH_SPACE, ""))


def test_two_tones_after_sara_am_come_to_rest_in_one_cleaning() -> None:
    damaged = "น" + SARA_AM + TONE + "\u0e48"
    assert clean(clean(damaged)) == clean(damaged)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b"], ids=ascii)
def test_line_ends_of_every_program_are_kept_as_line_ends(end: str) -> None:
    assert clean(f" บรรทัดหนึ่ง {end}บรรทัดสอง") == "บรรทัดหนึ่ง\nบรรทัดสอง"


def test_a_non_breaking_space_is_a_space_and_a_zero_width_one_is_nothing() -> None:
    assert clean(f"พ.ศ.{NBSP}{NBSP}๒๕๖๔") == "พ.ศ. ๒๕๖๔"
    assert clean(f"มาตร{ZERO_WIDTH_SPACE}การ") == "มาตรการ"


@pytest.mark.parametrize("mark", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ids=ascii)
def test_a_mark_of_direction_is_taken_out_and_nothing_else(mark: str) -> None:
    assert straight(f"ก{mark}ข مرحبا 👩\u200d👧\x00\r\n") == "กข مرحبا 👩\u200d👧\n"


@LAWS
@given(TEXTS)
def test_digits_go_to_thai_and_back(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert to_thai(to_arabic(text)) == to_thai(text)


@LAWS
@given(TEXTS)
def test_changing_digits_keeps_every_place_in_the_text(text: str) -> None:
    assert len(to_arabic(text)) == len(to_thai(text)) == len(text)


def test_each_digit_has_its_thai_twin() -> None:
    assert to_thai("0123456789") == "๐๑๒๓๔๕๖๗๘๙"
    assert to_arabic("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@LAWS
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), max_size=8))
def test_key_is_blind_to_spaces_and_punctuation_between_words(pairs: list[tuple[str, str]]) -> None:
    assert key("".join(word + between for word, between in pairs)) == key("".join(word for word, _ in pairs))


@LAWS
@given(TEXTS)
def test_key_is_blind_to_the_kind_of_digits(text: str) -> None:
    assert key(to_thai(text)) == key(to_arabic(text))


@LAWS
@given(TEXTS)
def test_key_of_a_cleaned_text_is_the_key_of_the_text(text: str) -> None:
    assert key(clean(text)) == key(text) == key(flat(text))


@pytest.mark.parametrize("word", [word for word in WORDS if has_thai(word)])
def test_key_sees_every_vowel_and_tone(word: str) -> None:
    marks = [at for at, sign in enumerate(word) if "\u0e30" <= sign <= "\u0e4e"]
    shortened = {key(word[:at] + word[at + 1 :]) for at in marks}
    assert key(word) not in shortened


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("องค์การ", "องค์กร"),
        ("มา", "ม้า"),
        ("ปี", "ปิ"),
        ("การ", "กาน"),
        ("ใน", "ไน"),
        ("ข้อ", "ขอ"),
        ("๖ เดือน", "๙ เดือน"),
    ],
)
def test_key_keeps_different_words_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", " มาตรการ เผยแพร่ข้อมูล\nต่อสาธารณะ."),
        ("รอบ ๖ เดือน", "รอบ 6 เดือน"),
        ("มาตรการ “No Gift Policy”", "มาตรการ No gift policy"),
        ("น" + NIKHAHIT + TONE + SARA_AA, "น้ำ"),
    ],
)
def test_key_joins_spellings_of_the_same_words(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("text", "expected"), [("ก", True), ("O42 ข้อ", True), ("O42", False), ("๒๕๖๔", False), ("", False)]
)
def test_thai_is_told_by_its_letters_and_not_by_its_digits(text: str, expected: bool) -> None:
    assert has_thai(text) is expected


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("กขค", 3, "กขค"),
        ("กขคง", 3, "กขค…"),
        ("กข คง", 3, "กข…"),
        (f"น{TONE}{SARA_AM}ดี", 1, f"น{TONE}{SARA_AM}…"),
        ("ที่นี่", 1, "ที่…"),
        ("ที่", 1, "ที่"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_between_letters(text: str, most: int, cut: str) -> None:
    assert first_letters(text, most) == cut


@LAWS
@given(TEXTS, st.integers(1, 20))
def test_a_cut_text_is_the_start_of_the_whole(text: str, most: int) -> None:
    cut = first_letters(text, most)
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]) and len(cut) <= len(text) + 1)


MUCH = 100_000
LONG = st.text(st.sampled_from([*"กa ำ\n", TONE, "\u0e48", "\u0e38", NIKHAHIT, SARA_AA, "\u0301", "\u0316", "\u0f73"]))


@pytest.mark.parametrize(
    "run",
    [TONE, SARA_AM, NIKHAHIT, f"{NIKHAHIT}{TONE}", "\u0e38\u0e48", "\u0301\u0316", "\u0f73", " \n", "\u0e40"],
    ids=ascii,
)
def test_a_hundred_thousand_marks_are_cleaned_at_once(run: str) -> None:
    """They may be typed into any field; a way that takes their square takes a minute."""
    began = perf_counter()
    clean(f"ก{run * (MUCH // len(run))}")
    assert perf_counter() - began < 5


@LAWS
@given(LONG)
def test_a_long_text_is_cleaned_as_a_short_one(text: str) -> None:
    filled = "ก" * 3_000
    assert clean(f"{filled}{text}") == f"{filled}{clean(f'ก{text}')[1:]}"
