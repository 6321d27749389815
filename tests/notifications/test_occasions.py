"""Each occasion is one function, one folder of templates, and words in every language."""

import inspect
from pathlib import Path
from types import ModuleType

import pytest

from language.catalog import LANGUAGES, keys
from notifications.occasions import asking, digest, proposing, telling
from notifications.occasions.every import OCCASIONS, Occasion

TEMPLATES = Path(inspect.getfile(digest)).parents[1] / "templates"
NAMES = [occasion.__name__ for occasion in OCCASIONS]


def occasions_in(module: ModuleType) -> set[Occasion]:
    found = inspect.getmembers(module, inspect.isfunction)
    return {
        function
        for name, function in found
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


def test_every_function_is_an_occasion_of_the_letter() -> None:
    modules = (asking, digest, proposing, telling)
    assert set().union(*map(occasions_in, modules)) == set(OCCASIONS)


def test_every_occasion_has_its_folder_and_every_folder_its_occasion() -> None:
    folders = {folder.name for folder in TEMPLATES.iterdir()} - {"letter"}
    assert folders == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_occasion_has_html_and_text(name: str) -> None:
    assert {file.name for file in (TEMPLATES / name).iterdir()} == {"section.html", "section.txt"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_an_occasion_has_its_words(name: str, language: str) -> None:
    mine = {key for key in keys(language) if key.startswith(f"section.{name}")}
    headings = {key for key in mine if not key.endswith(".lead")}
    assert headings
    assert mine == headings | {f"{key}.lead" for key in headings}


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_an_occasion_says_to_whom_or_why_it_comes(occasion: Occasion) -> None:
    assert inspect.getdoc(occasion)
