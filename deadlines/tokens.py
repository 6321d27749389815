"""Turns a wording into a line of tags, one letter a token, with a value for each."""

import re
from dataclasses import dataclass
from operator import itemgetter
from typing import cast

from deadlines.cleaning import clean, join_split_words
from deadlines.endings import (
    LIMIT,
    NAMED,
    RUNNING_OUT,
    RUNS_OUT,
    SHORT_ENDINGS,
    TELLING_TAILS,
    by_its_ending,
)
from deadlines.known import AFTER_NUMBER, CONTEXTUAL, KNOWN, UNKNOWN
from deadlines.labels import without_labels
from deadlines.lexemes import (
    CLOCK,
    FILE_ENDING,
    GLUED_LETTERS,
    LEXEME,
    NUMERAL,
    PLAIN_NUMERAL,
    SHORT_YEAR,
)
from deadlines.numerals import NEITHER, century, tokens_of
from deadlines.spelling import nearest_word
from deadlines.vocabulary import GLUED, VOCABULARY, Entry, Lang, Token, Tokens

# Other words unless a day stands right behind them.
SHORT_DAYS: dict[str, Tokens] = {"sat": (("W", 6),), "sun": (("W", 7),)}
DAY_BEHIND = re.compile(
    r"\d|the$|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*$|,"
)
NUMERALS = (PLAIN_NUMERAL, NUMERAL)
BUDGETS = {"budget", "budgeten"}  # of 2023/24: a fiscal year; alone they are no time
ARTICLES = {"den", "the", "d."}
ARTICLED = {"n": "o", "e": "d"}  # "den 15", "den 15.3": a day, not a number
UNITS_BEFORE_NUMBER = (["Q"], ["K"], ["U"], ["H"], ["T"])
BEYOND = ""
WRITTEN = itemgetter(0)  # of a lexeme; quicker than its method
COUNTS = (["n"], ["k"], ["o"], ["l"], ["m"])
JOINERS = (["&"], ["-"], ["/"], ["t"])
SPLIT_YEARS = re.compile(r"(\d\d)-(\d\d)$")
PARTS_BEFORE = re.compile("[QHUK]n[-/&]n$")  # kv 3-4 -26
PART_OF_YEAR = re.compile(r"([1-4])/([1-6]\d)$")
FILE = re.compile(FILE_ENDING + "$")
FRACTION = re.compile(r"\d/\d$")
BEFORE_A_DATE = set("bpfuartW@i-,(")
DIGITS_READ_AS_LETTERS = str.maketrans("015", "ols")
CODE_DIGITS = 3  # no day, week or year has so many
YEAR_THEN_DAY = re.compile(r"\d{4}-\d\d?$")
NUMBER_AND_WORD = re.compile(r"(\d+)([^\W\d_]+)(\d*)$")


@dataclass(slots=True)
class Line:
    """tags and values go together; places: where each token begins in `text`."""

    text: str
    tags: str
    values: list[object]
    places: list[int]


@dataclass(slots=True)
class Draft:
    """A line while it is read: what was cut out of the text, and the tags found so far.

    Behind the last word written stands BEYOND, so that every word has one on each side.
    """

    lexemes: list[re.Match[str]]
    written: list[str]
    tags: list[str]
    lang: Lang
    mend: bool


def read_line(text: str, lang: Lang, *, mend: bool = False) -> Line:
    """The tokens of a wording; `mend` also takes words that are nearly known."""
    words = VOCABULARY[lang]
    text = clean(text, words)
    if ":" in text or " - " in text:
        text = without_labels(text, lang)
    if mend:
        text = join_split_words(text, words)
    lexemes = list(LEXEME.finditer(text.lower()))
    return _read(text, lexemes, lang, mend=mend)


def _read(text: str, lexemes: list[re.Match[str]], lang: Lang, *, mend: bool) -> Line:
    """One lexeme after the other; most need but one look into what is known."""
    known, written = KNOWN[lang], [*map(WRITTEN, lexemes), BEYOND]
    tags: list[str] = []
    values: list[object] = []
    places: list[int] = []
    place = 0
    while word := written[place]:
        lexeme, entry, used = lexemes[place], known.get(word), 1
        kind = lexeme.lastindex
        tokens: Tokens | list[Token]
        if entry is None or (kind and (kind != PLAIN_NUMERAL or written[place - 1] in ARTICLES)):
            tokens, used = _in_its_place(Draft(lexemes, written, tags, lang, mend), place)
        elif entry.phrases and written[place + 1] in entry.phrases:
            tokens, used = _longest(entry, written, place)
        else:
            tokens = entry.tokens or ()
        for tag, value in tokens:
            tags.append(tag)
            values.append(value)
            places.append(lexeme.start())
        place += used
    return Line(text, "".join(tags), values, places)


def _in_its_place(draft: Draft, place: int) -> tuple[Tokens | list[Token], int]:
    """What the words beside it can change, and what is no known word."""
    word = draft.written[place]
    if word not in CONTEXTUAL:
        return _unfamiliar(draft, place), 1
    tokens: Tokens | list[Token]
    if draft.lexemes[place].lastindex is None:
        tokens, used = _longest(VOCABULARY[draft.lang][word], draft.written, place)
    else:
        tokens, used = _unfamiliar(draft, place), 1
    return _in_context(word, tokens, draft.tags), used


def _in_context(word: str, tokens: Tokens | list[Token], tags: list[str]) -> Tokens | list[Token]:
    """So "6 mån" is months, not Monday; "kvartal fyra" is the fourth, not four of them."""
    counted = tags[-1:] and tags[-1] in "nko"
    if word in AFTER_NUMBER:
        return AFTER_NUMBER[word] if counted else tokens
    if tags[-1:] in JOINERS and tags[-2:-1] == ["n"]:
        tags = tags[:-2]
    numbered = tags[-1:] and tags[-1] in "QUHK" and tags[-2:-1] not in COUNTS
    return [("n", tokens[0][1])] if numbered and tokens and tokens[0][0] in "ko" else tokens


def _longest(entry: Entry, written: list[str], place: int) -> tuple[Tokens, int]:
    """The longest phrase that stands here, or the word alone."""
    for rest, tokens in entry.phrases.get(written[place + 1], ()):
        if rest == written[place + 1 : place + 1 + len(rest)]:
            return tokens, len(rest) + 1
    return UNKNOWN if entry.tokens is None else entry.tokens, 1


def _unfamiliar(draft: Draft, place: int) -> Tokens | list[Token]:
    """The tokens of what is not a known word: numerals, signs, compounds, names."""
    lexeme, word = draft.lexemes[place], draft.written[place]
    group = lexeme.lastindex
    if group in NUMERALS:
        return _in_place(draft, place)
    if group == SHORT_YEAR:
        return _short_year(int(lexeme[SHORT_YEAR]), draft, place)
    if group == GLUED_LETTERS and len(draft.written[place + 1]) == CODE_DIGITS:
        return NAMED  # MAR104
    if group == GLUED_LETTERS:
        entry = VOCABULARY[draft.lang].get(word)
        return GLUED[draft.lang].get(word) or (entry.tokens if entry else None) or NAMED
    if group == CLOCK:
        return () if len(draft.lexemes) > 1 else NAMED
    return _unknown(draft, place)


def _unknown(draft: Draft, place: int) -> Tokens | list[Token]:
    """Addresses, and words that are known in another form or by their ending."""
    word, following = draft.written[place], draft.written[place + 1]
    if not word.isalpha() and _is_no_word(word):
        return NAMED
    if word in SHORT_DAYS and DAY_BEHIND.match(following):
        return SHORT_DAYS[word]
    if following in RUNS_OUT and word.endswith(RUNNING_OUT):
        return LIMIT
    if not draft.mend and following[:1].isdigit() and _is_nearly_a_limit(word, draft):
        return LIMIT
    return _word(word, draft.lang, mend=draft.mend)


def _is_no_word(word: str) -> bool:
    """Whether it is an address or the name of a file."""
    return not word[0].isalpha() or "@" in word or "://" in word or FILE.search(word) is not None


def _is_nearly_a_limit(word: str, draft: Draft) -> bool:
    """So "senats 31 mars" is by that day, though the day is clear without it."""
    near = nearest_word(word, draft.lang)
    return near is not None and VOCABULARY[draft.lang][near].tokens == LIMIT


def _in_place(draft: Draft, place: int) -> Tokens | list[Token]:
    """The tokens of a numeral, which the words beside it can make a day, a unit or nothing."""
    word, tags = draft.written[place], draft.tags
    before, following = draft.written[place - 1], draft.written[place + 1]
    if not word.isdecimal():
        if "/" in word and _is_no_date(word, tags, following):
            return UNKNOWN
        if tags and (tokens := _beside(tags[-1], word, following)):
            return tokens
    tokens = _numeral(word, draft.lang, articled=before in ARTICLES)
    if tokens[0][0] == "A" and before in BUDGETS:
        return [("Z", "budget"), *tokens]
    return _unit_number(word, tokens) if tags and tags[-1] in "QKUH" else tokens


def _beside(before: str, word: str, following: str) -> list[Token]:
    """Q3/26, läsåret 22-23 and "mars 2024-5 april": the word in front says what the signs mean."""
    if before in "QHU" and (parts := PART_OF_YEAR.match(word)):
        return [("n", int(parts[1])), ("y", century(int(parts[2])))]
    if before == "M" and YEAR_THEN_DAY.match(word) and _is_month(following):
        return [("Y", int(word[:4])), ("-", 0), ("n", int(word[5:]))]
    if before in "LZV" and (years := SPLIT_YEARS.match(word)):
        return [("A", (century(int(years[1])), century(int(years[2]))))]
    return []


def _is_no_date(word: str, tags: list[str], following: str) -> bool:
    """Round the clock (24/7), and three quarters of something (3/4 av)."""
    if word == "24/7":
        return not BEFORE_A_DATE.intersection(tags[-1:]) and not following[:1].isdigit()
    return following in ("av", "of") and FRACTION.match(word) is not None


def _numeral(word: str, lang: Lang, *, articled: bool) -> list[Token]:
    tokens = tokens_of(word, lang)
    if articled and len(tokens) == 1:
        return [(ARTICLED.get(tag, tag), value) for tag, value in tokens]
    if tokens is NEITHER and word != word.upper():
        return _mixed(word, lang)
    return tokens


def _mixed(word: str, lang: Lang) -> list[Token]:
    """A number and a word without space between (15mars, 2023Q1)."""
    parts = NUMBER_AND_WORD.match(word)
    entry = VOCABULARY[lang].get(parts[2]) if parts else None
    named = (entry.tokens if entry else None) or (parts and GLUED[lang].get(parts[2]))
    if parts is None or not named:
        return NEITHER
    return [*tokens_of(parts[1], lang), *named, *(tokens_of(parts[3], lang) if parts[3] else ())]


def _unit_number(numeral: str, tokens: list[Token]) -> list[Token]:
    """Q1/2024 and v. 12/2023: a number and a year, not a month."""
    if tokens[0][0] in "Ad" and len(numeral) <= len("52/53"):
        first, second = numeral.split("/")
        return [("n", int(first)), ("/", 0), ("n", int(second))]
    if tokens[0][0] != "B":
        return tokens
    year, number = cast("tuple[int, int]", tokens[0][1])
    return [("n", number), ("Y", year)]


def _short_year(digits: int, draft: Draft, place: int) -> list[Token]:
    """The 22 of "hösten -22", but the 15 of "1 -15 mars" and of "1 mars -15 april"."""
    tags, dashed = draft.tags, draft.written[place][0] == "-"
    after_number = tags[-1:] and tags[-1] in "nY" and tags[-2:-1] not in UNITS_BEFORE_NUMBER
    after_number = after_number and not PARTS_BEFORE.search("".join(tags[-4:]))
    day_follows = tags[-1:] == ["M"] and tags[-2:-1] in (["n"], ["o"])
    if dashed and (after_number or (day_follows and _is_month(draft.written[place + 1]))):
        return [("-", 0), ("n", digits)]
    return [("y", century(digits))]


def _is_month(word: str) -> bool:
    entry = VOCABULARY["sv"].get(word)
    return bool(entry and entry.tokens and entry.tokens[0][0] == "M")


def _word(word: str, lang: Lang, *, mend: bool) -> Tokens:
    if not word.isalpha() and (known := _but_for_a_sign(word, lang)):
        return known
    if (word[-3:] in TELLING_TAILS or word.endswith(SHORT_ENDINGS)) and (
        telling := by_its_ending(word)
    ):
        return telling
    if mend and (near := nearest_word(word, lang)):
        return VOCABULARY[lang][near].tokens or UNKNOWN
    return UNKNOWN


def _but_for_a_sign(word: str, lang: Lang) -> Tokens | None:
    """A known word with a digit or an apostrophe in it: h0sten, spring's."""
    words = VOCABULARY[lang]
    entry = words.get(word.translate(DIGITS_READ_AS_LETTERS)) or words.get(word.partition("'")[0])
    return entry.tokens if entry else None
