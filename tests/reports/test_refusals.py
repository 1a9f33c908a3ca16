"""What is no readable report is refused: one clear Thai sentence with the place, no trace, nothing stored."""

import json
import re
from pathlib import Path

import pytest

from .bad_files import BAD_FILES, Bad
from .reading import Answer, try_read

THAI_WORDS = re.compile("[ก-๙]{2,}")


def _ids(bad: Bad) -> str:
    return bad.id


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    """What was answered to each bad file, each asked once."""
    return {}


def _answer(bad: Bad, folder: Path, answers: dict[str, Answer]) -> Answer:
    if bad.id not in answers:
        path = folder / bad.file_name
        bad.write(path)
        before = sorted(folder.iterdir())
        answers[bad.id] = try_read(path)
        assert sorted(folder.iterdir()) == before, f"{bad.id}: something was written beside the file"
        path.unlink(missing_ok=True)
    return answers[bad.id]


@pytest.mark.parametrize("bad", BAD_FILES, ids=_ids)
def test_it_fails_without_a_trace(bad: Bad, tmp_path: Path, answers: dict[str, Answer]) -> None:
    answer = _answer(bad, tmp_path, answers)
    assert answer.code != 0, f"{bad.id} was accepted: {answer.out[:300]}"
    assert "Traceback" not in answer.said, f"{bad.id}: the user sees a trace:\n{answer.said[-600:]}"


@pytest.mark.parametrize("bad", BAD_FILES, ids=_ids)
def test_it_says_so_in_thai_with_the_place(bad: Bad, tmp_path: Path, answers: dict[str, Answer]) -> None:
    said = _answer(bad, tmp_path, answers).said
    assert len("".join(THAI_WORDS.findall(said.replace(bad.file_name, "")))) >= 15, (
        f"{bad.id}: no Thai sentence: {said}"
    )
    assert bad.file_name in said, f"{bad.id}: the message does not name the file: {said}"
    assert len(said.strip()) < 1000, f"{bad.id}: a sentence, not a page: {said[:200]}"


@pytest.mark.parametrize("bad", BAD_FILES, ids=_ids)
def test_no_half_read_report_comes_out(bad: Bad, tmp_path: Path, answers: dict[str, Answer]) -> None:
    out = _answer(bad, tmp_path, answers).out.strip()
    printed = json.loads(out) if out.startswith("{") else {}
    for key in ("measures", "progress"):
        assert not printed.get(key), f"{bad.id}: {key} printed although refused"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("empty-docx", "password-docx"),
        ("password-docx", "cut-short-docx"),
        ("cut-short-docx", "bomb-one-member-docx"),
        ("memo-docx", "year-64-docx"),
        ("no-measure-column-txt", "year-64-txt"),
        ("empty-txt", "memo-txt"),
    ],
)
def test_different_faults_have_different_sentences(
    first: str, second: str, tmp_path: Path, answers: dict[str, Answer]
) -> None:
    by_id = {bad.id: bad for bad in BAD_FILES}
    sentences = {_sentence(by_id[name], tmp_path, answers) for name in (first, second)}
    assert len(sentences) == 2, f"{first} and {second} are told apart by nobody"


@pytest.mark.parametrize("suffix", ["txt", "html", "docx"])
@pytest.mark.parametrize(
    ("name", "words"),
    [("no-measure-column", ("มาตรการ", "ตาราง")), ("year-64", ("64", "ปี"))],
    ids=["column", "year"],
)
def test_the_sentence_names_what_is_missing_or_unclear(
    name: str, words: tuple[str, ...], suffix: str, tmp_path: Path, answers: dict[str, Answer]
) -> None:
    bad = next(bad for bad in BAD_FILES if bad.id == f"{name}-{suffix}")
    sentence = _sentence(bad, tmp_path, answers)
    for word in words:
        assert word in sentence, f"{bad.id}: {word} is not named: {sentence}"


def _sentence(bad: Bad, folder: Path, answers: dict[str, Answer]) -> str:
    """What was said, without the name of the file and of its folder."""
    said = _answer(bad, folder, answers).said
    for name in (str(folder / bad.file_name), bad.file_name, str(folder)):
        said = said.replace(name, "")
    return said
