"""The catalogue and the code know the same keys: none is missing, none left over, each gets its values."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from ita_analysis import texts
from ita_analysis.errors import ItaError, UnreadableDocument
from ita_analysis.paths import PROJECT
from ita_analysis.texts import catalogue, explain, say, say_count
from tests.house.sources import program_files
from tests.texts.families import FAMILIES, members
from tests.texts.uses import (
    FORMS,
    Use,
    strings,
    template_strings,
    template_uses,
    template_uses_in,
    uses,
    uses_in,
)

FOLDERS = [PROJECT / "ita_analysis" / name for name in ("ui/templates", "documents/public_page")]
TEMPLATES = sorted(path for folder in FOLDERS for path in folder.glob("*.html"))
# Read as a whole by `phrases()` and by the script of the screen; `test_names.py` says what they are for.
TABLES = ("official.", "widget.")
FILES = sorted((Path(texts.__file__).parent / texts.LANGUAGE).glob("*.toml"))


@cache
def all_uses() -> tuple[Use, ...]:
    """Return every use but those of the catalogue itself: `explain` and `say_count` take any key."""
    door = Path(texts.__file__)
    coded = [use for path in program_files() if path != door for use in uses(path)]
    return (*coded, *(use for path in TEMPLATES for use in template_uses(path)))


@cache
def all_strings() -> frozenset[str]:
    coded = {text for path in program_files() for text in strings(path)}
    return frozenset(coded.union(*map(template_strings, TEMPLATES)))


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def dotted(tree: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from dotted(value, f"{prefix}{name}.")
        else:
            yield prefix + name


def is_used(key: str) -> bool:
    base, _, form = key.rpartition(".")
    named = {key, key.removeprefix("error.")} if key.startswith("error.") else {key}
    counted = {base} if form in FORMS else set()
    return bool((named | counted) & all_strings()) or any(key in members(family) for family in FAMILIES)


def without_text(found: tuple[Use, ...]) -> list[str]:
    return [f"{use.place}: {use.key}" for use in found if "*" not in use.key and use.key not in catalogue()]


def without_values(found: tuple[Use, ...]) -> list[str]:
    return [
        f"{use.place}: {use.key} lacks {sorted(missing)}"
        for use in found
        if use.values is not None and (missing := fields(catalogue().get(use.key, "")) - use.values)
    ]


def test_every_key_that_the_code_names_has_a_sentence() -> None:
    assert without_text(all_uses()) == []


def test_every_sentence_is_given_the_values_it_needs_where_it_is_said() -> None:
    assert without_values(all_uses()) == []


def test_every_computed_key_is_of_a_family_that_is_written_out() -> None:
    computed = [use for use in all_uses() if "*" in use.key]
    assert [f"{use.place}: {use.key}" for use in computed if use.key not in FAMILIES] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_family_has_a_sentence(family: str) -> None:
    assert members(family) - set(catalogue()) == set()


def test_every_sentence_is_used() -> None:
    assert [key for key in catalogue() if not key.startswith(TABLES) and not is_used(key)] == []


def test_no_key_stands_in_two_files() -> None:
    keys = Counter(key for file in FILES for key in dotted(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert [key for key, times in keys.items() if times > 1] == []
    assert set(keys) == set(catalogue())


def test_the_search_for_keys_sees_what_it_is_meant_to_see() -> None:
    source = """
say("menu.start")
texts.say(f"place.{name}", value=value)
say_count("late", 3, since=day)
raise UnreadableDocument("gone" if late else "locked", file=name)
_refuse("broken", row)
say("whole", **values)
say(key)
print("no key")
"""
    assert [(use.key, use.values) for use in uses_in(source)] == [
        ("menu.start", frozenset()),
        ("place.*", frozenset({"value"})),
        ("late.many", frozenset({"since", "count"})),
        ("late.one", frozenset({"since", "count"})),
        ("late.none", frozenset({"since", "count"})),
        ("error.gone", frozenset({"file"})),
        ("error.locked", frozenset({"file"})),
        ("error.broken", None),
        ("whole", None),
    ]


def test_the_search_in_templates_sees_what_it_is_meant_to_see() -> None:
    source = """
{% macro mark(status) %}<i>{{ say("level." ~ status)|th }}</i>{% endmacro %}
<td data-label="{{ say('column.score', year=prior) }}">{{ (say("a.b", n=1) if months else say("a.c"))|th }}
{% for row in rows %}{{ say("in" if row.is_in else "out") }}{{ say(every) }} say("as words"){% endfor %}</td>
"""
    found = {(use.key, use.values) for use in template_uses_in(source)}
    plain = {(key, frozenset[str]()) for key in ("level.*", "a.c", "in", "out")}
    assert found == {*plain, ("column.score", frozenset({"year"})), ("a.b", frozenset({"n"}))}


def test_a_key_without_a_sentence_and_a_sentence_without_its_values_are_told() -> None:
    found = tuple(uses_in('say("no.such.key")\nraise ItaError("document_missing")'))
    assert without_text(found) == ["source:1: no.such.key"]
    assert without_values(found) == ["source:2: error.document_missing lacks ['file']"]
    assert not is_used("no.such.key")


def test_a_sentence_is_said_with_its_values() -> None:
    assert say("place.row", value=3) == "แถวที่ 3"
    assert "“ก.docx”" in explain(UnreadableDocument("document_missing", file="ก.docx"))


def test_an_unknown_key_is_no_silent_blank() -> None:
    with pytest.raises(KeyError):
        say("no.such.key")
    with pytest.raises(KeyError):
        say_count("no.such.key", 2)
    with pytest.raises(KeyError):
        explain(ItaError("no_such_key"))


def test_braces_in_a_value_are_words_and_no_fields() -> None:
    assert say("place.column", value="{value}") == "คอลัมน์ {value}"
