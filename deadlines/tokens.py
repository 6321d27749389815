"""Turns a wording into a line of tags, one letter a token, with a value for each."""

import re
from typing import NamedTuple

from deadlines.cleaning import clean
from deadlines.lexemes import CLOCK, GLUED_LETTERS, LEXEME, NUMERAL, SHORT_YEAR
from deadlines.numerals import NEITHER, century, tokens_of
from deadlines.spelling import nearest_word
from deadlines.vocabulary import GLUED, VOCABULARY, Entry, Lang, Token, Tokens

UNKNOWN: Tokens = (("x", 0),)
NAMED: Tokens = (("#", 0),)  # letters before a number that we do not know: a code
EVENT: Tokens = (("q", 1),)
ARTICLES = {"den", "the", "d."}
ARTICLED = {"n": "o", "e": "d"}  # "den 15", "den 15.3": a day, not a number
UNITS_BEFORE_NUMBER = (["Q"], ["K"], ["U"], ["H"], ["T"])
SIGNS: dict[str, Tokens | list[Token]] = {sign: [(sign, 0)] for sign in "-/,()+&>"}
SIGNS |= {";": [(",", 0)], "%": [("$", 0)], "?": []}
SIGNS |= {sign: [("#", 0)] for sign in "$€£§"}
AFTER_NUMBER: dict[str, Tokens] = {"mån": (("N", 1),), "jul": (("M", 7),)}
EVENT_ENDINGS = (
    "möte", "mötet", "mötena", "sammanträde", "sammanträdet", "stämma", "stämman", "konferens",
    "konferensen", "beslut", "beslutet", "session", "sessionen", "träff", "träffen", "avstämning",
    "avstämningen", "seminarium", "seminariet", "kongress", "kongressen", "meeting", "samråd",
)  # fmt: skip
LETTERS_READ_AS_DIGITS = str.maketrans("oliz", "0112")
DIGITS_READ_AS_LETTERS = str.maketrans("015", "ols")
NUMBER_AND_WORD = re.compile(r"(\d+)([^\W\d_]+)(\d*)$")


class Line(NamedTuple):
    """tags and values go together; places: where each token begins in `text`."""

    text: str
    tags: str
    values: list[object]
    places: list[int]


def read_line(text: str, lang: Lang, *, mend: bool = False) -> Line:
    """The tokens of a wording; `mend` also takes words that are nearly known."""
    words = VOCABULARY[lang]
    text = clean(text, words)
    lexemes = list(LEXEME.finditer(text.lower()))
    tags: list[str] = []
    values: list[object] = []
    places: list[int] = []
    place, count = 0, len(lexemes)
    while place < count:
        lexeme = lexemes[place]
        word = lexeme.group()
        entry = None if lexeme.lastindex else words.get(word)
        tokens: Tokens | list[Token]
        if entry is None:
            tokens, used = _unfamiliar(lexemes, place, tags, lang=lang, mend=mend), 1
        elif entry.phrases:
            tokens, used = _longest(entry, lexemes, place)
        else:
            tokens, used = entry.tokens or (), 1
        if tags and word in AFTER_NUMBER and tags[-1] in "nko":
            tokens = AFTER_NUMBER[word]
        for tag, value in tokens:
            tags.append(tag)
            values.append(value)
            places.append(lexeme.start())
        place += used
    return Line(text, "".join(tags), values, places)


def _longest(
    entry: Entry, lexemes: list[re.Match[str]], place: int
) -> tuple[Tokens | list[Token], int]:
    """The longest phrase that stands here, or the word alone."""
    for rest, tokens in entry.phrases:
        end = place + 1 + len(rest)
        if end <= len(lexemes) and rest == tuple(
            lexeme.group() for lexeme in lexemes[place + 1 : end]
        ):
            return tokens, len(rest) + 1
    return UNKNOWN if entry.tokens is None else entry.tokens, 1


def _unfamiliar(
    lexemes: list[re.Match[str]], place: int, tags: list[str], *, lang: Lang, mend: bool
) -> Tokens | list[Token]:
    """The tokens of what is not a known word: numerals, signs, compounds, names."""
    lexeme = lexemes[place]
    word, group = lexeme.group(), lexeme.lastindex
    if group == NUMERAL:
        articled = place > 0 and lexemes[place - 1].group() in ARTICLES
        return _numeral(word, lang, articled=articled)
    if group == SHORT_YEAR:
        return _short_year(int(lexeme[SHORT_YEAR]), tags, lexeme)
    if group == GLUED_LETTERS:
        entry = VOCABULARY[lang].get(word)
        return GLUED[lang].get(word) or (entry.tokens if entry else None) or NAMED
    if group == CLOCK:
        return ()
    return SIGNS.get(word) or _word(word, lang, mend=mend)


def _numeral(word: str, lang: Lang, *, articled: bool) -> list[Token]:
    tokens = tokens_of(word, lang)
    if articled and len(tokens) == 1:
        return [(ARTICLED.get(tag, tag), value) for tag, value in tokens]
    if tokens is NEITHER and word != word.upper():
        return _mixed(word, lang)
    return tokens


def _mixed(word: str, lang: Lang) -> list[Token]:
    """Digits and letters together: a scanner's slip (2O22), or no space between (15mars)."""
    digits = word.translate(LETTERS_READ_AS_DIGITS)
    if digits.isdecimal() and len(digits) == len("2022"):
        return tokens_of(digits, lang)
    parts = NUMBER_AND_WORD.match(word)
    entry = VOCABULARY[lang].get(parts[2]) if parts else None
    if parts is None or not (entry and entry.tokens):
        return [*NEITHER]
    return [*tokens_of(parts[1], lang), *entry.tokens, *(tokens_of(parts[3], lang) if parts[3] else ())]


def _short_year(digits: int, tags: list[str], lexeme: re.Match[str]) -> list[Token]:
    """The 22 of "hösten -22", but the 15 of "1 -15 mars"."""
    dashed = lexeme.group()[0] == "-"
    if dashed and tags and tags[-1] in "nY" and tags[-2:-1] not in UNITS_BEFORE_NUMBER:
        return [("-", 0), ("n", digits)]
    return [("y", century(digits))]


def _word(word: str, lang: Lang, *, mend: bool) -> Tokens | list[Token]:
    words = VOCABULARY[lang]
    if not word.isalpha():
        entry = words.get(word.translate(DIGITS_READ_AS_LETTERS)) or words.get(word.partition("'")[0])
        if entry and entry.tokens:
            return entry.tokens
    if word.endswith(EVENT_ENDINGS):
        return EVENT
    if mend and (near := nearest_word(word, lang)):
        return words[near].tokens or UNKNOWN
    return UNKNOWN
