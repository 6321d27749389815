"""The words that the grammar knows, read from `words/reading.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from deadlines.lexemes import LEXEME

Lang = Literal["sv", "en"]
Token = tuple[str, object]
Tokens = tuple[Token, ...]

WORDS = Path(__file__).parent / "words"

# One letter a token, so that the grammar is regular expressions over letters.
TAGS = {
    "month": "M",
    "season": "S",
    "leave": "X",
    "term": "T",
    "term_noun": "R",
    "weekday": "W",
    "quarter": "Q",
    "half": "H",
    "tertial": "U",
    "week": "K",
    "month_noun": "N",
    "day_noun": "G",
    "year_noun": "J",
    "fiscal": "Z",
    "academic": "L",
    "turning": "V",
    "relative_end": "c",
    "today": "O",
    "holiday": "h",
    "edge": "E",
    "by": "b",
    "weak_by": "p",
    "before": "f",
    "after": "a",
    "until": "u",
    "from": "r",
    "during": "i",
    "at": "@",
    "to": "t",
    "within": "I",
    "ahead": "P",
    "from_now": "F",
    "relative": "j",
    "between": "=",
    "and": "&",
    "every": "m",
    "times": "%",
    "occasions": "5",
    "regularly": "g",
    "ongoing": "w",
    "open": "z",
    "event": "q",
    "when": "s",
    "old": "!",
    "moved": "^",
    "reference_number": "#",
    "title": "3",
    "quantity": "$",
    "number": "k",
    "ordinal": "o",
    "last": "l",
    "commencing": "C",
    "week_ending": "8",
    "owner_break": "x",
    "project_month": "2",
    "same": "6",
    "unread": "x",
    "term_start": "q",
}
SEASON_PARTS = {"early_season": "early", "middle_season": "mid", "late_season": "late"}
TERM_START = "term start"  # an event, but a day beside the name of a term
UNMARKED = str.maketrans("åäöæøéü", "aaoaoeu")


SHORT = 3  # letters: without its dots such a word is another word


@dataclass(slots=True)
class Entry:
    """A word's own tokens, and what may follow it in phrases, by the next word, longest first."""

    tokens: Tokens | None
    phrases: dict[str, list[tuple[list[str], Tokens]]]


def vocabulary(lang: Lang) -> dict[str, Entry]:
    """Every known word in one language; the other languages fill the gaps."""
    sections = {"sv": ("sv", "da", "en"), "en": ("en", "sv", "da")}[lang]
    ordinary = set(listed(RAW["ordinary"][lang]))
    meanings: dict[tuple[str, ...], Tokens] = {}
    for section in sections:
        for phrase, tokens in phrases(RAW[section]):
            if section == lang or phrase not in ordinary:
                words = tuple(found.group() for found in LEXEME.finditer(phrase))
                meanings.setdefault(words, tokens)
    meanings.pop((), None)
    if lang == "sv":
        _count_two_the_danish_way(meanings)
    _accept_unmarked_letters(meanings)
    return _by_first_word(meanings)


def phrases(section: dict[str, dict[str, str]]) -> Iterator[tuple[str, Tokens]]:
    for group, entries in section.items():
        for value, words in entries.items():
            tokens = _tokens(group, int(value) if value.lstrip("-").isdigit() else value)
            for word in listed(words):
                yield word, tokens


def listed(words: str) -> tuple[str, ...]:
    """As the files of words write them, with commas between."""
    return tuple(word.strip() for word in words.split(","))


def _tokens(group: str, value: str | int) -> Tokens:
    if group in SEASON_PARTS:
        return (("E", SEASON_PARTS[group]), ("S", value))
    if group == "half_a_year":
        return (("k", 1), ("H", value))
    if group == "dropped":
        return ()
    if group == "thereafter":
        return (("a", 1), ("x", 0))
    if group == "term_start":
        return (("q", TERM_START),)
    return ((TAGS[group], value),)


def _count_two_the_danish_way(meanings: dict[tuple[str, ...], Tokens]) -> None:
    """So "to uger" and "to ganger" are two of them, though English "to" is no number."""
    for words, tokens in list(meanings.items()):
        if len(words) == 1 and tokens and tokens[0][0] in "GKNJ%":
            meanings.setdefault(("to", *words), (("k", 2), *tokens))


def _accept_unmarked_letters(meanings: dict[tuple[str, ...], Tokens]) -> None:
    """Scanned text loses dots and rings; short words would then be other words."""
    for words, tokens in list(meanings.items()):
        plain = tuple(word.translate(UNMARKED) for word in words)
        if sum(map(len, words)) > SHORT or tokens == (("J", 1),):
            meanings.setdefault(plain, tokens)


def _by_first_word(meanings: dict[tuple[str, ...], Tokens]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for words, tokens in sorted(meanings.items(), key=lambda item: -len(item[0])):
        entry = entries.get(words[0], Entry(None, {}))
        if len(words) == 1:
            entries[words[0]] = Entry(tokens, entry.phrases)
        else:
            entry.phrases.setdefault(words[1], []).append((list(words[1:]), tokens))
            entries[words[0]] = entry
    return entries


RAW = tomllib.loads((WORDS / "reading.toml").read_text(encoding="utf-8"))
GLUED = {lang: dict(phrases(RAW["glued"] | RAW["glued_" + lang])) for lang in ("sv", "en")}
VOCABULARY = {"sv": vocabulary("sv"), "en": vocabulary("en")}
# Words around proper names, by what they do there.
NAMES = {
    key: listed(words)
    for key, words in tomllib.loads((WORDS / "names.toml").read_text(encoding="utf-8")).items()
}
