"""The council's file, as python-pptx and a reader of its XML find it: titles, notes, charts, fonts, nothing empty."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from ita_analysis import paths
from ita_analysis.documents.deck import foot, notes
from ita_analysis.documents.deck.slides import Bars, Deck, Grid, Progress, Spans, Tiles
from ita_analysis.documents.pptx_file import pptx_of
from ita_analysis.documents.pptx_file.words import FALLBACK, FONT
from ita_analysis.look import LIGHT, colour
from ita_analysis.paths import PROJECT
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from tests.documents.decks import DAY, SPACES, charts, only_deck, opened_file, parts, rows_of_chart
from tests.documents.tabled import FORMULAS
from tests.store.files import throw_away
from tests.ui.states import STATES

Made = tuple[Deck, bytes]
NAMES = ("demo", "hostile", "forty_measures", "unknown_rules", "results_alone")


@pytest.fixture(scope="module", params=NAMES)
def made(request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A deck of a state of the data, and its file."""
    file = tmp_path_factory.mktemp(request.param) / "ita.duckdb"
    file.write_bytes(built["empty"].read_bytes())
    STATES[request.param](ready(file))
    deck = only_deck(ready(file))
    throw_away(file)
    return deck, pptx_of(deck)


def holders(slide: Any) -> list[str]:
    return [str(shape.placeholder_format.type).split()[0] for shape in slide.placeholders]


def test_each_message_is_the_title_of_its_slide(made: Made) -> None:
    deck, content = made
    slides = opened_file(content).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == [slide.title for slide in deck.slides]
    assert all(slide.shapes[0] == slide.shapes.title for slide in slides), "it is read first"


def test_the_file_is_16_to_9_with_one_layout_and_nothing_of_the_library_s_own(made: Made) -> None:
    _, content = made
    file = opened_file(content)
    assert file.slide_width / file.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert len(file.slide_layouts) == 1
    with ZipFile(BytesIO(content)) as package:
        assert [name for name in package.namelist() if "thumbnail" in name or "printerSettings" in name] == []
        assert b"Click to edit" not in b"".join(map(package.read, package.namelist()))


def test_no_placeholder_is_empty(made: Made) -> None:
    deck, content = made
    for number, slide in enumerate(opened_file(content).slides, 1):
        assert sorted(holders(slide)) == ["FOOTER", "SLIDE_NUMBER", "TITLE"]
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders)
        (words,) = [shape.text_frame.text for shape in slide.placeholders if shape.placeholder_format.type == 15]
        assert words == foot(deck, number)
        page = slide.notes_slide
        empty = [each for each in page.placeholders if each.has_text_frame and not each.text_frame.text.strip()]
        assert [each for each in empty if each.placeholder_format.type != 101] == [], "but for the picture of the slide"


def test_of_the_facts_that_alone_has_the_colour_of_the_message_which_it_is_about(made: Made) -> None:
    deck, content = made
    shown, slide = deck.slides[0].picture, opened_file(content).slides[0]
    assert isinstance(shown, Tiles)
    about = [fact.note for fact in shown.facts if fact.number == shown.about]
    orange = colour("develop", LIGHT).removeprefix("#")
    runs = slide.shapes._spTree.xpath(f".//p:sp[not(.//p:ph)]//a:r[.//a:srgbClr[@val='{orange}']]")
    assert [run.text.replace("\u00a0", " ") for run in runs] == about


def test_what_says_nothing_is_passed_by_and_the_rest_is_told(made: Made) -> None:
    for slide in opened_file(made[1]).slides:
        silent = [each for each in slide.shapes if not (each.has_text_frame and each.text_frame.text.strip())]
        assert [
            each.name for each in silent if not (_is_decorative(each) or each._element.xpath(".//p:cNvPr/@descr"))
        ] == []
        assert any(map(_is_decorative, silent)), "the rule above the title"


def _is_decorative(shape: Any) -> bool:
    return bool(shape._element.xpath(".//*[local-name()='decorative' and @val='1']"))


def test_notes_are_those_of_the_deck(made: Made) -> None:
    deck, content = made
    for number, slide in enumerate(opened_file(content).slides, 1):
        said = slide.notes_slide.notes_text_frame.text.split("\n")
        assert said == [line.replace("\n", " ") for line in notes(deck, number)]


def test_charts_hold_the_rows_of_their_slides(made: Made) -> None:
    deck, content = made
    drawn = [slide.picture for slide in deck.slides if isinstance(slide.picture, Bars | Spans | Progress)]
    found = charts(content)
    assert len(found) == len(drawn)
    for picture, chart in zip(drawn, found, strict=True):
        assert list(chart.plots[0].categories) == [row.label for row in picture.rows]
        series = rows_of_chart(chart)
        match picture:
            case Bars():
                assert series[0] == (picture.name, [row.value for row in picture.rows])
                missing = dict(series[1:]).get(say("missing"), [None] * len(picture.rows))
                assert [value is None for value in missing] == [row.value is not None for row in picture.rows]
            case Spans():
                assert series[0][1] == [row.low for row in picture.rows]
                assert series[1][1] == [row.high - row.low for row in picture.rows]
            case Progress():
                told = [[row.done, row.not_stated, row.not_done] for row in picture.rows]
                assert [list(values) for _, values in series[:3]] == [
                    list(column) for column in zip(*told, strict=True)
                ]


def test_rows_run_from_the_top(made: Made) -> None:
    for chart in charts(made[1]):
        assert chart.category_axis.reverse_order
        assert chart.value_axis.minimum_scale == 0


def test_what_is_missing_is_hatched(made: Made) -> None:
    for tree in parts(made[1], "ppt/charts/chart").values():
        for series in tree.iterfind(".//c:ser", SPACES):
            name = "".join(series.find("c:tx", SPACES).itertext()).strip()
            if say("missing") in name:
                assert series.find("c:spPr/a:pattFill", SPACES) is not None


def test_the_sheet_behind_a_chart_holds_the_same_and_no_formula(made: Made) -> None:
    with ZipFile(BytesIO(made[1])) as package:
        books = [name for name in package.namelist() if name.startswith("ppt/embeddings/")]
        assert len(books) == len(charts(made[1]))
        for name in books:
            book = openpyxl.load_workbook(BytesIO(package.read(name)))
            cells = [cell for row in book["Sheet1"].iter_rows() for cell in row]
            assert [cell for cell in cells if cell.data_type == "f"] == []
            with ZipFile(BytesIO(package.read(name))) as sheet:
                assert b"<f>" not in sheet.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("formula", FORMULAS)
def test_words_that_look_like_a_formula_stay_words(made: Made, formula: str) -> None:
    deck, _ = made
    for slide in deck.slides:
        if isinstance(slide.picture, Bars):
            bars = replace(slide.picture, rows=(replace(slide.picture.rows[0], label=formula),))
            content = pptx_of(replace(deck, slides=(replace(slide, picture=bars),)))
            ((name, tree),) = parts(content, "ppt/charts/chart").items()
            assert name
            assert [text.text for text in tree.iterfind(".//c:cat//c:v", SPACES)] != []
            with ZipFile(BytesIO(content)) as package:
                (book,) = [each for each in package.namelist() if each.startswith("ppt/embeddings/")]
                sheet = openpyxl.load_workbook(BytesIO(package.read(book)))["Sheet1"]
                assert sheet["A2"].data_type == "s"
            return


def test_every_run_names_the_font_for_thai_and_its_language(made: Made) -> None:
    for name, tree in parts(made[1], "ppt/slides/slide").items() | parts(made[1], "ppt/notesSlides/notesSlide").items():
        runs = [run for run in tree.iterfind(".//a:r", SPACES) if "".join(run.itertext()).strip()]
        assert runs, name
        for run in runs:
            properties = run.find("a:rPr", SPACES)
            assert properties.get("lang") == "th-TH", name
            for tag in ("latin", "cs"):
                assert properties.find(f"a:{tag}", SPACES).get("typeface") == FONT


def test_the_letters_of_charts_are_the_same(made: Made) -> None:
    for name, tree in parts(made[1], "ppt/charts/chart").items():
        described = list(tree.iter(f"{{{SPACES['a']}}}defRPr"))
        assert described
        for each in described:
            faces = {tag: each.find(f"a:{tag}", SPACES) for tag in ("latin", "cs")}
            assert {face.get("typeface") for face in faces.values()} == {FONT}, name


def test_themes_name_the_font_and_what_stands_in_for_it(made: Made) -> None:
    themes = parts(made[1], "ppt/theme/theme")
    assert len(themes) >= 2, "of the slides and of the notes"
    for tree in themes.values():
        for kind in ("majorFont", "minorFont"):
            fonts = tree.find(f".//a:{kind}", SPACES)
            assert {fonts.find(f"a:{tag}", SPACES).get("typeface") for tag in ("latin", "cs")} == {FONT}
            (thai,) = fonts.findall("a:font[@script='Thai']", SPACES)
            assert thai.get("typeface") == FALLBACK


def test_charts_and_tables_have_words_for_those_who_do_not_see_them(made: Made) -> None:
    deck, content = made
    for shown, slide in zip(deck.slides, opened_file(content).slides, strict=True):
        frames = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        told = [shape.element.nvGraphicFramePr.cNvPr.get("descr") for shape in frames]
        if isinstance(shown.picture, Bars | Spans | Progress | Grid):
            assert told == [shown.picture.alt]
        else:
            assert told == []


def test_tables_hold_the_rows_of_their_slides(made: Made) -> None:
    deck, content = made
    for shown, slide in zip(deck.slides, opened_file(content).slides, strict=True):
        for shape in slide.shapes:
            if shape.has_table:
                assert isinstance(shown.picture, Grid)
                rows = [tuple(cell.text_frame.text for cell in row.cells) for row in shape.table.rows]
                assert rows[0] == tuple(heading for heading, _ in shown.picture.columns)
                assert rows[1:] == [line.cells for line in shown.picture.rows]
                assert shape.table.first_row


def test_nothing_stands_outside_the_slide_or_is_small(made: Made) -> None:
    file = opened_file(made[1])
    for slide in file.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= file.slide_width
            assert shape.top + shape.height <= file.slide_height
    sizes = {
        int(properties.get("sz"))
        for tree in parts(made[1], "ppt/slides/slide").values()
        for properties in tree.iterfind(".//a:r/a:rPr", SPACES)
    }
    assert min(sizes) >= 1400


def test_each_shape_of_a_slide_has_a_number_of_its_own(made: Made) -> None:
    for slide in opened_file(made[1]).slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))


def test_the_same_deck_makes_the_same_bytes_and_tells_no_other_day(made: Made) -> None:
    deck, content = made
    assert pptx_of(deck) == content
    with ZipFile(BytesIO(content)) as package:
        assert {part.date_time for part in package.infolist()} == {(*DAY.timetuple()[:3], 0, 0, 0)}
        days = re.findall(rb"\d{4}-\d\d-\d\dT", package.read("docProps/core.xml"))
    assert set(days) == {f"{DAY.isoformat()}T".encode()}
    later = replace(deck, made_on=DAY.replace(day=26))
    assert pptx_of(later) != content


def test_the_file_says_what_it_is(made: Made) -> None:
    deck, content = made
    about = opened_file(content).core_properties
    assert deck.agency[:20] in about.subject
    assert str(deck.fiscal_year_be) in about.title
    assert about.language == "th-TH"
    assert about.category == (say("head.synthetic") if deck.is_synthetic else "")


@pytest.mark.usefixtures("empty")
def test_letters_that_no_xml_can_hold_are_left_out() -> None:
    opened = ready(paths.database())
    STATES["one_measure"](opened)
    deck = only_deck(opened)
    dirty = tuple(replace(slide, headline=f"ก\x00\x0b\ufffe{slide.headline}", lead="ข\x1f") for slide in deck.slides)
    titles = [slide.shapes.title.text_frame.text for slide in opened_file(pptx_of(replace(deck, slides=dirty))).slides]
    assert titles == [f"ก{slide.title}" for slide in deck.slides]


def test_the_library_is_pinned() -> None:
    assert "python-pptx==1.0.2" in (PROJECT / "requirements.txt").read_text(encoding="utf-8").split("\n")
