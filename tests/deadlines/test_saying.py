"""How deadlines are said, answered and sharpened, and the page that shows them."""

from datetime import date
from pathlib import Path

import pytest

from deadlines.answers import parse_answer
from deadlines.deadline import Deadline
from deadlines.parse import MissingReferenceError, parse_deadline
from deadlines.rendering import in_words, relative
from deadlines.sharpening import OutsideMandateError, sharpen
from deadlines.table import page

ROOT = Path(__file__).parents[2]
TODAY = date(2022, 5, 1)
MARCH = Deadline("senast 1 mars 2024", "by", None, date(2024, 3, 1), "day")


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("hösten 2022", "hösten 2022, senast 31 december 2022", "1 August 2022–31 December 2022"),
        ("Q1 2023", "första kvartalet 2023, senast 31 mars 2023",
         "the first quarter of 2023, no later than 31 March 2023"),
        ("T2 2023", "andra tertialet 2023, senast 31 augusti 2023",
         "the second four-month period of 2023, no later than 31 August 2023"),
        ("H2 2023", "andra halvåret 2023, senast 31 december 2023",
         "the second half of 2023, no later than 31 December 2023"),
        ("mars 2023", "mars 2023, senast 31 mars 2023", "March 2023, no later than 31 March 2023"),
        ("senast 3 maj 2023", "senast 3 maj 2023", "no later than 3 May 2023"),
        ("fr.o.m. 2024", "från och med 1 januari 2024", "from 1 January 2024"),
        ("löpande", "löpande", "ongoing"),
        ("varje kvartal", "återkommande", "recurring"),
    ],
)  # fmt: skip
def test_the_long_form(text, swedish, english):
    found = parse_deadline(text, reference=TODAY)
    assert (in_words(found, "sv"), in_words(found, "en")) == (swedish, english)


@pytest.mark.parametrize(
    ("due", "swedish", "english"),
    [
        (date(2022, 5, 22), "om tre veckor", "in three weeks"),
        (date(2022, 4, 19), "för 12 dagar sedan", "12 days ago"),
        (date(2022, 5, 1), "idag", "today"),
        (date(2022, 5, 2), "imorgon", "tomorrow"),
        (date(2022, 4, 30), "igår", "yesterday"),
        (date(2022, 5, 8), "om en vecka", "in one week"),
        (date(2022, 5, 31), "om fyra veckor", "in four weeks"),
        (date(2022, 12, 31), "om åtta månader", "in eight months"),
        (date(2023, 5, 1), "om 12 månader", "in 12 months"),
        (date(2025, 5, 1), "om tre år", "in three years"),
        (None, "löpande", "ongoing"),
    ],
)
def test_the_relative_form(due, swedish, english):
    found = Deadline("", "by" if due else "ongoing", None, due, "day")
    assert (relative(found, TODAY, "sv"), relative(found, TODAY, "en")) == (swedish, english)


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        pytest.param("blir klart i mars", "sv", date(2024, 3, 31), id="a month"),
        pytest.param("skjuts till våren -25", "sv", date(2025, 6, 30), id="a season"),
        pytest.param("behöver två veckor till", "sv", date(2024, 3, 15), id="two weeks more"),
        pytest.param("needs two more weeks", "en", date(2024, 3, 15), id="in English"),
        pytest.param("en vecka försenat", "sv", date(2024, 3, 8), id="a week late"),
        pytest.param(
            "behöver två veckor till, klart 20 mars", "sv", date(2024, 3, 20), id="and a day"
        ),
    ],
)
def test_an_answer_gives_a_new_day(text, lang, due):
    found = parse_answer(text, current=MARCH, reference=date(2024, 2, 1), lang=lang)
    assert found.due == due


def test_more_time_for_what_is_overdue_counts_from_today():
    found = parse_answer("två veckor till", current=MARCH, reference=date(2024, 4, 1))
    assert found.due == date(2024, 4, 15)


def test_more_time_than_nothing_is_asked_about():
    endless = Deadline("löpande", "ongoing", None, None, "ongoing")
    with pytest.raises(MissingReferenceError):
        parse_answer("två veckor till", current=endless, reference=None)


def test_a_window_is_sharpened_and_keeps_its_mandate():
    autumn = parse_deadline("hösten 2022", reference=None)
    sharpened = sharpen(autumn, "november", reference=None)
    assert sharpened.mandate is autumn
    assert sharpened.chosen.due == date(2022, 11, 30)
    assert sharpened.days_left(date(2022, 11, 20)) == 10
    assert (sharpened.narrowed.text, sharpened.narrowed.due) == ("hösten 2022", date(2022, 11, 30))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        pytest.param("blir klart i november", date(2024, 11, 30), id="inside the window"),
        pytest.param("senast 15/10", date(2024, 10, 15), id="a day inside it"),
        pytest.param("i mars", date(2023, 3, 31), id="not in the window"),
        pytest.param("om en vecka", date(2023, 2, 8), id="counted from today"),
        pytest.param("november 2023", date(2023, 11, 30), id="with its year"),
    ],
)
def test_a_month_of_no_year_is_sought_in_a_window_that_lies_ahead(words, due):
    autumn = parse_deadline("hösten 2024", reference=None)
    found = parse_answer(words, current=autumn, reference=date(2023, 2, 1))
    assert found.due == due


@pytest.mark.parametrize("words", ["mars 2023", "juli 2022", "löpande"])
def test_a_sharper_time_stays_within_the_mandate(words):
    autumn = parse_deadline("hösten 2022", reference=None)
    with pytest.raises(OutsideMandateError):
        sharpen(autumn, words, reference=None)


def test_the_page_is_what_the_code_does():
    written = (ROOT / "docs" / "deadlines.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m deadlines.table > docs/deadlines.md"
