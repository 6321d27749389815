import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from language.catalog import LANGUAGES, MissingWordsError, explain, keys, say, say_count
from language.problems import Problem, Words

ROOT = Path(__file__).parents[2]
CATALOGS = ROOT / "language" / "catalogs"


def every_problem() -> list[type[Problem]]:
    """Each foreseen failure that the code defines."""
    for path in sorted(ROOT.glob("*/**/*.py")):
        if (
            path.parts[len(ROOT.parts)] not in {".venv", "tests", "build"}
            and "Problem)" in path.read_text()
        ):
            __import__(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return sorted(_below(Problem), key=lambda one: one.__name__)


def _below(root: type[Problem]) -> set[type[Problem]]:
    return {one for child in root.__subclasses__() for one in {child} | _below(child)}


def test_both_languages_say_the_same_things() -> None:
    assert keys("sv") == keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_said_twice(language: str) -> None:
    found = Counter(
        message.id if isinstance(message.id, str) else message.id[0]
        for file in (CATALOGS / language).glob("*.po")
        for message in _messages(file)
    )
    assert [key for key, times in found.items() if times > 1] == []


def test_both_languages_take_the_same_values() -> None:
    swedish, english = _fields("sv"), _fields("en")
    assert {key for key in swedish if swedish[key] != english[key]} == set()


def _messages(file: Path) -> list[Message]:
    with file.open("rb") as opened:
        return [message for message in read_po(opened) if message.id]


def _fields(language: str) -> dict[str, set[str]]:
    fields = {}
    for file in sorted((CATALOGS / language).glob("*.po")):
        for message in _messages(file):
            texts = [message.string] if isinstance(message.string, str) else message.string
            key = message.id if isinstance(message.id, str) else message.id[0]
            fields[key] = {
                name for text in texts for _, name, _, _ in Formatter().parse(text) if name
            } - {"number"}
    return fields


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_foreseen_failure_has_its_sentence(language: str) -> None:
    said = {key.removeprefix("problem.") for key in keys(language) if key.startswith("problem.")}
    assert {problem.__name__ for problem in every_problem()} <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_the_code_asks_for_is_there(language: str) -> None:
    asked = {
        key
        for folder in (
            "actions",
            "cli",
            "config",
            "flows",
            "intake",
            "models",
            "notifications",
            "rules",
        )
        for path in (ROOT / folder).rglob("*.py")
        for key in re.findall(
            r'\b(?:(?:tell|say)(?:_count)?|Words|CustomError)\("([\w.]+)"', path.read_text()
        )
    }
    assert asked - keys(language) == set()


def test_numbers_choose_their_form() -> None:
    assert say_count("cli.reminded", 1, "sv") == "1 påminnelse köades."
    assert say_count("cli.reminded", 2, "sv") == "2 påminnelser köades."


def test_a_missing_word_is_an_error_and_never_an_empty_line() -> None:
    with pytest.raises(MissingWordsError):
        say("no.such.key", "sv")
    with pytest.raises(MissingWordsError):
        say_count("no.such.key", 2, "en")


def test_a_problem_is_told_with_its_values() -> None:
    class NoSuchCaseError(Problem):
        pass

    assert "17" in explain(NoSuchCaseError(number=17), "en")


def test_words_within_a_problem_are_said_in_the_readers_language() -> None:
    class PolicyChangesError(Problem):
        pass

    problem = PolicyChangesError(why=Words("fault.missing", {"name": "quiet"}))
    assert ": quiet saknas." in explain(problem, "sv")
    assert ": quiet is missing." in explain(problem, "en")
