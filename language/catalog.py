"""Words for people: looked up by key in the catalogs, one folder a language, one file a room."""

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from language.problems import Problem, Words

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


class MissingWordsError(KeyError):
    """A key that a catalog lacks: a mistake in the code, found by the tests."""


def say(key: str, language: Language, /, **values: object) -> str:
    """The words for `key`, with `values` filled in."""
    try:
        words = _words(language)[key]
    except KeyError:
        raise MissingWordsError(f"{language}: {key}") from None
    return words.format_map(values)


def say_count(key: str, number: int, language: Language, /, **values: object) -> str:
    """The words for `number` things; the words may use {number}."""
    try:
        words = _words(language)[key, _plural(language)(number)]
    except KeyError:
        raise MissingWordsError(f"{language}: {key}") from None
    return words.format(number=number, **values)


def explain(problem: Problem, language: Language) -> str:
    """One plain sentence: what is wrong and what to do."""
    values = {name: _said(value, language) for name, value in problem.values.items()}
    return say(f"problem.{type(problem).__name__}", language, **values)


def _said(value: object, language: Language) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_said(one, language)) for one in value)
    return say(value.key, language, **value.values) if isinstance(value, Words) else value


def keys(language: Language) -> frozenset[str]:
    """All keys that the catalogs of `language` hold."""
    held = _words(language)
    return frozenset(key if isinstance(key, str) else key[0] for key in held if key)


@cache
def _words(language: Language) -> dict[str | tuple[str, int], str]:
    """By key, or by key and form of the plural; looked up thousands of times a second."""
    return dict(_translations(language)._catalog)  # type: ignore[attr-defined] # noqa: SLF001 - no public list


@cache
def _plural(language: Language) -> Callable[[int], int]:
    """Which form of the plural a number takes in this language."""
    return _translations(language).plural  # type: ignore[attr-defined,no-any-return] # gettext's own


@cache
def _translations(language: Language) -> GNUTranslations:
    """Compiled in memory from the .po files, so that no compiled file can be stale."""
    merged: GNUTranslations | None = None
    folder = files("language") / "catalogs" / language
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        with file.open("rb") as source:
            messages = read_po(source, locale=language)
        compiled = BytesIO()
        write_mo(compiled, messages)
        compiled.seek(0)
        one = GNUTranslations(compiled)
        if merged is None:
            merged = one
        else:
            merged._catalog.update(one._catalog)  # type: ignore[attr-defined] # noqa: SLF001 - a fallback chain breaks plurals
    assert merged is not None, f"no catalog for {language}"  # noqa: S101 - shipped with the code
    return merged
